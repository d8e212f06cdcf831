import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PairedLinesChart, ScatterChart } from './chart-spec.ts'
import { chartToEchartsOption } from './chart-to-echarts-option.ts'
import { paperTheme } from './echarts-option.ts'
import { boxOf, joinNames, overlap, placeLabels, spreadHeights } from './place-labels.ts'

const plot = { width: 520, height: 280 }

describe('names in a picture', () => {
  it('keeps the names of near marks apart, on the plot', () => {
    const spots = ['Z-02 a', 'Z-02 b', 'Z-03', 'Z-04', 'Z-05'].map((label, at) => ({
      label,
      x: 500 + (at % 2) * 4,
      y: 140 + at * 3,
    }))
    const places = placeLabels(spots, plot, 13)
    const boxes = spots.flatMap((spot, at) => {
      const where = places[at]
      return where === undefined ? [] : [boxOf(spot, where, 13)]
    })
    const pairs = boxes.flatMap((one, at) => boxes.slice(at + 1).map((other) => [one, other]))
    expect(pairs).toHaveLength(10)
    for (const [one, other] of pairs)
      expect(one !== undefined && other !== undefined && overlap(one, other)).toBe(false)
    for (const { right } of boxes) expect(right).toBeLessThanOrEqual(plot.width + 40)
  })

  it('leaves a name where it is looked for when nothing is near', () => {
    expect(placeLabels([{ label: 'Z-01', x: 100, y: 100 }], plot, 13)).toEqual([
      { position: 'right', distance: 4, offset: [0, 0] },
    ])
  })

  it('moves names of one column apart and none of them further than it must', () => {
    const column = fc.array(
      fc.record({ y: fc.integer({ min: 0, max: 300 }), height: fc.constantFrom(15, 30) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(column, (wanted) => {
        const found = spreadHeights(wanted)
          .map((y, at) => ({ y, height: wanted[at]?.height ?? 0 }))
          .toSorted((up, low) => up.y - low.y)
        return found.every(({ y, height }, at) => {
          const next = found[at + 1]
          return next === undefined || y + height / 2 <= next.y - next.height / 2 + 1e-6
        })
      }),
    )
    expect(spreadHeights([{ y: 100, height: 15 }])).toEqual([100])
    expect(
      spreadHeights([
        { y: 100, height: 20 },
        { y: 100, height: 20 },
      ]),
    ).toEqual([90, 110])
  })

  it('counts names beyond three', () => {
    expect(joinNames(['c11', 'c13', 'c16'])).toBe('c11, c13, c16')
    expect(joinNames(['c11', 'c13', 'c16', 'c17', 'c19'])).toBe('c11, c13 +3')
  })

  it('names families of a scatter that lie at one place once', () => {
    const chart: ScatterChart = {
      kind: 'scatter',
      title: '',
      key: '',
      description: '',
      across: { title: '', min: 0, max: 100 },
      up: { title: '', min: null, max: null },
      zeroLabel: '不变',
      points: ['a', 'b', 'c', 'd', 'e'].map((label) => ({ label, x: 95, y: 0 })),
      crowded: false,
    }
    const points = chartToEchartsOption(chart, paperTheme).series[1]?.data
    expect(points?.map(({ label }) => label?.formatter)).toEqual(['a, b +3'])
    expect(points?.[0]?.label?.position).not.toBe('right')
  })
})

const goals: PairedLinesChart = {
  kind: 'pairedLines',
  title: '',
  key: '',
  description: '',
  moments: ['before', 'during', 'after'],
  axis: { title: '', min: 30, max: 70 },
  lines: [
    { label: 'Z-01', values: [40, null, 60] },
    { label: 'Z-02', values: [40, 45, 58] },
    { label: 'Z-07', values: [30, 50, null] },
  ],
  mean: { label: 'as expected', values: [50, 50, 50] },
  crowded: false,
}

describe('lines over several moments', () => {
  it('joins a line over a moment without a score by dots', () => {
    const { series } = chartToEchartsOption(goals, paperTheme)
    const own = series.filter(({ name }) => name === 'Z-01')
    expect(own.map(({ lineStyle }) => lineStyle?.type)).toEqual(['solid', 'dotted'])
    expect(own[1]?.data.map(({ value }) => value)).toEqual([40, null, 60])
    expect(own[1]?.connectNulls).toBe(true)
  })

  it('names lines at both ends, and one that ends early where it ends, off the thick line', () => {
    const { series } = chartToEchartsOption(goals, paperTheme)
    const labels = (name: string) =>
      series.find((one) => one.name === name)?.data.map(({ label }) => label?.formatter)
    expect(labels('Z-01')).toEqual(['Z-01, Z-02', undefined, 'Z-01'])
    expect(labels('Z-02')).toEqual([undefined, undefined, 'Z-02'])
    expect(labels('Z-07')).toEqual(['Z-07', 'Z-07', undefined])
    const early = series.find(({ name }) => name === 'Z-07')?.data[1]?.label
    expect([early?.position, early?.offset?.[1]]).not.toEqual(['right', 0])
  })

  it('breaks the name of the thick line on a phone and gives it its room', () => {
    const narrow = chartToEchartsOption(goals, paperTheme, 300)
    expect(narrow.series.at(-1)?.name).toBe('as\nexpected')
    expect(narrow.grid.right).toBeGreaterThan(24)
    expect(chartToEchartsOption(goals, paperTheme, 640).grid.right).toBe(24)
  })
})
