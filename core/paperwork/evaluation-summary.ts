// What the evaluation summary of a group (form-F13) says, before it is put on paper.
import type { ChartSpec } from '../evaluation/charts/chart-spec.ts'
import type { NumberRow } from './keep-ledger.ts'
import type { SourceOnPaper } from './papers/fill-sources.ts'
import type { Trace } from './report.ts'

/** Heads that only people can write. Empty stays visibly empty: nothing is made up. */
export const writtenHeads = [
  'goalAttainment',
  'recruitment',
  'timeAndPlace',
  'content',
  'workerSkills',
  'memberChange',
  'difficulties',
  'budget',
  'satisfaction',
  'suggestions',
  'supervisorOpinion',
] as const
export type WrittenHead = (typeof writtenHeads)[number]
export type WrittenTexts = Readonly<Record<WrittenHead, string>>

export interface SummaryHead {
  readonly agencyName: string
  readonly agencyCounty: string
  /** Fictional people: the document says so on its first page. */
  readonly isSample: boolean
  readonly groupTitle: string
  readonly groupCode: string
  readonly nature: string
  readonly programme: string
  readonly place: string
  readonly onlineTool: string
  readonly startedOn: string
  readonly endedOn: string
  readonly leaders: string
  readonly team: string
  readonly madeOn: string
}

/** Counts that add up: expected + outside = all modes + unmarked. Each holds the id of its trace. */
export interface CountLine {
  readonly expected: string
  readonly outside: string
  readonly inPerson: string
  readonly liveRemote: string
  readonly watchedLater: string
  readonly represented: string
  readonly absent: string
  readonly unmarked: string
  readonly live: string
  readonly liveShare: string
}

export interface MeetingLine extends CountLine {
  readonly no: string
  readonly date: string
  readonly theme: string
  readonly form: string
  readonly minutes: string
  readonly state: string
  readonly goalAttainment: string
}

export interface SeatLine extends CountLine {
  readonly code: string
  readonly strand: string
}

export interface FamilyLine {
  readonly ref: string
  readonly code: string
  readonly before: string
  readonly after: string
  readonly followUp: string
  readonly change: string
  readonly reliable: string
  readonly attendance: string
}

/** One row of the table of all scales. */
export interface ScaleLine {
  readonly id: string
  readonly title: string
  readonly side: string
  readonly n: string
  readonly before: string
  readonly after: string
  readonly change: string
  readonly interval: string
  readonly size: string
  readonly sizeInterval: string
  readonly improved: string
  /** `N12–N19`: the rows of the appendix behind these figures. */
  readonly ref: string
}

/** Every family's scores on a scale that has no pages of its own. */
export interface OtherScale {
  readonly title: string
  readonly side: string
  readonly scores: string
  readonly ref: string
}

/** What members answered about the group itself. */
export interface SatisfactionSection {
  readonly sentence: string
  readonly ref: string
  readonly items: readonly {
    readonly item: string
    readonly n: string
    readonly mean: string
    readonly shares: string
    readonly ref: string
  }[]
}

export interface ScaleSection extends ScaleLine {
  readonly instrument: string
  readonly direction: string
  readonly sentence: string
  readonly paragraph: string
  readonly lines: readonly FamilyLine[]
  readonly warnings: readonly string[]
  readonly chartLines: ChartSpec
  readonly chartChange: ChartSpec
  readonly chartAttendance: ChartSpec
}

export interface GapSection {
  readonly title: string
  readonly sentence: string
  readonly ref: string
  readonly chart: ChartSpec
}

export interface MissingPlace {
  readonly code: string
  readonly scale: string
  readonly moment: string
  readonly why: string
}

export interface SummaryCounts {
  readonly meetingsPlanned: string
  readonly meetingsHeld: string
  readonly meetingsCalledOff: string
  readonly sessionsHeld: string
  readonly totalMinutes: string
  readonly density: string
  readonly families: string
  readonly children: string
  readonly adults: string
  readonly total: CountLine
  /** In words, so that it reconciles on paper. */
  readonly sentence: string
  readonly ref: string
}

export interface EvaluationSummary {
  readonly language: 'zh-CN' | 'en'
  readonly head: SummaryHead
  readonly aims: readonly string[]
  readonly counts: SummaryCounts
  readonly meetings: readonly MeetingLine[]
  readonly seats: readonly SeatLine[]
  /** All scales that were measured. */
  readonly overview: readonly ScaleLine[]
  /** Which scales have pages of their own, and where the rest is. */
  readonly detailNote: string
  readonly scales: readonly ScaleSection[]
  readonly others: readonly OtherScale[]
  readonly satisfaction: SatisfactionSection | null
  readonly gaps: readonly GapSection[]
  readonly missing: readonly MissingPlace[]
  readonly limits: readonly string[]
  /** What the plan rested on. */
  readonly sources: readonly SourceOnPaper[]
  readonly texts: WrittenTexts
  readonly numbers: readonly Trace[]
  /** The same numbers as the rows of the appendix. */
  readonly rows: readonly NumberRow[]
  readonly digest: string
  /** Words the renderer needs for what it draws itself. */
  readonly words: {
    readonly notWritten: string
    readonly none: string
    readonly figure: string
    readonly sampleNotice: string
    /** Holds `%s` where the characters are named. */
    readonly undrawable: string
  }
}
