import type { DrawnPerson, Genogram } from './genogram.ts'
import {
  type GenogramLayout,
  lineHeight,
  type PlacedPerson,
  symbolHalf,
} from './genogram-layout.ts'
import { layOutLines } from './lay-out-lines.ts'
import { loopHousehold } from './loop-household.ts'
import { orderRows } from './order-rows.ts'
import { placeRows, slot } from './place-rows.ts'
import { curveQualities } from './curve-qualities.ts'

const margin = 34
const labelGap = 6

/**
 * Where every symbol, word and line of the drawing stands. Pure: the same family on the same day is the same drawing,
 * in whichever order its records come.
 */
export function layoutGenogram(
  genogram: Genogram,
  linesOf: (person: DrawnPerson) => readonly string[],
): GenogramLayout {
  const rows = orderRows(genogram)
  const across = placeRows(rows, genogram.unions)
  const labels = new Map(genogram.people.map((one) => [one.id, linesOf(one)]))
  const order = new Map([...rows.values()].flatMap((row) => row.map((id, at) => [id, at] as const)))
  const lines = layOutLines(genogram, across, order)
  const people: PlacedPerson[] = []
  let top = margin
  for (const [generation, row] of rows) {
    top += lines.roomAbove(generation)
    const most = Math.max(0, ...row.map((id) => labels.get(id)?.length ?? 0))
    for (const id of row) {
      const own = labels.get(id) ?? []
      const x = margin + slot / 2 + (across.get(id) ?? 0)
      const height = 2 * symbolHalf + labelGap + own.length * lineHeight
      const box = { x: x - slot / 2 + 5, y: top, width: slot - 10, height }
      people.push({ id, x, y: top + symbolHalf, lines: own, box })
    }
    const bottom = top + 2 * symbolHalf + labelGap + most * lineHeight
    lines.setRow(generation, { top, bottom })
    top = bottom + lines.roomBelow(generation)
  }
  const placed = new Map(people.map((one) => [one.id, one]))
  return {
    width: Math.max(0, ...people.map(({ x }) => x)) + slot / 2 + margin,
    height: top + margin,
    people,
    ...lines.draw(placed),
    qualities: curveQualities(genogram.qualities, placed),
    household: loopHousehold(genogram, people),
  }
}
