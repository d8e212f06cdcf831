// Who stands beside whom: couples beside each other, brothers and sisters by age, each block under its parents.
import type { DrawnPerson, DrawnUnion, Genogram } from './genogram.ts'
import { arrangeBlock } from './arrange-block.ts'
import { type Kinship, readKinship } from './kinship.ts'

/** Each generation from left to right, from the oldest generation down. */
export function orderRows(genogram: Genogram): ReadonlyMap<number, readonly string[]> {
  const kinship = readKinship(genogram)
  const generations = [...new Set(genogram.generations.values())].sort((one, two) => one - two)
  const peopleOf = (generation: number) =>
    genogram.people.filter(({ id }) => genogram.generations.get(id) === generation)
  const rows = new Map<number, readonly string[]>()
  const start = generations.includes(-1) ? -1 : (generations[0] ?? 0)
  rows.set(start, orderRow(peopleOf(start), kinship, new Map()))
  for (const generation of generations.filter((one) => one < start).reverse())
    rows.set(
      generation,
      orderRow(peopleOf(generation), kinship, hintsFromBelow(rows, genogram.unions)),
    )
  for (const generation of generations.filter((one) => one > start))
    rows.set(
      generation,
      orderRow(peopleOf(generation), kinship, hintsFromAbove(rows, genogram.unions)),
    )
  return new Map(generations.map((generation) => [generation, rows.get(generation) ?? []]))
}

type Hints = ReadonlyMap<string, number>

function orderRow(people: readonly DrawnPerson[], kinship: Kinship, hints: Hints): string[] {
  const left = new Set(people.map(({ id }) => id))
  const blocks: { readonly ids: readonly string[]; readonly at: number }[] = []
  for (const { id } of people) {
    if (!left.has(id)) continue
    const ids = arrangeBlock(blockAround(id, left, kinship), kinship, hints)
    for (const one of ids) left.delete(one)
    blocks.push({ ids, at: meanOf(ids.flatMap((one) => hints.get(one) ?? [])) })
  }
  // Stable: blocks without a hint keep the order of their eldest, after the others.
  return blocks.sort((one, two) => compareHints(one.at, two.at)).flatMap(({ ids }) => ids)
}

function compareHints(one: number, two: number): number {
  if (Number.isNaN(one) || Number.isNaN(two))
    return Number(Number.isNaN(one)) - Number(Number.isNaN(two))
  return one - two
}

/** Everybody of the row who is bound to somebody by a couple or as brothers and sisters. */
function blockAround(id: string, row: ReadonlySet<string>, kinship: Kinship): ReadonlySet<string> {
  const block = new Set([id])
  for (const one of block)
    for (const other of [...kinship.partnersOf(one), ...kinship.siblingsOf(one)])
      if (row.has(other)) block.add(other)
  return block
}

function positionsIn(rows: ReadonlyMap<number, readonly string[]>): ReadonlyMap<string, number> {
  return new Map([...rows.values()].flatMap((row) => row.map((id, index) => [id, index] as const)))
}

function hintsFromBelow(
  rows: ReadonlyMap<number, readonly string[]>,
  unions: readonly DrawnUnion[],
): Hints {
  const at = positionsIn(rows)
  const hints = new Map<string, number>()
  for (const { partners, children } of unions) {
    const mean = meanOf(children.flatMap(({ id }) => at.get(id) ?? []))
    if (!Number.isNaN(mean)) for (const id of partners) hints.set(id, mean)
  }
  return hints
}

function hintsFromAbove(
  rows: ReadonlyMap<number, readonly string[]>,
  unions: readonly DrawnUnion[],
): Hints {
  const at = positionsIn(rows)
  const hints = new Map<string, number>()
  for (const { partners, children } of unions) {
    const mean = meanOf(partners.flatMap((id) => at.get(id) ?? []))
    if (!Number.isNaN(mean)) for (const { id } of children) if (!hints.has(id)) hints.set(id, mean)
  }
  return hints
}

/** NaN of nothing. */
export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
