import { scalesOf } from '../../inquiry/check-scale.ts'
import { refuseWrongAnswers } from '../../inquiry/check-answers.ts'
import type { Subscale } from '../../inquiry/scale.ts'
import { bandOf, scorePart } from '../../inquiry/score-sheet.ts'
import { addDays } from '../../kit/dates.ts'
import { findSilences } from '../find-silences.ts'
import { groupedBy } from '../../kit/grouped-by.ts'
import type { CaseGround, GroundRecords } from './case-ground.ts'

/** EVA-14: an adult who is away and has been out of touch for 14 days; never where nobody keeps a log. */
export function silenceGrounds(records: GroundRecords): readonly CaseGround[] {
  return findSilences(records).flatMap(({ familyId, pairId, state, since, days }): CaseGround[] =>
    state !== 'silent14' || since === null
      ? []
      : [{ familyId, pairId, personId: null, ground: since, since, count: days ?? 0 }],
  )
}

/** Older scores are history: what was measured before is looked at with the next wave. */
const daysOfScores = 180

/** Of each respondent's latest sheet of a questionnaire, the scores in the outermost band on the worse side of a norm. */
export function scoreGrounds(records: GroundRecords): readonly CaseGround[] {
  const waves = groupedBy(records.waves, ({ id }) => id)
  const dated = records.sheets
    .filter(({ state }) => state === 'submitted')
    .flatMap((sheet) => {
      const on = sheet.answeredOn ?? sheet.submittedOn ?? waves.get(sheet.waveId)?.[0]?.opensOn
      return on === undefined ? [] : [{ sheet, on }]
    })
    .filter(({ on }) => on >= addDays(records.today, -daysOfScores))
    .sort((left, right) => right.on.localeCompare(left.on))
  const latest = groupedBy(dated, ({ sheet: { instrumentId, respondentId, pairId, childId } }) =>
    [instrumentId, respondentId, pairId ?? childId].join(),
  )
  return [...latest.values()].flatMap(([one]) => (one === undefined ? [] : groundsOf(one, records)))
}

function groundsOf(
  { sheet, on }: { readonly sheet: GroundRecords['sheets'][number]; readonly on: string },
  { instruments }: GroundRecords,
): readonly CaseGround[] {
  const its = instruments.find(({ id }) => id === sheet.instrumentId)
  if (its === undefined || refuseWrongAnswers(its, sheet.answers) !== null) return []
  const count = scalesOf(its).filter((scale) => {
    const { value } = scorePart(its, scale, sheet.answers)
    return value !== null && isInWorstBand(scale, value)
  }).length
  if (count === 0) return []
  const { familyId, pairId, childId } = sheet
  const personId = pairId === null ? childId : null
  return [{ familyId, pairId, personId, ground: sheet.id, since: on, count }]
}

/** Which band is the worse one follows from the scale's direction alone; a neutral scale proposes nothing. */
function isInWorstBand(scale: Subscale, value: number): boolean {
  if (scale.direction === 'neutral') return false
  return scale.norms.some(({ id, bands }) => {
    const ordered = bands.toSorted(
      (left, right) =>
        (left.from ?? Number.NEGATIVE_INFINITY) - (right.from ?? Number.NEGATIVE_INFINITY),
    )
    const worst = scale.direction === 'higherIsBetter' ? ordered[0] : ordered.at(-1)
    return ordered.length > 1 && worst !== undefined && bandOf(scale, id, value)?.id === worst.id
  })
}
