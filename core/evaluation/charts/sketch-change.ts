import { endsOf, spanAxis } from './span-axis.ts'
import type { AttendanceChangeChart, ChangeDotsChart, Reach } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type MarkLineOption,
  type SeriesOption,
} from './echarts-option.ts'

interface Row {
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

function dotsOf(
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

function zeroLine(
  { zeroLabel }: { readonly zeroLabel: string },
  theme: ChartTheme,
  axis: 'xAxis' | 'yAxis',
): SeriesOption {
  const markLine: MarkLineOption = {
    silent: true,
    animation: false,
    symbol: ['none', 'none'],
    label: {
      show: true,
      formatter: zeroLabel,
      position: axis === 'xAxis' ? 'start' : 'insideEndTop',
      color: theme.muted,
      fontSize: theme.fontSize - 1,
    },
    lineStyle: { color: theme.ink, width: 1.2, type: 'dotted' },
    data: [axis === 'xAxis' ? { xAxis: 0 } : { yAxis: 0 }],
  }
  return {
    type: 'scatter',
    name: 'zero',
    data: [],
    symbol: 'none',
    symbolSize: 1,
    silent: true,
    itemStyle: { color: theme.ink },
    markLine,
  }
}

export function sketchAttendance(chart: AttendanceChangeChart, theme: ChartTheme): EchartsOption {
  const points: SeriesOption = {
    type: 'scatter',
    name: 'families',
    data: mergePoints(chart.points).map(({ label, share, change }) => ({
      value: [share, change],
      label: { show: !chart.crowded, formatter: label },
    })),
    symbol: 'circle',
    symbolSize: chart.crowded ? 6 : 10,
    silent: true,
    z: 5,
    label: { show: !chart.crowded, position: 'right', distance: 6, color: theme.ink },
    labelLayout: { moveOverlap: 'shiftY' },
    itemStyle: { color: theme.ink, opacity: chart.crowded ? 0.6 : 1 },
  }
  const span = spanAxis(chart.points.map(({ change }) => change))
  const share = valueAxis(theme, chart.shareAxis, true)
  const axes = {
    xAxis: { ...share, axisLabel: { ...share.axisLabel, formatter: '{value}%' } },
    yAxis: valueAxis(theme, { title: chart.changeAxis.title, ...span }, false),
  }
  return frameOf(theme, chart.key, axes, [zeroLine(chart, theme, 'yAxis'), points], 56)
}

/** Families at the same place share one mark that names them all. */
function mergePoints(points: AttendanceChangeChart['points']): AttendanceChangeChart['points'] {
  const places = new Map<string, AttendanceChangeChart['points'][number]>()
  for (const point of points) {
    const place = `${point.share.toFixed(6)} ${point.change.toFixed(6)}`
    const there = places.get(place)
    places.set(
      place,
      there === undefined ? point : { ...there, label: `${there.label}, ${point.label}` },
    )
  }
  return [...places.values()]
}
