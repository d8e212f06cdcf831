import {
  centreRadius,
  type EcomapLayout,
  type PlacedTie,
  systemRadius,
} from '../ecomap/layout-ecomap.ts'
import type { DrawnTie, Ecomap } from '../ecomap/read-ecomap.ts'
import type { Point } from '../genogram/genogram-layout.ts'
import { breadthOf, fitLines } from './fit-lines.ts'
import type { Say } from './label-person.ts'
import { circle, type Drawing, path, round, type Shape, through, words } from './shape.ts'

const lineHeight = 16
/** Letters across a circle. */
const room = 6.4

/** Household in the middle, systems around; the line says how strong, how heavy and which way. */
export function drawEcomap(ecomap: Ecomap, layout: EcomapLayout, say: Say): Drawing {
  const { centre } = layout
  const named = ecomap.centre.flatMap((name) => fitLines(name, 8, 1)).slice(0, 6)
  return {
    width: Math.ceil(layout.width),
    height: Math.ceil(layout.height),
    parts: [
      ...layout.ties.map(({ tie, from, to }) => ({
        of: 'tie' as const,
        id: `line ${tie.id}`,
        shapes: drawTie(tie, from, to),
      })),
      {
        of: 'household',
        id: 'centre',
        shapes: [
          path(circle(centre.x, centre.y, centreRadius), { fill: 'paper' }),
          ...stack([say('assessment:drawing.eco.household'), ...named], centre, true),
        ],
      },
      ...layout.ties.map((placed) => ({
        of: 'system' as const,
        id: placed.tie.id,
        shapes: drawSystem(placed, say),
      })),
    ],
  }
}

function drawSystem({ tie, at }: PlacedTie, say: Say): readonly Shape[] {
  const lines = [
    ...spread(say(`assessment:drawing.system.${tie.system}`)),
    ...spread(tie.name),
    ...fitLines(
      tie.whose === '' ? '' : say('assessment:drawing.eco.whose', { name: tie.whose }),
      room,
      1,
    ),
  ]
  return [path(circle(at.x, at.y, systemRadius), { fill: 'paper' }), ...stack(lines, at, true)]
}

/** Lines of about the same length, so that a word's end does not stand alone. */
function spread(written: string): readonly string[] {
  const lines = Math.ceil(breadthOf(written) / room)
  return fitLines(written, lines < 2 ? room : Math.min(room, breadthOf(written) / lines + 0.9), 2)
}

function stack(lines: readonly string[], at: Point, boldFirst: boolean): readonly Shape[] {
  const top = at.y - ((lines.length - 1) * lineHeight) / 2 + 4
  return lines.map((line, index) =>
    words({ x: at.x, y: top + index * lineHeight }, line, { bold: boldFirst && index === 0 }),
  )
}

/** Thick strong, thin ordinary, dashed weak; hatched where it weighs; heads where energy flows. */
export function drawTie(
  { strength, stressful, flow }: Pick<DrawnTie, 'strength' | 'stressful' | 'flow'>,
  from: Point,
  to: Point,
): readonly Shape[] {
  const width = { strong: 6, ordinary: 2, weak: 2 }[strength]
  const dash = strength === 'weak' ? '7 6' : ''
  return [
    path(through([from, to]), { width, dash }),
    ...(stressful ? [hatch(from, to)] : []),
    ...(flow === 'fromFamily' || flow === 'both' ? [head(from, to)] : []),
    ...(flow === 'toFamily' || flow === 'both' ? [head(to, from)] : []),
  ]
}

function hatch(from: Point, to: Point): Shape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const marks: string[] = []
  for (let at = 14; at <= length - 14; at += 9) {
    const middle = { x: from.x + along.x * at, y: from.y + along.y * at }
    const slant = { x: -along.y * 8 + along.x * 3, y: along.x * 8 + along.y * 3 }
    marks.push(
      through([
        { x: middle.x - slant.x, y: middle.y - slant.y },
        { x: middle.x + slant.x, y: middle.y + slant.y },
      ]),
    )
  }
  return path(marks.join(''), { stroke: 'line', width: 1.8 })
}

/** An arrow's head at the end. */
function head(from: Point, to: Point): Shape {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const corner = (side: number) =>
    `L${round(to.x - along.x * 14 - along.y * 8 * side)} ${round(to.y - along.y * 14 + along.x * 8 * side)}`
  return path(`M${round(to.x)} ${round(to.y)}${corner(1)}${corner(-1)}z`, { fill: 'ink', width: 1 })
}
