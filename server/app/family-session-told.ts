// What a member tells on their own page of a meeting, written through the gate of every record; what nobody may write waits for a worker.
import { placeAt } from '../../core/groupwork/at-meeting.ts'
import {
  type AsyncStep,
  asyncStep,
  type AsyncStepEntry,
  asyncStepId,
  comingIntents,
} from '../../core/groupwork/between/async-step.ts'
import { type SelfTold, tellStep } from '../../core/groupwork/between/self-told.ts'
import type { Answers } from '../../core/inquiry/check-answers.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import { forgetKept, type Handed, keepAnswers, noteRefused, readKept } from './family-answers.ts'
import { findSeatAt, refuseSeatUnconsented, type SeatAt } from './family-seat.ts'
import { writeForFamily } from './family-takers.ts'
import type { House } from './house.ts'
import { lookAt } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

export interface ToldSoFar {
  readonly record: AsyncStepEntry | null
  /** Said by this link, and not written down yet. */
  readonly kept: Answers
}

export async function readToldSoFar(
  house: House,
  link: FamilyLink,
  { meeting, seat }: Pick<SeatAt, 'meeting' | 'seat'>,
): Promise<ToldSoFar> {
  const record = await lookAt(house, link.agencyId, (look) =>
    look.one(asyncStep, asyncStepId(meeting.id, seat.id)),
  )
  return { record, kept: await readKept(house, link) }
}

/** What the member has said, the kept beside the written: their page shows both as said. */
export function stepOf({ meeting, seat }: SeatAt, { record, kept }: ToldSoFar): AsyncStep {
  const { id: _, ...written } = record ?? { id: null, ...placeAt(meeting.id, seat) }
  return asyncStep.read(fieldsAsJson({ ...written, ...kept }))
}

export function selfToldOf(form: Readonly<Record<string, string>>): SelfTold | null {
  const { step } = form
  if (step === 'listened' || step === 'tried') return { step }
  if (step === 'recalled') return { step, words: form['q_recall'] ?? '' }
  if (step === 'happened') return { step, words: form['q_happened'] ?? '' }
  const intent = comingIntents.find((one) => one === form['intent'])
  return step === 'intent' && intent !== undefined ? { step, intent } : null
}

/** GRP-63: sent twice it changes nothing; what is refused is kept, with all that was said before and waits still. */
export async function takeTold(
  house: House,
  link: FamilyLink,
  at: SeatAt,
  told: SelfTold,
  language: string,
): Promise<'done' | 'same' | 'kept'> {
  const soFar = await readToldSoFar(house, link, at)
  const on = house.today()
  const change = tellStep(stepOf(at, soFar), told, on)
  if (change === null) return 'same'
  const answers: Answers = { ...soFar.kept, ...change }
  const reason = await writeStep(house, link, at, { record: soFar.record, fields: answers })
  if (reason === null) {
    if (Object.keys(soFar.kept).length > 0) await forgetKept(house, link)
    return 'done'
  }
  await keepSaid(house, link, answers, { language, reason })
  return 'kept'
}

/** What could not be written down, until a worker takes it; the link goes on. */
export async function keepSaid(
  house: House,
  link: FamilyLink,
  answers: Answers,
  { language, reason }: { readonly language: string; readonly reason: Refusal },
): Promise<void> {
  await keepAnswers(house, link, answers)
  const handed = { staffId: link.madeBy, answers, language, on: house.today() }
  await noteRefused(house, link, handed, reason)
}

async function writeStep(
  house: House,
  link: FamilyLink,
  { meeting, seat }: SeatAt,
  { record, fields }: { readonly record: AsyncStepEntry | null; readonly fields: Answers },
  by = link.madeBy,
): Promise<Refusal | null> {
  const recordId = asyncStepId(meeting.id, seat.id)
  if (record === null) {
    const all = fieldsAsJson({ ...placeAt(meeting.id, seat), ...fields })
    return writeForFamily(
      house,
      link,
      [{ kind: asyncStep, recordId, verb: 'create', fields: all }],
      by,
    )
  }
  const { id: _, ...before } = record
  const draft = { kind: asyncStep, recordId, verb: 'edit', before: fieldsAsJson(before) }
  return writeForFamily(house, link, [{ ...draft, fields: fieldsAsJson(fields) }], by)
}

/** Tries again in the name of a worker, also when the link has ended meanwhile: it was said in time. The link itself goes on. */
export async function handInSession(
  house: House,
  link: FamilyLink,
  { staffId }: Handed,
): Promise<Refusal | null> {
  const at = await lookAt(house, link.agencyId, (look) =>
    findSeatAt(look, { ...link, meetingId: link.targetId ?? '' }),
  )
  if (at === null) return refusal('LinkNotForPerson')
  const missing = await lookAt(house, link.agencyId, (look) =>
    refuseSeatUnconsented(look, at, house.today()),
  )
  if (missing !== null) return missing
  const { record, kept } = await readToldSoFar(house, link, at)
  const reason = await writeStep(house, link, at, { record, fields: kept }, staffId)
  if (reason === null) await forgetKept(house, link)
  return reason
}
