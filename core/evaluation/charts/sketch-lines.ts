import type { PairedLinesChart } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  lineHeightOfPicture,
  plotOf,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type PointOption,
  type SeriesOption,
} from './echarts-option.ts'
import { nameLines, type LineNames } from './name-lines.ts'
import { widthOfLabel } from './place-labels.ts'

type Line = PairedLinesChart['lines'][number]

const leastRight = 24
const foot = 34

/** Up is solid, down or unchanged is dashed, over a moment without a score dotted; every line is named where it ends. */
export function sketchLines(
  chart: PairedLinesChart,
  theme: ChartTheme,
  room: number,
): EchartsOption {
  const right = roomForNames(chart, theme, room)
  const axes = {
    xAxis: categoryAxis(theme, chart.moments, { inverse: false, hidden: false }),
    yAxis: valueAxis(theme, chart.axis, false),
  }
  const plot = plotOf(room, lineHeightOfPicture, { key: chart.key, right, foot })
  const names = nameLines(chart, axes.yAxis, plot, theme)
  const lines = chart.lines.flatMap((line, at) => [
    sketchLine(chart, line, names.lines[at] ?? [], theme),
    ...gapsOf(line).map((gap) => sketchGap(chart, line, gap, theme)),
  ])
  return frameOf(theme, chart.key, axes, [...lines, sketchMean(chart, names.mean, theme)], right)
}

/** Half a column lies beside the last moment; what a name needs beyond it is added at the side. */
function roomForNames(
  { mean, moments, lines, crowded }: PairedLinesChart,
  theme: ChartTheme,
  room: number,
): number {
  const width = (label: string): number => widthOfLabel(label, theme.fontSize) + 20
  const widest = Math.max(
    width(mean.label),
    ...(crowded ? [] : lines.map(({ label }) => width(label))),
  )
  const share = 1 / (2 * moments.length)
  const { width: whole } = plotOf(room, lineHeightOfPicture, { key: '', right: 0, foot })
  return Math.max(leastRight, Math.ceil((widest - whole * share) / (1 - share)))
}

function sketchLine(
  chart: PairedLinesChart,
  line: Line,
  names: LineNames,
  theme: ChartTheme,
): SeriesOption {
  const known = line.values.filter((value) => value !== null)
  const first = known[0] ?? 0
  const last = known.at(-1) ?? 0
  return {
    type: 'line',
    name: line.label,
    data: line.values.map((value, moment): PointOption => {
      const label = names[moment]
      const symbol = moment === 0 ? 'emptyCircle' : 'circle'
      if (value === null) return { value: null }
      return label === undefined || label === null ? { value, symbol } : { value, symbol, label }
    }),
    symbol: 'circle',
    symbolSize: chart.crowded ? 4 : 8,
    showSymbol: true,
    silent: true,
    lineStyle: {
      color: theme.ink,
      width: chart.crowded ? 0.8 : 1.4,
      type: last > first ? 'solid' : 'dashed',
      opacity: chart.crowded ? 0.45 : 1,
    },
    itemStyle: { color: theme.ink, opacity: chart.crowded ? 0.5 : 1 },
  }
}

type Gap = readonly [from: number, to: number]

/** Moments with a score that have moments without one between them. */
function gapsOf({ values }: Line): readonly Gap[] {
  const known = values.flatMap((value, moment) => (value === null ? [] : [moment]))
  return known.flatMap((moment, at): Gap[] => {
    const next = known[at + 1]
    return next === undefined || next === moment + 1 ? [] : [[moment, next]]
  })
}

function sketchGap(
  chart: PairedLinesChart,
  { label, values }: Line,
  [from, to]: Gap,
  theme: ChartTheme,
): SeriesOption {
  return {
    type: 'line',
    name: label,
    data: values.map((value, moment) => ({
      value: moment === from || moment === to ? value : null,
    })),
    symbol: 'none',
    symbolSize: 0,
    showSymbol: false,
    connectNulls: true,
    silent: true,
    lineStyle: {
      color: theme.ink,
      width: chart.crowded ? 0.8 : 1.4,
      type: 'dotted',
      opacity: chart.crowded ? 0.45 : 1,
    },
    itemStyle: { color: theme.ink },
  }
}

function sketchMean(
  { mean, crowded }: PairedLinesChart,
  names: LineNames,
  theme: ChartTheme,
): SeriesOption {
  return {
    type: 'line',
    name: mean.label,
    data: mean.values.map((value, moment): PointOption => {
      const label = names[moment]
      return label === undefined || label === null ? { value } : { value, label }
    }),
    symbol: 'rect',
    symbolSize: 10,
    showSymbol: true,
    silent: true,
    z: 10,
    lineStyle: { color: theme.accent, width: crowded ? 4 : 3.5, type: 'solid' },
    itemStyle: { color: theme.accent },
  }
}
