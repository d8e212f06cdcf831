import { describe, expect, it } from 'vitest'
import type { NamedSeries } from './list-case-series.ts'
import { outcomeOfCase } from './outcome-of-case.ts'

function seriesOf(of: NamedSeries['of'], days: readonly (readonly [string, number])[]) {
  const points = days.map(([on, value]) => ({ on, value }))
  const words = { id: 'one', name: 'one', title: 'One', axis: 'Score' }
  return { ...words, of, points, unit: 'measurement', direction: 'increase' } as const
}

function rows(series: NamedSeries, afterFrom: string | null = '2026-05-01') {
  return outcomeOfCase([series], { interventionFrom: '2026-03-01', afterFrom }).map((row) =>
    [row.start, row.end, row.later].map((point) => point?.value ?? null),
  )
}

describe('goals and measures at start, end and follow-up [form-F20]', () => {
  const all = [
    ['2026-01-10', 1],
    ['2026-02-20', 2],
    ['2026-04-01', 3],
    ['2026-04-30', 4],
    ['2026-06-01', 5],
  ] as const

  it('takes the last figure before the work, the last before its end and the last after it', () => {
    expect(rows(seriesOf('scale', all))).toEqual([[2, 4, 5]])
    expect(rows(seriesOf('goal', all.slice(0, 4)))).toEqual([[2, 4, null]])
    expect(rows(seriesOf('scale', all), null)).toEqual([[2, 5, null]])
  })

  it('takes the first figure where nothing was measured before, and never one figure twice', () => {
    expect(rows(seriesOf('goal', all.slice(2)))).toEqual([[3, 4, 5]])
    expect(rows(seriesOf('goal', all.slice(3, 4)))).toEqual([])
    expect(rows(seriesOf('goal', all.slice(1, 2)))).toEqual([])
  })

  it('leaves out the log and what was observed: these have no two points', () => {
    expect(rows(seriesOf('contacts', all))).toEqual([])
  })
})
