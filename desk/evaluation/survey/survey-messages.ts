// What page and worker say to each other about a survey: the rows once, then one question after the other.
import type { ScaleQuality } from '../../../core/evaluation/survey/assess-scale.ts'
import type { CrossFigures } from '../../../core/evaluation/survey/cross-survey.ts'
import type { SchoolSummary } from '../../../core/evaluation/survey/summarise-school.ts'
import type { SurveyedScale, SurveySplit } from '../../../core/evaluation/survey/survey-table.ts'
import type { JsonObject } from '../../../core/kit/json.ts'

export type SurveyQuestion =
  | { readonly about: 'school'; readonly split: string | null; readonly outside: boolean }
  | {
      readonly about: 'cross'
      readonly itemId: string
      readonly split: string
      readonly outside: boolean
    }
  | { readonly about: 'scale'; readonly partId: string; readonly outside: boolean }

export type SurveyAnswer =
  | { readonly about: 'school'; readonly summary: SchoolSummary }
  | { readonly about: 'cross'; readonly figures: CrossFigures | null }
  | { readonly about: 'scale'; readonly quality: ScaleQuality | null }

export type ToWorker =
  | { readonly kind: 'begin'; readonly scale: SurveyedScale }
  | { readonly kind: 'rows'; readonly rows: readonly JsonObject[] }
  | { readonly kind: 'ready' }
  | { readonly kind: 'ask'; readonly round: number; readonly question: SurveyQuestion }

export type FromWorker =
  | { readonly kind: 'table'; readonly count: number; readonly splits: readonly SurveySplit[] }
  | { readonly kind: 'progress'; readonly round: number; readonly part: number }
  | { readonly kind: 'answer'; readonly round: number; readonly answer: SurveyAnswer }
