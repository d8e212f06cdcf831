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

/**
 * GRP-47: the seats kept beside the children at a joint meeting: those of the child's own seat, and what was said on the day. None
 * at other meetings, and none beside a child who was not there.
 */
export function listKeptSeats(
  meeting: MeetingEntry,
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly KeptSeatAt[] {
  if (meeting.form !== 'joint') return []
  return rows
    .filter((row) => row.meetingId === meeting.id && isLive(row))
    .flatMap((row) => {
      const child = seats.find(({ id, strand }) => id === row.seatId && strand === 'child')
      return child === undefined ? [] : keptBeside(child, row)
    })
}

/** Those of one child: planned for, or said. */
export function keptBeside(
  child: SeatEntry,
  row: Pick<AttendanceEntry, 'keptSeats'>,
): readonly KeptSeatAt[] {
  return parentRelations
    .filter((one) => child.keptFor.includes(one) || row.keptSeats[one] !== undefined)
    .map((keptFor) => ({ child, keptFor, said: row.keptSeats[keptFor] ?? null }))
}

function isLive({ presence }: AttendanceEntry): boolean {
  return presence === 'inPerson' || presence === 'liveRemote'
}

export interface KeptSeatCount {
  readonly empty: number
  readonly filled: number
}

/** GRP-47: how often a kept seat stayed empty and how often somebody else sat in it. In no number of persons or person-times. */
export function countKeptSeats(participation: readonly Participation[]): KeptSeatCount {
  const said = participation
    .filter((one) => one.meeting.form === 'joint' && one.seat.strand === 'child' && wasLive(one))
    .flatMap(({ row }) => Object.values(row?.keptSeats ?? {}))
  const filled = said.filter(({ filledBy }) => filledBy !== '').length
  return { empty: said.length - filled, filled }
}
