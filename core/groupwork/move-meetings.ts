import { addDays, daysBetween } from '../kit/dates.ts'
import type { Meeting, MeetingEntry } from './meeting.ts'

export interface MovedMeeting {
  readonly id: string
  readonly fields: Pick<Meeting, 'plannedOn' | 'strandTimes'>
}

/** GRP-26: a meeting that is put off takes its strands' own days along; `following` moves the later planned ones by as much. */
export function moveMeetings(
  meetings: readonly MeetingEntry[],
  moved: MeetingEntry,
  plannedOn: string,
  following: boolean,
): readonly MovedMeeting[] {
  const days = daysBetween(moved.plannedOn, plannedOn)
  return meetings
    .filter(({ state }) => state === 'planned')
    .filter(({ id, no }) => id === moved.id || (following && no > moved.no))
    .map((one) => ({ id: one.id, fields: moveBy(one, days) }))
}

function moveBy({ plannedOn, strandTimes }: Meeting, days: number): MovedMeeting['fields'] {
  const moved = Object.entries(strandTimes).map(
    ([strand, time]) => [strand, { ...time, on: addDays(time.on, days) }] as const,
  )
  return { plannedOn: addDays(plannedOn, days), strandTimes: Object.fromEntries(moved) }
}
