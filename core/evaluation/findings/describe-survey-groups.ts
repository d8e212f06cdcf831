import type { ChartSpec } from '../charts/chart-spec.ts'
import { drawSurveyComparison, drawSurveyLines } from '../charts/draw-survey-charts.ts'
import { referenceOf } from '../choose-reference.ts'
import type { GroupContrast } from '../compare-survey-groups.ts'
import { describeSurveyChange } from '../describe-survey-change.ts'
import type { SurveyScaleChange } from '../evaluate-survey-change.ts'
import { nameSurveyGroup, nameSurveyScale } from '../name-survey.ts'
import { isToldAsFew } from '../survey/hide-small-cells.ts'
import { placesFor, writeNumber, writeSigned, type Wording } from '../write-numbers.ts'
import { describeLossOf } from './describe-loss-of-group.ts'
import type { Finding } from './finding.ts'
import { listSurveyFigures, listSurveyTables } from './survey-figures.ts'

/** More lines than this are a black page. */
const mostLines = 300
/** More differences than this make no sentence that anybody reads. */
const mostSaid = 4

/**
 * EVA-11: one scale of a survey answered twice. The picture sets the groups beside each other, the sentence compares
 * each with the reference group: adjusted for the score before where that can be computed, else by the changes.
 */
export function describeSurveyGroups(
  scale: SurveyScaleChange,
  wording: Wording,
  outside = false,
): Finding {
  const words = describeSurveyChange(scale, wording)
  return {
    id: `survey-${scale.id}`,
    title: nameSurveyScale(scale, wording),
    charts: listCharts(scale, outside, wording),
    sentence: sayDifferences(scale, outside, wording),
    notes: listNotes(scale, words.warnings, outside, wording),
    figures: listSurveyFigures(scale, wording),
    tables: listSurveyTables(scale, wording),
  }
}

/** A line per person is for the team: by its code, or by the scores alone, a person can be followed (EVA-26). */
function listCharts(
  scale: SurveyScaleChange,
  outside: boolean,
  wording: Wording,
): readonly ChartSpec[] {
  const measured = scale.groups.filter(({ numbers }) => numbers.n > 0)
  if (measured.length === 0) return []
  if (outside) return [drawSurveyComparison(scale, wording)]
  return [
    drawSurveyComparison(scale, wording),
    ...measured
      .filter(({ numbers }) => numbers.n <= mostLines)
      .map(({ label }) => drawSurveyLines(scale, label, wording)),
  ]
}

interface Difference {
  readonly first: string
  readonly difference: number
  readonly interval: { readonly low: number; readonly high: number } | null
}

/** Each group minus the reference group. */
function listDifferences(
  { comparison }: SurveyScaleChange,
  reference: string,
): readonly Difference[] {
  if (comparison === null) return []
  if (comparison.ancova !== null)
    return comparison.ancova.contrasts
      .filter(({ first }) => first === reference)
      .map(({ second, difference, interval }) => ({ first: second, difference, interval }))
  return comparison.contrasts
    .filter(({ second }: GroupContrast) => second === reference)
    .map(({ first, difference, interval }) => ({ first, difference, interval }))
}

function sayDifferences(scale: SurveyScaleChange, outside: boolean, wording: Wording): string {
  const { translate } = wording
  const reference = referenceOf(scale)
  const differences = reference === null ? [] : listDifferences(scale, reference)
  const title = nameSurveyScale(scale, wording)
  const values = { title, missing: sayMissing(scale, outside, wording) }
  if (reference === null || differences.length === 0) {
    const groups = describeSurveyChange(scale, wording).groups
    return translate('evaluation:survey.alone', {
      ...values,
      groups: groups.join(wording.language === 'en' ? ' ' : ''),
    })
  }
  const how = scale.comparison?.ancova === null ? 'changed' : 'ended'
  const said =
    differences.length > mostSaid
      ? sayRange(scale, reference, differences, how, wording)
      : differences
          .map((one) => sayDifference(scale, reference, one, how, wording))
          .join(translate('evaluation:survey.gap'))
  return translate(`evaluation:survey.sentence.${how}`, {
    ...values,
    differences: said,
    direction: translate(`evaluation:direction.${scale.direction}`),
  })
}

type How = 'ended' | 'changed'

function sayDifference(
  scale: SurveyScaleChange,
  reference: string,
  { first, difference, interval }: Difference,
  how: How,
  wording: Wording,
): string {
  const { translate } = wording
  const places = placesFor(scale.range)
  const countOf = (label: string): number =>
    scale.groups.find((group) => group.label === label)?.numbers.n ?? 0
  const values = {
    first: nameSurveyGroup(first, wording),
    firstN: countOf(first),
    second: nameSurveyGroup(reference, wording),
    secondN: countOf(reference),
    size: writeNumber(Math.abs(difference), places),
  }
  const said = translate(`evaluation:survey.${how}.${difference < 0 ? 'below' : 'above'}`, values)
  if (interval === null) return `${said}${translate('evaluation:survey.noInterval')}`
  const open = interval.low <= 0 && interval.high >= 0
  return `${said}${translate(`evaluation:survey.interval.${open ? 'open' : 'apart'}`, {
    low: writeSigned(interval.low, places),
    high: writeSigned(interval.high, places),
  })}`
}

function sayRange(
  scale: SurveyScaleChange,
  reference: string,
  differences: readonly Difference[],
  how: How,
  wording: Wording,
): string {
  const places = placesFor(scale.range)
  const sizes = differences.map(({ difference }) => difference)
  return wording.translate(`evaluation:survey.${how}.many`, {
    groups: differences.length,
    second: nameSurveyGroup(reference, wording),
    low: writeSigned(Math.min(...sizes), places),
    high: writeSigned(Math.max(...sizes), places),
    apart: differences.filter(
      ({ interval }) => interval !== null && (interval.low > 0 || interval.high < 0),
    ).length,
  })
}

function countMissing({ groups }: SurveyScaleChange): {
  readonly both: number
  readonly missing: number
} {
  const missing = groups.reduce(
    (sum, { answeredBefore, answeredAfter, numbers }) =>
      sum + answeredBefore + answeredAfter - 2 * numbers.n,
    0,
  )
  const both = groups.reduce((sum, { numbers }) => sum + numbers.n, 0)
  return { both, missing }
}

/** All and those with both scores would tell the few who are missing. */
function sayMissing(scale: SurveyScaleChange, outside: boolean, { translate }: Wording): string {
  const { both, missing } = countMissing(scale)
  if (missing === 0) return translate('evaluation:survey.nobodyMissing', { all: both })
  return isToldAsFew(missing, outside)
    ? translate('evaluation:survey.fewMissing', { both })
    : translate('evaluation:survey.missing', { all: both + missing, count: missing })
}

function listNotes(
  scale: SurveyScaleChange,
  warnings: readonly string[],
  outside: boolean,
  wording: Wording,
): readonly string[] {
  const loss = describeLossOf(
    {
      before: scale.lines.map(({ before }) => before),
      after: scale.lines.map(({ after }) => after),
      range: scale.range,
    },
    wording,
    outside,
  )
  const reason = scale.comparison?.noAncova ?? null
  return [
    ...warnings,
    ...(loss === '' ? [] : [loss]),
    ...(reason === null
      ? []
      : [
          wording.translate('evaluation:contrast.noAdjusted', {
            reason: wording.translate(`evaluation:reason.${reason}`),
          }),
        ]),
  ]
}
