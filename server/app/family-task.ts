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
import { noteAnswered } from './family-answers.ts'
import type { House } from './house.ts'
import { actFor, lookAt } from './record-store.ts'
import type { FamilyLink } from './stored-links.ts'

export interface TaskAtHome {
  readonly task: HomeTask
  readonly seat: SeatEntry
  /** The member, or the children for whom the member comes. */
  readonly childIds: readonly string[]
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
    return { task, seat: own, childIds }
  })
}

/** Takes what the family says; refused when the worker who made the link may no longer write there. */
export async function takeTaskReturn(
  house: House,
  link: FamilyLink,
  at: TaskAtHome,
  form: Readonly<Record<string, string>>,
): Promise<'done' | 'gaps' | 'refused'> {
  const state = taskStates.find((one) => one === form['t_state'])
  if (state === undefined) return 'gaps'
  const words = (form['t_words'] ?? '').normalize('NFC').trim().slice(0, 400)
  const told = { state, toldBy: 'family', toldOn: house.today(), words }
  const [answer] = await actFor(house, link.agencyId, link.madeBy, [
    {
      kind: homeTaskReturn,
      recordId: homeTaskReturnId(at.task.meeting.id, at.seat.id),
      // Where the worker has already said something else, both stand side by side until somebody chooses.
      verb: 'create',
      fields: { ...placeAt(at.task.meeting.id, at.seat), ...told },
    },
  ])
  if (answer?.status !== 'applied') return 'refused'
  await noteAnswered(house, link)
  return 'done'
}
