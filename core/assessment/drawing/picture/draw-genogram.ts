import type { DrawnPerson, Genogram } from '../genogram/genogram.ts'
import {
  type GenogramLayout,
  type Household,
  lineHeight,
  type PlacedPerson,
  type PlacedUnion,
  type Point,
  symbolHalf,
} from '../genogram/genogram-layout.ts'
import { bandHalf } from '../genogram/join-loops.ts'
import type { Parentage } from '../facts/parentage.ts'
import { drawQuality } from './relation-marks.ts'
import {
  circle,
  diamond,
  type Drawing,
  type Part,
  path,
  type Shape,
  square,
  through,
  triangle,
  words,
} from './shape.ts'

export const descentDashes: Readonly<Record<Parentage['nature'], string>> = {
  birth: '',
  adopted: '10 4',
  fostered: '2 4',
  unclear: '5 5',
}

/** A laid-out family as shapes; what stands in front comes last. */
export function drawGenogram(genogram: Genogram, layout: GenogramLayout): Drawing {
  const byId = new Map(genogram.people.map((one) => [one.id, one]))
  return {
    width: layout.width,
    height: layout.height,
    parts: [
      { of: 'household', id: 'household', shapes: drawHousehold(layout.household) },
      ...layout.descents.map(({ unionId, childId, nature, line }) => ({
        of: 'descent' as const,
        id: `${unionId} ${childId}`,
        shapes: [path(through(line), { dash: descentDashes[nature] })],
      })),
      ...layout.unions.map(drawUnion),
      ...layout.qualities.map(({ id, quality, line }) => ({
        of: 'quality' as const,
        id,
        shapes: drawQuality(quality, line),
      })),
      ...layout.people.flatMap((placed): readonly Part[] => {
        const person = byId.get(placed.id)
        return person === undefined
          ? []
          : [{ of: 'person', id: placed.id, shapes: drawPerson(person, placed) }]
      }),
    ],
  }
}

/** Loops first; where two are one, the line between them is taken away and the sides of the strip are drawn. */
function drawHousehold({ loops, joints, bands }: Household): readonly Shape[] {
  const look = { stroke: 'quiet', width: 1.5, dash: '7 5' } as const
  return [
    ...loops.map((loop) => path(`${through(loop)}z`, look)),
    ...joints.flatMap(({ x, y, width, height }) => [
      path(`M${x + 1} ${y - 2}h${width - 2}v${height + 4}h${2 - width}z`, {
        stroke: 'none',
        fill: 'paper',
      }),
      path(`M${x} ${y}v${height}M${x + width} ${y}v${height}`, look),
    ]),
    ...bands.flatMap(drawBand),
  ]
}

/** Two dashed sides and paper between them, which opens the loops at both ends. */
export function drawBand(band: readonly Point[]): readonly Shape[] {
  const d = through(band)
  return [
    path(d, { stroke: 'quiet', width: 2 * bandHalf, dash: '7 5' }),
    path(d, { stroke: 'paper', width: 2 * bandHalf - 3 }),
  ]
}

function drawUnion({ id, partners, state, line, middle }: PlacedUnion): Part {
  const dash = partners.length > 1 ? unionDash(state) : ''
  return {
    of: 'couple',
    id,
    shapes: line.length === 0 ? [] : [path(through(line), { dash }), ...drawState(state, middle)],
  }
}

/** Dashed: not married, or nobody has said. */
export function unionDash(state: PlacedUnion['state']): string {
  return state === 'cohabiting' || state === 'unclear' || state === null ? '6 5' : ''
}

export function drawState(state: PlacedUnion['state'], at: Point): readonly Shape[] {
  const slash = (by: number) =>
    path(
      through([
        { x: at.x + by - 4, y: at.y + 9 },
        { x: at.x + by + 4, y: at.y - 9 },
      ]),
    )
  switch (state) {
    case 'separated':
      return [slash(-10)]
    case 'divorced':
      return [slash(-13), slash(-7)]
    case 'unclear':
      return [words({ x: at.x - 10, y: at.y - 5 }, '?', { bold: true })]
    case 'married':
    case 'cohabiting':
    case null:
      return []
  }
}

function drawPerson(person: DrawnPerson, placed: PlacedPerson): readonly Shape[] {
  const { x, y, lines } = placed
  const shapes: Shape[] = [...drawSymbol(person, x, y)]
  if (person.dead) {
    const arm = person.sex === 'male' ? symbolHalf : symbolHalf * 0.7
    shapes.push(
      path(
        `M${x - arm} ${y - arm}L${x + arm} ${y + arm}M${x + arm} ${y - arm}L${x - arm} ${y + arm}`,
      ),
    )
  } else if (person.age !== null)
    shapes.push(words({ x, y: y + 5 }, String(person.age), { size: 14 }))
  if (person.holdsPhone) shapes.push(...drawPhone(x + symbolHalf + 1, y - symbolHalf - 3))
  const top = y + symbolHalf + 6
  for (const [index, line] of lines.entries())
    shapes.push(
      words({ x, y: top + (index + 1) * lineHeight - 3 }, line, {
        bold: index === 0 && !person.unborn,
      }),
    )
  return shapes
}

function drawSymbol(person: DrawnPerson, x: number, y: number): readonly Shape[] {
  if (person.unborn) return [path(triangle(x, y, symbolHalf - 4), { fill: 'paper', dash: '5 4' })]
  const outline = person.sex === 'male' ? square : person.sex === 'female' ? circle : diamond
  const whole = path(outline(x, y, symbolHalf), { fill: 'paper' })
  const inner = person.sex === 'unknown' ? symbolHalf - 7 : symbolHalf - 5
  return person.index ? [whole, path(outline(x, y, inner), { width: 1.5 })] : [whole]
}

/** A handset beside the one who keeps it. */
export function drawPhone(x: number, y: number): readonly Shape[] {
  return [
    path(`M${x} ${y}h9v16h-9z`, { fill: 'paper', width: 1.6 }),
    path(`M${x + 3} ${y + 13}h3`, { width: 1.6 }),
  ]
}
