// What page and worker say to each other. Both are built from the same files, so nothing here is checked twice.
import type {
  AnswerImportOptions,
  AnswerImportPlan,
} from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import type { Table } from '../../../core/kit/table.ts'

export type PlanRequest =
  | { readonly do: 'take'; readonly table: Table }
  | { readonly do: 'plan'; readonly round: number; readonly options: AnswerImportOptions }

export interface PlanAnswer {
  readonly round: number
  readonly plan: AnswerImportPlan
}
