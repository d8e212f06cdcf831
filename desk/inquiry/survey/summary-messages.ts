// What page and worker say to each other about a survey: the sheets once, then figures, groups and files of them.
import type { ShownCrossTable } from '../../../core/evaluation/survey/hide-cross-table.ts'
import type { SplitBy, SubgroupRow } from '../../../core/inquiry/compare-subgroups.ts'
import type { ItemCounts } from '../../../core/inquiry/count-answers.ts'
import type { SurveyWords } from '../../../core/inquiry/dataset/survey-dataset.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { ScaleSummary, SurveySummary } from '../../../core/inquiry/survey-summary.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { DataFormat } from '../data/save-dataset.ts'

export type SurveyedInstrument = Pick<
  Instrument,
  'items' | 'sections' | 'responseSets' | 'subscales' | 'total' | 'title'
>

/** The single scores stay with the worker: a screen shows none of them. */
export type ShownScale = Omit<ScaleSummary, 'scores'> & {
  readonly scoredCount: number
  readonly noScoreCount: number
}
export type ShownSummary = Omit<SurveySummary, 'scales'> & {
  readonly scales: readonly ShownScale[]
}

export interface SurveyFigures {
  readonly summary: Outcome<ShownSummary>
  readonly counts: readonly ItemCounts[]
  readonly splits: readonly SplitBy[]
  /** What can stand on a side of a cross-table, by the names of `nameAxis`. */
  readonly axes: readonly string[]
}

/** A cross-table by the names of its sides. */
export interface TablePair {
  readonly rows: string
  readonly columns: string
}

export interface TablesWish {
  readonly pairs: readonly TablePair[]
  readonly outside: boolean
}

export interface ScaleSubgroups {
  readonly scaleId: string
  readonly row: SubgroupRow
}

export interface FileWish {
  readonly format: DataFormat
  /** Answers in people's own words: names may stand in them. */
  readonly withOwnWords: boolean
  readonly words: SurveyWords
  readonly madeAt: string
}

export type ToSummaryWorker =
  | {
      readonly kind: 'begin'
      readonly instrument: SurveyedInstrument
      readonly language: string
      readonly count: number
    }
  | { readonly kind: 'rows'; readonly rows: readonly JsonObject[] }
  | { readonly kind: 'ready' }
  | { readonly kind: 'split'; readonly split: SplitBy; readonly outside: boolean }
  | { readonly kind: 'tables'; readonly asked: number; readonly wish: TablesWish }
  | { readonly kind: 'file'; readonly wish: FileWish }

export type FromSummaryWorker =
  | { readonly kind: 'reading' | 'computing'; readonly part: number }
  | { readonly kind: 'figures'; readonly figures: SurveyFigures }
  | {
      readonly kind: 'subgroups'
      readonly split: SplitBy
      readonly rows: readonly ScaleSubgroups[]
    }
  | {
      readonly kind: 'tables'
      readonly asked: number
      /** null where the questionnaire has no such side. */
      readonly tables: readonly (ShownCrossTable | null)[]
    }
  | { readonly kind: 'writing'; readonly part: number }
  | { readonly kind: 'file'; readonly content: Outcome<Uint8Array<ArrayBuffer>> }
