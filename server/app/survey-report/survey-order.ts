// What the thread that computes a survey's report is told, and what it answers.
import type { Outcome } from '../../../core/kit/outcome.ts'
import type { SurveyPaperInput } from '../../../core/paperwork/survey/survey-paper-input.ts'
import type { SurveyPaper } from '../../../core/paperwork/survey/survey-paper.ts'
import type { SealedPage } from '../../records/read-pages.ts'

/** All but the sheets, which come page by page, and the words, which cannot go from thread to thread. */
export interface SurveyOrder extends Omit<SurveyPaperInput, 'sheets' | 'wording'> {
  readonly agencyId: string
  /** Of a wave of families, whose files the server has opened by the rights of whoever asks; null: they come page by page. */
  readonly familySheets: SurveyPaperInput['sheets'] | null
  readonly language: 'zh-CN' | 'en'
}

export type SurveyMessage =
  /** Also again: a transaction that is tried anew hands every page over once more. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'page'; readonly page: SealedPage }
  | { readonly kind: 'compute' }

export type SurveyAnswer =
  | { readonly kind: 'taken' }
  | { readonly kind: 'paper'; readonly paper: Outcome<SurveyPaper> }
  | { readonly kind: 'failed'; readonly reason: string }
