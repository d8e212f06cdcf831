import { describe, expect, it } from 'vitest'
import type { CrossTable } from '../../inquiry/cross-table/cross-table.ts'
import { measureCrossTable } from '../../inquiry/cross-table/test-cross-table.ts'
import { hideCrossTable } from './hide-cross-table.ts'

function tableOf(
  counts: readonly (readonly number[])[],
  apart: { readonly rows?: readonly number[]; readonly columns?: readonly number[] } = {},
): CrossTable {
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)
  const columns = (counts[0] ?? []).map((_, at) => sum(counts.map((row) => row[at] ?? 0)))
  const side = (totals: readonly number[], beside: readonly number[]) => ({
    categories: totals.map((_, at) => String(at)),
    totals,
    apart: beside,
    together: [],
    hidden: [],
  })
  return {
    rows: side(counts.map(sum), apart.rows ?? counts.map(() => 0)),
    columns: side(columns, apart.columns ?? columns.map(() => 0)),
    counts,
    n: sum(counts.flat()),
    leftOut: { notAsked: 0, missing: 0, smallGroup: 0 },
    ...measureCrossTable(counts),
  }
}

describe('a cross-table outside the team [EVA-26, INQ-40]', () => {
  it('is whole with its test where no cell is small', () => {
    const counts = [
      [20, 30],
      [12, 9],
    ]
    const shown = hideCrossTable(tableOf(counts), true)
    expect(shown.counts).toEqual(counts)
    expect(shown.test.kind).toBe('chiSquare')
  })

  it('hides a small cell with its companions, and then tells no test that they could be worked out from', () => {
    const shown = hideCrossTable(
      tableOf([
        [20, 30, 15],
        [12, 3, 9],
        [10, 11, 14],
      ]),
      true,
    )
    expect(shown.counts[1]?.[1]).toBeNull()
    expect(shown.counts.flat().filter((one) => one === null).length).toBeGreaterThanOrEqual(4)
    expect(shown).toMatchObject({ test: { because: 'hidden' }, association: null, residuals: null })
  })

  it('takes those whose group is not shown as a part of the line: their answers are in the frequencies', () => {
    const counts = [
      [20, 30],
      [12, 9],
    ]
    const shown = hideCrossTable(tableOf(counts, { rows: [2, 0] }), true)
    expect(shown.counts[0]).toContain(null)
  })

  it('is not touched for the team', () => {
    const shown = hideCrossTable(
      tableOf([
        [1, 9],
        [8, 2],
      ]),
      false,
    )
    expect(shown.counts).toEqual([
      [1, 9],
      [8, 2],
    ])
    expect(shown.test.kind).toBe('fisher')
  })
})
