import type { DrawnQuality } from './genogram.ts'
import { type PlacedPerson, type PlacedQuality, type Point, symbolHalf } from './genogram-layout.ts'

const clear = symbolHalf + 6

/** Curved, so that they are told from lines of marriage and descent and pass beside whoever stands between. */
export function curveQualities(
  qualities: readonly DrawnQuality[],
  placed: ReadonlyMap<string, PlacedPerson>,
): readonly PlacedQuality[] {
  return qualities.flatMap((one) => {
    const [from, to] = [placed.get(one.oneId), placed.get(one.otherId)].sort((left, right) =>
      left === undefined || right === undefined ? 0 : left.x - right.x || left.y - right.y,
    )
    return from === undefined || to === undefined ? [] : [{ ...one, line: curve(from, to) }]
  })
}

function curve(from: Point, to: Point): readonly Point[] {
  const across = { x: to.x - from.x, y: to.y - from.y }
  const length = Math.hypot(across.x, across.y) || 1
  const bend = Math.min(90, 26 + length / 6)
  const middle = {
    x: (from.x + to.x) / 2 + (across.y / length) * bend,
    y: (from.y + to.y) / 2 - (across.x / length) * bend,
  }
  const count = Math.max(12, Math.round(length / 6))
  return Array.from({ length: count + 1 }, (_, step) => {
    const t = step / count
    const part = (one: number, two: number, three: number) =>
      (1 - t) ** 2 * one + 2 * t * (1 - t) * two + t ** 2 * three
    return { x: part(from.x, middle.x, to.x), y: part(from.y, middle.y, to.y) }
  }).filter(
    (point) =>
      Math.hypot(point.x - from.x, point.y - from.y) > clear &&
      Math.hypot(point.x - to.x, point.y - to.y) > clear,
  )
}
