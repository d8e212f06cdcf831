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
  /** The point towards which the line bends. */
  readonly throughX: number
  readonly throughY: number
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
const apart = 8
const deepest = 0.6

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
    ties: ties.flatMap((tie) => placeTie(tie, ties, spots, middle)),
  }
}

interface Point {
  readonly x: number
  readonly y: number
}
type Spots = ReadonlyMap<string, Point>

/** A bow towards the middle, the flatter the farther the two sit apart: it runs past nobody who sits between them. */
function placeTie(
  tie: Tie,
  ties: readonly Tie[],
  spots: Spots,
  middle: number,
): readonly PlacedTie[] {
  const [from, to] = [spots.get(tie.from.id), spots.get(tie.to.id)]
  if (from === undefined || to === undefined) return []
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const circle = Math.max(1, Math.hypot(from.x - middle, from.y - middle))
  const bow = Math.max(0, deepest * (1 - length / (2 * circle)))
  const between = (one: number, other: number) => ((one + other) / 2) * (1 - bow) + middle * bow
  const siblings = ties.filter((one) => nameOf(one) === nameOf(tie))
  // Sideways from the same end for all ties of the two, whichever way each points.
  const turn = tie.from.id < tie.to.id ? 1 : -1
  const aside = ((siblings.indexOf(tie) - (siblings.length - 1) / 2) * apart * turn) / length
  const [asideX, asideY] = [-(to.y - from.y) * aside, (to.x - from.x) * aside]
  const through = {
    x: between(from.x, to.x) + 2 * asideX,
    y: between(from.y, to.y) + 2 * asideY,
  }
  const [start, end] = [beside(from, through), beside(to, through)]
  return [
    {
      ...tie,
      fromX: start.x + asideX,
      fromY: start.y + asideY,
      throughX: through.x,
      throughY: through.y,
      toX: end.x + asideX,
      toY: end.y + asideY,
    },
  ]
}

/** Where a line towards a point leaves the circle of a member. */
function beside(member: Point, towards: Point): Point {
  const length = Math.max(1, Math.hypot(towards.x - member.x, towards.y - member.y))
  const gap = (radius + 4) / length
  return {
    x: member.x + (towards.x - member.x) * gap,
    y: member.y + (towards.y - member.y) * gap,
  }
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
