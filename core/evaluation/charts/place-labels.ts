// Names beside marks, so that none lies over another: pictures are small, and a file or a sheet of paper has nobody to zoom in.
import { countLines, widthOf } from './break-label.ts'
import type { AxisOption, LabelOption } from './echarts-option.ts'

export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

/** A mark with its name, in CSS pixels from the upper left corner of the plot. */
export interface NamedSpot extends Spot {
  readonly label: string
}

export interface Plot {
  readonly width: number
  readonly height: number
}

export type LabelPlace = Required<Pick<LabelOption, 'position' | 'distance' | 'offset'>>

/** Up to here names stand beside each other; more would run out of the picture. */
const mostJoined = 3
const radius = 5
const distance = 4
/** How far a name may reach beyond the plot: pictures of points leave this much at their side. */
const margin = 40

/** What several at one place are called together: at most three names, or two and how many more. */
export function joinNames(labels: readonly string[]): string {
  return labels.length <= mostJoined
    ? labels.join(', ')
    : `${labels.slice(0, mostJoined - 1).join(', ')} +${labels.length - mostJoined + 1}`
}

/** Where a value lies along an axis of so many pixels. */
export function pixelOf(value: number, axis: Pick<AxisOption, 'min' | 'max'>, width: number) {
  const min = axis.min ?? 0
  const max = axis.max ?? 1
  return max > min ? ((value - min) / (max - min)) * width : width / 2
}

const places: readonly LabelPlace[] = [
  ...([0, -13, 13] as const).flatMap((down) => [place('right', 0, down), place('left', 0, down)]),
  ...([0, -20, 20] as const).flatMap((across) => [
    place('top', across, 0),
    place('bottom', across, 0),
  ]),
  ...([-26, 26] as const).flatMap((down) => [place('right', 0, down), place('left', 0, down)]),
  ...([-30, 30] as const).flatMap((across) => [
    place('top', across, -14),
    place('bottom', across, 14),
  ]),
]

function place(position: LabelPlace['position'], across: number, down: number): LabelPlace {
  return { position, distance, offset: [across, down] }
}

/**
 * A place for every name: each takes the one that lies least over other names, marks, lines and the edge, nearest to its
 * mark among equals; after all have one, each may move once more.
 */
export function placeLabels(
  spots: readonly NamedSpot[],
  { width, height }: Plot,
  fontSize: number,
  taken: readonly Box[] = [],
  marks: readonly Spot[] = spots,
): readonly LabelPlace[] {
  const dots = marks.map(({ x, y }) => boxAround(x, y, radius * 2, radius * 2))
  const inside: Box = { left: 0, right: width + margin, top: -margin / 2, bottom: height }
  const chosen: (LabelPlace | null)[] = spots.map(() => null)
  const boxAt = (at: number, where: LabelPlace): Box => {
    const spot = spots[at]
    return spot === undefined ? boxAround(0, 0, 0, 0) : boxOf(spot, where, fontSize)
  }
  const costOf = (at: number, where: LabelPlace, order: number): number => {
    const own = boxAt(at, where)
    const others = chosen.flatMap((other, index) =>
      other === null || index === at ? [] : boxAt(index, other),
    )
    const over = (boxes: readonly Box[]) => boxes.filter((one) => overlap(own, one)).length
    const edge = holds(inside, own) ? 0 : 1
    return over(others) * 100 + edge * 80 + over(dots) * 40 + over(taken) * 30 + order
  }
  for (const _pass of [1, 2]) {
    for (const at of spots.keys()) {
      const costs = places.map((where, order) => ({ where, cost: costOf(at, where, order) }))
      chosen[at] = costs.reduce((best, one) => (one.cost < best.cost ? one : best)).where
    }
  }
  return chosen.map((where) => where ?? place('right', 0, 0))
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

export function widthOfLabel(label: string, fontSize: number): number {
  return Math.max(0, ...label.split('\n').map((line) => widthOf(line) * fontSize))
}

/** What a name covers when it stands at a place of its mark. */
export function boxOf(
  { x, y, label }: NamedSpot,
  { position, offset }: LabelPlace,
  fontSize: number,
) {
  const [across, down] = offset
  const width = widthOfLabel(label, fontSize)
  const height = countLines(label) * (fontSize + 2)
  const away = radius + distance
  const beside = away + width / 2
  const above = away + height / 2
  const steps: Readonly<Partial<Record<LabelPlace['position'], readonly [number, number]>>> = {
    left: [-beside, 0],
    right: [beside, 0],
    top: [0, -above],
    bottom: [0, above],
  }
  const [right, lower] = steps[position] ?? [0, 0]
  return boxAround(x + across + right, y + down + lower, width, height)
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  )
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  )
}

/** Heights of names in one column, moved apart as little as it takes; those that touch move together. */
export function spreadHeights(
  wanted: readonly { readonly y: number; readonly height: number }[],
): readonly number[] {
  const order = wanted.map((one, at) => ({ ...one, at })).toSorted((up, low) => up.y - low.y)
  let piles: { readonly top: number; readonly tall: number; readonly own: typeof order }[] = []
  for (const one of order) {
    let pile = pileUp([one])
    let before = piles.at(-1)
    while (before !== undefined && before.top + before.tall > pile.top) {
      pile = pileUp([...before.own, ...pile.own])
      piles = piles.slice(0, -1)
      before = piles.at(-1)
    }
    piles = [...piles, pile]
  }
  const heights = wanted.map(({ y }) => y)
  for (const { top, own } of piles) {
    let down = top
    for (const { at, height } of own) {
      heights[at] = down + height / 2
      down += height
    }
  }
  return heights
}

/** So that its names lie, on average, where they want to. */
function pileUp<One extends { readonly y: number; readonly height: number }>(own: readonly One[]) {
  let tall = 0
  let sum = 0
  for (const { y, height } of own) {
    sum += y - (tall + height / 2)
    tall += height
  }
  return { top: sum / own.length, tall, own: [...own] }
}
