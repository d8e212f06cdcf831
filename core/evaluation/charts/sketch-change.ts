import { endsOf, spanAxis } from './span-axis.ts'
import type { AttendanceChangeChart, ChangeDotsChart, Reach } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  plotOf,
  pointHeightOfPicture,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type SeriesOption,
} from './echarts-option.ts'
import { boxesOfLine, pointsOf, zeroLine } from './sketch-points.ts'

export interface Row {
  readonly label: string
  readonly value: number
  readonly reach: Reach | null
}

/** A dot per family in the order of codes, the mean as a diamond in the last row, no change as a dotted line. */
export function sketchChangeDots(chart: ChangeDotsChart, theme: ChartTheme): EchartsOption {
  const rows = chart.rows.map(({ label, value, error }) => ({ label, value, reach: error }))
  const mean: readonly Row[] =
    chart.mean === null ? [] : [{ ...chart.mean, reach: chart.mean.interval }]
  const dots = dotsOf(rows, 'circle', chart.crowded ? 5 : 10, theme.ink, theme.muted, 1.5)
  const centre = dotsOf(mean, 'diamond', 16, theme.accent, theme.accent, 3)
  const span = spanAxis([...rows, ...mean].flatMap(({ value, reach }) => [value, ...endsOf(reach)]))
  const axes = {
    xAxis: valueAxis(theme, { title: chart.axis.title, ...span }, true),
    yAxis: categoryAxis(
      theme,
      [...rows, ...mean].map(({ label }) => label),
      { inverse: true, hidden: chart.crowded },
    ),
  }
  return frameOf(theme, chart.key, axes, [zeroLine(chart, theme, 'xAxis'), dots, centre], 32)
}

export function dotsOf(
  rows: readonly Row[],
  symbol: string,
  size: number,
  color: string,
  lineColour: string,
  width: number,
): SeriesOption {
  return {
    type: 'scatter',
    name: symbol,
    data: rows.map(({ label, value }) => ({ value: [value, label] })),
    symbol,
    symbolSize: size,
    silent: true,
    z: 5,
    itemStyle: { color, opacity: 1 },
    markLine: {
      silent: true,
      animation: false,
      symbol: ['none', 'none'],
      label: { show: false },
      lineStyle: { color: lineColour, width, type: 'solid' },
      data: rows.flatMap(({ label, reach }) =>
        reach === null
          ? []
          : [[{ coord: [reach.low, label] as const }, { coord: [reach.high, label] as const }]],
      ),
    },
  }
}

export function sketchAttendance(
  chart: AttendanceChangeChart,
  theme: ChartTheme,
  room: number,
): EchartsOption {
  const places = chart.points.map(({ label, share, change }) => ({ label, x: share, y: change }))
  const span = spanAxis(chart.points.map(({ change }) => change))
  const share = valueAxis(theme, chart.shareAxis, true)
  const axes = {
    xAxis: { ...share, axisLabel: { ...share.axisLabel, formatter: '{value}%' } },
    yAxis: valueAxis(theme, { title: chart.changeAxis.title, ...span }, false),
  }
  const right = 56
  const plot = plotOf(room, pointHeightOfPicture, { key: chart.key, right, foot: 60 })
  const taken = boxesOfLine(0, chart.zeroLabel, 'above', { axes, plot }, theme.fontSize)
  const series = [
    zeroLine(chart, theme, 'yAxis'),
    pointsOf(places, chart.crowded, theme, { axes, plot, taken }),
  ]
  return frameOf(theme, chart.key, axes, series, right)
}
