// Lines of marriage and descent. Couples who stand beside each other are bound at half height; others by a line beneath
// the words. What runs level in the same space gets a level of its own.
import type { DrawnUnion, Genogram } from './genogram.ts'
import {
  type PlacedDescent,
  type PlacedPerson,
  type PlacedUnion,
  type Point,
  symbolHalf,
} from './genogram-layout.ts'
import { readKinship } from './kinship.ts'
import { slot } from './place-rows.ts'
import { stackLevels } from './stack-levels.ts'

interface RowEdges {
  readonly top: number
  readonly bottom: number
}

interface Lines {
  readonly roomAbove: (generation: number) => number
  readonly roomBelow: (generation: number) => number
  readonly setRow: (generation: number, edges: RowEdges) => void
  readonly draw: (placed: ReadonlyMap<string, PlacedPerson>) => {
    readonly unions: readonly PlacedUnion[]
    readonly descents: readonly PlacedDescent[]
  }
}

const step = 12
const lead = 16
/** Stems of lines beneath and of parents alone run beside the middle between two slots, where couples' own stems run. */
const aside = 7

export function layOutLines(
  genogram: Genogram,
  across: ReadonlyMap<string, number>,
  order: ReadonlyMap<string, number>,
): Lines {
  const rows = new Map<number, RowEdges>()
  const generationOf = (id: string) => genogram.generations.get(id) ?? 0
  const isBeside = (union: DrawnUnion) => standBeside(union, generationOf, order)
  const { arcs, bars } = levelLines(genogram, (id) => across.get(id) ?? 0, isBeside)
  const kinship = readKinship(genogram)
  return {
    roomAbove: (generation) =>
      bars.levelsIn(generation) * step + (bars.levelsIn(generation) > 0 ? lead : 0),
    roomBelow: (generation) => arcs.levelsIn(generation) * step + lead,
    setRow: (generation, edges) => void rows.set(generation, edges),
    draw: (placed) => {
      const unions = genogram.unions.flatMap((union) => {
        const edges = rows.get(generationOf(union.partners[0] ?? ''))
        return placeUnion(
          union,
          placed,
          (edges?.bottom ?? 0) + (arcs.levelOf(union.id) + 1) * step,
          isBeside(union),
        )
      })
      const descents = genogram.unions.flatMap((union) => {
        const its = unions.find(({ id }) => id === union.id)
        const top = rows.get(generationOf(union.children[0]?.id ?? ''))?.top ?? 0
        const barAt = top - lead - bars.levelOf(union.id) * step
        return its === undefined
          ? []
          : union.children.flatMap(({ id, nature }) => {
              const child = placed.get(id)
              // A second pair of parents (adoption) reaches the child beside the first.
              const shift = kinship.originOf(id)?.id === union.id ? 0 : aside
              return child === undefined
                ? []
                : {
                    unionId: union.id,
                    childId: id,
                    nature,
                    line: descend(its.middle, barAt, child, shift),
                  }
            })
      })
      return { unions, descents }
    },
  }
}

/** Couples bound by a line beneath, and bars of descent: each level with those that run in the same space. */
function levelLines(
  genogram: Genogram,
  x: (id: string) => number,
  isBeside: (union: DrawnUnion) => boolean,
) {
  const generationOf = (id: string) => genogram.generations.get(id) ?? 0
  const arcs = stackLevels(
    genogram.unions
      .filter((union) => !isBeside(union))
      .map(({ id, partners }) => ({
        id,
        row: generationOf(partners[0] ?? ''),
        ...spanOf(partners.map(x)),
      })),
  )
  const bars = stackLevels(
    genogram.unions
      .filter(({ children }) => children.length > 0)
      .map((union) => ({
        id: union.id,
        row: generationOf(union.children[0]?.id ?? ''),
        ...spanOf([stemOf(union, x), ...union.children.map(({ id }) => x(id))]),
      })),
  )
  return { arcs, bars }
}

function standBeside(
  { partners: [one, other] }: DrawnUnion,
  generationOf: (id: string) => number,
  order: ReadonlyMap<string, number>,
): boolean {
  if (one === undefined || other === undefined) return true
  return (
    generationOf(one) === generationOf(other) &&
    Math.abs((order.get(one) ?? 0) - (order.get(other) ?? 0)) === 1
  )
}

function spanOf(places: readonly number[]) {
  return { from: Math.min(...places), to: Math.max(...places) }
}

function stemOf({ partners }: DrawnUnion, x: (id: string) => number): number {
  const places = partners.map(x)
  if (places.length === 1) return (places[0] ?? 0) + slot / 2 - aside
  return (Math.min(...places) + Math.max(...places)) / 2
}

function placeUnion(
  union: DrawnUnion,
  placed: ReadonlyMap<string, PlacedPerson>,
  below: number,
  beside: boolean,
): readonly PlacedUnion[] {
  const { id, partners, state } = union
  const [left, right] = partners
    .flatMap((one) => placed.get(one) ?? [])
    .sort((one, two) => one.x - two.x)
  if (left === undefined) return []
  if (right === undefined) {
    const stem = left.x + slot / 2 - aside
    const middle = { x: stem, y: left.y + 10 }
    const line =
      union.children.length === 0 ? [] : [{ x: left.x + symbolHalf, y: left.y + 10 }, middle]
    return [{ id, partners, state, line, middle }]
  }
  if (beside || left.y !== right.y) {
    const line = [
      { x: left.x + symbolHalf, y: left.y },
      { x: right.x - symbolHalf, y: right.y },
    ]
    return [
      {
        id,
        partners,
        state,
        line,
        middle: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
      },
    ]
  }
  const out = left.x + slot / 2 - aside
  const back = right.x - slot / 2 + aside
  const line = [
    { x: left.x + symbolHalf, y: left.y + 10 },
    { x: out, y: left.y + 10 },
    { x: out, y: below },
    { x: back, y: below },
    { x: back, y: right.y + 10 },
    { x: right.x - symbolHalf, y: right.y + 10 },
  ]
  return [{ id, partners, state, line, middle: { x: (left.x + right.x) / 2, y: below } }]
}

function descend(from: Point, barAt: number, child: PlacedPerson, shift: number): readonly Point[] {
  const x = child.x + shift
  return [from, { x: from.x, y: barAt }, { x, y: barAt }, { x, y: child.y - symbolHalf }]
}
