import { attendance, type Attendance } from '../../core/groupwork/attendance.ts'
import { freeAttendanceId, newAttendance } from '../../core/groupwork/mark-attendance.ts'
import type { SeatEntry } from '../../core/groupwork/seat.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import type { Draft } from '../../core/sync/device.ts'
import type { Look } from './use-act-in-turn.ts'

export type PresenceMark = Pick<Attendance, 'presence' | 'absenceReason' | 'representedBy'>

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

/** Takes marks back; whoever was marked can be marked anew. */
export function draftsOfTakingBack(recordIds: readonly string[], look: Look): readonly Draft[] {
  return recordIds
    .filter((id) => look(attendance, id)?.removed === false)
    .map((recordId) => ({ kind: attendance, recordId, verb: 'remove', input: {}, fields: {} }))
}
