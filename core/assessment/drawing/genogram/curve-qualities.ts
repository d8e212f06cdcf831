import { breadthOf } from '../picture/fit-lines.ts'
import type { DrawnQuality } from './genogram.ts'
import {
  type Box,
  lineHeight,
  type PlacedPerson,
  type PlacedQuality,
  type Point,
  symbolHalf,
} from './genogram-layout.ts'
import { slot } from './place-rows.ts'

const clear = symbolHalf + 6
const letter = 12
/** A curve that runs beside another one is told from it from here on. */
const apart = 7
/** How far two points of a curve lie apart: as it is drawn, and as it is tried out. */
const fine = 6
const rough = 12

/**
 * Curved, so that they are told from lines of marriage and descent. Of several bends to either side the one is taken that
 * crosses the fewest symbols, words and earlier curves; the gentler one where two are as good.
 */
export function curveQualities(
  qualities: readonly DrawnQuality[],
  placed: ReadonlyMap<string, PlacedPerson>,
): readonly PlacedQuality[] {
  const people = [...placed.values()]
  const drawn: PlacedQuality[] = []
  const taken: PointsByCell = new Map()
  for (const one of [...qualities].sort((left, right) => (left.id < right.id ? -1 : 1))) {
    const [from, to] = [placed.get(one.oneId), placed.get(one.otherId)].sort((left, right) =>
      left === undefined || right === undefined ? 0 : left.x - right.x || left.y - right.y,
    )
    if (from === undefined || to === undefined) continue
    const line = chooseCurve(from, to, people, taken)
    for (const point of line) keepPoint(taken, point)
    drawn.push({ ...one, line })
  }
  return drawn
}

function chooseCurve(
  from: PlacedPerson,
  to: PlacedPerson,
  people: readonly PlacedPerson[],
  others: PointsByCell,
): readonly Point[] {
  const gentle = Math.min(90, 26 + Math.hypot(to.x - from.x, to.y - from.y) / 6)
  const bends = [gentle, 0.5 * slot, slot, 1.5 * slot, 2 * slot].flatMap((bend) => [bend, -bend])
  const reach = boundsOf(from, to)
  const near = (box: Box) =>
    box.x < reach.x + reach.width &&
    box.x + box.width > reach.x &&
    box.y < reach.y + reach.height &&
    box.y + box.height > reach.y
  const symbols = people
    .filter(({ id }) => id !== from.id && id !== to.id)
    .map(symbolOf)
    .filter(near)
  const boxes = people.map(wordsOf).filter(near)
  const right = Math.max(...people.map(({ x }) => x)) + slot / 2
  let best = gentle
  let least = Number.POSITIVE_INFINITY
  for (const bend of bends) {
    const cost = costOf(curve(from, to, bend, rough), { symbols, boxes, others, right }, least)
    if (cost < least) [best, least] = [bend, cost]
    if (cost === 0) break
  }
  return curve(from, to, best, fine)
}

interface InTheWay {
  readonly symbols: readonly Box[]
  readonly boxes: readonly Box[]
  readonly others: PointsByCell
  readonly right: number
}

/**
 * Through somebody else it would say something about them: worse than over words, and out of the page is worst. Counted no
 * further than `enough`: by then another bend is better.
 */
function costOf(
  line: readonly Point[],
  { symbols, boxes, others, right }: InTheWay,
  enough: number,
): number {
  let cost = 0
  for (const point of line) {
    if (cost >= enough) break
    const isOut = point.x < 4 || point.y < 4 || point.x > right
    const isThrough = symbols.some((box) => isInside(point, box))
    const isOver = boxes.some((box) => isInside(point, box))
    cost += 100 * Number(isOut) + 20 * Number(isThrough) + Number(isOver)
    cost += Number(isBeside(point, others))
  }
  return cost
}

/** Points of earlier curves by the square in which they lie, as long and as broad as `apart`. */
type PointsByCell = Map<string, Point[]>

function keepPoint(cells: PointsByCell, point: Point): void {
  const key = cellOf(Math.floor(point.x / apart), Math.floor(point.y / apart))
  const points = cells.get(key)
  if (points === undefined) cells.set(key, [point])
  else points.push(point)
}

function cellOf(column: number, row: number): string {
  return `${column} ${row}`
}

function isBeside(point: Point, others: PointsByCell): boolean {
  const column = Math.floor(point.x / apart)
  const row = Math.floor(point.y / apart)
  return [-1, 0, 1].some((across) =>
    [-1, 0, 1].some((down) =>
      others
        .get(cellOf(column + across, row + down))
        ?.some(
          (other) => Math.abs(other.x - point.x) < apart && Math.abs(other.y - point.y) < apart,
        ),
    ),
  )
}

function boundsOf(from: Point, to: Point): Box {
  const by = 1.5 * slot
  const [x, y] = [Math.min(from.x, to.x) - by, Math.min(from.y, to.y) - by]
  return { x, y, width: Math.abs(to.x - from.x) + 2 * by, height: Math.abs(to.y - from.y) + 2 * by }
}

function isInside({ x, y }: Point, box: Box): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
}

function symbolOf({ x, y }: Point): Box {
  return { x: x - symbolHalf, y: y - symbolHalf, width: 2 * symbolHalf, height: 2 * symbolHalf }
}

/** As broad as its longest line, not as the whole place that is kept for it. */
function wordsOf({ x, y, lines }: PlacedPerson): Box {
  const width = letter * Math.max(0, ...lines.map(breadthOf)) + 4
  return { x: x - width / 2, y: y + symbolHalf + 6, width, height: lines.length * lineHeight }
}

function curve(from: Point, to: Point, bend: number, step: number): readonly Point[] {
  const across = { x: to.x - from.x, y: to.y - from.y }
  const length = Math.hypot(across.x, across.y) || 1
  const middle = {
    x: (from.x + to.x) / 2 + (across.y / length) * bend,
    y: (from.y + to.y) / 2 - (across.x / length) * bend,
  }
  const count = Math.max(12, Math.round(length / step))
  return Array.from({ length: count + 1 }, (_, index) => {
    const t = index / count
    const part = (one: number, two: number, three: number) =>
      (1 - t) ** 2 * one + 2 * t * (1 - t) * two + t ** 2 * three
    return { x: part(from.x, middle.x, to.x), y: part(from.y, middle.y, to.y) }
  }).filter(
    (point) =>
      Math.hypot(point.x - from.x, point.y - from.y) > clear &&
      Math.hypot(point.x - to.x, point.y - to.y) > clear,
  )
}
