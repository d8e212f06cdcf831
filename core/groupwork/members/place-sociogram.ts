import type { SeatEntry } from '../seat.ts'
import { sortStrands } from '../strand.ts'
import type { Sociogram, Tie } from './read-sociogram.ts'

export interface PlacedMember {
  readonly seat: SeatEntry
  readonly x: number
  readonly y: number
  /** Was there; the others keep their place, so that meetings can be laid side by side. */
  readonly there: boolean
  readonly alone: boolean
}

export interface PlacedTie extends Tie {
  readonly fromX: number
  readonly fromY: number
  readonly toX: number
  readonly toY: number
}

export interface PlacedSociogram {
  /** Width and height of the square in which everything lies. */
  readonly size: number
  readonly radius: number
  readonly members: readonly PlacedMember[]
  readonly ties: readonly PlacedTie[]
}

const radius = 22
const between = 56
const smallest = 96
/** Several ties between the same two lie side by side. */
const apart = 7

/**
 * GRP-49: a circle in which everybody of the group has the same place at every meeting: families side by side, the children
 * first. The same seats give the same picture on every device. `everybody` are the seats that have a place.
 */
export function placeSociogram(
  { members, ties }: Sociogram,
  everybody: readonly SeatEntry[],
): PlacedSociogram {
  const order = inCircle(everybody)
  const circle = Math.max(smallest, (order.length * between) / (2 * Math.PI))
  const middle = circle + radius + 4
  const spots = new Map(
    order.map((seat, place) => {
      const angle = (2 * Math.PI * place) / order.length - Math.PI / 2
      return [
        seat.id,
        {
          x: middle + (order.length === 1 ? 0 : circle * Math.cos(angle)),
          y: middle + (order.length === 1 ? 0 : circle * Math.sin(angle)),
        },
      ] as const
    }),
  )
  const own = new Map(members.map((member) => [member.seat.id, member]))
  return {
    size: 2 * middle,
    radius,
    members: order.flatMap((seat) => {
      const spot = spots.get(seat.id)
      const member = own.get(seat.id)
      const known = { seat, there: member !== undefined, alone: member?.alone === true }
      return spot === undefined ? [] : [{ ...known, ...spot }]
    }),
    ties: ties.flatMap((tie) => placeTie(tie, ties, spots)),
  }
}

type Spots = ReadonlyMap<string, { readonly x: number; readonly y: number }>

function placeTie(tie: Tie, ties: readonly Tie[], spots: Spots): readonly PlacedTie[] {
  const [from, to] = [spots.get(tie.from.id), spots.get(tie.to.id)]
  if (from === undefined || to === undefined) return []
  const siblings = ties.filter((one) => nameOf(one) === nameOf(tie))
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const [alongX, alongY] = [(to.x - from.x) / length, (to.y - from.y) / length]
  // Sideways from the same end for all ties of the two, whichever way each points.
  const turn = tie.from.id < tie.to.id ? 1 : -1
  const aside = (siblings.indexOf(tie) - (siblings.length - 1) / 2) * apart * turn
  const gap = radius + 3
  return [
    {
      ...tie,
      fromX: from.x + alongX * gap - alongY * aside,
      fromY: from.y + alongY * gap + alongX * aside,
      toX: to.x - alongX * gap - alongY * aside,
      toY: to.y - alongY * gap + alongX * aside,
    },
  ]
}

function nameOf({ from, to }: Tie): string {
  return [from.id, to.id].sort().join(' ')
}

function inCircle(everybody: readonly SeatEntry[]): readonly SeatEntry[] {
  const strands = sortStrands(everybody.map(({ strand }) => strand))
  return everybody.toSorted(
    (left, right) =>
      left.familyId.localeCompare(right.familyId) ||
      strands.indexOf(left.strand) - strands.indexOf(right.strand) ||
      left.id.localeCompare(right.id),
  )
}
