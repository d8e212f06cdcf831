import { Worker } from 'node:worker_threads'
import { refuse, type Outcome } from '../../../core/kit/outcome.ts'
import type { SurveyPaper } from '../../../core/paperwork/survey/survey-paper.ts'
import type { SealedPage } from '../../records/read-pages.ts'
import { describeTrouble } from '../describe-trouble.ts'
import type { SurveyAnswer, SurveyMessage, SurveyOrder } from './survey-order.ts'

/** One report in a thread of its own. Whatever goes wrong there is a refusal with its reason when the report is asked for. */
export interface SurveyWorker {
  readonly begin: () => Promise<void>
  /** false: it has failed or was stopped, more pages are of no use. */
  readonly take: (page: SealedPage) => Promise<boolean>
  readonly compute: () => Promise<Outcome<SurveyPaper>>
  readonly close: () => Promise<void>
}

export interface WorkerLimits {
  readonly seconds: number
  readonly megabytes: number
}

/** Twice what 100,000 sheets of 60 items need; a proxy in front waits 200 seconds. */
export const surveyLimits: WorkerLimits = { seconds: 150, megabytes: 2560 }

/** Stops when the asker has gone, when it takes too long, and when it needs too much memory. */
export function openSurveyWorker(
  order: SurveyOrder,
  asker: AbortSignal,
  limits: WorkerLimits = surveyLimits,
  log: (line: string) => void = () => undefined,
): SurveyWorker {
  const worker = new Worker(new URL('./survey-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
    env: {},
    execArgv: [],
  })
  worker.on('error', (error) => log(`survey report not made: ${describeTrouble(error)}`))
  const tooLong = AbortSignal.timeout(limits.seconds * 1000)
  const ask = openTalk(worker, AbortSignal.any([asker, tooLong]))
  return {
    begin: async () => {
      await ask({ kind: 'begin' })
    },
    take: async (page) => (await ask({ kind: 'page', page })).kind === 'taken',
    compute: async () => {
      const answer = await ask({ kind: 'compute' })
      if (answer.kind === 'paper') return answer.paper
      if (asker.aborted) return refuse('RequestGone')
      if (tooLong.aborted) return refuse('ReportTookTooLong', { minutes: limits.seconds / 60 })
      const reason = answer.kind === 'failed' ? answer.reason : answer.kind
      return reason === 'ERR_WORKER_OUT_OF_MEMORY'
        ? refuse('ReportTooLarge')
        : refuse('ReportNotMade', { reason })
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** One question at a time, one answer to each; after a failure every answer is that failure. */
function openTalk(
  worker: Worker,
  stop: AbortSignal,
): (message: SurveyMessage) => Promise<SurveyAnswer> {
  let failure: SurveyAnswer | null = null
  let give: (answer: SurveyAnswer) => void = () => undefined
  const fail = (reason: string): void => {
    failure ??= { kind: 'failed', reason }
    give(failure)
  }
  worker.on('message', (answer: SurveyAnswer) => give(answer))
  worker.on('error', (error) => fail(nameWorkerTrouble(error)))
  worker.on('exit', () => fail('exit'))
  if (stop.aborted) fail('stopped')
  stop.addEventListener('abort', () => fail('stopped'), { once: true })
  return (message) =>
    new Promise((resolve) => {
      if (failure !== null) return resolve(failure)
      give = resolve
      worker.postMessage(message)
    })
}

/** Never empty: some troubles come without a message, and a person has to name something to the administrator. */
export function nameWorkerTrouble(error: unknown): string {
  if (!(error instanceof Error)) return 'worker'
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  if (isMemory) return 'ERR_WORKER_OUT_OF_MEMORY'
  return (
    [error.message.trim().slice(0, 200), error.name, 'worker'].find((name) => name !== '') ?? ''
  )
}
