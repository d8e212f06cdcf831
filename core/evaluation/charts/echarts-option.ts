// The part of echarts' option that our charts use, as data: no function can slip in.
import { spaceTicks } from './span-axis.ts'

export interface ChartTheme {
  readonly fontFamily: string
  readonly fontSize: number
  readonly ink: string
  readonly muted: string
  readonly paper: string
  readonly accent: string
}

/** Black on white with one red that is dark enough to print as dark grey. */
export const paperTheme: ChartTheme = {
  fontFamily: 'Noto Sans SC, Microsoft YaHei, PingFang SC, sans-serif',
  fontSize: 13,
  ink: '#222222',
  muted: '#767676',
  paper: '#ffffff',
  accent: '#a3261b',
}

export interface LabelOption {
  readonly show: boolean
  readonly formatter?: string
  readonly position?:
    | 'left'
    | 'right'
    | 'top'
    | 'bottom'
    | 'start'
    | 'insideEndTop'
    | 'insideEndBottom'
    | 'insideStartTop'
    | 'end'
  /** Moved across and down, in CSS pixels. */
  readonly offset?: readonly [number, number]
  readonly distance?: number
  readonly color?: string
  readonly fontSize?: number
  readonly fontWeight?: 'bold' | 'normal'
}

export interface LineStyleOption {
  readonly color: string
  readonly width: number
  readonly type: 'solid' | 'dashed' | 'dotted'
  readonly opacity?: number
}

interface PlaceWords {
  readonly label?: LabelOption
  readonly lineStyle?: LineStyleOption
}

export type PlaceOption =
  | ({
      readonly coord: readonly [number | string, number | string]
      readonly symbol?: string
    } & PlaceWords)
  | ({ readonly xAxis: number | string } & PlaceWords)
  | ({ readonly yAxis: number } & PlaceWords)

export interface MarkLineOption {
  readonly silent: true
  readonly animation: false
  readonly symbol: readonly [string, string]
  readonly symbolSize?: number
  readonly label: LabelOption
  readonly lineStyle: LineStyleOption
  readonly data: readonly (PlaceOption | readonly [PlaceOption, PlaceOption])[]
}

export interface PointOption {
  readonly value: number | null | readonly (number | string)[]
  readonly symbol?: string
  readonly symbolRotate?: number
  readonly label?: LabelOption
  readonly itemStyle?: SeriesOption['itemStyle']
}

export interface SeriesOption {
  readonly type: 'line' | 'scatter'
  readonly name: string
  readonly data: readonly PointOption[]
  readonly symbol: string
  readonly symbolSize: number
  readonly showSymbol?: boolean
  readonly connectNulls?: boolean
  readonly silent?: boolean
  readonly z?: number
  readonly label?: LabelOption
  readonly lineStyle?: LineStyleOption
  readonly itemStyle: {
    readonly color: string
    readonly borderColor?: string
    readonly borderWidth?: number
    readonly opacity?: number
  }
  readonly markLine?: MarkLineOption
}

export interface AxisOption {
  readonly type: 'value' | 'category'
  readonly name?: string
  readonly nameLocation?: 'middle' | 'end'
  readonly nameGap?: number
  readonly nameTextStyle?: {
    readonly color: string
    readonly fontSize: number
    readonly lineHeight: number
  }
  readonly min?: number
  readonly max?: number
  readonly interval?: number
  readonly data?: readonly string[]
  readonly inverse?: boolean
  readonly position?: 'top' | 'bottom'
  readonly boundaryGap?: boolean | readonly [string, string]
  readonly axisLine: { readonly show: boolean; readonly lineStyle: { readonly color: string } }
  readonly axisTick: { readonly show: boolean }
  readonly axisLabel: {
    readonly color: string
    readonly fontSize: number
    readonly lineHeight?: number
    readonly formatter?: string
    readonly interval?: number | 'auto'
    readonly hideOverlap?: boolean
    readonly show?: boolean
  }
  readonly splitLine: {
    readonly show: boolean
    readonly lineStyle: { readonly color: string; readonly type: 'solid' | 'dotted' }
  }
}

