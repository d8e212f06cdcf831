// A household over loops that others keep apart: bands show that it is one.
import type { Box, Point } from './genogram-layout.ts'

/** Half of a band, which fits between two neighbours of a row. */
export const bandHalf = 5
const beside = 5
const under = 9

export interface Loop {
  readonly row: number
  readonly box: Box
}

/** The boxes of everybody in one generation. */
export type Rows = readonly (readonly Box[])[]

/**
 * Lines from loop to loop, so that each can be reached from each; `isJoined` says which two are one already. Between two
 * generations a line goes down where nobody stands.
 */
export function bandLoops(
  loops: readonly Loop[],
  rows: Rows,
  isJoined: (one: Loop, other: Loop) => boolean,
): readonly (readonly Point[])[] {
  const bands: (readonly Point[])[] = []
  const reached = new Set(reachFrom(loops.slice(0, 1), loops, isJoined))
  for (const loop of loops) {
    if (reached.has(loop)) continue
    const near = [...reached].sort((one, two) => farness(one, loop) - farness(two, loop))[0]
    if (near !== undefined) bands.push(bandBetween(near, loop, rows))
    for (const one of reachFrom([loop], loops, isJoined)) reached.add(one)
  }
  return bands
}

function reachFrom(
  start: readonly Loop[],
  loops: readonly Loop[],
  isJoined: (one: Loop, other: Loop) => boolean,
): ReadonlySet<Loop> {
  const reached = new Set(start)
  for (const one of reached)
    for (const other of loops) if (isJoined(one, other) || isJoined(other, one)) reached.add(other)
  return reached
}

function farness(one: Loop, other: Loop): number {
  const between = Math.max(
    0,
    one.box.x - other.box.x - other.box.width,
    other.box.x - one.box.x - one.box.width,
  )
  return 10_000 * Math.abs(one.row - other.row) + between
}

function bandBetween(one: Loop, other: Loop, rows: Rows): readonly Point[] {
  const [upper, lower] = one.row <= other.row ? [one, other] : [other, one]
  const floor = Math.max(...(rows[upper.row] ?? []).map(({ y, height }) => y + height)) + under
  const start = upper.box.y + upper.box.height - 2
  if (upper.row === lower.row) {
    const [left, right] = upper.box.x < lower.box.x ? [upper, lower] : [lower, upper]
    const [from, to] = [left.box.x + left.box.width - 2 * bandHalf, right.box.x + 2 * bandHalf]
    return [
      { x: from, y: left.box.y + left.box.height - 2 },
      { x: from, y: floor + bandHalf },
      { x: to, y: floor + bandHalf },
      { x: to, y: right.box.y + right.box.height - 2 },
    ]
  }
  const x = chooseWay(upper, lower, rows)
  const [from, to] = [nearestIn(upper.box, x), nearestIn(lower.box, x)]
  const ceiling = lower.box.y - under
  return [
    { x: from, y: start },
    { x: from, y: floor },
    { x, y: floor },
    { x, y: ceiling },
    { x: to, y: ceiling },
    { x: to, y: lower.box.y + 2 },
  ]
}

/** Where nobody of the generations between stands, with the shortest way aside. */
function chooseWay(upper: Loop, lower: Loop, rows: Rows): number {
  const between = rows.slice(upper.row + 1, lower.row).flat()
  const middle = (upper.box.x + upper.box.width / 2 + lower.box.x + lower.box.width / 2) / 2
  const ways = [
    nearestIn(upper.box, lower.box.x + lower.box.width / 2),
    nearestIn(lower.box, upper.box.x + upper.box.width / 2),
    ...between.flatMap((box) => [box.x - beside, box.x + box.width + beside]),
  ].filter((x) =>
    between.every((box) => x + bandHalf <= box.x || x - bandHalf >= box.x + box.width),
  )
  const aside = (x: number) =>
    Math.abs(x - nearestIn(upper.box, x)) + Math.abs(x - nearestIn(lower.box, x))
  const cost = (x: number) => aside(x) + Math.abs(x - middle) / 1000
  return [...ways].sort((one, two) => cost(one) - cost(two) || one - two)[0] ?? middle
}

function nearestIn({ x: left, width }: Box, x: number): number {
  return Math.min(Math.max(x, left + 2 * bandHalf), left + width - 2 * bandHalf)
}
