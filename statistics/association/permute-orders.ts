import { at } from '../numeric/at.ts'
import { pickTail } from '../paired/test-signed-rank.ts'
import type { Alternative } from '../result.ts'

/** Exact p of Spearman's rank correlation over all orders of b; ranks are integers. */
export function permuteProducts(
  a: readonly number[],
  b: readonly number[],
  alternative: Alternative,
): number {
  return permute(b, alternative, (line) =>
    line.reduce((sum, value, i) => sum + value * at(a, i), 0),
  )
}

/** Exact p of Kendall's S over all orders of b, ties included. */
export function permuteConcordance(
  a: readonly number[],
  b: readonly number[],
  alternative: Alternative,
): number {
  // Of a only the signs matter, and they stay.
  const pairs = a.flatMap((first, i) =>
    a.slice(i + 1).flatMap((second, step) => {
      const sign = Math.sign(first - second)
      return sign === 0 ? [] : [{ i, j: i + 1 + step, sign }]
    }),
  )
  return permute(b, alternative, (line) => {
    let s = 0
    for (const { i, j, sign } of pairs) s += sign * Math.sign(at(line, i) - at(line, j))
    return s
  })
}

/** Counts over all orders of b (Heap's algorithm); the measure is a whole number, so equal is equal. */
function permute(
  b: readonly number[],
  alternative: Alternative,
  measure: (line: readonly number[]) => number,
): number {
  const line = [...b]
  const observed = measure(line)
  let atMost = 0
  let atLeast = 0
  let all = 0
  const count = () => {
    const now = measure(line)
    all += 1
    if (now <= observed) atMost += 1
    if (now >= observed) atLeast += 1
  }
  const counters = line.map(() => 0)
  count()
  for (let i = 1; i < line.length; ) {
    const c = at(counters, i)
    if (c < i) {
      const j = i % 2 === 0 ? 0 : c
      const kept = at(line, i)
      line[i] = at(line, j)
      line[j] = kept
      count()
      counters[i] = c + 1
      i = 1
    } else {
      counters[i] = 0
      i += 1
    }
  }
  return pickTail({ lower: atMost / all, upper: atLeast / all }, alternative)
}