export interface EchartsOption {
  readonly animation: false
  readonly backgroundColor: string
  readonly textStyle: {
    readonly fontFamily: string
    readonly fontSize: number
    readonly color: string
  }
  readonly title: {
    readonly text: string
    readonly left: number
    readonly top: number
    readonly textStyle: {
      readonly fontFamily: string
      readonly fontSize: number
      readonly fontWeight: 'normal'
      readonly color: string
    }
  }
  readonly grid: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
    /** Labels and names of the axes stay within these margins. */
    readonly outerBoundsMode: 'same'
    readonly outerBoundsContain: 'all'
  }
  readonly xAxis: AxisOption
  readonly yAxis: AxisOption
  readonly series: readonly SeriesOption[]
}

/** Height of a picture that has no rows, in CSS pixels. */
export const lineHeightOfPicture = 370
export const pointHeightOfPicture = 380

/** About how much of a picture its axes take, with their numbers and names; the plot has the rest. */
export function plotOf(
  room: number,
  height: number,
  { key, right, foot }: { readonly key: string; readonly right: number; readonly foot: number },
): { readonly width: number; readonly height: number } {
  return { width: Math.max(80, room - 62 - right), height: height - topOf(key) - foot }
}

function topOf(key: string): number {
  return key === '' ? 26 : 42
}

export const gridColour = '#dcdcdc'

export function frameOf(
  theme: ChartTheme,
  key: string,
  axes: Pick<EchartsOption, 'xAxis' | 'yAxis'>,
  series: readonly SeriesOption[],
  right: number,
): EchartsOption {
  const text = { fontFamily: theme.fontFamily, fontSize: theme.fontSize, color: theme.ink }
  return {
    animation: false,
    backgroundColor: theme.paper,
    textStyle: text,
    title: {
      text: key,
      left: 8,
      top: 6,
      textStyle: {
        ...text,
        fontSize: theme.fontSize - 1,
        fontWeight: 'normal',
        color: theme.muted,
      },
    },
    grid: {
      left: 12,
      right,
      top: topOf(key),
      bottom: 10,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    ...axes,
    series,
  }
}

export function valueAxis(
  theme: ChartTheme,
  axis: { readonly title: string; readonly min: number | null; readonly max: number | null },
  across: boolean,
): AxisOption {
  const base = plainAxis(theme)
  return {
    type: 'value',
    name: axis.title,
    nameLocation: 'middle',
    nameGap: across ? 10 : 14,
    nameTextStyle: {
      color: theme.ink,
      fontSize: theme.fontSize,
      lineHeight: theme.fontSize + 3,
    },
    ...limitsOf(axis),
    ...base,
    axisLabel: { ...base.axisLabel, hideOverlap: true },
    splitLine: { show: true, lineStyle: { color: gridColour, type: 'dotted' } },
  }
}

function limitsOf({
  min,
  max,
}: {
  readonly min: number | null
  readonly max: number | null
}): Pick<AxisOption, 'min' | 'max' | 'interval'> {
  if (min !== null && max !== null) return spaceTicks(min, max)
  return { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) }
}

export function categoryAxis(
  theme: ChartTheme,
  names: readonly string[],
  options: { readonly inverse: boolean; readonly hidden: boolean },
): AxisOption {
  const base = plainAxis(theme)
  return {
    type: 'category',
    data: names,
    inverse: options.inverse,
    boundaryGap: true,
    ...base,
    axisLabel: { ...base.axisLabel, interval: 0, show: !options.hidden },
  }
}

function plainAxis(
  theme: ChartTheme,
): Pick<AxisOption, 'axisLine' | 'axisTick' | 'axisLabel' | 'splitLine'> {
  return {
    axisLine: { show: true, lineStyle: { color: theme.muted } },
    axisTick: { show: false },
    axisLabel: { color: theme.ink, fontSize: theme.fontSize, lineHeight: theme.fontSize + 3 },
    splitLine: { show: false, lineStyle: { color: gridColour, type: 'dotted' } },
  }
}
