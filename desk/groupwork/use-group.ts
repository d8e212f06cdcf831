// What a screen of this room knows about one group: everything is on the device, nothing is asked of the network.
import { useMemo } from 'react'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { attendance, type Attendance } from '../../core/groupwork/attendance.ts'
import {
  endKeptAway,
  type KeptAwaySeat,
  listKeptAwaySeats,
} from '../../core/groupwork/kept-away/end-kept-away.ts'
import { meetingRecord, type MeetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting, type Meeting, settleNumbers } from '../../core/groupwork/meeting.ts'
import { seat, type Seat } from '../../core/groupwork/seat.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { type LocalRecord, useRecord, useRecords } from '../sync/index.ts'

export interface GroupFile {
  readonly group: LocalRecord<SupportGroup>
  readonly meetings: readonly LocalRecord<Meeting>[]
  /** Whoever is kept away has left, as far as this device may know (FAM-61). */
  readonly seats: readonly LocalRecord<Seat>[]
  /** Their seats as they stand, for a person to end. */
  readonly keptAway: readonly KeptAwaySeat<LocalRecord<Seat>>[]
  readonly rows: readonly LocalRecord<Attendance>[]
  readonly records: readonly LocalRecord<MeetingRecord>[]
}

/** Null when the group is not on this device. */
export function useGroup(groupId: string): GroupFile | null {
  const group = useRecord(supportGroup, groupId)
  const meetings = useRecords(meeting, { groupId })
  const standing = useRecords(seat, { groupId })
  const restrictions = useRecords(restrictedParty)
  const rows = useRecords(attendance, { groupId })
  const records = useRecords(meetingRecord, { groupId })
  // The same list while nothing has changed: what hangs on it is not worked out with every drawing.
  const settled = useMemo(() => settleNumbers(meetings), [meetings])
  const seats = useMemo(() => endKeptAway(standing, restrictions), [standing, restrictions])
  const keptAway = useMemo(
    () => listKeptAwaySeats(standing, restrictions),
    [standing, restrictions],
  )
  if (group === null) return null
  return { group, meetings: settled, seats, keptAway, rows, records }
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
