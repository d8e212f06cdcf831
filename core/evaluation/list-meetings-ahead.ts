import type { AttendanceEntry } from '../groupwork/attendance.ts'
import { expectedAt } from '../groupwork/expected-at.ts'
import { dayFor, type MeetingEntry } from '../groupwork/meeting.ts'
import type { SeatEntry } from '../groupwork/seat.ts'
import type { Strand } from '../groupwork/strand.ts'
import { daysBetween, type Day } from '../kit/dates.ts'

/**
 * A meeting to go to (`ahead`, up to 7 days), one whose day has passed without word whether it was held (`notClosed`),
 * or one that was held with people not marked (`unmarked`).
 */
export interface MeetingItem {
  readonly what: 'ahead' | 'notClosed' | 'unmarked'
  readonly meetingId: string
  readonly groupId: string
  readonly no: number
  readonly theme: string
  /** In a parallel week each strand may have its own day. */
  readonly strand: Strand | null
  readonly on: Day
  readonly at: string
  /** Days from today; below 0 it has passed. */
  readonly inDays: number
  readonly expected: number
  readonly unmarked: number
}

interface MeetingFacts {
  readonly today: Day
  readonly meetings: readonly MeetingEntry[]
  readonly seats: readonly SeatEntry[]
  readonly attendance: readonly AttendanceEntry[]
}

const daysAhead = 7

export function listMeetingsAhead(facts: MeetingFacts): readonly MeetingItem[] {
  return facts.meetings.flatMap((meeting) => itemsOf(meeting, facts)).sort(byDayAndHour)
}

export function byDayAndHour(left: MeetingItem, right: MeetingItem): number {
  return left.inDays - right.inDays || left.at.localeCompare(right.at)
}

function itemsOf(meeting: MeetingEntry, facts: MeetingFacts): readonly MeetingItem[] {
  switch (meeting.state) {
    case 'notHeld':
      return []
    case 'held':
      return unmarkedOf(meeting, facts)
    case 'planned':
      return occasionsOf(meeting).flatMap(({ strand, on, at }): MeetingItem[] => {
        const inDays = daysBetween(facts.today, on)
        if (inDays > daysAhead) return []
        const expected = expectedAt(meeting, facts.seats).filter(
          (seat) => strand === null || seat.strand === strand,
        ).length
        const what = inDays < 0 ? 'notClosed' : 'ahead'
        return [{ ...baseOf(meeting), what, strand, on, at, inDays, expected, unmarked: 0 }]
      })
  }
}

function baseOf(
  meeting: MeetingEntry,
): Pick<MeetingItem, 'meetingId' | 'groupId' | 'no' | 'theme'> {
  const { id, groupId, no, theme } = meeting
  return { meetingId: id, groupId, no, theme }
}

interface Occasion {
  readonly strand: Strand | null
  readonly on: Day
  readonly at: string
}

/** One occasion for all, or one per strand where strands meet on other days. */
function occasionsOf(meeting: MeetingEntry): readonly Occasion[] {
  const common = { strand: null, on: meeting.plannedOn, at: meeting.plannedAt }
  const own = meeting.strands.map((strand) => ({
    strand,
    on: dayFor(meeting, strand),
    at: meeting.strandTimes[strand]?.at ?? meeting.plannedAt,
  }))
  return own.every(({ on, at }) => on === common.on && at === common.at) ? [common] : own
}

function unmarkedOf(meeting: MeetingEntry, facts: MeetingFacts): readonly MeetingItem[] {
  const expected = expectedAt(meeting, facts.seats)
  const marked = new Set(
    facts.attendance.filter((row) => row.meetingId === meeting.id).map(({ seatId }) => seatId),
  )
  const unmarked = expected.filter(({ id }) => !marked.has(id)).length
  if (unmarked === 0) return []
  const on = meeting.heldOn ?? meeting.plannedOn
  const inDays = daysBetween(facts.today, on)
  const counts = { expected: expected.length, unmarked }
  const base = baseOf(meeting)
  return [{ ...base, what: 'unmarked', strand: null, on, at: meeting.plannedAt, inDays, ...counts }]
}
