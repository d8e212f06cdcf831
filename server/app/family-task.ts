// The home task on the family's own phone: which one, and what the family says became of it.
import {
  homeTaskReturn,
  homeTaskReturnId,
  taskStates,
} from '../../core/groupwork/between/home-task-return.ts'
import { type HomeTask, listHomeTasks } from '../../core/groupwork/between/home-tasks.ts'
import { pair } from '../../core/families/pair.ts'
import { placeAt } from '../../core/groupwork/at-meeting.ts'
import { expectedAt } from '../../core/groupwork/expected-at.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat, seatId, type SeatEntry } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import type { Answers } from '../../core/inquiry/check-answers.ts'
import type { Refusal } from '../../core/kit/outcome.ts'
import { type Handed, keepAnswers, noteAnswered, noteRefused, reasonOf } from './family-answers.ts'
import type { House } from './house.ts'
import { actFor, lookAt } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

export interface TaskAtHome {
  readonly task: HomeTask
  readonly seat: SeatEntry
  /** The member, or the children for whom the member comes. */
  readonly childIds: readonly string[]
  /** The group has closed, or the member has left it: nothing is asked of the family any more. */
  readonly isOver: boolean
}

/** The task that this person took home from this meeting: their own strand's, and nobody else's. */
export async function findTaskAtHome(
  house: House,
  agencyId: string,
  whose: { readonly familyId: string; readonly personId: string; readonly meetingId: string },
): Promise<TaskAtHome | null> {
  return lookAt(house, agencyId, async (look) => {
    const at = await look.one(meeting, whose.meetingId)
    if (at === null) return null
    const own = await look.one(seat, seatId(at.groupId, whose.personId))
    if (own === null || own.familyId !== whose.familyId) return null
    const records = await look.many(meetingRecord, { meetingId: at.id })
    const task = listHomeTasks([at], records).find(({ strand }) => strand === own.strand)
    if (task === undefined || expectedAt(at, [own]).length === 0) return null
    const its = own.pairId === null ? null : await look.one(pair, own.pairId)
    const childIds = its === null ? [own.personId] : [its.childId, ...own.siblingIds]
    const group = await look.one(supportGroup, at.groupId)
    const isOver = group === null || group.state === 'closed' || own.leftOn !== null
    return { task, seat: own, childIds, isOver }
  })
}

/** What the family says, as it is kept until it is taken. */
function readTold(form: Readonly<Record<string, string>>): Answers | null {
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
  const told = { ...handed.answers, toldBy: 'family', toldOn: handed.on }
  const [answer] = await actFor(house, link.agencyId, handed.staffId, [
    {
      kind: homeTaskReturn,
      recordId: homeTaskReturnId(at.task.meeting.id, at.seat.id),
      // Where the worker has already said something else, both stand side by side until somebody chooses.
      verb: 'create',
      fields: { ...placeAt(at.task.meeting.id, at.seat), ...told },
    },
  ])
  if (answer?.status === 'applied') {
    await noteAnswered(house, link)
    return null
  }
  const reason = answer === undefined ? { id: 'ServerTrouble', details: {} } : reasonOf(answer)
  await noteRefused(house, link, handed, reason)
  return reason
}
