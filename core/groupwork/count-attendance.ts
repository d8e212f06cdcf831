import { presenceModes, type AttendanceEntry, type PresenceMode } from './attendance.ts'
import { expectedAt } from './expected-at.ts'
import type { MeetingEntry } from './meeting.ts'
import type { SeatEntry } from './seat.ts'
import { strands, type Strand } from './strand.ts'

export type ModeCounts = Readonly<Record<PresenceMode, number>>

/** One line of a count: `expected` = marked as expected + `unmarked`; `byMode` also holds those who came unexpected. */
export interface AttendanceLine {
  readonly expected: number
  readonly unmarked: number
  readonly outside: number
  readonly byMode: ModeCounts
  /** Persons who took part themselves at least once, in whatever way; absent or represented is not taking part. */
  readonly persons: number
  /** Person-times in the room or on the call. */
  readonly live: number
}

export interface AttendanceCount {
  /** Groups with at least one held meeting. */
  readonly groups: number
  readonly meetingsHeld: number
  /** A joint meeting is one session; in a parallel week every strand's own meeting is one. */
  readonly sessionsHeld: number
  readonly total: AttendanceLine
  readonly byStrand: readonly (AttendanceLine & { readonly strand: Strand })[]
  readonly byMeeting: readonly (AttendanceLine & {
    readonly meetingId: string
    readonly no: number
  })[]
  /** Rows at meetings not (or no longer) marked as held: in no number, and in sight. */
  readonly uncounted: readonly AttendanceEntry[]
}

/** One expected or marked person at one held meeting: what every number is a sum over. */
export interface Participation {
  readonly meeting: MeetingEntry
  readonly seat: SeatEntry
  readonly row: AttendanceEntry | null
  readonly expected: boolean
}

/** All expected seats and all rows of held meetings, each once. */
export function listParticipation(
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly Participation[] {
  const seatById = new Map(seats.map((seat) => [seat.id, seat]))
  return heldInOrder(meetings).flatMap((meeting) => {
    const marked = new Map(
      rows.filter((row) => row.meetingId === meeting.id).map((row) => [row.seatId, row]),
    )
    const expected = expectedAt(meeting, seats)
    const asExpected = expected.map((seat) => ({
      meeting,
      seat,
      row: marked.get(seat.id) ?? null,
      expected: true,
    }))
    const outside = [...marked.values()].flatMap((row) => {
      const seat = seatById.get(row.seatId)
      return seat === undefined || expected.includes(seat)
        ? []
        : [{ meeting, seat, row, expected: false }]
    })
    return [...asExpected, ...outside]
  })
}

function heldInOrder(meetings: readonly MeetingEntry[]): readonly MeetingEntry[] {
  return meetings
    .filter(({ state }) => state === 'held')
    .sort(
      (left, right) => (left.heldOn ?? '').localeCompare(right.heldOn ?? '') || left.no - right.no,
    )
}

/** GRP-22: groups, sessions, persons and person-times by mode; strands and meetings each add up to the total. */
export function countAttendance(
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): AttendanceCount {
  const held = heldInOrder(meetings)
  const all = listParticipation(meetings, seats, rows)
  const counted = new Set(all.map(({ row }) => row?.id))
  return {
    groups: new Set(held.map(({ groupId }) => groupId)).size,
    meetingsHeld: held.length,
    sessionsHeld: held.reduce((sum, one) => sum + sessionsOf(one, seats), 0),
    total: countLine(all),
    byStrand: strands.map((strand) => ({
      strand,
      ...countLine(all.filter(({ seat }) => seat.strand === strand)),
    })),
    byMeeting: held.map((one) => ({
      meetingId: one.id,
      no: one.no,
      ...countLine(all.filter(({ meeting }) => meeting.id === one.id)),
    })),
    uncounted: rows.filter(({ id }) => !counted.has(id)),
  }
}

/** A strand in which nobody has a seat did not meet; a meeting that was held is one session at least. */
function sessionsOf(
  { groupId, form, strands: own }: MeetingEntry,
  seats: readonly SeatEntry[],
): number {
  if (form !== 'parallel') return 1
  const seated = own.filter((strand) =>
    seats.some((seat) => seat.groupId === groupId && seat.strand === strand),
  )
  return Math.max(1, seated.length)
}

export function countLine(participation: readonly Participation[]): AttendanceLine {
  const byMode = Object.fromEntries(
    presenceModes.map((mode) => [
      mode,
      participation.filter(({ row }) => row?.presence === mode).length,
    ]),
  )
  const counts: ModeCounts = { ...noModes, ...byMode }
  return {
    expected: participation.filter(({ expected }) => expected).length,
    unmarked: participation.filter(({ expected, row }) => expected && row === null).length,
    outside: participation.filter(({ expected }) => !expected).length,
    byMode: counts,
    persons: new Set(participation.filter(tookPart).map(({ seat }) => seat.personId)).size,
    live: counts.inPerson + counts.liveRemote,
  }
}

const noModes: ModeCounts = {
  inPerson: 0,
  liveRemote: 0,
  watchedLater: 0,
  represented: 0,
  absent: 0,
}

/** Person-times live of those who were expected: the upper part of every share. Guests do not lift it. */
export function countLiveExpected(participation: readonly Participation[]): number {
  return participation.filter((one) => one.expected && wasLive(one)).length
}

export function tookPart({ row }: Participation): boolean {
  return row !== null && row.presence !== 'absent' && row.presence !== 'represented'
}

export function wasLive({ row }: Participation): boolean {
  return row?.presence === 'inPerson' || row?.presence === 'liveRemote'
}
