import { attendance, type Attendance, type KeptSeat } from '../../core/groupwork/attendance.ts'
import {
  freeAttendanceId,
  newAttendance,
  type PresenceMark,
} from '../../core/groupwork/mark-attendance.ts'
import type { ParentRelation, SeatEntry } from '../../core/groupwork/seat.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Draft } from '../../core/sync/device.ts'
import type { Look } from '../sync/use-act-in-turn.ts'

/** Marks a seat, or changes its mark. */
export function draftMark(
  meetingId: string,
  seat: SeatEntry,
  mark: PresenceMark,
  look: Look,
): Draft {
  const recordId = freeAttendanceId(
    meetingId,
    seat.personId,
    (id) => look(attendance, id)?.removed === true,
  )
  const known = look(attendance, recordId)
  const fields = known === null ? newAttendance(meetingId, seat, mark) : mark
  return {
    kind: attendance,
    recordId,
    verb: known === null ? 'create' : 'edit',
    input: {},
    fields: fieldsAsJson(fields),
  }
}

export function draftDetail(
  recordId: string,
  fields: Partial<Pick<Attendance, 'lateMinutes' | 'leftEarly' | 'note'>>,
): Draft {
  return { kind: attendance, recordId, verb: 'edit', input: {}, fields: fieldsAsJson(fields) }
}

/** Whether the seat kept for a parent stayed empty or somebody sat in it; null takes it back. */
export function draftKeptSeat(
  recordId: string,
  keptFor: ParentRelation,
  said: KeptSeat | null,
  look: Look,
): Draft {
  const { [keptFor]: _before, ...others } = look(attendance, recordId)?.keptSeats ?? {}
  const keptSeats = said === null ? others : { ...others, [keptFor]: said }
  return {
    kind: attendance,
    recordId,
    verb: 'edit',
    input: {},
    fields: fieldsAsJson({ keptSeats }),
  }
}

/** Takes marks back; whoever was marked can be marked anew. */
export function draftsOfTakingBack(recordIds: readonly string[], look: Look): readonly Draft[] {
  return recordIds
    .filter((id) => look(attendance, id)?.removed === false)
    .map((recordId) => ({ kind: attendance, recordId, verb: 'remove', input: {}, fields: {} }))
}
