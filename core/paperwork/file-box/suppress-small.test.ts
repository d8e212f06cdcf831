import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppressSmall } from './suppress-small.ts'

const tables = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.nat({ max: 20 }), { minLength: width, maxLength: width }), {
    minLength: 2,
    maxLength: 6,
  }),
)

test('no count of one to four is shown, and no line gives one away by adding up [PAP-12]', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const shown = suppressSmall(table)
      const columns = (table[0] ?? []).map((_, column) => shown.map((row) => row[column] ?? null))
      shown.forEach((row, at) => {
        row.forEach((cell, column) => {
          const count = table[at]?.[column] ?? 0
          expect(cell === null || cell === count).toBe(true)
          if (count > 0 && count < 5) expect(cell).toBeNull()
        })
      })
      for (const line of [...shown, ...columns])
        expect(line.filter((cell) => cell === null)).not.toHaveLength(1)
    }),
  )
})

test('large counts and noughts stay as they are', () => {
  expect(
    suppressSmall([
      [12, 0, 7],
      [9, 5, 0],
    ]),
  ).toEqual([
    [12, 0, 7],
    [9, 5, 0],
  ])
})
