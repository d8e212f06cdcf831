import { dayFor, type MeetingEntry } from './meeting.ts'

export interface GroupProgress {
  readonly held: number
  readonly notHeld: number
  readonly total: number
  /** The planned meeting that comes next, or the oldest one whose day passed without word. */
  readonly next: MeetingEntry | null
  /** The first day on which a strand of it meets. */
  readonly nextOn: string | null
}

/** How far a group has come, for lists: counted over its meetings, whoever came. */
export function groupProgress(meetings: readonly MeetingEntry[]): GroupProgress {
  const planned = meetings
    .filter(({ state }) => state === 'planned')
    .map((meeting) => ({ meeting, on: firstDay(meeting) }))
    .sort((left, right) => left.on.localeCompare(right.on) || left.meeting.no - right.meeting.no)
  const next = planned[0]
  return {
    held: meetings.filter(({ state }) => state === 'held').length,
    notHeld: meetings.filter(({ state }) => state === 'notHeld').length,
    total: meetings.length,
    next: next?.meeting ?? null,
    nextOn: next?.on ?? null,
  }
}

function firstDay(meeting: MeetingEntry): string {
  const days = meeting.strands.map((strand) => dayFor(meeting, strand)).sort()
  return days[0] ?? meeting.plannedOn
}
