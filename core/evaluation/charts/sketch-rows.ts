import { endsOf, spanAxis } from './span-axis.ts'
import type { ForestChart, StemsChart } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type SeriesOption,
} from './echarts-option.ts'
import { dotsOf } from './sketch-change.ts'
import { zeroLine } from './sketch-points.ts'

/** A stem from the lowest value to the dot, the number at its end. */
export function sketchStems(chart: StemsChart, theme: ChartTheme): EchartsOption {
  const low = chart.axis.min ?? 0
  const rows = chart.rows.map(({ label, value, reach }) => ({
    label,
    value,
    reach: reach ?? { low, high: value },
  }))
  const dots = dotsOf(rows, 'circle', 9, theme.ink, theme.ink, 3)
  const named: SeriesOption = {
    ...dots,
    data: chart.rows.map(({ label, value, text }) => ({
      value: [value, label],
      label: { show: text !== '', formatter: text },
    })),
    label: { show: true, position: 'right', distance: 8, color: theme.ink },
  }
  const axes = {
    xAxis: valueAxis(theme, chart.axis, true),
    yAxis: categoryAxis(
      theme,
      chart.rows.map(({ label }) => label),
      { inverse: true, hidden: false },
    ),
  }
  return frameOf(theme, chart.key, axes, [named], 84)
}

export function sketchForest(chart: ForestChart, theme: ChartTheme): EchartsOption {
  const all = [...chart.rows, ...chart.together]
  const span = spanAxis(all.flatMap(({ value, reach }) => [value, ...endsOf(reach)]))
  const axes = {
    xAxis: valueAxis(
      theme,
      {
        title: chart.axis.title,
        min: chart.axis.min ?? span.min,
        max: chart.axis.max ?? span.max,
      },
      true,
    ),
    yAxis: categoryAxis(
      theme,
      all.map(({ label }) => label),
      { inverse: true, hidden: false },
    ),
  }
  const series = [
    ...(chart.zeroLabel === '' ? [] : [zeroLine(chart, theme, 'xAxis')]),
    dotsOf(chart.rows, 'rect', 9, theme.ink, theme.ink, 1.5),
    dotsOf(chart.together, 'diamond', 16, theme.accent, theme.accent, 3),
  ]
  return frameOf(theme, chart.key, axes, series, 32)
}
