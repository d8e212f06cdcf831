// What a chart shows, as plain data: the desk draws it with echarts, the server turns it into a picture.

export interface ChartAxis {
  readonly title: string
  readonly min: number | null
  readonly max: number | null
}

interface ChartWords {
  /** Heading on a screen, caption in a report. */
  readonly title: string
  /** What the marks mean, in one line over the picture: read without colour. */
  readonly key: string
  /** The same in words, for whoever cannot see it. */
  readonly description: string
}

/** One line per family from moment to moment. With many lines they are thin and without names. */
export interface PairedLinesChart extends ChartWords {
  readonly kind: 'pairedLines'
  readonly moments: readonly string[]
  readonly axis: ChartAxis
  readonly lines: readonly { readonly label: string; readonly values: readonly (number | null)[] }[]
  readonly mean: { readonly label: string; readonly values: readonly (number | null)[] }
  readonly crowded: boolean
}

export interface Reach {
  readonly low: number
  readonly high: number
}

/** Each family's change, and the mean change with its interval in the last row. */
export interface ChangeDotsChart extends ChartWords {
  readonly kind: 'changeDots'
  readonly axis: ChartAxis
  readonly zeroLabel: string
  readonly rows: readonly {
    readonly label: string
    readonly value: number
    readonly error: Reach | null
  }[]
  readonly mean: {
    readonly label: string
    readonly value: number
    readonly interval: Reach | null
  } | null
  readonly crowded: boolean
}

/** Share of expected meetings attended live against change. A picture, no claim that one made the other. */
export interface AttendanceChangeChart extends ChartWords {
  readonly kind: 'attendanceChange'
  readonly shareAxis: ChartAxis
  readonly changeAxis: ChartAxis
  readonly zeroLabel: string
  readonly points: readonly {
    readonly label: string
    readonly share: number
    readonly change: number
  }[]
  readonly crowded: boolean
}

/** Child's and adult's answers joined by a line: the longer the line, the wider the gap. */
export interface GapDumbbellChart extends ChartWords {
  readonly kind: 'gapDumbbell'
  readonly axis: ChartAxis
  readonly rows: readonly {
    readonly label: string
    readonly child: number | null
    readonly adult: number | null
  }[]
}

export type ChartSpec =
  | PairedLinesChart
  | ChangeDotsChart
  | AttendanceChangeChart
  | GapDumbbellChart

/** From here on names would lie over each other. */
export const mostNamedLines = 20
