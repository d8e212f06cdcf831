import { largestOf, smallestOf } from '../../../statistics/index.ts'
import { referenceOf } from '../choose-reference.ts'
import type { SurveyScaleChange } from '../evaluate-survey-change.ts'
import { frameChange } from './frame-change.ts'
import { nameSurveyGroup, nameSurveyScale } from '../name-survey.ts'
import type { Wording } from '../write-numbers.ts'
import {
  mostNamedLines,
  type ChangeDotsChart,
  type ForestChart,
  type PairedLinesChart,
} from './chart-spec.ts'

/** One group's lines; groups are drawn beside each other on the same axis, never on top of each other. */
export function drawSurveyLines(
  scale: SurveyScaleChange,
  group: string,
  wording: Wording,
): PairedLinesChart {
  const { translate } = wording
  const own = scale.lines.filter((line) => line.group === group)
  const numbers = scale.groups.find(({ label }) => label === group)?.numbers
  const title =
    group === ''
      ? translate('evaluation:chart.codeLines', { title: nameSurveyScale(scale, wording) })
      : translate('evaluation:chart.codeLinesOf', { title: nameSurveyScale(scale, wording), group })
  const values = own.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  const all = scale.lines.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  return {
    kind: 'pairedLines',
    title,
    key: ['markBefore', 'markAfter', 'markUp', 'markDown']
      .map((mark) => translate(`evaluation:chart.${mark}`))
      .join('    '),
    description: translate('evaluation:chart.alt', {
      title,
      who: translate('evaluation:who.code', { count: values.length === 0 ? 0 : own.length }),
    }),
    moments: [translate('evaluation:moment.before'), translate('evaluation:moment.after')],
    axis: {
      title: translate('evaluation:chart.score', {
        direction: translate(`evaluation:direction.${scale.direction}`),
      }),
      min: all.length === 0 ? scale.range.min : Math.floor(smallestOf(all)),
      max: all.length === 0 ? scale.range.max : Math.ceil(largestOf(all)),
    },
    lines: own.map(({ code, before, after }) => ({ label: code, values: [before, after] })),
    mean: {
      label: translate('evaluation:chart.mean'),
      values: [numbers?.before?.mean ?? null, numbers?.after?.mean ?? null],
    },
    crowded: own.length > mostNamedLines,
  }
}

function frameOf(scale: SurveyScaleChange, wording: Wording) {
  const title = wording.translate('evaluation:together.chart', {
    title: nameSurveyScale(scale, wording),
  })
  return frameChange({ title, direction: scale.direction, people: scale.lines.length }, wording)
}

/** Groups with a mean change, by name and number of people. */
function meansOf({ groups }: SurveyScaleChange, wording: Wording) {
  return groups.flatMap(({ label, numbers: { mean, interval, n } }) =>
    mean === null
      ? []
      : [{ label: `${nameSurveyGroup(label, wording)} (n = ${n})`, value: mean, interval }],
  )
}

/** The groups' mean changes with their intervals, one row per group. */
export function drawGroupChanges(scale: SurveyScaleChange, wording: Wording): ChangeDotsChart {
  const { translate } = wording
  return {
    kind: 'changeDots',
    ...frameOf(scale, wording),
    key: translate('evaluation:chart.meanInterval'),
    rows: meansOf(scale, wording).map(({ interval, ...row }) => ({ ...row, error: interval })),
    mean: null,
    crowded: false,
  }
}

/** The groups' mean changes, and below them each group's difference from the last one, adjusted for the score before. */
export function drawSurveyComparison(scale: SurveyScaleChange, wording: Wording): ForestChart {
  const { translate } = wording
  const reference = referenceOf(scale)
  const adjusted = (scale.comparison?.ancova?.contrasts ?? []).filter(
    ({ first }) => first === reference,
  )
  return {
    kind: 'forest',
    ...frameOf(scale, wording),
    key: translate(
      adjusted.length === 0 ? 'evaluation:chart.meanInterval' : 'evaluation:contrast.key',
    ),
    rows: meansOf(scale, wording).map(({ interval, ...row }) => ({ ...row, reach: interval })),
    together: adjusted.map(({ first, second, difference, interval }) => ({
      label: translate('evaluation:survey.minus', {
        first: nameSurveyGroup(second, wording),
        second: nameSurveyGroup(first, wording),
      }),
      value: difference,
      reach: interval,
    })),
  }
}
