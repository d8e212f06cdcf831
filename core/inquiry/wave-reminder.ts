import { z } from 'zod'
import { consent } from '../families/consent.ts'
import { refuseWithoutConsent } from '../families/consent-state.ts'
import { person } from '../families/person.ts'
import { type Day, dayShape, daysBetween } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind, type Found, type VerbContext } from '../sync/kind.ts'
import { wave } from './wave.ts'

export const reminderWays = ['telephone', 'message', 'inPerson'] as const

const waveReminderShape = z.strictObject({
  familyId: z.uuid(),
  waveId: z.uuid(),
  /** The child whom the questionnaire concerns. */
  childId: z.uuid(),
  respondentId: z.uuid(),
  remindedOn: dayShape,
  how: z.enum(reminderWays),
  byId: z.uuid(),
})
export type WaveReminder = z.infer<typeof waveReminderShape>

/** Somebody was asked once more for their questionnaires of a wave. What was said is not kept. */
export const waveReminder = defineKind({
  name: 'waveReminder',
  room: 'inquiry',
  shape: waveReminderShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  references: {
    familyId: 'family',
    waveId: 'wave',
    childId: 'person',
    respondentId: 'person',
    byId: 'staff',
  },
  columns: ['familyId', 'waveId', 'respondentId', 'remindedOn'],
  ruleNeeds: ({ familyId, waveId, childId, respondentId }) => [
    { kind: wave.name, where: { id: waveId } },
    { kind: consent.name, where: { familyId } },
    ...[childId, respondentId].map((id) => ({ kind: person.name, where: { id } })),
  ],
  rule: (after, _before, found, context) => refuseReminder(after, found, context),
})

/** One reminder of a person in a day, on whichever device it was noted. */
export function waveReminderIdOf(
  reminder: Pick<WaveReminder, 'waveId' | 'respondentId' | 'childId' | 'remindedOn'>,
): string {
  const { waveId, respondentId, childId, remindedOn } = reminder
  return deriveId('waveReminder', waveId, respondentId, childId, remindedOn)
}

/** INQ-24: about people of one family, by whoever notes it, on a day that has come, in a wave that has begun and asks known people. */
function refuseReminder(
  after: WaveReminder,
  found: Found,
  { actor, today }: VerbContext,
): Refusal | null {
  const its = found.of(wave).find(({ id }) => id === after.waveId)
  if (its === undefined || its.subject !== 'families') return refusal('WaveMissing')
  if (its.state === 'closed') return refusal('WaveClosed')
  if (after.remindedOn > today)
    return refusal('DateInFuture', { field: 'remindedOn', day: after.remindedOn })
  if (after.remindedOn < its.opensOn) return refusal('WaveNotOpen', { on: its.opensOn })
  if (after.byId !== actor.staffId) return refusal('ReminderOfSomebodyElse')
  const people = found.of(person)
  const isStranger = [after.childId, after.respondentId].some(
    (id) => people.find((one) => one.id === id)?.familyId !== after.familyId,
  )
  if (isStranger) return refusal('NotInThisFamily')
  return refuseWithoutConsent(found.of(consent), after.childId, 'assessment', today)
}

const quietDays = 3

type Asked = Pick<WaveReminder, 'respondentId' | 'childId'>

/** The latest reminder of a person about a child in a wave; null for none. */
export function latestReminder<One extends WaveReminder>(
  reminders: readonly One[],
  waveId: string,
  { respondentId, childId }: Asked,
): One | null {
  const [latest = null] = reminders
    .filter(
      (one) =>
        one.waveId === waveId && one.respondentId === respondentId && one.childId === childId,
    )
    .sort((left, right) => right.remindedOn.localeCompare(left.remindedOn))
  return latest
}

/** INQ-24: whoever was reminded is left in peace for three days. */
export function isQuiet(latest: Pick<WaveReminder, 'remindedOn'> | null, today: Day): boolean {
  return latest !== null && daysBetween(latest.remindedOn, today) < quietDays
}
