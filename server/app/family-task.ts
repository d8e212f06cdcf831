// The home task on the family's own phone: which one, and what the family says became of it.
import { z } from 'zod'
import {
  homeTaskReturn,
  homeTaskReturnId,
  taskStates,
} from '../../core/groupwork/between/home-task-return.ts'
import { type HomeTask, listHomeTasks } from '../../core/groupwork/between/home-tasks.ts'
import { placeAt } from '../../core/groupwork/at-meeting.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import type { Answers } from '../../core/inquiry/check-answers.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import { type Handed, keepAnswers, noteAnswered, noteRefused, reasonOf } from './family-answers.ts'
import { type AtMeetingOf, findSeatAt, type SeatAt } from './family-seat.ts'
import type { House } from './house.ts'
import { actFor, lookAt, type ServerDraft } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

export interface TaskAtHome extends SeatAt {
  readonly task: HomeTask
}

/** The task that this person took home from this meeting: their own strand's, and nobody else's. */
export async function findTaskAtHome(
  house: House,
  agencyId: string,
  whose: AtMeetingOf,
): Promise<TaskAtHome | null> {
  return lookAt(house, agencyId, async (look) => {
    const at = await findSeatAt(look, whose)
    if (at === null) return null
    const records = await look.many(meetingRecord, { meetingId: at.meeting.id })
    const task = listHomeTasks([at.meeting], records).find(
      ({ strand }) => strand === at.seat.strand,
    )
    return task === undefined ? null : { ...at, task }
  })
}

/** The last task that this person took home and of which nobody has said yet what became of it. */
export async function findOpenTask(house: House, link: FamilyLink): Promise<TaskAtHome | null> {
  const { agencyId, personId } = link
  const last = await lookAt(house, agencyId, async (look) => {
    const seats = await look.many(seat, { personId })
    const open = await Promise.all(
      seats.map(async ({ id, groupId, strand }) => {
        const meetings = await look.many(meeting, { groupId })
        const task = listHomeTasks(meetings, await look.many(meetingRecord, { groupId })).findLast(
          (one) => one.strand === strand,
        )
        const told = task && (await look.one(homeTaskReturn, homeTaskReturnId(task.meeting.id, id)))
        return told === null ? task : undefined
      }),
    )
    return open
      .filter((task) => task !== undefined)
      .toSorted((left, right) => left.givenOn.localeCompare(right.givenOn))
      .at(-1)
  })
  if (last === undefined) return null
  return findTaskOf(house, link, last.meeting.id)
}

/** The task of a meeting as it stood on a page of this person; null where it is over, or no task of theirs. */
export async function findTaskOf(
  house: House,
  link: FamilyLink,
  meetingId: string,
): Promise<TaskAtHome | null> {
  if (!z.uuid().safeParse(meetingId).success) return null
  const at = await findTaskAtHome(house, link.agencyId, { ...link, meetingId })
  return at === null || at.isOver || !at.childIds.includes(link.childId) ? null : at
}

/** The family has said just this of it already. */
export async function isToldSo(
  house: House,
  link: FamilyLink,
  { task, seat: own }: TaskAtHome,
  answers: Answers,
): Promise<boolean> {
  const id = homeTaskReturnId(task.meeting.id, own.id)
  const told = await lookAt(house, link.agencyId, (look) => look.one(homeTaskReturn, id))
  return (
    told?.toldBy === 'family' && told.state === answers['state'] && told.words === answers['words']
  )
}

/** What the family says, as it is kept until it is taken. */
export function readTold(form: Readonly<Record<string, string>>): Answers | null {
  const state = taskStates.find((one) => one === form['t_state'])
  if (state === undefined) return null
  return { state, words: (form['t_words'] ?? '').normalize('NFC').trim().slice(0, 400) }
}

/** Takes what the family says; what a rule refuses is kept with its reason where the worker finds it, as every other answer. */
export async function takeTaskReturn(
  house: House,
  link: FamilyLink,
  form: Readonly<Record<string, string>>,
  language: string,
): Promise<'done' | 'gaps' | 'kept'> {
  const answers = readTold(form)
  if (answers === null) return 'gaps'
  await keepAnswers(house, link, answers)
  const handed = { staffId: link.madeBy, answers, language, on: house.today() }
  return (await handInTask(house, link, handed)) === null ? 'done' : 'kept'
}

/** Writes what the family said on behalf of a worker, also when the link has ended meanwhile: it was said in time. */
export async function handInTask(
  house: House,
  link: FamilyLink,
  handed: Handed,
): Promise<Refusal | null> {
  const at =
    link.targetId === null
      ? null
      : await findTaskAtHome(house, link.agencyId, { ...link, meetingId: link.targetId })
  if (at === null) return { id: 'LinkNotForPerson', details: {} }
  const [answer] = await actFor(house, link.agencyId, handed.staffId, [draftReturn(at, handed)])
  if (answer?.status === 'applied') {
    await noteAnswered(house, link)
    return null
  }
  const reason = answer === undefined ? { id: 'ServerTrouble', details: {} } : reasonOf(answer)
  await noteRefused(house, link, handed, reason)
  return reason
}

export function draftReturn(
  { task, seat: own }: TaskAtHome,
  { answers, on }: Pick<Handed, 'answers' | 'on'>,
): ServerDraft {
  return {
    kind: homeTaskReturn,
    recordId: homeTaskReturnId(task.meeting.id, own.id),
    // Where the worker has already said something else, both stand side by side until somebody chooses.
    verb: 'create',
    fields: { ...placeAt(task.meeting.id, own), ...answers, toldBy: 'family', toldOn: on },
  }
}
