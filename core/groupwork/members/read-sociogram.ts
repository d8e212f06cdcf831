import type { SeatEntry } from '../seat.ts'
import { type MemberMarkEntry, tieKey, type TieKind, tieKinds } from './member-mark.ts'

/** That one member turned to another, or two to each other. */
export interface Tie {
  readonly kind: TieKind
  readonly from: SeatEntry
  readonly to: SeatEntry
  readonly mutual: boolean
}

export interface MemberTies {
  readonly seat: SeatEntry
  /** Others to whom this member turned in closeness or in work, who turned to them, and both at once. */
  readonly turnedTo: number
  readonly turnedToBy: number
  readonly mutual: number
  /** A worker saw them by themselves. */
  readonly alone: boolean
}

export interface Sociogram {
  readonly members: readonly MemberTies[]
  readonly ties: readonly Tie[]
  /** Two who turned to each other in closeness or in work, each two once. */
  readonly mutualPairs: readonly (readonly [SeatEntry, SeatEntry])[]
  /** Seen by themselves. */
  readonly alone: readonly SeatEntry[]
  /**
   * Nobody noted a tie of theirs in closeness or work, nor that they were alone: which is not the same as being alone. Where
   * children were there, children only: the circle is looked at for their sake.
   */
  readonly notNoted: readonly SeatEntry[]
}

const together: readonly TieKind[] = ['close', 'works']

/**
 * GRP-49: who turned to whom at one meeting, among the seats given. In: who was there, and the marks of that meeting. A tie with
 * somebody who is not among them (left, erased, of the other strand) is left out. `ties` is empty when nobody noted any.
 */
export function readSociogram(
  seats: readonly SeatEntry[],
  marks: readonly MemberMarkEntry[],
): Sociogram {
  const markOf = new Map(marks.map((mark) => [mark.seatId, mark]))
  const turned = (kind: TieKind, from: SeatEntry, to: SeatEntry) =>
    markOf.get(from.id)?.ties[tieKey(kind, to.id)] === true
  const both = pairsOf(seats)
  const ties = both.flatMap(([one, other]) =>
    tieKinds.flatMap((kind): Tie[] => {
      const [there, back] = [turned(kind, one, other), turned(kind, other, one)]
      if (!there && !back) return []
      const [from, to] = there ? [one, other] : [other, one]
      return [{ kind, from, to, mutual: there && back }]
    }),
  )
  const withChildren = seats.some(({ strand }) => strand === 'child')
  const isAlone = ({ id }: SeatEntry) => markOf.get(id)?.alone === true
  const reaches = (from: SeatEntry, to: SeatEntry) =>
    together.some((kind) => turned(kind, from, to))
  const members = seats.map((seat) => {
    const others = seats.filter(({ id }) => id !== seat.id)
    const out = others.filter((other) => reaches(seat, other))
    const back = others.filter((other) => reaches(other, seat))
    const mutual = out.filter((other) => back.includes(other)).length
    return { seat, turnedTo: out.length, turnedToBy: back.length, mutual, alone: isAlone(seat) }
  })
  return {
    members,
    ties,
    mutualPairs: both.filter(([one, other]) => reaches(one, other) && reaches(other, one)),
    alone: seats.filter(isAlone),
    notNoted: members
      .filter(({ seat }) => seat.strand === 'child' || !withChildren)
      .filter(({ turnedTo, turnedToBy, alone }) => turnedTo + turnedToBy === 0 && !alone)
      .map(({ seat }) => seat),
  }
}

function pairsOf(seats: readonly SeatEntry[]): readonly (readonly [SeatEntry, SeatEntry])[] {
  return seats.flatMap((one, place) => seats.slice(place + 1).map((other) => [one, other] as const))
}
