import type { HeatMark, HeatTableChart } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  type ChartTheme,
  type EchartsOption,
  type PointOption,
} from './echarts-option.ts'

interface Look {
  readonly symbol: string
  readonly rotate: number
  readonly filled: boolean
}

/** Filled: beyond measurement error; open: in that direction only. Shape says which way. */
const looks: Readonly<Record<HeatMark, Look>> = {
  up: { symbol: 'triangle', rotate: 0, filled: true },
  slightUp: { symbol: 'triangle', rotate: 0, filled: false },
  down: { symbol: 'triangle', rotate: 180, filled: true },
  slightDown: { symbol: 'triangle', rotate: 180, filled: false },
  same: { symbol: 'rect', rotate: 0, filled: false },
  none: { symbol: 'rect', rotate: 0, filled: false },
}

export function sketchHeatTable(chart: HeatTableChart, theme: ChartTheme): EchartsOption {
  const { columns } = chart
  const names = chart.rows.map(({ label }) => label)
  const data = chart.rows.flatMap(({ label, cells }) =>
    cells.map(({ mark, text }, column) =>
      cellOf(mark, text, [columns[column] ?? '', label], theme),
    ),
  )
  const across = categoryAxis(theme, columns, { inverse: false, hidden: false })
  const axes = {
    xAxis: {
      ...across,
      position: 'top' as const,
      axisLabel: { ...across.axisLabel, fontSize: theme.fontSize - 2 },
    },
    yAxis: categoryAxis(theme, names, { inverse: true, hidden: false }),
  }
  const series = {
    type: 'scatter' as const,
    name: 'cells',
    data,
    symbol: 'circle',
    symbolSize: 13,
    silent: true,
    label: {
      show: true,
      position: 'right' as const,
      distance: 3,
      color: theme.ink,
      fontSize: theme.fontSize - 2,
    },
    itemStyle: { color: theme.ink },
  }
  return frameOf(theme, chart.key, axes, [series], 24)
}

function cellOf(
  mark: HeatMark,
  text: string,
  value: readonly [string, string],
  theme: ChartTheme,
): PointOption {
  const { symbol, rotate, filled } = looks[mark]
  const colour = mark === 'down' || mark === 'slightDown' ? theme.ink : theme.accent
  const label = { show: text !== '', formatter: text }
  if (mark === 'none')
    return { value, symbol, label, itemStyle: { color: 'transparent', borderWidth: 0 } }
  return {
    value,
    symbol,
    symbolRotate: rotate,
    label,
    itemStyle: {
      color: filled ? colour : theme.paper === 'transparent' ? '#ffffff' : theme.paper,
      borderColor: mark === 'same' ? theme.muted : colour,
      borderWidth: 1.6,
    },
  }
}
