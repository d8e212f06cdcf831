import { writeTest } from './describe-change.ts'
import type { GroupContrast } from './compare-survey-groups.ts'
import type { SurveyGroup, SurveyScaleChange } from './evaluate-survey-change.ts'
import { nameSurveyGroup, nameSurveyScale } from './name-survey.ts'
import { readSign } from './judge-people.ts'
import { placesFor, writeNumber, writeP, writeSigned, type Wording } from './write-numbers.ts'

export interface SurveyWords {
  readonly title: string
  /** One sentence per group, in the order of the groups: an order of labels, never of results. */
  readonly groups: readonly string[]
  readonly contrasts: readonly string[]
  readonly warnings: readonly string[]
}

/** The words for a survey by codes: each group's change, then the groups beside each other (EVA-12). */
export function describeSurveyChange(scale: SurveyScaleChange, wording: Wording): SurveyWords {
  const { translate } = wording
  return {
    title: nameSurveyScale(scale, wording),
    groups: scale.groups.map((group) => writeGroup(scale, group, wording)),
    contrasts: (scale.comparison?.contrasts ?? []).map((one) => writeContrast(scale, one, wording)),
    warnings: scale.warnings.map(({ id, details }) =>
      translate(`evaluation:warnings.${id}`, details),
    ),
  }
}

function writeGroup(scale: SurveyScaleChange, group: SurveyGroup, wording: Wording): string {
  const { translate } = wording
  const { numbers } = group
  const places = placesFor(scale.range)
  const values = {
    label: nameSurveyGroup(group.label, wording),
    who: translate('evaluation:who.code', { count: numbers.n }),
    direction: translate(`evaluation:direction.${scale.direction}`),
  }
  if (numbers.mean === null) return translate('evaluation:describe.groupNobody', values)
  const sign = Math.abs(numbers.mean) < 0.5 * 10 ** -places ? 0 : numbers.mean
  const moved = translate(
    `evaluation:describe.moved.${readSign(sign, scale.direction) ?? 'neutral'}`,
    { mean: writeSigned(numbers.mean, places) },
  )
  const change =
    numbers.interval === null
      ? translate('evaluation:describe.groupWithoutInterval', { ...values, moved })
      : translate('evaluation:describe.group', {
          ...values,
          moved,
          low: writeSigned(numbers.interval.low, places),
          high: writeSigned(numbers.interval.high, places),
        })
  const test = writeTest(numbers, wording)
  return test === '' ? change : `${change}${wording.language === 'en' ? ' ' : ''}${test}`
}

function writeContrast(scale: SurveyScaleChange, one: GroupContrast, wording: Wording): string {
  const places = placesFor(scale.range)
  const way = one.difference < 0 ? 'contrastLess' : 'contrastMore'
  return wording.translate(`evaluation:describe.${way}`, {
    size: writeNumber(Math.abs(one.difference), places),
    first: nameSurveyGroup(one.first, wording),
    second: nameSurveyGroup(one.second, wording),
    difference: writeSigned(one.difference, places),
    low: one.interval === null ? '–' : writeSigned(one.interval.low, places),
    high: one.interval === null ? '–' : writeSigned(one.interval.high, places),
    p: writeP(one.p),
    holm: writeP(one.pHolm),
  })
}
