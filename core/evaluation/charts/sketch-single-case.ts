import { endsOf, spanAxis } from './span-axis.ts'
import type { SingleCaseChart } from './chart-spec.ts'
import {
  categoryAxis,
  frameOf,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
  type LineStyleOption,
  type PlaceOption,
  type SeriesOption,
} from './echarts-option.ts'
import { carryLines } from './sketch-points.ts'

/** Points joined within a phase only; a solid line parts the phases, the band is dashed, levels are thick. */
export function sketchSingleCase(chart: SingleCaseChart, theme: ChartTheme): EchartsOption {
  const names = chart.points.map(({ at }) => at)
  const starts = [0, ...chart.phases.map(({ from }) => from)]
  const phases = starts.map((from, index) => phaseOf(chart, theme, from, starts[index + 1] ?? null))
  const names0 = categoryAxis(theme, names, { inverse: false, hidden: false })
  const heights = spanAxis([
    ...chart.points.flatMap(({ value }) => value ?? []),
    ...endsOf(chart.band),
  ])
  const axes = {
    xAxis: { ...names0, axisLabel: { ...names0.axisLabel, interval: 'auto' as const } },
    yAxis: valueAxis(
      theme,
      {
        title: chart.axis.title,
        min: chart.axis.min ?? heights.min,
        max: chart.axis.max ?? heights.max,
      },
      false,
    ),
  }
  return frameOf(theme, chart.key, axes, [...phases, linesOf(chart, theme)], 40)
}

function phaseOf(
  { points }: SingleCaseChart,
  theme: ChartTheme,
  from: number,
  until: number | null,
): SeriesOption {
  return {
    type: 'line',
    name: `phase ${from}`,
    data: points.map(({ value }, index) => ({
      value: index >= from && (until === null || index < until) ? value : null,
    })),
    symbol: from === 0 ? 'emptyCircle' : 'circle',
    symbolSize: 8,
    showSymbol: true,
    silent: true,
    z: 5,
    lineStyle: { color: theme.ink, width: 1.2, type: 'solid' },
    itemStyle: { color: theme.ink },
  }
}

function linesOf(chart: SingleCaseChart, theme: ChartTheme): SeriesOption {
  const names = chart.points.map(({ at }) => at)
  const style = (type: LineStyleOption['type'], width: number, color: string): LineStyleOption => ({
    color,
    width,
    type,
  })
  const words = (formatter: string, position: 'insideEndTop' | 'end' | 'insideStartTop') => ({
    show: formatter !== '',
    formatter,
    position,
    color: theme.ink,
    fontSize: theme.fontSize - 1,
  })
  const parting: PlaceOption[] = chart.phases.flatMap(({ from, label }) => {
    const at = names[from]
    return at === undefined
      ? []
      : [{ xAxis: at, label: words(label, 'end'), lineStyle: style('solid', 1.4, theme.ink) }]
  })
  const band: PlaceOption[] = endsOf(chart.band).map((value, index) => ({
    yAxis: value,
    label: words(index === 1 ? chart.bandLabel : '', 'insideStartTop'),
    lineStyle: style('dashed', 1.2, theme.muted),
  }))
  const levels = chart.means.flatMap(({ from, to, value, label }) => {
    const start = names[from]
    const end = names[to]
    if (start === undefined || end === undefined) return []
    const named = {
      label: words(label, 'insideEndTop'),
      lineStyle: style('solid', 3, theme.accent),
    }
    const pair: readonly [PlaceOption, PlaceOption] = [
      { coord: [start, value], ...named },
      { coord: [end, value] },
    ]
    return [pair]
  })
  return carryLines('levels', theme, [...parting, ...band, ...levels])
}
