import type { ChartTheme, EchartsOption, MarkLineOption, SeriesOption } from './echarts-option.ts'
import {
  joinNames,
  pixelOf,
  placeLabels,
  widthOfLabel,
  type Box,
  type Plot,
} from './place-labels.ts'

interface Point {
  readonly label: string
  readonly x: number
  readonly y: number
}

/** Where the points of a picture lie, and what is drawn there already. */
export interface PointField {
  readonly axes: Pick<EchartsOption, 'xAxis' | 'yAxis'>
  readonly plot: Plot
  readonly taken: readonly Box[]
}

/** A mark per line; lines at the same place share one mark that names them all, and no name lies over another. */
export function pointsOf(
  points: readonly Point[],
  crowded: boolean,
  theme: ChartTheme,
  { axes, plot, taken }: PointField,
): SeriesOption {
  const merged = mergePoints(points)
  const spots = merged.map(({ label, x, y }) => ({
    label,
    x: pixelOf(x, axes.xAxis, plot.width),
    y: plot.height - pixelOf(y, axes.yAxis, plot.height),
  }))
  const places = crowded ? [] : placeLabels(spots, plot, theme.fontSize, taken)
  return {
    type: 'scatter',
    name: 'points',
    data: merged.map(({ label, x, y }, at) => ({
      value: [x, y],
      label: { show: !crowded, formatter: label, ...places[at] },
    })),
    symbol: 'circle',
    symbolSize: crowded ? 6 : 10,
    silent: true,
    z: 5,
    label: { show: !crowded, color: theme.ink },
    itemStyle: { color: theme.ink, opacity: crowded ? 0.6 : 1 },
  }
}

/** What a line across and its own name at one end cover. */
export function boxesOfLine(
  value: number,
  label: string,
  side: 'above' | 'below',
  { axes, plot }: Omit<PointField, 'taken'>,
  fontSize: number,
): readonly Box[] {
  const y = plot.height - pixelOf(value, axes.yAxis, plot.height)
  const words = { left: plot.width - widthOfLabel(label, fontSize) - 6, right: plot.width }
  return [
    { left: 0, right: plot.width, top: y - 1, bottom: y + 1 },
    side === 'above'
      ? { ...words, top: y - fontSize - 7, bottom: y }
      : { ...words, top: y, bottom: y + fontSize + 7 },
  ]
}

function mergePoints(points: readonly Point[]): readonly Point[] {
  const places = new Map<string, readonly Point[]>()
  for (const point of points) {
    const place = `${point.x.toFixed(6)} ${point.y.toFixed(6)}`
    places.set(place, [...(places.get(place) ?? []), point])
  }
  return [...places.values()].flatMap((same) => {
    const [first] = same
    return first === undefined
      ? []
      : [{ ...first, label: joinNames(same.map(({ label }) => label)) }]
  })
}

/** A series without points: what the lines of a picture hang on. */
export function carryLines(
  name: string,
  theme: ChartTheme,
  data: MarkLineOption['data'],
): SeriesOption {
  return {
    type: 'scatter',
    name,
    data: [],
    symbol: 'none',
    symbolSize: 1,
    silent: true,
    itemStyle: { color: theme.ink },
    markLine: {
      silent: true,
      animation: false,
      symbol: ['none', 'none'],
      label: { show: true, color: theme.ink, fontSize: theme.fontSize - 1 },
      lineStyle: { color: theme.ink, width: 1.2, type: 'dotted' },
      data,
    },
  }
}

export function zeroLine(
  { zeroLabel }: { readonly zeroLabel: string },
  theme: ChartTheme,
  axis: 'xAxis' | 'yAxis',
): SeriesOption {
  const label = {
    show: true,
    formatter: zeroLabel,
    color: theme.muted,
    fontSize: theme.fontSize - 1,
  }
  return carryLines('zero', theme, [
    axis === 'xAxis'
      ? { xAxis: 0, label: { ...label, position: 'start' } }
      : { yAxis: 0, label: { ...label, position: 'insideEndTop' } },
  ])
}
