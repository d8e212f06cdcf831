import { expect, it } from 'vitest'
import { columnOf, found, readRows } from '../cases/read-case.ts'
import { analyseParallel } from './analyse-parallel.ts'

const rows = readRows('survey-2800.csv').slice(0, 600)
const items = ['A', 'C', 'E', 'N', 'O'].flatMap((scale) =>
  [1, 2, 3, 4, 5].map((i) => columnOf(rows, `${scale}${i}`)),
)

it('finds about five dimensions in a five-scale survey, and the same again with the same seed', () => {
  const once = found(analyseParallel(items, { samples: 40 }))
  expect(once.value.factors).toBeGreaterThanOrEqual(4)
  expect(once.value.factors).toBeLessThanOrEqual(6)
  expect(found(analyseParallel(items, { samples: 40 }))).toEqual(once)
  const other = found(analyseParallel(items, { samples: 40, seed: 2, source: 'permutation' }))
  expect(other.value.randomMean).not.toEqual(once.value.randomMean)
  expect(Math.abs((other.value.randomMean[0] ?? 0) - (once.value.randomMean[0] ?? 0))).toBeLessThan(
    0.05,
  )
})

it('random eigenvalues fall, and sum to the number of items', () => {
  const { randomMean, randomPercentile } = found(analyseParallel(items, { samples: 40 })).value
  expect(randomMean.reduce((sum, value) => sum + value, 0)).toBeCloseTo(25, 8)
  expect(randomMean).toEqual(randomMean.toSorted((a, b) => b - a))
  for (const [i, mean] of randomMean.entries()) expect(randomPercentile[i]).toBeGreaterThan(mean)
})
