import { describe, expect, it } from 'vitest'
import type { CrossTable } from '../../inquiry/cross-table/cross-table.ts'
import { withoutTest } from '../../inquiry/cross-table/test-cross-table.ts'
import { findSpans } from './find-spans.ts'
import { hideCrossTable } from './hide-cross-table.ts'

const none = { notAsked: 0, missing: 0, smallGroup: 0 }

function tableOf(
  counts: readonly (readonly number[])[],
  apart: readonly number[] = [],
): CrossTable {
  const side = (totals: readonly number[], besides: readonly number[]) => ({
    categories: totals.map(String),
    totals,
    apart: totals.map((_, at) => besides[at] ?? 0),
    together: [],
    hidden: [],
  })
  const rows = counts.map((line) => sum(line))
  const columns = (counts[0] ?? []).map((_, at) => sum(counts.map((line) => line[at] ?? 0)))
  const n = sum(rows)
  return {
    rows: side(rows, apart),
    columns: side(columns, []),
    counts,
    n,
    leftOut: none,
    ...withoutTest('thin'),
  }
}

function sum(all: readonly number[]): number {
  return all.reduce((total, one) => total + one, 0)
}

/** A repeatable stream of numbers below 1. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

type Shown = ReturnType<typeof hideCrossTable>

/** Every table that fits what is shown, written out one by one; null where there are too many to write. */
function listFitting({ counts, rows, columns, n }: Shown): readonly (readonly number[][])[] | null {
  const found: number[][][] = []
  const width = counts[0]?.length ?? 0
  const fits = (one: readonly (readonly number[])[]) =>
    sum(one.flat()) === n &&
    one.every((line, at) => (rows.totals[at] ?? sum(line)) === sum(line)) &&
    columns.totals.every(
      (total, at) => total === null || total === sum(one.map((line) => line[at] ?? 0)),
    )
  const fill = (so: readonly number[]): boolean => {
    if (sum(so) > n || found.length > 4000) return found.length <= 4000
    if (so.length === counts.length * width) {
      const one = counts.map((_, at) => so.slice(at * width, (at + 1) * width))
      if (fits(one)) found.push(one)
      return true
    }
    const [row, column] = [Math.floor(so.length / width), so.length % width]
    const total = column === 0 && row > 0 ? rows.totals[row - 1] : null
    if (total !== null && total !== undefined && sum(so.slice(-width)) !== total) return true
    const own = counts[row]?.[column] ?? null
    if (own !== null) return fill([...so, own])
    for (let one = 0; one <= n - sum(so); one += 1) if (!fill([...so, one])) return false
    return true
  }
  return fill([]) ? found : null
}

/** Cells and totals of 1 to 4 that are one and the same in every table that fits. */
function listGiven(table: CrossTable, shown: Shown): readonly string[] | null {
  const fitting = listFitting(shown)
  if (fitting === null) return null
  const isPinned = (read: (one: readonly (readonly number[])[]) => number) => {
    const count = read(table.counts)
    return count > 0 && count < 5 && fitting.every((one) => read(one) === count)
  }
  return [
    ...table.counts.flatMap((line, row) =>
      line.flatMap((_, column) =>
        isPinned((one) => one[row]?.[column] ?? 0) ? [`cell ${row} ${column}`] : [],
      ),
    ),
    ...table.counts.flatMap((_, row) =>
      isPinned((one) => sum(one[row] ?? [])) ? [`row ${row}`] : [],
    ),
  ]
}

describe('a cross-table for readers outside the team [EVA-26, INQ-40]', () => {
  it('hides no cell that the printed total and its neighbours tell', () => {
    // The classes that are left out answered this question too: 4 and 2 of them, whom no cell of the table counts.
    const shown = hideCrossTable(
      tableOf(
        [
          [20, 3],
          [12, 2],
          [14, 15],
        ],
        [6, 3, 0],
      ),
      true,
    )
    expect(shown.counts[0]).toEqual([null, null])
    expect(shown.rows.totals[0]).toBeNull()
    expect(shown.association).toBeNull()
  })

  it('tells all of a table without small cells, test and all', () => {
    const shown = hideCrossTable(
      tableOf([
        [20, 30],
        [12, 22],
      ]),
      true,
    )
    expect(shown.counts).toEqual([
      [20, 30],
      [12, 22],
    ])
    expect(shown.rows.totals).toEqual([50, 34])
  })

  it('leaves every hidden small count open in tables of all shapes, whoever writes out what fits', () => {
    const next = numbersFrom(11)
    let tried = 0
    let hidden = 0
    for (let round = 0; round < 260; round += 1) {
      const [height, width] = [2 + Math.floor(next() * 2), 2]
      const pick = () => (next() < 0.3 ? Math.floor(next() * 5) : Math.floor(next() * 12))
      const counts = Array.from({ length: height }, () => Array.from({ length: width }, pick))
      const table = tableOf(
        counts,
        counts.map(() => (next() < 0.5 ? 0 : Math.floor(next() * 9))),
      )
      if (table.n > 30) continue
      const shown = hideCrossTable(table, true)
      const given = listGiven(table, shown)
      if (given === null) continue
      tried += 1
      hidden += Number(shown.counts.some((line) => line.includes(null)))
      expect(given, JSON.stringify(table.counts)).toEqual([])
    }
    expect(tried).toBeGreaterThan(60)
    expect(hidden).toBeGreaterThan(40)
  })
})

it('a count is found that no line alone tells, but two lines less two others do', () => {
  // a + b = 9, c + d + e = 12, a + c = 8, b + d = 10: e is 12 + 9 - 8 - 10 = 3.
  const counts = [4, 5, 4, 5, 3, 9, 12, 8, 10]
  const told = counts.map((_, at) => at >= 5)
  const sums = [
    { parts: [0, 1], whole: 5 },
    { parts: [2, 3, 4], whole: 6 },
    { parts: [0, 2], whole: 7 },
    { parts: [1, 3], whole: 8 },
  ]
  expect(findSpans(counts, told, sums, 21)[4]).toEqual({ least: 3, most: 3 })
  expect(findSpans(counts, told, sums, 21)[0]?.most).toBeGreaterThan(4)
})
