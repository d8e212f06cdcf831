import { spanAxis } from './span-axis.ts'
import type { AgreementChart, ScatterChart } from './chart-spec.ts'
import {
  frameOf,
  plotOf,
  pointHeightOfPicture,
  valueAxis,
  type ChartTheme,
  type EchartsOption,
} from './echarts-option.ts'
import { pixelOf } from './place-labels.ts'
import { boxesOfLine, carryLines, pointsOf, zeroLine } from './sketch-points.ts'

const right = 56
const foot = 60
/** Two names of lines need this much between them, in pixels. */
const apart = 22

export function sketchScatter(chart: ScatterChart, theme: ChartTheme, room: number): EchartsOption {
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
  const plot = plotOf(room, pointHeightOfPicture, { key: chart.key, right, foot })
  const taken = boxesOfLine(0, chart.zeroLabel, 'above', { axes, plot }, theme.fontSize)
  const series = [
    zeroLine(chart, theme, 'yAxis'),
    pointsOf(chart.points, chart.crowded, theme, { axes, plot, taken }),
  ]
  return frameOf(theme, chart.key, axes, series, right)
}

/** Bias solid, limits dashed, no difference dotted: told apart without colour and named at the line. */
export function sketchAgreement(
  chart: AgreementChart,
  theme: ChartTheme,
  room: number,
): EchartsOption {
  const heights = spanAxis([
    ...chart.points.map(({ y }) => y),
    ...chart.lines.map(({ value }) => value),
  ])
  const axes = {
    xAxis: valueAxis(theme, chart.meanAxis, true),
    yAxis: valueAxis(theme, { title: chart.differenceAxis.title, ...heights }, false),
  }
  const plot = plotOf(room, pointHeightOfPicture, { key: chart.key, right, foot })
  const lines = chart.lines.map((line) => ({
    ...line,
    side: sideOf(line.value, chart, (value) => pixelOf(value, axes.yAxis, plot.height)),
  }))
  const taken = lines.flatMap(({ value, label, side }) =>
    boxesOfLine(value, label, side, { axes, plot }, theme.fontSize),
  )
  const series = [
    drawLines(lines, theme),
    pointsOf(chart.points, chart.crowded, theme, { axes, plot, taken }),
  ]
  return frameOf(theme, chart.key, axes, series, right)
}

/** A name stands above its line, unless the next line is too near: then the lowest has it below. */
function sideOf(
  value: number,
  { lines }: AgreementChart,
  heightOf: (value: number) => number,
): 'above' | 'below' {
  const tight = lines.some(
    (other) => other.value > value && heightOf(other.value) - heightOf(value) < apart,
  )
  return tight && lines.every((other) => other.value >= value) ? 'below' : 'above'
}

function drawLines(
  lines: readonly (AgreementChart['lines'][number] & { readonly side: 'above' | 'below' })[],
  theme: ChartTheme,
) {
  return carryLines(
    'lines',
    theme,
    lines.map(({ value, label, style, side }) => {
      const color = style === 'solid' ? theme.accent : theme.muted
      return {
        yAxis: value,
        label: {
          show: true,
          formatter: label,
          position: side === 'above' ? ('insideEndTop' as const) : ('insideEndBottom' as const),
          color,
          fontSize: theme.fontSize - 1,
        },
        lineStyle: { color, width: style === 'solid' ? 2 : 1.2, type: style },
      }
    }),
  )
}
