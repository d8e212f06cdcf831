import type { AttendanceEntry } from './attendance.ts'
import {
  countLine,
  listParticipation,
  wasLive,
  type ModeCounts,
  type Participation,
} from './count-attendance.ts'
import type { MeetingEntry } from './meeting.ts'
import { isSeatedFor, type SeatEntry } from './seat.ts'

/** How much of what was meant for somebody reached them. Shares are of the expected meetings; null when none was expected. */
export interface Dose {
  readonly expected: number
  readonly unmarked: number
  readonly byMode: ModeCounts
  readonly shares: Readonly<Record<keyof ModeCounts, number>> | null
  readonly liveShare: number | null
  /** Absences at the end of the line: two in a row are a reason to call (PRACTICE, casework beside the group). */
  readonly absentInARow: number
}

export interface SeatDose extends Dose {
  readonly seat: SeatEntry
}

export interface PairDose {
  readonly child: SeatDose
  readonly adult: SeatDose
  /** Joint meetings at which both were expected, and those at which both were there live. */
  readonly jointExpected: number
  readonly jointLive: number
}

/** GRP-23: dose per seat; only expected meetings count, so that nobody has more than the whole. */
export function measureDose(
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly SeatDose[] {
  const all = listParticipation(meetings, seats, rows).filter(({ expected }) => expected)
  return seats.map((seat) => ({
    seat,
    ...doseOf(all.filter((one) => one.seat.id === seat.id)),
  }))
}

function doseOf(own: readonly Participation[]): Dose {
  const { expected, unmarked, byMode, live } = countLine(own)
  const share = (count: number) => count / expected
  const shares = {
    inPerson: share(byMode.inPerson),
    liveRemote: share(byMode.liveRemote),
    watchedLater: share(byMode.watchedLater),
    represented: share(byMode.represented),
    absent: share(byMode.absent),
  }
  return {
    expected,
    unmarked,
    byMode,
    shares: expected === 0 ? null : shares,
    liveShare: expected === 0 ? null : share(live),
    absentInARow: countTrailingAbsences(own),
  }
}

function countTrailingAbsences(own: readonly Participation[]): number {
  const marked = own.filter(({ row }) => row !== null)
  const lastThere = marked.findLastIndex(({ row }) => row?.presence !== 'absent')
  return marked.length - 1 - lastThere
}

/** Dose per pair: a child's seat with every adult's seat that stands for the child. */
export function measurePairDose(
  meetings: readonly MeetingEntry[],
  seats: readonly SeatEntry[],
  rows: readonly AttendanceEntry[],
): readonly PairDose[] {
  const doses = measureDose(meetings, seats, rows)
  const joint = listParticipation(
    meetings.filter(({ form }) => form === 'joint'),
    seats,
    rows,
  ).filter(({ expected }) => expected)
  const children = doses.filter(({ seat }) => seat.strand === 'child')
  return children.flatMap((child) =>
    doses
      .filter(({ seat }) => seat.strand !== 'child' && isSeatedFor(seat, child.seat.personId))
      .map((adult) => ({ child, adult, ...countTogether(joint, child.seat.id, adult.seat.id) })),
  )
}

function countTogether(
  joint: readonly Participation[],
  childSeat: string,
  adultSeat: string,
): Pick<PairDose, 'jointExpected' | 'jointLive'> {
  const both = joint
    .filter(({ seat }) => seat.id === childSeat)
    .flatMap((child) => {
      const adult = joint.find(
        ({ seat, meeting }) => seat.id === adultSeat && meeting.id === child.meeting.id,
      )
      return adult === undefined ? [] : [{ child, adult }]
    })
  return {
    jointExpected: both.length,
    jointLive: both.filter(({ child, adult }) => wasLive(child) && wasLive(adult)).length,
  }
}
