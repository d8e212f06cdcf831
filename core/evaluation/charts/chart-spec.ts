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

/** One thing against another, a mark per family. A picture, no claim that one made the other. */
export interface ScatterChart extends ChartWords {
  readonly kind: 'scatter'
  readonly across: ChartAxis
  readonly up: ChartAxis
  readonly zeroLabel: string
  readonly points: readonly { readonly label: string; readonly x: number; readonly y: number }[]
  readonly crowded: boolean
}

/** Shares or means as dots on stems, each with its number beside it: reads without colour and without an axis. */
export interface StemsChart extends ChartWords {
  readonly kind: 'stems'
  readonly axis: ChartAxis
  readonly rows: readonly {
    readonly label: string
    readonly value: number
    readonly text: string
    readonly reach: Reach | null
  }[]
}

/** One measure of one family over time, the phases parted by a line, with the level of each and the two-SD band. */
export interface SingleCaseChart extends ChartWords {
  readonly kind: 'singleCase'
  readonly axis: ChartAxis
  readonly points: readonly { readonly at: string; readonly value: number | null }[]
  /** Index of the first point of each later phase, with what it is called. */
  readonly phases: readonly { readonly from: number; readonly label: string }[]
  readonly means: readonly {
    readonly from: number
    readonly to: number
    readonly value: number
    readonly label: string
  }[]
  readonly band: Reach | null
  readonly bandLabel: string
}

/** Difference of two views against their mean (Bland-Altman), with bias and limits. */
export interface AgreementChart extends ChartWords {
  readonly kind: 'agreement'
  readonly meanAxis: ChartAxis
  readonly differenceAxis: ChartAxis
  readonly points: readonly { readonly label: string; readonly x: number; readonly y: number }[]
  readonly lines: readonly {
    readonly value: number
    readonly label: string
    readonly style: 'solid' | 'dashed' | 'dotted'
  }[]
  readonly crowded: boolean
}

/** Estimates with intervals below each other; what is taken together stands under the rest as a diamond. */
export interface ForestChart extends ChartWords {
  readonly kind: 'forest'
  readonly axis: ChartAxis
  readonly zeroLabel: string
  readonly rows: readonly {
    readonly label: string
    readonly value: number
    readonly reach: Reach | null
  }[]
  readonly together: readonly {
    readonly label: string
    readonly value: number
    readonly reach: Reach | null
  }[]
}

export const heatMarks = ['up', 'down', 'same', 'slightUp', 'slightDown', 'none'] as const
export type HeatMark = (typeof heatMarks)[number]

/** Families down, dimensions across: a filled or open triangle with the number, never a colour alone. */
export interface HeatTableChart extends ChartWords {
  readonly kind: 'heatTable'
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly { readonly mark: HeatMark; readonly text: string }[]
  }[]
}

export type ChartSpec =
  | PairedLinesChart
  | ChangeDotsChart
  | AttendanceChangeChart
  | GapDumbbellChart
  | ScatterChart
  | StemsChart
  | SingleCaseChart
  | AgreementChart
  | ForestChart
  | HeatTableChart

/** From here on names would lie over each other. */
export const mostNamedLines = 20
