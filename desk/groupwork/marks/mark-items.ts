import type { MemberMark } from '../../../core/groupwork/members/member-mark.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import {
  homeTaskReturn,
  homeTaskReturnId,
  type HomeTaskReturn,
} from '../../../core/groupwork/between/home-task-return.ts'
import { memberMark, memberMarkId } from '../../../core/groupwork/members/member-mark.ts'
import { placeAt } from '../../../core/groupwork/at-meeting.ts'
import type { SeatEntry } from '../../../core/groupwork/seat.ts'
import type { Draft } from '../../../core/sync/device.ts'
import type { Look } from '../../sync/use-act-in-turn.ts'

/** In the order of a meeting: what is seen on arrival, what during it, what on leaving. */
export const markItems = ['moodIn', 'homeTask', 'participation', 'skill', 'moodOut'] as const
export type MarkItem = (typeof markItems)[number]

type MarkFields = Partial<Omit<MemberMark, 'meetingId' | 'groupId' | 'familyId' | 'seatId'>>

/** Marks a member, or changes what was marked. */
export function draftMemberMark(
  meetingId: string,
  seat: SeatEntry,
  fields: MarkFields,
  look: Look,
): Draft {
  const recordId = memberMarkId(meetingId, seat.id)
  const known = look(memberMark, recordId)
  const birth = known === null ? placeAt(meetingId, seat) : {}
  return {
    kind: memberMark,
    recordId,
    verb: known === null ? 'create' : 'edit',
    input: {},
    fields: fieldsAsJson({ ...birth, ...fields }),
  }
}

/** Notes what became of the task that the member took home from this meeting. */
export function draftTaskReturn(
  meetingId: string,
  seat: SeatEntry,
  fields: Pick<HomeTaskReturn, 'state' | 'toldBy' | 'toldOn'> &
    Partial<Pick<HomeTaskReturn, 'words'>>,
  look: Look,
): Draft {
  const recordId = homeTaskReturnId(meetingId, seat.id)
  const known = look(homeTaskReturn, recordId)
  const birth = known === null ? placeAt(meetingId, seat) : {}
  return {
    kind: homeTaskReturn,
    recordId,
    verb: known === null ? 'create' : 'edit',
    input: {},
    fields: fieldsAsJson({ ...birth, ...fields }),
  }
}
