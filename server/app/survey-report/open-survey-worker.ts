import { refuse, type Outcome } from '../../../core/kit/outcome.ts'
import type { SurveyPaper } from '../../../core/paperwork/survey/survey-paper.ts'
import { type Apart, type Ending, nameEnding, openApart } from '../../kit/apart.ts'
import type { SealedPage } from '../../records/read-pages.ts'
import { handKeyOver } from '../../records/seal.ts'
import { describeTrouble } from '../describe-trouble.ts'
import type { SurveyAnswer, SurveyMessage, SurveyOrder } from './survey-order.ts'

/** One report in a process of its own. Whatever goes wrong there is a refusal with its reason when the report is asked for. */
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
  const script = new URL('./survey-worker.ts', import.meta.url)
  const apart = openApart<SurveyOrder, SurveyMessage, SurveyAnswer>(script, order, limits.megabytes)
  const tooLong = AbortSignal.timeout(limits.seconds * 1000)
  const ask = openTalk(apart, AbortSignal.any([asker, tooLong]), log)
  return {
    begin: async () => {
      await ask({ kind: 'begin' })
    },
    take: async ({ rows, keys }) => {
      const handed = new Map([...keys].map(([owner, key]) => [owner, handKeyOver(key)]))
      return (await ask({ kind: 'page', page: { rows, keys: handed } })).kind === 'taken'
    },
    compute: async () => {
      const answer = await ask({ kind: 'compute' })
      if (answer.kind === 'paper') return answer.paper
      if (asker.aborted) return refuse('RequestGone')
      if (tooLong.aborted) return refuse('ReportTookTooLong', { minutes: limits.seconds / 60 })
      if (answer.kind === 'memory') return refuse('ReportTooLarge')
      const reason = answer.kind === 'taken' ? answer.kind : nameEnding(answer)
      return refuse('ReportNotMade', { reason })
    },
    close: () => apart.close(),
  }
}

/** One question at a time, one answer to each; after a failure every answer is that failure. */
function openTalk(
  apart: Apart<SurveyMessage, SurveyAnswer>,
  stop: AbortSignal,
  log: (line: string) => void,
): (message: SurveyMessage) => Promise<SurveyAnswer | Ending> {
  let failure: Ending | null = null
  let give: (answer: SurveyAnswer | Ending) => void = () => undefined
  const fail = (ending: Ending): void => {
    failure ??= ending
    give(failure)
  }
  apart.hear((answer) => give(answer))
  void apart.ended.then((ending) => {
    if (ending.kind === 'threw') log(`survey report not made: ${describeTrouble(ending.error)}`)
    fail(ending)
  })
  if (stop.aborted) fail({ kind: 'gone' })
  stop.addEventListener('abort', () => fail({ kind: 'gone' }), { once: true })
  return (message) =>
    new Promise((resolve) => {
      if (failure !== null) return resolve(failure)
      give = resolve
      apart.say(message)
    })
}
