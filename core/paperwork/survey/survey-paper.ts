// What the report of a survey by codes says, before it is put on paper.
import type { ChartSpec } from '../../evaluation/charts/chart-spec.ts'
import type { DrawnPicture, PaperTable } from '../field-values.ts'
import type { NumberRow } from '../keep-ledger.ts'
import type { Trace } from '../report.ts'

/** Heads that only people can write. Empty stays visibly empty. */
export const surveyHeads = ['purpose', 'sampling', 'discussion', 'suggestions'] as const
export type SurveyHeadName = (typeof surveyHeads)[number]
export type SurveyTexts = Readonly<Record<SurveyHeadName, string>>

export const noSurveyTexts: SurveyTexts = {
  purpose: '',
  sampling: '',
  discussion: '',
  suggestions: '',
}

export interface SurveyPaperHead {
  readonly agencyName: string
  readonly agencyCounty: string
  readonly isSample: boolean
  readonly surveyTitle: string
  readonly instruments: string
  readonly period: string
  readonly groupNames: string
  readonly madeBy: string
  readonly madeOn: string
}

export interface SurveyWaveLine {
  readonly title: string
  readonly instrument: string
  readonly sheets: string
  readonly complete: string
  readonly missing: string
  readonly ref: string
}

/** One scale at one wave. */
export interface MeasureLine {
  readonly scale: string
  readonly wave: string
  readonly n: string
  readonly noScore: string
  readonly mean: string
  readonly sd: string
  readonly median: string
  readonly quartiles: string
  readonly alpha: string
  readonly alphaInterval: string
  readonly ref: string
}

export interface ItemLine {
  readonly item: string
  readonly n: string
  readonly missing: string
  readonly mean: string
  readonly sd: string
  readonly total: string
  readonly dropped: string
  readonly ref: string
}

export interface GroupMeanLine {
  readonly group: string
  readonly wave: string
  readonly n: string
  readonly mean: string
  readonly sd: string
  readonly ref: string
}

export interface SurveyScaleSection {
  readonly title: string
  readonly instrument: string
  readonly sentence: string
  readonly reliability: string
  readonly comparison: string
  readonly ref: string
  readonly distributions: readonly ChartSpec[]
  readonly items: readonly ItemLine[]
  readonly groups: readonly GroupMeanLine[]
  readonly warnings: readonly string[]
}

export interface GroupChangeLine {
  readonly group: string
  readonly n: string
  readonly before: string
  readonly after: string
  readonly change: string
  readonly interval: string
  readonly size: string
  readonly ref: string
}

export interface SurveyChangeSection {
  readonly title: string
  readonly sentences: readonly string[]
  readonly groups: readonly GroupChangeLine[]
  readonly comparisons: readonly string[]
  readonly ref: string
  readonly warnings: readonly string[]
  readonly chartGroups: ChartSpec
  readonly chartLines: readonly ChartSpec[]
}

export interface LossLine {
  readonly scale: string
  readonly group: string
  readonly started: string
  readonly both: string
  readonly lost: string
  readonly late: string
  readonly lostMean: string
  readonly keptMean: string
  readonly difference: string
  readonly ref: string
}

export interface MissingCodes {
  readonly wave: string
  readonly group: string
  readonly count: string
  readonly codes: string
}

export interface TitledPicture {
  readonly title: string
  readonly picture: DrawnPicture
}

export interface CrossOnPaper {
  readonly title: string
  readonly table: PaperTable
  readonly notes: readonly string[]
  readonly figure: TitledPicture | null
  readonly ref: string
}

export interface FrequencyLine {
  readonly item: string
  readonly wave: string
  readonly asked: string
  readonly n: string
  readonly missing: string
  readonly notAsked: string
  readonly answers: string
  readonly ref: string
}

export interface RateLine {
  readonly wave: string
  readonly group: string
  readonly handedOut: string
  readonly returned: string
  readonly rate: string
  readonly ref: string
}

export interface SurveyPaper {
  readonly language: 'zh-CN' | 'en'
  readonly head: SurveyPaperHead
  readonly response: { readonly sentence: string; readonly ref: string }
  readonly twice: boolean
  readonly waves: readonly SurveyWaveLine[]
  readonly rates: readonly RateLine[]
  readonly measures: readonly MeasureLine[]
  readonly scales: readonly SurveyScaleSection[]
  readonly otherItems: readonly ItemLine[]
  /** The answers as bars. */
  readonly pictures: readonly TitledPicture[]
  readonly crosses: readonly CrossOnPaper[]
  /** How the cross-tables were made; empty where there are none. */
  readonly crossMethod: string
  readonly frequencies: readonly FrequencyLine[]
  readonly changes: readonly SurveyChangeSection[]
  readonly losses: readonly LossLine[]
  readonly missing: readonly MissingCodes[]
  readonly limits: readonly string[]
  readonly texts: SurveyTexts
  readonly numbers: readonly Trace[]
  readonly rows: readonly NumberRow[]
  readonly digest: string
  /** Words the renderer needs for what it draws itself. */
  readonly words: {
    readonly notWritten: string
    readonly figure: string
    readonly sampleNotice: string
    readonly undrawable: string
  }
}
