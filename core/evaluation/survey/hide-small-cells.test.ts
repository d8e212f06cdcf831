import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmallCells } from './hide-small-cells.ts'

const tables = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.nat({ max: 20 }), { minLength: width, maxLength: width }), {
    minLength: 2,
    maxLength: 6,
  }),
)
const rows = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 8 })

function turn<Value>(table: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return (table[0] ?? []).map((_, column) => table.flatMap((row) => row.slice(column, column + 1)))
}

describe('cells for readers outside the team [EVA-26] [PAP-12]', () => {
  it('hides one to four, and the cell that would give it away', () => {
    const table = [
      [3, 20, 30],
      [10, 12, 40],
    ]
    expect(hideSmallCells(table)).toEqual([
      [null, null, 30],
      [null, null, 40],
    ])
    expect(hideSmallCells([[2, 9, 30]])).toEqual([[null, null, 30]])
  })

  it('leaves large counts and noughts as they are', () => {
    const table = [
      [12, 0, 7],
      [9, 5, 0],
    ]
    expect(hideSmallCells(table)).toEqual(table)
  })

  it('hides on until the hidden cells hold five people: of 22, 20 shown would tell that the others are 1 and 1', () => {
    expect(hideSmallCells([[1, 1, 20]])).toEqual([[null, null, null]])
    expect(hideSmallCells([[1, 1, 20, 30]])).toEqual([[null, null, null, 30]])
    expect(hideSmallCells([[4, 0, 0]])).toEqual([[null, null, null]])
  })

  it('leaves no sum that can be split in one way only: five cells of 1, or cells of 4 throughout', () => {
    expect(hideSmallCells([[1, 1, 1, 1, 1, 20, 30]])).toEqual([
      [null, null, null, null, null, null, 30],
    ])
    expect(hideSmallCells([[4, 4, 20, 30]])).toEqual([[null, null, null, 30]])
  })

  it('hides more where a mean is printed beside the counts', () => {
    expect(hideSmallCells([[2, 4, 9, 30]])).toEqual([[null, null, 9, 30]])
    expect(hideSmallCells([[2, 4, 9, 30]], 3)).toEqual([[null, null, null, 30]])
  })

  it('shows no count of one to four, and no line gives one away by adding up', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = hideSmallCells(table)
        shown.forEach((row, at) => {
          row.forEach((cell, column) => {
            const count = table[at]?.[column] ?? 0
            expect(cell === null || cell === count).toBe(true)
            if (count > 0 && count < 5) expect(cell).toBeNull()
          })
        })
        for (const line of [...shown, ...turn(shown)])
          expect(line.filter((cell) => cell === null)).not.toHaveLength(1)
      }),
    )
  })

  it('lets nobody who knows a total work out a hidden cell, whatever the other cells', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const [shown = []] = hideSmallCells([row])
        const hidden = row.filter((_, at) => shown[at] === null)
        if (hidden.length === 0 || hidden.length === row.length) return
        const sum = hidden.reduce((total, count) => total + count, 0)
        expect(sum).toBeGreaterThanOrEqual(5)
        // A cell is known when every way of splitting the sum gives it the same: counts from 1 leave one way only.
        expect(sum).toBeGreaterThan(hidden.length)
      }),
    )
  })
})
