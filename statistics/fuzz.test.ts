import fc from 'fast-check'
import { expect, it } from 'vitest'
import { analyses } from './index.ts'

const number = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 1e-310, 0.1 + 0.2),
)
const cell = fc.oneof({ weight: 9, arbitrary: number }, { weight: 1, arbitrary: fc.constant(null) })
const label = fc.constantFrom('a', 'b', 1, 2, null)

/** Something of the declared kind and length, however silly. */
function anythingOf(kind: string, length: number): fc.Arbitrary<unknown> {
  const size = { minLength: length, maxLength: length }
  const column = fc.array(cell, size)
  switch (kind) {
    case 'numbers':
      return column
    case 'labels':
      return fc.array(label, size)
    case 'items':
      return fc.dictionary(fc.constantFrom('p', 'q', 'r', 's'), column)
    case 'label-items':
      return fc.dictionary(fc.constantFrom('p', 'q', 'r'), fc.array(label, size))
    case 'counts':
      return fc.array(fc.array(fc.nat(20), { minLength: 2, maxLength: 3 }), { maxLength: 4 })
    default:
      return number
  }
}

function hasNotFinite(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value)
  return typeof value === 'object' && value !== null && Object.values(value).some(hasNotFinite)
}

it.each(
  analyses.map((analysis) => [analysis.name, analysis] as const),
)('%s answers or refuses, whatever the numbers are', (_, analysis) => {
  const data = fc.integer({ min: 0, max: 9 }).chain((length) => {
    const columns = analysis.columns.map((c) => [c.name, anythingOf(c.kind, length)] as const)
    return fc.record(Object.fromEntries(columns))
  })
  fc.assert(
    fc.property(data, (given) => {
      const result = analysis.run(given, analysis.example.options)
      expect(hasNotFinite(result)).toBe(false)
      if (!result.ok) expect(result.detail).not.toBe('')
    }),
    { numRuns: 100 },
  )
})
