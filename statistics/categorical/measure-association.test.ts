import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measureAssociation, testExactIndependence, testIndependence } from '../index.ts'

interface CrossCase {
  about: string
  counts: number[][]
  chiSquare: number
  df: number
  p: number
  fisher: number | null
  cramersV: number
  biasCorrected: number
  low: number
  high: number
  residuals: number[][]
}
const file: { source: string; cases: CrossCase[] } = JSON.parse(
  readFileSync(new URL('../cases/cross-figures.json', import.meta.url), 'utf8'),
)
const cases = file.cases.map((one) => [one.about, one] as const)

describe(`cross-tables of ${file.source}`, () => {
  it.each(cases)('%s: chi-square, residuals, V with its limits', (_, one) => {
    const tested = testIndependence(one.counts)
    const measured = measureAssociation(one.counts)
    if (!tested.ok || !measured.ok) throw new Error('refused')
    expect(tested.value.chiSquare).toBeCloseTo(one.chiSquare, 8)
    expect(tested.value.df).toBe(one.df)
    expect(tested.value.p / one.p).toBeCloseTo(1, 8)
    expect(tested.value.adjustedResiduals.flat()).toEqual(
      one.residuals.flat().map((value) => expect.closeTo(value, 8)),
    )
    expect(measured.value.cramersV).toBeCloseTo(one.cramersV, 10)
    expect(measured.value.biasCorrected).toBeCloseTo(one.biasCorrected, 10)
    // V cannot be more than 1, the limit of the noncentrality can.
    expect(measured.interval?.low).toBeCloseTo(one.low, 7)
    expect(measured.interval?.high).toBeCloseTo(Math.min(1, one.high), 7)
  })

  it.each(cases.filter(([, { fisher }]) => fisher !== null))('%s: Fisher exactly', (_, one) => {
    const exact = testExactIndependence(one.counts, { tooLong: 'refuse' })
    expect(exact.ok && exact.value.p / (one.fisher ?? 0)).toBeCloseTo(1, 6)
  })
})

describe('measureAssociation', () => {
  it('is 0 with a limit of 0 where rows are alike, and 1 where each row has its own column', () => {
    expect(
      measureAssociation([
        [7, 7],
        [7, 7],
      ]),
    ).toMatchObject({
      value: { cramersV: 0, biasCorrected: 0 },
      interval: { low: 0 },
    })
    const whole = measureAssociation([
      [30, 0, 0],
      [0, 30, 0],
      [0, 0, 30],
    ])
    expect(whole.ok && whole.value.biasCorrected).toBeCloseTo(1, 12)
  })

  it('refuses one row alone', () => {
    expect(measureAssociation([[3, 4]])).toMatchObject({ ok: false, reason: 'TooFewGroups' })
  })
})

it('an exact sum that would take too long is refused where no sampling is wanted', () => {
  const large = Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 6 }, (_, column) => 60 + row * column),
  )
  expect(testExactIndependence(large, { tooLong: 'refuse' })).toMatchObject({ reason: 'TooLarge' })
})
