import { at } from '../numeric/at.ts'
import { logChoose, logGamma } from '../numeric/special.ts'
import { seededRandom, shuffle } from '../numeric/seeded-random.ts'
import { totalsOf } from './cross-tabulate.ts'

type Counts = readonly (readonly number[])[]

/** Tables whose log probability exceeds the observed one by less than this count as equal. */
const TOLERANCE = 1e-7
/** Work (visited column fillings) above which the exact sum is given up. */
export const MOST_WORK = 5e6

const logFactorials: number[] = [0]
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i += 1) logFactorials.push(logGamma(i + 1))
  return at(logFactorials, n)
}

function turnUpright(counts: Counts): number[][] {
  const upright = counts.length <= at(counts, 0).length
  if (upright) return counts.map((row) => [...row])
  return at(counts, 0).map((_, j) => counts.map((row) => at(row, j)))
}

/**
 * Calls `visit` with every way to put `total` into cells bounded by `room`, and its log weight,
 * until `visit` says false; then the answer is false.
 */
function fillColumn(
  room: readonly number[],
  total: number,
  visit: (left: number[], logWeight: number) => boolean,
): boolean {
  const left = [...room]
  const later = room.map((_, i) => room.slice(i + 1).reduce((sum, r) => sum + r, 0))
  const step = (i: number, rest: number, logWeight: number): boolean => {
    const free = at(room, i)
    const last = i === room.length - 1
    const most = Math.min(free, rest)
    let going = true
    for (let take = Math.max(0, rest - at(later, i)); going && take <= most; take += 1) {
      left[i] = free - take
      const weight = logWeight - logFactorial(take)
      going = last ? visit(left, weight) : step(i + 1, rest - take, weight)
    }
    left[i] = free
    return going
  }
  return step(0, total, 0)
}

type Work = { done: number; readonly most: number }
type Ending = { logs: Float64Array; sums: Float64Array; top: number }

/** Log weights of the last two columns for given row rests, ascending, with running sums. */
function listEndings(room: readonly number[], total: number, work: Work): Ending | null {
  const found: number[] = []
  const complete = fillColumn(room, total, (left, logWeight) => {
    work.done += 1
    found.push(left.reduce((sum, rest) => sum - logFactorial(rest), logWeight))
    return work.done <= work.most
  })
  if (!complete) return null
  const logs = Float64Array.from(found).sort()
  const sums = new Float64Array(logs.length)
  let sum = 0
  const top = at(logs, logs.length - 1)
  for (let i = 0; i < logs.length; i += 1) {
    sum += Math.exp(at(logs, i) - top)
    sums[i] = sum
  }
  return { logs, sums, top }
}

/** Sum of the weights whose log is at most `bound`. */
function sumUpTo(ending: Ending, bound: number): number {
  let low = 0
  let high = ending.logs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(ending.logs, middle) <= bound) low = middle + 1
    else high = middle
  }
  return low === 0 ? 0 : at(ending.sums, low - 1)
}

function keyOf(left: readonly number[]): string {
  return left.toSorted((a, b) => a - b).join()
}

/**
 * Two-sided Fisher p: probability of all tables with these margins that are no more likely than
 * the observed one. Columns are filled one by one; row rests that agree up to order are merged,
 * and the last two columns are summed by search. null when that would take too long.
 */
export function sumFisherExactly(table: Counts, mostWork = MOST_WORK): number | null {
  const counts = turnUpright(table)
  const { rows, columns } = totalsOf(counts)
  const order = columns.toSorted((a, b) => a - b)
  const n = rows.reduce((sum, value) => sum + value, 0)
  const constant =
    [...rows, ...columns].reduce((sum, total) => sum + logFactorial(total), 0) - logFactorial(n)
  const observed = counts.flat().reduce((sum, count) => sum - logFactorial(count), 0)
  const bound = observed + TOLERANCE
  const second = at(order, order.length - 2)
  const fillings = Math.exp(logChoose(second + rows.length - 1, rows.length - 1))
  if (fillings > mostWork && Math.min(...rows) > second / rows.length) return null
  const work = { done: 0, most: mostWork }
  let nodes = new Map<string, Map<number, number>>([[keyOf(rows), new Map([[0, 1]])]])
  for (const total of order.slice(0, -2)) {
    const next = advance(nodes, total, work)
    if (next === null) return null
    nodes = next
  }
  let p = 0
  for (const [key, pasts] of nodes) {
    const ending = listEndings(key.split(',').map(Number), second, work)
    if (ending === null) return null
    for (const [past, ways] of pasts) {
      p += ways * Math.exp(constant + past + ending.top) * sumUpTo(ending, bound - past)
    }
  }
  return Math.min(1, p)
}

type Nodes = Map<string, Map<number, number>>

function advance(nodes: Nodes, total: number, work: Work): Nodes | null {
  const next: Nodes = new Map()
  for (const [key, pasts] of nodes) {
    const room = key.split(',').map(Number)
    const complete = fillColumn(room, total, (left, logWeight) => {
      work.done += pasts.size
      const to = keyOf(left)
      const known = next.get(to) ?? new Map<number, number>()
      for (const [past, ways] of pasts) {
        // Twelve digits merge equal sums that were added in another order.
        const sum = Math.round((past + logWeight) * 1e12) / 1e12
        known.set(sum, (known.get(sum) ?? 0) + ways)
      }
      next.set(to, known)
      return work.done <= work.most
    })
    if (!complete) return null
  }
  return next
}

/** Monte Carlo version: share of random tables with these margins no more likely than observed. */
export function sampleFisher(table: Counts, samples: number, seed: number): number {
  const random = seededRandom(seed)
  const { rows } = totalsOf(table)
  const columnOf = at(table, 0).flatMap((_, j) =>
    table.flatMap((row) => Array.from({ length: at(row, j) }, () => j)),
  )
  const weigh = (counts: Counts) =>
    counts.flat().reduce((sum, count) => sum - logFactorial(count), 0)
  const bound = weigh(table) + TOLERANCE
  let extreme = 0
  for (let sample = 0; sample < samples; sample += 1) {
    shuffle(columnOf, random)
    let from = 0
    const counts = rows.map((total) => {
      const line = at(table, 0).map(() => 0)
      for (const j of columnOf.slice(from, from + total)) line[j] = at(line, j) + 1
      from += total
      return line
    })
    if (weigh(counts) <= bound) extreme += 1
  }
  return (extreme + 1) / (samples + 1)
}
