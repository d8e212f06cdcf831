import { slicePoints } from '../interview/code-points.ts'
import type { TextLine } from '../interview/text-lines.ts'
import type { PlacedSpan } from './place-spans.ts'

/** A stretch of a line in which nothing begins or ends. */
export interface LinePart {
  readonly from: number
  readonly text: string
  /** The marks that lie over it, the longest first. */
  readonly spanIds: readonly string[]
}

/** A line cut where marks begin and end, and where else it is asked for, for drawing; positions are of the line. */
export function markLine(
  line: TextLine,
  placed: readonly PlacedSpan[],
  also: readonly number[] = [],
): readonly LinePart[] {
  const inside = placed
    .filter(({ from, to }) => from < line.start + line.points && to > line.start)
    .map(({ span, from, to }) => ({
      id: span.id,
      from: Math.max(0, from - line.start),
      to: Math.min(line.points, to - line.start),
    }))
  const cuts = new Set([0, line.points, ...also])
  for (const { from, to } of inside) cuts.add(from).add(to)
  const points = [...cuts].sort((left, right) => left - right)
  if (line.points === 0) return [{ from: 0, text: '', spanIds: [] }]
  return points.slice(0, -1).map((from, index) => {
    const to = points[index + 1] ?? from
    const over = inside
      .filter((one) => one.from <= from && one.to >= to)
      .sort((left, right) => right.to - right.from - (left.to - left.from))
    return { from, text: slicePoints(line.text, from, to), spanIds: over.map(({ id }) => id) }
  })
}

/** Marks by the lines that they touch, so that a line is drawn anew only when its own marks change. */
export function spansByLine(
  lines: readonly TextLine[],
  placed: readonly PlacedSpan[],
): ReadonlyMap<string, readonly PlacedSpan[]> {
  const found = new Map<string, PlacedSpan[]>()
  let first = 0
  for (const span of placed) {
    while (first < lines.length - 1 && endOf(lines[first]) < span.from) first += 1
    for (let at = first; at < lines.length; at += 1) {
      const line = lines[at]
      if (line === undefined || line.start >= span.to) break
      if (endOf(line) <= span.from && line.points > 0) continue
      found.set(line.key, [...(found.get(line.key) ?? []), span])
    }
  }
  return found
}

function endOf(line: TextLine | undefined): number {
  return line === undefined ? 0 : line.start + line.points
}
