import { describe, expect, it } from 'vitest'
import { columnOf, found, readRows } from '../cases/read-case.ts'
import { correlateColumns } from '../association/correlate-columns.ts'
import { correlateLinearly } from '../association/correlate-linearly.ts'
import { countFrequencies } from '../describe/count-frequencies.ts'
import { describeValues } from '../describe/describe-values.ts'
import { comparePairwise } from '../numeric/pairwise-table.ts'
import { estimateAlpha } from '../reliability/estimate-alpha.ts'
import type { Column } from '../result.ts'
import { startItems } from './accumulate-items.ts'
import { startTally } from './tally-values.ts'

const rows = readRows('survey-2800.csv')
const items = ['A1', 'A2', 'A3', 'A4', 'A5'].map((name) => columnOf(rows, name))
const pieces = [0, 700, 701, 2000, rows.length]
const cut = (column: Column, i: number) => column.slice(pieces[i], pieces[i + 1])
const near = (a: number | null | undefined, b: number | null | undefined) =>
  expect(Math.abs((a ?? Number.NaN) - (b ?? 0))).toBeLessThanOrEqual(1e-12 * Math.abs(b ?? 0))

describe('piece by piece', () => {
  it('a tally describes and counts as the whole column, however it is cut and joined', () => {
    const column = items[2] ?? []
    const [left, right] = [startTally(), startTally()]
    for (const i of [0, 1]) expect(left.add(cut(column, i))).toBe(true)
    for (const i of [2, 3]) expect(right.add(cut(column, i))).toBe(true)
    left.merge(right)
    const whole = found(describeValues(column))
    const parts = found(left.describe())
    expect(parts.n).toBe(whole.n)
    expect(parts.missing).toEqual(whole.missing)
    near(parts.value.mean, whole.value.mean)
    near(parts.value.sd, whole.value.sd)
    near(parts.interval?.low, whole.interval?.low)
    for (const figure of ['median', 'lowerQuartile', 'upperQuartile', 'min', 'max'] as const) {
      expect(parts.value[figure]).toBe(whole.value[figure])
    }
    expect(left.frequencies()).toEqual(countFrequencies(column))
    expect(left.add([1, Number.NaN])).toBe(false)
    expect(found(left.describe()).n).toBe(whole.n)
    expect(startTally().describe()).toMatchObject({ reason: 'TooFewValues' })
  })

  it('items give the alpha of the whole table', () => {
    const accumulator = startItems(5)
    for (const i of [0, 1, 2, 3]) {
      expect(accumulator.add(items.map((column) => cut(column, i)))).toBe(true)
    }
    const whole = found(estimateAlpha(items))
    const parts = found(accumulator.alpha())
    near(parts.value.alpha, whole.value.alpha)
    near(parts.interval?.high, whole.interval?.high)
    expect([parts.n, parts.missing.count]).toEqual([whole.n, whole.missing.count])
    expect(accumulator.add(items.slice(1))).toBe(false)
    expect(startItems(5).alpha()).toMatchObject({ reason: 'TooFewValues' })
  })

  it('correlations of many rows equal those of each pair, and can be stopped', () => {
    const all = found(correlateColumns(items))
    const one = found(correlateLinearly(items[0] ?? [], items[3] ?? []))
    const pair = all.value.pairs.find((p) => p.first === 'column 1' && p.second === 'column 4')
    near(pair?.r, one.value.r)
    near(pair?.interval?.low, one.interval?.low)
    expect(pair?.n).toBe(one.n)
    const seen: number[] = []
    expect(comparePairwise(items, (done) => seen.push(done) < 2)).toBeNull()
    expect(seen).toEqual([1, 2])
  })

  it('a column that does not vary among the shared rows has no correlation', () => {
    const table = comparePairwise([
      [1, 2, 3, null, 5],
      [7, 7, 7, 9, null],
      [0.1, 0.1, 0.1, 0.1, 0.1],
    ])
    expect(table?.correlations[0]?.[1]).toBeNull()
    expect(table?.correlations[0]?.[2]).toBeNull()
    expect(table?.counts[0]?.[1]).toBe(3)
  })
})
