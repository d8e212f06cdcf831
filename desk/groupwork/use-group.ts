// What a screen of this room knows about one group: everything is on the device, nothing is asked of the network.
import { useMemo } from 'react'
import { attendance, type Attendance } from '../../core/groupwork/attendance.ts'
import { meetingRecord, type MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting, type Meeting, settleNumbers } from '../../core/groupwork/meeting.ts'
import { seat, type Seat } from '../../core/groupwork/seat.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { type LocalRecord, useRecord, useRecords } from '../sync/index.ts'

export interface GroupFile {
  readonly group: LocalRecord<SupportGroup>
  readonly meetings: readonly LocalRecord<Meeting>[]
  readonly seats: readonly LocalRecord<Seat>[]
  readonly rows: readonly LocalRecord<Attendance>[]
  readonly records: readonly LocalRecord<MeetingRecord>[]
}

/** Null when the group is not on this device. */
export function useGroup(groupId: string): GroupFile | null {
  const group = useRecord(supportGroup, groupId)
  const meetings = useRecords(meeting, { groupId })
  const seats = useRecords(seat, { groupId })
  const rows = useRecords(attendance, { groupId })
  const records = useRecords(meetingRecord, { groupId })
  // The same list while nothing has changed: what hangs on it is not worked out with every drawing.
  const settled = useMemo(() => settleNumbers(meetings), [meetings])
  if (group === null) return null
  return { group, meetings: settled, seats, rows, records }
}

export interface MeetingFile extends GroupFile {
  readonly meeting: LocalRecord<Meeting>
}

export function useMeeting(meetingId: string): MeetingFile | null {
  const own = useRecord(meeting, meetingId)
  const file = useGroup(own?.groupId ?? '')
  // With the number by which the group calls it (GRP-29).
  const shown = file?.meetings.find(({ id }) => id === meetingId)
  return file === null || shown === undefined ? null : { ...file, meeting: shown }
}
