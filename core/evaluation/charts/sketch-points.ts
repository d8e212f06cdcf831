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

export function zeroLine(
  { zeroLabel }: { readonly zeroLabel: string },
  theme: ChartTheme,
  axis: 'xAxis' | 'yAxis',
): SeriesOption {
  const markLine: MarkLineOption = {
    silent: true,
    animation: false,
    symbol: ['none', 'none'],
    label: {
      show: true,
      formatter: zeroLabel,
      position: axis === 'xAxis' ? 'start' : 'insideEndTop',
      color: theme.muted,
      fontSize: theme.fontSize - 1,
    },
    lineStyle: { color: theme.ink, width: 1.2, type: 'dotted' },
    data: [axis === 'xAxis' ? { xAxis: 0 } : { yAxis: 0 }],
  }
  return {
    type: 'scatter',
    name: 'zero',
    data: [],
    symbol: 'none',
    symbolSize: 1,
    silent: true,
    itemStyle: { color: theme.ink },
    markLine,
  }
}
