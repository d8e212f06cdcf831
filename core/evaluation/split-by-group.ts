import { groupedBy } from '../kit/grouped-by.ts'
import type { AttendanceEntry } from '../groupwork/attendance.ts'
import type { AbsenceFollowUpEntry } from '../groupwork/between/absence-follow-up.ts'
import type { MeetingRecordEntry } from '../groupwork/meeting-record.ts'
import type { MeetingEntry } from '../groupwork/meeting.ts'
import type { MemberMarkEntry } from '../groupwork/members/member-mark.ts'
import type { SeatEntry } from '../groupwork/seat.ts'

export interface GroupRecords {
  readonly meetings: readonly MeetingEntry[]
  readonly meetingRecords: readonly MeetingRecordEntry[]
  readonly attendance: readonly AttendanceEntry[]
  readonly seats: readonly SeatEntry[]
  readonly memberMarks: readonly MemberMarkEntry[]
  readonly absenceFollowUps: readonly AbsenceFollowUpEntry[]
}

/** The records of each group by themselves: in a station of hundreds nobody's marks are sought among all others'. */
export function splitByGroup(all: GroupRecords): readonly GroupRecords[] {
  const meetings = groupedBy(all.meetings, byGroup)
  const meetingRecords = groupedBy(all.meetingRecords, byGroup)
  const attendance = groupedBy(all.attendance, byGroup)
  const seats = groupedBy(all.seats, byGroup)
  const memberMarks = groupedBy(all.memberMarks, byGroup)
  const absenceFollowUps = groupedBy(all.absenceFollowUps, byGroup)
  return [...meetings.keys()].map((groupId) => ({
    meetings: meetings.get(groupId) ?? [],
    meetingRecords: meetingRecords.get(groupId) ?? [],
    attendance: attendance.get(groupId) ?? [],
    seats: seats.get(groupId) ?? [],
    memberMarks: memberMarks.get(groupId) ?? [],
    absenceFollowUps: absenceFollowUps.get(groupId) ?? [],
  }))
}

const byGroup = ({ groupId }: { readonly groupId: string }): string => groupId
