import type { GapDumbbellChart, PairedLinesChart } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type PointOption,
  type SeriesOption,
} from './echarts-option.ts'

/** Up is solid, down or unchanged is dashed; whoever was lost keeps an open mark with the name beside it. */
export function sketchLines(chart: PairedLinesChart, theme: ChartTheme): EchartsOption {
  const lines = chart.lines.map((line) => sketchLine(chart, line, theme))
  const axes = {
    xAxis: categoryAxis(theme, chart.moments, { inverse: false, hidden: false }),
    yAxis: valueAxis(theme, chart.axis, false),
  }
  return frameOf(theme, chart.key, axes, [...lines, sketchMean(chart, theme)], 24)
}

function sketchLine(
  chart: PairedLinesChart,
  line: PairedLinesChart['lines'][number],
  theme: ChartTheme,
): SeriesOption {
  const known = line.values.filter((value) => value !== null)
  const first = known[0] ?? 0
  const last = known.at(-1) ?? 0
  const single = known.length === 1
  const name = endNameOf(chart, line)
  return {
    type: 'line',
    name: line.label,
    data: line.values.map((value, moment) => pointOf(value, moment, line.label, single, chart)),
    symbol: 'circle',
    symbolSize: chart.crowded ? 4 : 8,
    showSymbol: true,
    silent: true,
    endLabel: {
      show: !chart.crowded && !single && name !== '',
      formatter: name,
      distance: 8,
      color: theme.ink,
      fontSize: theme.fontSize - 1,
    },
    labelLayout: { moveOverlap: 'shiftY' },
    lineStyle: {
      color: theme.ink,
      width: chart.crowded ? 0.8 : 1.4,
      type: last > first ? 'solid' : 'dashed',
      opacity: chart.crowded ? 0.45 : 1,
    },
    itemStyle: { color: theme.ink, opacity: chart.crowded ? 0.5 : 1 },
  }
}

/** Lines that end at the same height share one name tag, on the first of them; moved apart they would name the wrong line. */
function endNameOf({ lines }: PairedLinesChart, line: PairedLinesChart['lines'][number]): string {
  const end = endOf(line)
  const together = lines.filter((one) => endOf(one) === end)
  return together[0] === line ? together.map(({ label }) => label).join(', ') : ''
}

/** The last height of a line of two points or more. */
function endOf({ values }: PairedLinesChart['lines'][number]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length < 2 ? null : (known.at(-1) ?? null)
}

function pointOf(
  value: number | null,
  moment: number,
  label: string,
  single: boolean,
  chart: PairedLinesChart,
): PointOption {
  const symbol = moment === 0 ? 'emptyCircle' : 'circle'
  if (value === null) return { value: null }
  const named = single && !chart.crowded
  return named
    ? { value, symbol, label: { show: true, formatter: label, position: 'left', distance: 6 } }
    : { value, symbol }
}

function sketchMean({ mean, crowded }: PairedLinesChart, theme: ChartTheme): SeriesOption {
  return {
    type: 'line',
    name: mean.label,
    data: mean.values.map((value) => ({ value })),
    symbol: 'rect',
    symbolSize: 10,
    showSymbol: true,
    silent: true,
    z: 10,
    endLabel: {
      show: true,
      formatter: mean.label,
      distance: 8,
      color: theme.accent,
      fontSize: theme.fontSize,
      fontWeight: 'bold',
    },
    labelLayout: { moveOverlap: 'shiftY' },
    lineStyle: { color: theme.accent, width: crowded ? 4 : 3.5, type: 'solid' },
    itemStyle: { color: theme.accent },
  }
}

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
