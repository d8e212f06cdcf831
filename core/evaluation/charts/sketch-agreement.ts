import { spanAxis } from './span-axis.ts'
import type { AgreementChart, ScatterChart } from './chart-spec.ts'
import { frameOf, valueAxis, type ChartTheme, type EchartsOption } from './echarts-option.ts'
import { carryLines, pointsOf, zeroLine } from './sketch-points.ts'

export function sketchScatter(chart: ScatterChart, theme: ChartTheme): EchartsOption {
  const up = spanAxis(chart.points.map(({ y }) => y))
  const across = spanAxis(chart.points.map(({ x }) => x))
  const axes = {
    xAxis: valueAxis(
      theme,
      {
        title: chart.across.title,
        min: chart.across.min ?? across.min,
        max: chart.across.max ?? across.max,
      },
      true,
    ),
    yAxis: valueAxis(theme, { title: chart.up.title, ...up }, false),
  }
  const series = [zeroLine(chart, theme, 'yAxis'), pointsOf(chart.points, chart.crowded, theme)]
  return frameOf(theme, chart.key, axes, series, 56)
}

/** Bias solid, limits dashed, no difference dotted: told apart without colour and named at the line. */
export function sketchAgreement(chart: AgreementChart, theme: ChartTheme): EchartsOption {
  const heights = spanAxis([
    ...chart.points.map(({ y }) => y),
    ...chart.lines.map(({ value }) => value),
  ])
  const lines = carryLines(
    'lines',
    theme,
    chart.lines.map(({ value, label, style }) => {
      const color = style === 'solid' ? theme.accent : theme.muted
      return {
        yAxis: value,
        label: {
          show: true,
          formatter: label,
          position: 'insideEndTop' as const,
          color,
          fontSize: theme.fontSize - 1,
        },
        lineStyle: { color, width: style === 'solid' ? 2 : 1.2, type: style },
      }
    }),
  )
  const axes = {
    xAxis: valueAxis(theme, chart.meanAxis, true),
    yAxis: valueAxis(theme, { title: chart.differenceAxis.title, ...heights }, false),
  }
  return frameOf(theme, chart.key, axes, [lines, pointsOf(chart.points, chart.crowded, theme)], 56)
}
