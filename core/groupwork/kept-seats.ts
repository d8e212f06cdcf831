import type { Pair } from '../families/pair.ts'
import type { AttendanceEntry, KeptSeat } from './attendance.ts'
import { type Participation, wasLive } from './count-attendance.ts'
import type { MeetingEntry } from './meeting.ts'
import type { ParentRelation, SeatEntry } from './seat.ts'
import { parentRelations } from './seat.ts'

/** A seat beside a child at a joint meeting in which the parent whose it is did not sit. */
export interface KeptSeatAt {
  readonly child: SeatEntry
  readonly keptFor: ParentRelation
  /** Null: nobody has said yet whether it stayed empty. */
  readonly said: KeptSeat | null
}

/** Who is whose mother or father, as far as the viewer may know it. */
export type KnownPair = Pick<Pair, 'childId' | 'adultId' | 'relation'>

/**
 * GRP-47: the seats kept beside the children at a joint meeting: those of the child's own seat, and what was said on the day. None
 * at other meetings, none beside a child who was not there, and none of a parent who sat there after all.
 */
export function listKeptSeats(
  meeting: MeetingEntry,
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
  pairs: readonly KnownPair[],
): readonly KeptSeatAt[] {
  if (meeting.form !== 'joint') return []
  const live = rows.filter((row) => row.meetingId === meeting.id && isLive(row))
  return live.flatMap((row) => {
    const child = seats.find(({ id, strand }) => id === row.seatId && strand === 'child')
    return child === undefined ? [] : keptBeside(child, row, live, pairs)
  })
}

/** Those of one child: planned for, or said; not those of the parents among whoever was there. */
export function keptBeside(
  child: SeatEntry,
  row: Pick<AttendanceEntry, 'keptSeats'>,
  there: readonly Pick<AttendanceEntry, 'personId' | 'presence'>[],
  pairs: readonly KnownPair[],
): readonly KeptSeatAt[] {
  const sat = parentsThere(child.personId, there, pairs)
  return parentRelations
    .filter((one) => child.keptFor.includes(one) || row.keptSeats[one] !== undefined)
    .filter((one) => !sat.has(one))
    .map((keptFor) => ({ child, keptFor, said: row.keptSeats[keptFor] ?? null }))
}

function parentsThere(
  childId: string,
  there: readonly Pick<AttendanceEntry, 'personId' | 'presence'>[],
  pairs: readonly KnownPair[],
): ReadonlySet<string> {
  const live = new Set(there.filter(isLive).map(({ personId }) => personId))
  const own = pairs.filter((pair) => pair.childId === childId && live.has(pair.adultId))
  return new Set(own.map(({ relation }) => relation))
}

function isLive({ presence }: Pick<AttendanceEntry, 'presence'>): boolean {
  return presence === 'inPerson' || presence === 'liveRemote'
}

export interface KeptSeatCount {
  readonly empty: number
  readonly filled: number
}

/** GRP-47: how often a kept seat stayed empty and how often somebody else sat in it. In no number of persons or person-times. */
export function countKeptSeats(
  participation: readonly Participation[],
  pairs: readonly KnownPair[],
): KeptSeatCount {
  const said = participation
    .filter((one) => one.meeting.form === 'joint' && one.seat.strand === 'child' && wasLive(one))
    .flatMap(({ meeting, seat, row }) => {
      const there = participation.flatMap((one) =>
        one.meeting.id === meeting.id && one.row !== null ? [one.row] : [],
      )
      return row === null ? [] : keptBeside(seat, row, there, pairs)
    })
    .flatMap((kept) => kept.said ?? [])
  const filled = said.filter(({ filledBy }) => filledBy !== '').length
  return { empty: said.length - filled, filled }
}
