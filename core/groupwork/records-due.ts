import { addDays, daysBetween } from '../kit/dates.ts'
import type { MeetingRecordEntry } from './meeting-record.ts'
import { dayFor, type Meeting, type MeetingEntry } from './meeting.ts'
import type { Seat } from './seat.ts'
import type { PlanStrand, Strand } from './strand.ts'

/** What was not written down within two days is not remembered. */
export const daysToRecord = 2

export interface RecordDue {
  readonly meeting: MeetingEntry
  readonly strand: PlanStrand
  readonly recordId: string | null
  readonly state: 'missing' | 'draft'
  readonly dueOn: string
  /** Above 0 the record is overdue. */
  readonly daysLate: number
}

/**
 * For whom a meeting is recorded; individual work is recorded in the case. With the group's seats: no strand in which nobody
 * has ever had one, such as the guardians' of a group of children and parents.
 */
export function recordStrands(
  { groupId, form, strands }: Meeting,
  seats?: readonly Pick<Seat, 'groupId' | 'strand'>[],
): readonly PlanStrand[] {
  const isSeated = (strand: Strand): boolean =>
    seats?.some((one) => one.groupId === groupId && one.strand === strand) ?? true
  switch (form) {
    case 'joint':
      return ['joint']
    case 'parallel':
      return strands.filter(isSeated)
    case 'guardianCircle':
      return (['guardian'] as const).filter(isSeated)
    case 'individual':
      return []
  }
}

/** GRP-25: every held meeting has a submitted record per strand within 48 hours; what is open is listed, the oldest first. */
export function listRecordsDue(
  meetings: readonly MeetingEntry[],
  records: readonly MeetingRecordEntry[],
  today: string,
  seats?: readonly Pick<Seat, 'groupId' | 'strand'>[],
): readonly RecordDue[] {
  return meetings
    .filter(({ state }) => state === 'held')
    .flatMap((meeting) =>
      recordStrands(meeting, seats).flatMap((strand) => dueOf(meeting, strand, records, today)),
    )
    .filter(({ dueOn }) => addDays(dueOn, -daysToRecord) <= today)
    .sort(
      (left, right) => left.dueOn.localeCompare(right.dueOn) || left.meeting.no - right.meeting.no,
    )
}

function dueOf(
  meeting: MeetingEntry,
  strand: PlanStrand,
  records: readonly MeetingRecordEntry[],
  today: string,
): RecordDue[] {
  const record = records.find((one) => one.meetingId === meeting.id && one.strand === strand)
  if (record?.state === 'submitted') return []
  const day = strand === 'joint' ? (meeting.heldOn ?? meeting.plannedOn) : dayFor(meeting, strand)
  const dueOn = addDays(day, daysToRecord)
  return [
    {
      meeting,
      strand,
      recordId: record?.id ?? null,
      state: record === undefined ? 'missing' : 'draft',
      dueOn,
      daysLate: Math.max(0, daysBetween(dueOn, today)),
    },
  ]
}

export function recordsOverdue(
  meetings: readonly MeetingEntry[],
  records: readonly MeetingRecordEntry[],
  today: string,
): readonly RecordDue[] {
  return listRecordsDue(meetings, records, today).filter(({ daysLate }) => daysLate > 0)
}
