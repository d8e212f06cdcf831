import { describe, expect, it } from 'vitest'
import type { ChartSpec } from './chart-spec.ts'
import { chartToEchartsOption, sizeOfChart } from './chart-to-echarts-option.ts'
import { paperTheme } from './echarts-option.ts'

const words = { title: 'T', key: 'K', description: 'D' }
const axis = { title: 'A', min: null, max: null }
const reach = { low: -1, high: 3 }

const singleCase: ChartSpec = {
  ...words,
  kind: 'singleCase',
  axis,
  points: [1, 2, null, 5].map((value, week) => ({ at: `w${week}`, value })),
  phases: [{ from: 2, label: 'group' }],
  means: [
    { from: 0, to: 1, value: 1.5, label: '' },
    { from: 2, to: 3, value: 5, label: '' },
  ],
  band: { low: 0.1, high: 2.9 },
  bandLabel: '2 SD',
}
const agreement: ChartSpec = {
  ...words,
  kind: 'agreement',
  meanAxis: { title: 'mean', min: 1, max: 5 },
  differenceAxis: axis,
  points: [
    { label: 'Z-01', x: 2, y: 1 },
    { label: 'Z-02', x: 2, y: 1 },
  ],
  lines: [
    { value: 1, label: 'bias', style: 'solid' },
    { value: 2, label: 'upper', style: 'dashed' },
  ],
  crowded: false,
}
const forest: ChartSpec = {
  ...words,
  kind: 'forest',
  axis,
  zeroLabel: 'none',
  rows: [{ label: 'first', value: 1, reach }],
  together: [{ label: 'all', value: 1, reach }],
}
const heat: ChartSpec = {
  ...words,
  kind: 'heatTable',
  columns: ['trust', 'tone'],
  rows: [
    {
      label: 'Z-01',
      cells: [
        { mark: 'up', text: '+3' },
        { mark: 'slightDown', text: '-1' },
      ],
    },
  ],
}
const stems: ChartSpec = {
  ...words,
  kind: 'stems',
  axis: { title: 'A', min: 1, max: 5 },
  rows: [{ label: 'one', value: 4, text: '4.0', reach: null }],
}
const scatter: ChartSpec = {
  ...words,
  kind: 'scatter',
  across: { title: 'x', min: 0, max: 100 },
  up: axis,
  zeroLabel: 'none',
  points: [{ label: 'Z-01', x: 50, y: 2 }],
  crowded: false,
}
const all = [singleCase, agreement, forest, heat, stems, scatter]

describe('pictures of the answers [EVA-15]', () => {
  it.each(all)('are plain data with a size: $kind', (chart) => {
    const option = chartToEchartsOption(chart, paperTheme)
    expect(JSON.parse(JSON.stringify(option))).toEqual(option)
    expect(sizeOfChart(chart).height).toBeGreaterThanOrEqual(240)
  })

  it('joins points within a phase only, parts the phases by a line and names the band', () => {
    const { series } = chartToEchartsOption(singleCase, paperTheme)
    const values = series.slice(0, 2).map(({ data }) => data.map(({ value }) => value))
    expect(values).toEqual([
      [1, 2, null, null],
      [null, null, null, 5],
    ])
    const lines = series[2]?.markLine?.data
    expect(lines).toMatchObject([
      { xAxis: 'w2', label: { formatter: 'group' }, lineStyle: { type: 'solid' } },
      { yAxis: 0.1, lineStyle: { type: 'dashed' } },
      { yAxis: 2.9, label: { formatter: '2 SD' } },
      [{ coord: ['w0', 1.5] }, { coord: ['w1', 1.5] }],
      [{ coord: ['w2', 5] }, { coord: ['w3', 5] }],
    ])
  })

  it('tells bias from limits by the line, and names families at one place together', () => {
    const [lines, points] = chartToEchartsOption(agreement, paperTheme).series
    expect(lines?.markLine?.data).toMatchObject([
      { yAxis: 1, lineStyle: { type: 'solid' } },
      { yAxis: 2, lineStyle: { type: 'dashed' } },
    ])
    expect(points?.data.map(({ label }) => label?.formatter)).toEqual(['Z-01, Z-02'])
  })

  it('gives what is taken together another shape', () => {
    const { series } = chartToEchartsOption(forest, paperTheme)
    expect(series.map(({ symbol }) => symbol)).toEqual(['none', 'rect', 'diamond'])
  })

  it('turns the triangle for down and fills it beyond measurement error', () => {
    const [cells] = chartToEchartsOption(heat, paperTheme).series
    const [up, down] = cells?.data ?? []
    expect(up).toMatchObject({ symbol: 'triangle', symbolRotate: 0 })
    expect(down).toMatchObject({ symbol: 'triangle', symbolRotate: 180 })
    expect(up?.itemStyle?.color).toBe(paperTheme.accent)
    expect(down?.itemStyle?.color).toBe(paperTheme.paper)
  })

  it('draws a stem from the end of the axis to the dot', () => {
    const [dots] = chartToEchartsOption(stems, paperTheme).series
    expect(dots?.markLine?.data).toEqual([[{ coord: [1, 'one'] }, { coord: [4, 'one'] }]])
  })
})
