import type { RelationQuality } from '../facts/relation-quality.ts'
import type { Point } from '../genogram/genogram-layout.ts'
import { path, type Shape, through } from './shape.ts'

/** Two lines close, three fused, zigzag conflict, dotted distant, broken by a gap with two bars cut off. */
export function drawQuality(
  quality: RelationQuality['quality'],
  line: readonly Point[],
): readonly Shape[] {
  const look = { stroke: 'line', width: 1.8 } as const
  switch (quality) {
    case 'close':
      return [-2.5, 2.5].map((by) => path(through(shiftLine(line, by)), look))
    case 'fused':
      return [-4.5, 0, 4.5].map((by) => path(through(shiftLine(line, by)), look))
    case 'conflict':
      return [path(through(zigzag(line)), look)]
    case 'distant':
      return [path(through(line), { ...look, dash: '1.5 6' })]
    case 'cutOff':
      return drawCutOff(line)
  }
}

/** The same line beside itself. */
export function shiftLine(line: readonly Point[], by: number): readonly Point[] {
  return line.map((point, index) => {
    const across = acrossAt(line, index)
    return { x: point.x + across.x * by, y: point.y + across.y * by }
  })
}

function zigzag(line: readonly Point[]): readonly Point[] {
  return line.map((point, index) => {
    if (index === 0 || index === line.length - 1) return point
    const across = acrossAt(line, index)
    const by = index % 2 === 0 ? 6 : -6
    return { x: point.x + across.x * by, y: point.y + across.y * by }
  })
}

function acrossAt(line: readonly Point[], index: number): Point {
  const [before, after] = [line[Math.max(0, index - 1)], line[Math.min(line.length - 1, index + 1)]]
  if (before === undefined || after === undefined) return { x: 0, y: 1 }
  const length = Math.hypot(after.x - before.x, after.y - before.y) || 1
  return { x: -(after.y - before.y) / length, y: (after.x - before.x) / length }
}

function drawCutOff(line: readonly Point[]): readonly Shape[] {
  const look = { stroke: 'line', width: 1.8 } as const
  const half = Math.floor(line.length / 2)
  const first = line.slice(0, Math.max(1, half - 1))
  const last = line.slice(half + 2)
  const bar = (end: Point | undefined, at: number): readonly Shape[] => {
    if (end === undefined) return []
    const { x, y } = acrossAt(line, at)
    const ends = [
      { x: end.x + x * 8, y: end.y + y * 8 },
      { x: end.x - x * 8, y: end.y - y * 8 },
    ]
    return [path(through(ends), look)]
  }
  return [
    path(through(first), look),
    path(through(last), look),
    ...bar(first.at(-1), half - 2),
    ...bar(last[0], half + 2),
  ]
}
