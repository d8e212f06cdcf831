import { at } from '../numeric/at.ts'
import { pickTail } from '../paired/test-signed-rank.ts'
import type { Alternative } from '../result.ts'

/** Exact p of a rank correlation over all orders of b (Heap's algorithm); ranks are integers. */
export function permuteSpearman(
  a: readonly number[],
  b: readonly number[],
  alternative: Alternative,
): number {
  const line = [...b]
  const sumOfProducts = () => line.reduce((sum, value, i) => sum + value * at(a, i), 0)
  const observed = sumOfProducts()
  let atMost = 0
  let atLeast = 0
  let all = 0
  const count = () => {
    const now = sumOfProducts()
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
