import type { Genogram } from './genogram.ts'
import type { Box, Household, PlacedPerson, Point } from './genogram-layout.ts'
import { bandLoops } from './join-loops.ts'

const room = 7

/** One loop around all who live in the household, unless somebody else stands inside it: then loops of groups, joined. */
export function loopHousehold({ people }: Genogram, placed: readonly PlacedPerson[]): Household {
  const here = new Set(people.filter(({ inHousehold }) => inHousehold).map(({ id }) => id))
  const inside = placed.filter(({ id }) => here.has(id))
  const strangers = placed.filter(({ id }) => !here.has(id))
  if (inside.length === 0) return { loops: [], joints: [], bands: [] }
  const whole = hullOf(inside.flatMap(cornersOf))
  if (!strangers.some((one) => [one, ...cornersOf(one)].some((corner) => isWithin(corner, whole))))
    return { loops: [whole], joints: [], bands: [] }
  const groups = groupsOf(placed, here)
  const rows = [...new Set(placed.map(({ y }) => y))].sort((one, two) => one - two)
  return {
    loops: groups.map((group) => hullOf(frameOf(group.flatMap(cornersOf)))),
    joints: groups.flatMap((upper) => groups.flatMap((lower) => joinGroups(upper, lower, rows))),
    bands: bandGroups(groups, placed, rows),
  }
}

function bandGroups(
  groups: readonly (readonly PlacedPerson[])[],
  placed: readonly PlacedPerson[],
  rows: readonly number[],
): Household['bands'] {
  const framed = groups.map((group) => {
    const corners = group.flatMap(cornersOf)
    const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
    const [x, y] = [Math.min(...xs), Math.min(...ys)]
    const box = { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
    return { group, row: rows.indexOf(group[0]?.y ?? Number.NaN), box }
  })
  const groupOf = new Map<object, readonly PlacedPerson[]>(framed.map((one) => [one, one.group]))
  return bandLoops(
    framed,
    rows.map((row) => placed.filter(({ y }) => y === row).map(({ box }) => box)),
    (one, other) => joinGroups(groupOf.get(one) ?? [], groupOf.get(other) ?? [], rows).length > 0,
  )
}

const narrowest = 24

/** The strip between a group and one in the next generation that stands below it. */
function joinGroups(
  upper: readonly PlacedPerson[],
  lower: readonly PlacedPerson[],
  rows: readonly number[],
): readonly Box[] {
  const rowOf = (group: readonly PlacedPerson[]) => rows.indexOf(group[0]?.y ?? Number.NaN)
  if (rowOf(lower) !== rowOf(upper) + 1) return []
  const [one, two] = [upper.flatMap(cornersOf), lower.flatMap(cornersOf)]
  const xs = [one, two].map((corners) => corners.map(({ x }) => x))
  const left = Math.max(...xs.map((own) => Math.min(...own)))
  const right = Math.min(...xs.map((own) => Math.max(...own)))
  const top = Math.max(...one.map(({ y }) => y))
  const bottom = Math.min(...two.map(({ y }) => y))
  return right - left < narrowest
    ? []
    : [{ x: left, y: top, width: right - left, height: bottom - top }]
}

function cornersOf({ box }: PlacedPerson): readonly Point[] {
  const [left, right] = [box.x - room + 6, box.x + box.width + room - 6]
  const [top, bottom] = [box.y - room, box.y + box.height + room]
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

/** Upright, whatever the heights of those inside. */
function frameOf(points: readonly Point[]): readonly Point[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  return [Math.min(...ys), Math.max(...ys)].flatMap((y) => [
    { x: left, y },
    { x: right, y },
  ])
}

/** Neighbours of one generation. */
function groupsOf(
  placed: readonly PlacedPerson[],
  here: ReadonlySet<string>,
): readonly (readonly PlacedPerson[])[] {
  const ordered = [...placed].sort((one, two) => one.y - two.y || one.x - two.x)
  const groups: PlacedPerson[][] = []
  let open: PlacedPerson[] = []
  for (const one of ordered) {
    const goesOn = open.at(-1)?.y === one.y && here.has(one.id)
    if (!goesOn && open.length > 0) {
      groups.push(open)
      open = []
    }
    if (here.has(one.id)) open.push(one)
  }
  return open.length > 0 ? [...groups, open] : groups
}

/** The convex hull (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): readonly Point[] {
  const ordered = [...points].sort((one, two) => one.x - two.x || one.y - two.y)
  const half = (line: readonly Point[]) => {
    const kept: Point[] = []
    for (const point of line) {
      for (;;) {
        const [before, last] = [kept.at(-2), kept.at(-1)]
        if (before === undefined || last === undefined || turn(before, last, point) > 0) break
        kept.pop()
      }
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  return [...half(ordered), ...half([...ordered].reverse())]
}

function turn(one: Point, two: Point, three: Point): number {
  return (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x)
}

function isWithin(point: Point, hull: readonly Point[]): boolean {
  return hull.every((corner, index) => {
    const next = hull[(index + 1) % hull.length] ?? corner
    return turn(corner, next, point) > 0
  })
}
