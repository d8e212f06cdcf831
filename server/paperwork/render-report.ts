import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { EvaluationSummary } from '../../core/paperwork/evaluation-summary.ts'
import type { Paper, PaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import type { SurveyPaper } from '../../core/paperwork/survey/survey-paper.ts'
import { askApart, nameEnding } from '../kit/apart.ts'
import type { RenderAnswer, RenderTask } from './render-document.ts'

/** What is to be put on paper, by the form that it belongs to. */
export type ReportContent =
  | { readonly form: 'evaluationSummary'; readonly data: EvaluationSummary }
  | { readonly form: 'surveyReport'; readonly data: SurveyPaper }
  | { readonly form: PaperForm; readonly data: Paper }

export interface RenderRequest {
  /** The agency's own template; null: the one that comes with Kiteline. */
  readonly template: Uint8Array | null
  readonly content: ReportContent
  readonly language: 'zh-CN' | 'en'
  /** Where the unpacked font is kept between reports. */
  readonly fontCacheDir: string
}

const limits = { megabytes: 1024, milliseconds: 120_000 }

/**
 * A report as a Word file. Pictures and zip take seconds and the template is a stranger's file, so a process of its own
 * makes it and the server goes on answering. A template that cannot be used is a refusal; a process that dies or takes
 * too long is one too.
 */
export async function renderReport(request: RenderRequest): Promise<Outcome<Uint8Array>> {
  const script = new URL('./render-worker.ts', import.meta.url)
  const ended = await askApart<RenderTask, RenderAnswer>(script, request, limits)
  if (ended.kind !== 'answer') return refuse('ReportNotMade', { reason: nameEnding(ended) })
  const { answer } = ended
  return answer.ok ? done(answer.bytes) : refuse(answer.refusal.id, answer.refusal.details)
}
