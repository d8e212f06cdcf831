// What page and worker say to each other about a survey that was answered twice.
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import type { SurveyScaleChange } from '../../../core/evaluation/evaluate-survey-change.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { Wave } from '../../../core/inquiry/wave.ts'
import type { JsonObject } from '../../../core/kit/json.ts'

export type ToChangeWorker =
  | {
      readonly kind: 'begin'
      readonly before: Known<Wave>
      readonly after: Known<Wave>
      readonly instruments: readonly Known<Instrument>[]
      /** Whether somebody outside the team reads it (EVA-26). */
      readonly outside: boolean
    }
  | { readonly kind: 'rows'; readonly rows: readonly JsonObject[] }
  | { readonly kind: 'ready' }

export interface FromChangeWorker {
  readonly scales: readonly SurveyScaleChange[]
}
