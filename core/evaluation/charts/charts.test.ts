import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTrial } from '../cases/read-trial.ts'
import { groupWorld, wordingIn } from '../cases/group-world.ts'
import { evaluateChange } from '../evaluate-change.ts'
import { evaluateSurveyChange } from '../evaluate-survey-change.ts'
import { chartToEchartsOption, sizeOfChart } from './chart-to-echarts-option.ts'
import {
  drawAttendanceChange,
  drawChangeDots,
  drawGapDumbbell,
  drawPairedLines,
} from './draw-group-charts.ts'
import { drawGroupChanges, drawSurveyLines } from './draw-survey-charts.ts'
import { paperTheme } from './echarts-option.ts'
import { spaceTicks, spanAxis } from './span-axis.ts'

const reliability = [{ kind: 'retest', value: 0.8, sd: 2, source: 'A manual' }]
const change = evaluateChange(groupWorld({ reliability }))
const scale = change.scales[0]
const mirror = change.mirrors[0]
const survey = evaluateSurveyChange(readTrial()).scales[0]
if (scale === undefined || mirror === undefined || survey === undefined) throw new Error('no scale')
const zh = wordingIn('zh-CN')

describe('charts of a group', () => {
  it('draws every family’s line under its code, the lost one too [EVA-1]', () => {
    const chart = drawPairedLines(scale, zh)
    expect(chart.lines.map(({ label, values }) => [label, ...values])).toEqual([
      ['Z-01', 5, 8],
      ['Z-02', 3, 6],
      ['Z-03', 6, null],
      ['Z-04', 4, 4],
      ['Z-05', 8, 9],
      ['Z-06', 5, 8],
    ])
    expect(chart.mean.values).toEqual([5, 7])
    expect(JSON.stringify(chart)).not.toMatch(/Child \d|Parent \d/)
  })

  it('tells up from down and before from after without colour [EVA-15]', () => {
    const { series } = chartToEchartsOption(drawPairedLines(scale, zh), paperTheme)
    const styles = new Map(series.map(({ name, lineStyle }) => [name, lineStyle?.type]))
    expect(styles.get('Z-01')).toBe('solid')
    expect(styles.get('Z-04')).toBe('dashed')
    expect(series[0]?.data.map(({ symbol }) => symbol)).toEqual(['emptyCircle', 'circle'])
    expect(series[0]?.data[1]?.label).toMatchObject({ show: true, formatter: 'Z-01, Z-06' })
    expect(series[5]?.data[1]?.label).toBeUndefined()
    expect(series[3]?.data[1]?.label).toMatchObject({ show: true, formatter: 'Z-04' })
    expect(series[2]?.data[0]?.label).toMatchObject({ show: true, formatter: 'Z-03' })
  })

  it('shows each change with its error, the mean with its interval, and the place of no change', () => {
    const chart = drawChangeDots(scale, zh)
    expect(chart.rows).toHaveLength(5)
    expect(chart.rows[0]?.error?.low).toBeCloseTo(0.52, 2)
    expect(chart.mean?.interval?.low).toBeCloseTo(0.244, 3)
    const option = chartToEchartsOption(chart, paperTheme)
    expect(option.xAxis.min).toBeLessThan(-2)
    expect(option.series[0]?.markLine?.data).toMatchObject([{ xAxis: 0 }])
    expect(option.yAxis.data?.at(-1)).toBe('平均及 95% 区间')
  })

  it('puts attendance beside change and names families at the same place together [EVA-9]', () => {
    const chart = drawAttendanceChange(scale, zh)
    expect(chart.points.map(({ label, share }) => [label, share])).toContainEqual(['Z-06', 50])
    const points = chartToEchartsOption(chart, paperTheme).series[1]?.data
    expect(points?.map(({ label }) => label?.formatter)).toContain('Z-01, Z-02')
  })

  it('joins child and adult by a line, with other shapes for each [EVA-8]', () => {
    const option = chartToEchartsOption(drawGapDumbbell(mirror, zh), paperTheme)
    expect(option.series.map(({ symbol }) => symbol)).toEqual(['circle', 'rect'])
    expect(option.yAxis.data?.slice(0, 2)).toEqual(['Z-01  前测', 'Z-01  后测'])
    expect(option.series[0]?.markLine?.data).toHaveLength(11)
  })

  it.each(['zh-CN', 'en'] as const)('has a title, a key and a description in %s', (language) => {
    const wording = wordingIn(language)
    for (const chart of [drawPairedLines(scale, wording), drawGapDumbbell(mirror, wording)]) {
      expect(`${chart.title}${chart.key}${chart.description}`).not.toMatch(/evaluation:|\{\{/)
      expect(chart.description).toContain(chart.title)
    }
  })
})

describe('charts of a survey', () => {
  it('thins many lines out and drops their names', () => {
    const chart = drawSurveyLines(survey, 'CBT', zh)
    expect(chart).toMatchObject({ crowded: true })
    const { series } = chartToEchartsOption(chart, paperTheme)
    expect(series).toHaveLength(30)
    expect(series[0]?.data.some(({ label }) => label !== undefined)).toBe(false)
    expect(series[0]?.lineStyle?.width).toBeLessThan(1)
    expect(series.at(-1)?.data.at(-1)?.label?.show).toBe(true)
  })

  it('draws the groups on one axis', () => {
    const [one, other] = ['CBT', 'FT'].map((group) => drawSurveyLines(survey, group, zh).axis)
    expect(one).toEqual(other)
  })

  it('shows each group’s change with its interval', () => {
    const chart = drawGroupChanges(survey, zh)
    expect(chart.rows.map(({ label }) => label)).toContain('FT (n = 17)')
    expect(sizeOfChart(chart).height).toBeGreaterThanOrEqual(240)
  })
})

describe('spanAxis', () => {
  it('always holds zero and every value', () => {
    expect(spanAxis([3, 5])).toEqual({ min: -1, max: 6 })
    expect(spanAxis([])).toEqual({ min: -1, max: 1 })
    const { min, max } = spanAxis([-0.31, 0.02])
    expect(min).toBeLessThan(-0.31)
    expect(max).toBeGreaterThan(0.02)
  })
})

it('is plain data that survives being sent', () => {
  const option = chartToEchartsOption(drawChangeDots(scale, zh), paperTheme)
  expect(JSON.parse(JSON.stringify(option))).toEqual(option)
})

describe('spaceTicks', () => {
  it('keeps ends that share a step, and moves others to round numbers: never 104 beside 100', () => {
    expect(spaceTicks(7, 35)).toEqual({ min: 7, max: 35, interval: 7 })
    expect(spaceTicks(1, 5)).toEqual({ min: 1, max: 5, interval: 1 })
    expect(spaceTicks(0, 100)).toEqual({ min: 0, max: 100, interval: 20 })
    expect(spaceTicks(70, 104)).toEqual({ min: 70, max: 105, interval: 5 })
    expect(spaceTicks(-0.41, 0.1)).toEqual({ min: -0.5, max: 0.1, interval: 0.1 })
  })

  it('has ticks that reach both ends at equal distances', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 1, max: 400 }),
        (low, width) => {
          const { min, max, interval } = spaceTicks(low, low + width)
          expect(min).toBeLessThanOrEqual(low)
          expect(max).toBeGreaterThanOrEqual(low + width)
          const steps = (max - min) / interval
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-9)
          expect(steps).toBeLessThanOrEqual(9)
        },
      ),
    )
  })
})

describe('a picture on a phone', () => {
  const chart = drawGroupChanges(survey, zh)
  it('takes more lines for a long name and more height for them, and leaves room for itself', () => {
    const rows = chart.rows.map((row) => ({ ...row, label: '青山镇第二期亲子平行小组（n = 12）' }))
    const long = { ...chart, rows }
    const names = (room: number) => chartToEchartsOption(long, paperTheme, room).yAxis.data?.[0]
    expect(names(640)).toBe('青山镇第二期亲子平行小\n组（n = 12）')
    expect(names(300)?.split('\n').length).toBeGreaterThan(2)
    expect(sizeOfChart(long, 300).height).toBeGreaterThan(sizeOfChart(chart, 300).height)
  })
})
