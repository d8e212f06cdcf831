import type { DrawnUnion } from './genogram.ts'
import { meanOf } from './order-rows.ts'

type Rows = ReadonlyMap<number, readonly string[]>

interface Wish {
  readonly at: number
  readonly weight: number
}

/** Room for one symbol with its words. */
export const slot = 118
const betweenFamilies = 26
const sweeps = 16

/** Where everybody stands from left to right: in order, never nearer than a slot, parents over the middle of their children. */
export function placeRows(rows: Rows, unions: readonly DrawnUnion[]): ReadonlyMap<string, number> {
  const at = new Map<string, number>()
  const near = new Set(
    unions.flatMap(({ partners }) => [partners.join(), [...partners].reverse().join()]),
  )
  const gaps = new Map(
    [...rows].map(([generation, row]) => [generation, gapsOf(row, unions)] as const),
  )
  for (const [generation, row] of rows) setOut(row, gaps.get(generation) ?? [], at)
  const down = [...rows]
  const up = [...down].reverse()
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (const [generation, row] of up)
      settleRow(
        row,
        gaps.get(generation) ?? [],
        besideThem(row, wishesOfParents(unions, at), near),
        at,
      )
    for (const [generation, row] of down)
      settleRow(
        row,
        gaps.get(generation) ?? [],
        besideThem(row, wishesOfChildren(unions, at), near),
        at,
      )
  }
  const leftmost = Math.min(...at.values())
  return new Map([...at].map(([id, x]) => [id, Math.round(x - leftmost)]))
}

/** Distance of each from the one before. */
function gapsOf(row: readonly string[], unions: readonly DrawnUnion[]): readonly number[] {
  const near = (one: string, other: string) =>
    unions.some(({ partners, children }) => {
      const both = (ids: readonly string[]) => ids.includes(one) && ids.includes(other)
      return both(partners) || both(children.map(({ id }) => id))
    })
  return row.map((id, index) => {
    const before = row[index - 1]
    if (before === undefined) return 0
    return near(before, id) ? slot : slot + betweenFamilies
  })
}

function setOut(row: readonly string[], gaps: readonly number[], at: Map<string, number>): void {
  let x = 0
  for (const [index, id] of row.entries()) {
    x += gaps[index] ?? slot
    at.set(id, x)
  }
}

type Wishes = ReadonlyMap<string, Wish>

function wishesOfParents(unions: readonly DrawnUnion[], at: ReadonlyMap<string, number>): Wishes {
  const shifts = new Map<string, number[]>()
  for (const { partners, children } of unions) {
    const shift =
      middleOf(
        children.map(({ id }) => id),
        at,
      ) - middleOf(partners, at)
    if (!Number.isNaN(shift))
      for (const id of partners) shifts.set(id, [...(shifts.get(id) ?? []), shift])
  }
  return new Map(
    [...shifts].map(([id, own]) => [id, { at: (at.get(id) ?? 0) + meanOf(own), weight: 1 }]),
  )
}

function wishesOfChildren(unions: readonly DrawnUnion[], at: ReadonlyMap<string, number>): Wishes {
  const wishes = new Map<string, Wish>()
  for (const { partners, children } of unions) {
    const ids = children.map(({ id }) => id)
    const shift = middleOf(partners, at) - middleOf(ids, at)
    if (Number.isNaN(shift)) continue
    for (const id of ids)
      if (!wishes.has(id)) wishes.set(id, { at: (at.get(id) ?? 0) + shift, weight: 1 })
  }
  return wishes
}

/** Whoever has no wish of their own goes where the partner beside them goes. */
function besideThem(row: readonly string[], wishes: Wishes, couples: ReadonlySet<string>): Wishes {
  const all = new Map(wishes)
  for (const step of [1, -1]) {
    const order = step === 1 ? [...row.keys()] : [...row.keys()].reverse()
    for (const index of order) {
      const [id, before] = [row[index], row[index - step]]
      if (id === undefined || before === undefined || all.has(id)) continue
      const wish = all.get(before)
      if (wish !== undefined && couples.has([before, id].join()))
        all.set(id, { at: wish.at + step * slot, weight: wish.weight / 2 })
    }
  }
  return all
}

function middleOf(ids: readonly string[], at: ReadonlyMap<string, number>): number {
  const places = ids.flatMap((id) => at.get(id) ?? [])
  return places.length === 0 ? Number.NaN : (Math.min(...places) + Math.max(...places)) / 2
}

/** The nearest row to everybody's wish that keeps the order and the gaps: isotonic regression by pooling neighbours. */
function settleRow(
  row: readonly string[],
  gaps: readonly number[],
  wishes: Wishes,
  at: Map<string, number>,
): void {
  const pools: { sum: number; weight: number; count: number }[] = []
  const offsets: number[] = []
  let offset = 0
  for (const [index, id] of row.entries()) {
    offset += gaps[index] ?? 0
    offsets.push(offset)
    const wish = wishes.get(id) ?? { at: at.get(id) ?? 0, weight: 0.02 }
    let pool = { sum: (wish.at - offset) * wish.weight, weight: wish.weight, count: 1 }
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.weight <= pool.sum / pool.weight) break
      pools.pop()
      pool = {
        sum: last.sum + pool.sum,
        weight: last.weight + pool.weight,
        count: last.count + pool.count,
      }
    }
    pools.push(pool)
  }
  const settled = pools.flatMap(({ sum, weight, count }) =>
    Array.from({ length: count }, () => sum / weight),
  )
  for (const [index, id] of row.entries()) at.set(id, (settled[index] ?? 0) + (offsets[index] ?? 0))
}
