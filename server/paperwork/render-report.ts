import { Worker } from 'node:worker_threads'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { EvaluationSummary } from '../../core/paperwork/evaluation-summary.ts'
import type { Paper, PaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import type { SurveyPaper } from '../../core/paperwork/survey/survey-paper.ts'
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

const longestMilliseconds = 120_000

/**
 * A report as a Word file. Pictures and zip take seconds, so a worker makes them and the server goes on
 * answering. A template that cannot be used is a refusal; a worker that dies or takes too long is one too.
 */
export async function renderReport(request: RenderRequest): Promise<Outcome<Uint8Array>> {
  const task: RenderTask = request
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
    env: {},
    execArgv: [],
  })
  try {
    const answer = await waitFor(worker)
    return answer.ok ? done(answer.bytes) : refuse(answer.refusal.id, answer.refusal.details)
  } finally {
    await worker.terminate()
  }
}

function waitFor(worker: Worker): Promise<RenderAnswer> {
  return new Promise((resolve) => {
    const give = (reason: string): void =>
      resolve({ ok: false, refusal: { id: 'ReportNotMade', details: { reason } } })
    const timer = setTimeout(() => give('timeout'), longestMilliseconds)
    const settle = (answer: RenderAnswer): void => {
      clearTimeout(timer)
      resolve(answer)
    }
    worker.once('message', settle)
    worker.once('error', (error) => {
      clearTimeout(timer)
      give(error instanceof Error ? error.message.slice(0, 200) : 'worker')
    })
    worker.once('exit', () => {
      clearTimeout(timer)
      give('exit')
    })
  })
}
