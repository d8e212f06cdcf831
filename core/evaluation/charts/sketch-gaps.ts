import type { GapDumbbellChart } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type SeriesOption,
} from './echarts-option.ts'

/** Child an open circle, adult a filled square, the gap a line between them. */
export function sketchGaps(chart: GapDumbbellChart, theme: ChartTheme): EchartsOption {
  const names = chart.rows.map(({ label }) => label)
  const joined = chart.rows.flatMap(({ label, child, adult }) =>
    child === null || adult === null
      ? []
      : [[{ coord: [child, label] as const }, { coord: [adult, label] as const }] as const],
  )
  const side = (name: 'child' | 'adult', symbol: string, size: number): SeriesOption => ({
    type: 'scatter',
    name,
    data: chart.rows.flatMap((row) => {
      const value = row[name]
      return value === null ? [] : [{ value: [value, row.label] }]
    }),
    symbol,
    symbolSize: size,
    silent: true,
    z: 5,
    itemStyle:
      name === 'child'
        ? { color: theme.paper, borderColor: theme.ink, borderWidth: 2, opacity: 1 }
        : { color: theme.accent, opacity: 1 },
  })
  const gaps: SeriesOption = {
    ...side('child', 'circle', 13),
    markLine: {
      silent: true,
      animation: false,
      symbol: ['none', 'none'],
      label: { show: false },
      lineStyle: { color: theme.muted, width: 2, type: 'solid' },
      data: joined,
    },
  }
  const axes = {
    xAxis: valueAxis(theme, chart.axis, true),
    yAxis: categoryAxis(theme, names, { inverse: true, hidden: false }),
  }
  return frameOf(theme, chart.key, axes, [gaps, side('adult', 'rect', 10)], 32)
}
