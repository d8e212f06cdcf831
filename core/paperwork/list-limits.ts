import { writeSide } from '../evaluation/describe-change.ts'
import type { GroupChange, ScaleChange } from '../evaluation/evaluate-change.ts'
import { readWords } from '../inquiry/words.ts'
import { hasChanged } from './choose-detailed.ts'
import type { SummaryInput } from './summary-input.ts'

const common = [
  'noComparison',
  'notValidated',
  'validationUnknown',
  'plainNumbers',
  'noReliability',
  'ownSd',
  'ownReliability',
] as const

/** A questionnaire with fewer of its sheets before and after is named. */
const enough = 0.75

/** With fewer lines the document says that means and intervals are unsteady. */
const many = 12

/** PAP-6: what the document cannot say stands in it. Each limit once, however many scales have it. */
export function listLimits(
  change: GroupChange,
  detailed: readonly ScaleChange[],
  input: SummaryInput,
): readonly string[] {
  const { translate } = input.wording
  const ids = new Set(change.scales.flatMap(({ warnings }) => warnings.map(({ id }) => id)))
  const general = common.filter((id) => ids.has(id))
  const small = change.scales.some(({ numbers }) => numbers.n < many)
  return [
    ...general.map((id) => translate(`evaluation:warnings.${id}`)),
    ...change.warnings.map(({ id, details }) => translate(`evaluation:warnings.${id}`, details)),
    ...(small ? [translate('paperwork:limits.small')] : []),
    ...limitOfFrozen(input),
    ...limitOfFamilies(change.scales, input),
    ...limitsOfReturn(change.scales, input),
    ...limitOfAspects(change.scales, detailed, input),
    translate('paperwork:limits.ownAnswers'),
    translate('paperwork:limits.otherCauses'),
  ]
}

/** RIG-14: how many families the figures leave out because they are only stored or were erased; which they are it does not say. */
function limitOfFrozen({ group, wording }: SummaryInput): readonly string[] {
  const count = group.frozenFamilies
  return count === 0 ? [] : [wording.translate('paperwork:limits.frozen', { count })]
}

/** Lines of one family are not independent of each other, though every interval takes them to be. */
function limitOfFamilies(
  scales: readonly ScaleChange[],
  { wording }: SummaryInput,
): readonly string[] {
  const counts = scales.map(({ lines }) => {
    const complete = lines.filter((line) => line.change !== null)
    return {
      count: complete.length,
      families: new Set(complete.map(({ familyId }) => familyId)).size,
    }
  })
  const [most] = counts.toSorted(
    (left, right) => right.count - right.families - (left.count - left.families),
  )
  return most === undefined || most.count === most.families
    ? []
    : [wording.translate('paperwork:limits.sameFamily', most)]
}

/** Questionnaires of which many sheets are missing at one time or the other. */
function limitsOfReturn(
  scales: readonly ScaleChange[],
  { wording }: SummaryInput,
): readonly string[] {
  const { translate, language } = wording
  const worst = new Map<string, ScaleChange>()
  for (const scale of scales) {
    const known = worst.get(scale.instrumentId)
    if (known === undefined || scale.numbers.n < known.numbers.n)
      worst.set(scale.instrumentId, scale)
  }
  return [...worst.values()]
    .filter(({ numbers, completeness }) => numbers.n < enough * completeness.expected)
    .map((scale) =>
      translate('paperwork:limits.manyMissing', {
        title: `${readWords(scale.instrumentTitle, language)}${writeSide(scale, translate)}`,
        expected: scale.completeness.expected,
        count: scale.numbers.n,
      }),
    )
}

/** Among many intervals some leave out 0 by chance; those with pages of their own were picked by it. */
function limitOfAspects(
  scales: readonly ScaleChange[],
  detailed: readonly ScaleChange[],
  { scaleIds, wording }: SummaryInput,
): readonly string[] {
  if (scales.length < 2) return []
  const isPicked = scaleIds === null && detailed.length < scales.length && detailed.some(hasChanged)
  return [
    wording.translate(isPicked ? 'paperwork:limits.pickedAspects' : 'paperwork:limits.aspects', {
      count: scales.length,
    }),
  ]
}
