// What the process that computes a survey's report is told, and what it answers.
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { SurveyPaperInput } from '../../../core/paperwork/survey/survey-paper-input.ts'
import type { SurveyPaper } from '../../../core/paperwork/survey/survey-paper.ts'
import type { EntryRow } from '../../records/row-parse.ts'
import type { HandedKey } from '../../records/seal.ts'

/** All but the sheets, which come page by page, and the words, which cannot go from process to process. */
export interface SurveyOrder extends Omit<SurveyPaperInput, 'sheets' | 'wording'> {
  readonly agencyId: string
  /** Of a wave of families, whose files the server has opened by the rights of whoever asks; null: they come page by page. */
  readonly familySheets: SurveyPaperInput['sheets'] | null
  readonly language: 'zh-CN' | 'en'
}

/** A page of sheets, still sealed, with the keys to open it. */
export interface HandedPage {
  readonly rows: readonly EntryRow[]
  /** By owner. */
  readonly keys: ReadonlyMap<string, HandedKey>
}

export type SurveyMessage =
  /** Also again: a transaction that is tried anew hands every page over once more. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'page'; readonly page: HandedPage }
  | { readonly kind: 'compute' }

export type SurveyAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'paper'; readonly paper: Outcome<SurveyPaper> }
