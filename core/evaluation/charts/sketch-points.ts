import type { ChartTheme, MarkLineOption, SeriesOption } from './echarts-option.ts'

interface Point {
  readonly label: string
  readonly x: number
  readonly y: number
}

/** A mark per family; families at the same place share one mark that names them all. */
export function pointsOf(
  points: readonly Point[],
  crowded: boolean,
  theme: ChartTheme,
): SeriesOption {
  return {
    type: 'scatter',
    name: 'points',
    data: mergePoints(points).map(({ label, x, y }) => ({
      value: [x, y],
      label: { show: !crowded, formatter: label },
    })),
    symbol: 'circle',
    symbolSize: crowded ? 6 : 10,
    silent: true,
    z: 5,
    label: { show: !crowded, position: 'right', distance: 6, color: theme.ink },
    labelLayout: { moveOverlap: 'shiftY' },
    itemStyle: { color: theme.ink, opacity: crowded ? 0.6 : 1 },
  }
}

function mergePoints(points: readonly Point[]): readonly Point[] {
  const places = new Map<string, Point>()
  for (const point of points) {
    const place = `${point.x.toFixed(6)} ${point.y.toFixed(6)}`
    const there = places.get(place)
    places.set(
      place,
      there === undefined ? point : { ...there, label: `${there.label}, ${point.label}` },
    )
  }
  return [...places.values()]
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
