// What page and worker say to each other about a survey's figures.
import type { Answers } from '../../../core/inquiry/check-answers.ts'
import type { ItemCounts } from '../../../core/inquiry/count-answers.ts'
import type { Scale } from '../../../core/inquiry/scale.ts'
import type { SurveySummary } from '../../../core/inquiry/survey-summary.ts'
import type { Outcome } from '../../../core/kit/outcome.ts'

export interface SummaryRequest {
  readonly round: number
  readonly scale: Pick<Scale, 'items' | 'responseSets' | 'subscales' | 'total'>
  readonly sheets: readonly Answers[]
}

export interface SummaryAnswer {
  readonly round: number
  readonly summary: Outcome<SurveySummary>
  readonly counts: readonly ItemCounts[]
}
