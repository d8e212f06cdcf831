import { addDays } from '../kit/dates.ts'
import { dayFor, meetingId, type Meeting, type MeetingEntry } from './meeting.ts'
import type { Session } from './plan-shape.ts'
import type { Programme } from './programme.ts'
import { strands, type Strand } from './strand.ts'

export interface Rhythm {
  /** Days from one meeting to the next; 7 keeps the weekday. */
  readonly everyDays: number
  /** HH:MM, or empty. */
  readonly at: string
  /** When a strand meets by itself in a parallel week: so many days after the week's first day. */
  readonly strandTimes: Partial<
    Readonly<Record<Strand, { readonly afterDays: number; readonly at: string }>>
  >
  /** Exams, harvest, holidays: a meeting that would fall into one moves on by whole steps. */
  readonly pauses: readonly { readonly from: string; readonly until: string }[]
}

interface GroupPlace {
  readonly id: string
  readonly place: string
  readonly onlineTool: string
}

/**
 * GRP-20: a whole group planned from a programme: one meeting per session, in order, none in a pause. A session with its own
 * distance (`daysAfter`) is counted from the last one of the rhythm and moves no other. The plan is copied, so that later
 * changes to the programme leave the group as it is.
 */
export function planGroup(
  programme: Pick<Programme, 'sessions'>,
  group: GroupPlace,
  startDay: string,
  rhythm: Rhythm,
): readonly MeetingEntry[] {
  const step = Math.max(1, Math.floor(rhythm.everyDays))
  const meetings: MeetingEntry[] = []
  let last: string | null = null
  for (const session of [...programme.sessions].sort((left, right) => left.no - right.no)) {
    const own = session.daysAfter
    const wished: string = last === null ? startDay : addDays(last, own ?? step)
    const day = firstFreeDay(wished, step, rhythm)
    meetings.push({
      id: meetingId(group.id, session.no),
      ...planMeeting(session, group, day, rhythm),
    })
    if (own === null || last === null) last = day
  }
  return meetings
}

function firstFreeDay(day: string, step: number, { pauses }: Rhythm): string {
  const pause = pauses.find(({ from, until }) => from <= day && day <= until)
  return pause === undefined ? day : firstFreeDay(addDays(day, step), step, { ...noRhythm, pauses })
}

const noRhythm: Rhythm = { everyDays: 7, at: '', strandTimes: {}, pauses: [] }

function planMeeting(session: Session, group: GroupPlace, day: string, rhythm: Rhythm): Meeting {
  const { strands: plan, daysAfter: _placed, ...rest } = session
  return {
    ...rest,
    groupId: group.id,
    strands: strandsOf(session),
    plannedOn: day,
    plannedAt: rhythm.at,
    strandTimes: session.form === 'parallel' ? strandTimesFrom(session, day, rhythm) : {},
    place: group.place,
    onlineTool: group.onlineTool,
    plan,
    ...notYetHeld,
  }
}

/** How every meeting begins. */
export const notYetHeld = {
  extra: false,
  notes: '',
  state: 'planned',
  heldOn: null,
  minutes: null,
  callOffReason: null,
  callOffNote: '',
} as const

/** Everybody is expected at a joint meeting; otherwise those for whom something is planned. */
function strandsOf(session: Session): Strand[] {
  if (session.form === 'joint') return [...strands]
  const planned = strands.filter((strand) => session.strands[strand] !== undefined)
  if (planned.length > 0) return planned
  return session.form === 'guardianCircle' ? ['guardian'] : ['child', 'parent']
}

function strandTimesFrom(session: Session, day: string, rhythm: Rhythm): Meeting['strandTimes'] {
  const times: Meeting['strandTimes'] = {}
  for (const strand of strandsOf(session)) {
    const own = rhythm.strandTimes[strand]
    if (own !== undefined)
      times[strand] = { on: addDays(day, own.afterDays), at: own.at, place: '' }
  }
  return times
}

/** Meetings that a person must look at: still unsettled although their day is over, and those of the coming days. */
export function meetingsDue(
  meetings: readonly MeetingEntry[],
  today: string,
  daysAhead: number,
): { readonly unsettled: readonly MeetingEntry[]; readonly coming: readonly MeetingEntry[] } {
  const open = meetings
    .filter(({ state }) => state === 'planned')
    .sort((left, right) => firstDay(left).localeCompare(firstDay(right)) || left.no - right.no)
  const horizon = addDays(today, daysAhead)
  return {
    unsettled: open.filter((one) => lastDay(one) < today),
    coming: open.filter((one) => lastDay(one) >= today && firstDay(one) <= horizon),
  }
}

function daysOf(one: Meeting): readonly string[] {
  return one.strands.map((strand) => dayFor(one, strand)).sort()
}

function firstDay(one: Meeting): string {
  return daysOf(one)[0] ?? one.plannedOn
}

function lastDay(one: Meeting): string {
  return daysOf(one).at(-1) ?? one.plannedOn
}
