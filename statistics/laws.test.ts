import fc from 'fast-check'
import { expect, it } from 'vitest'
import { found } from './cases/read-case.ts'
import {
  assessIndividualChange,
  compareMeans,
  correlateLinearly,
  correlateOrder,
  describeValues,
  estimateAlpha,
  measurePairedEffect,
  testPairedMean,
  testRankSum,
  testSignedRank,
} from './index.ts'

const score = fc.integer({ min: 0, max: 12 })
const vector = fc.array(score, { minLength: 4, maxLength: 12 })
const pairs = fc
  .array(fc.tuple(score, score), { minLength: 4, maxLength: 12 })
  .filter((rows) => new Set(rows.map(([a, b]) => b - a)).size > 1)
const columnsOf = (rows: readonly (readonly [number, number])[]) => ({
  pre: rows.map(([a]) => a),
  post: rows.map(([, b]) => b),
})
const close = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)))

it('a shift moves the mean and leaves spread and shape alone', () => {
  fc.assert(
    fc.property(vector, fc.integer({ min: -1000, max: 1000 }), (x, c) => {
      const a = found(describeValues(x)).value
      const b = found(describeValues(x.map((v) => v + c))).value
      close(b.mean, a.mean + c)
      close(b.sd ?? 0, a.sd ?? 0)
      close(b.skewness ?? 0, a.skewness ?? 0)
      close(b.upperQuartile, a.upperQuartile + c)
    }),
  )
})

it('a positive scale multiplies interval and estimate and leaves t, p and d alone', () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom(0.25, 3, 1000), (rows, k) => {
      const { pre, post } = columnsOf(rows)
      const a = found(testPairedMean(pre, post))
      const b = found(
        testPairedMean(
          pre.map((v) => v * k),
          post.map((v) => v * k),
        ),
      )
      close(b.value.p, a.value.p)
      close(b.interval?.low ?? 0, (a.interval?.low ?? 0) * k)
      const d = found(measurePairedEffect(pre, post)).value
      const e = found(
        measurePairedEffect(
          pre.map((v) => v * k),
          post.map((v) => v * k),
        ),
      ).value
      close(e.dZ ?? 0, d.dZ ?? 0)
      close(e.dZInterval?.high ?? 0, d.dZInterval?.high ?? 0)
    }),
  )
})

it('order of rows does not matter', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const a = columnsOf(rows)
      const b = columnsOf(rows.toReversed())
      expect(testSignedRank(b.pre, b.post)).toEqual(testSignedRank(a.pre, a.post))
      expect(testRankSum(b.pre, b.post)).toEqual(testRankSum(a.pre, a.post))
    }),
  )
})

it('exchanging before and after turns the sign and keeps p', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const { pre, post } = columnsOf(rows)
      const a = found(testSignedRank(pre, post))
      const b = found(testSignedRank(post, pre))
      close(b.value.p, a.value.p)
      close(b.value.rankBiserial, -a.value.rankBiserial)
      close(b.value.hodgesLehmann ?? 0, -(a.value.hodgesLehmann ?? 0))
      close(b.interval?.low ?? 0, -(a.interval?.high ?? 0))
    }),
  )
})

it('the exact p equals complete enumeration of the signs', () => {
  fc.assert(
    fc.property(
      pairs.filter((rows) => rows.length <= 9),
      (rows) => {
        const { pre, post } = columnsOf(rows)
        const result = found(testSignedRank(pre, post))
        close(result.value.p, enumerateSigns(rows.map(([a, b]) => b - a)))
      },
    ),
    { numRuns: 50 },
  )
})

it('p is between 0 and 1 and an interval holds its estimate', () => {
  fc.assert(
    fc.property(vector, vector, (x, y) => {
      for (const result of [compareMeans(x, y), testRankSum(x, y), correlateOrder(x, y)]) {
        if (!result.ok) continue
        expect(result.value.p).toBeGreaterThanOrEqual(0)
        expect(result.value.p).toBeLessThanOrEqual(1)
        if (result.interval === null || result.estimate === null) continue
        expect(result.interval.low).toBeLessThanOrEqual(result.estimate.value)
        expect(result.interval.high).toBeGreaterThanOrEqual(result.estimate.value)
      }
    }),
  )
})

it('duplicating every row keeps means and correlation and narrows the interval', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const once = columnsOf(rows)
      const twice = columnsOf([...rows, ...rows])
      const a = found(testPairedMean(once.pre, once.post))
      const b = found(testPairedMean(twice.pre, twice.post))
      close(b.value.meanDifference, a.value.meanDifference)
      expect(b.value.standardError).toBeLessThan(a.value.standardError)
      const r = correlateLinearly(once.pre, once.post)
      const s = correlateLinearly(twice.pre, twice.post)
      expect(s.ok).toBe(r.ok)
      if (r.ok && s.ok) close(s.value.r, r.value.r)
    }),
  )
})

it('alpha does not change when items are shifted or people reordered', () => {
  const items = fc.array(fc.tuple(score, score, score), { minLength: 5, maxLength: 12 })
  fc.assert(
    fc.property(items, (rows) => {
      const column = (j: 0 | 1 | 2, list: readonly (readonly [number, number, number])[]) =>
        list.map((row) => row[j])
      const a = estimateAlpha([column(0, rows), column(1, rows), column(2, rows)])
      const back = rows.toReversed()
      const moved = column(0, back).map((v) => v + 7)
      const b = estimateAlpha([moved, column(1, back), column(2, back)])
      expect(b.ok).toBe(a.ok)
      if (a.ok && b.ok) close(b.value.alpha, a.value.alpha)
    }),
  )
})

it('every person falls into exactly one class of change', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const { pre, post } = columnsOf(rows)
      const result = found(
        assessIndividualChange(pre, post, { reliability: 0.8, sd: 3, cutOff: 6 }),
      )
      const { recovered, improved, unchanged, deteriorated } = result.value.counts
      expect(recovered + improved + unchanged + deteriorated).toBe(rows.length)
    }),
  )
})
/** Two-sided p by brute force with Pratt zeros, written without the library. */
function enumerateSigns(d: readonly number[]): number {
  const size = d.map(Math.abs)
  const rank = size.map(
    (v) => size.filter((w) => w < v).length + (size.filter((w) => w === v).length + 1) / 2,
  )
  const used = rank.filter((_, i) => d[i] !== 0)
  const observed = rank.reduce((sum, r, i) => ((d[i] ?? 0) > 0 ? sum + r : sum), 0)
  let low = 0
  let high = 0
  for (let mask = 0; mask < 2 ** used.length; mask += 1) {
    const v = used.reduce((sum, r, i) => ((mask >> i) % 2 === 1 ? sum + r : sum), 0)
    if (v <= observed) low += 1
    if (v >= observed) high += 1
  }
  return Math.min(1, (2 * Math.min(low, high)) / 2 ** used.length)
}
