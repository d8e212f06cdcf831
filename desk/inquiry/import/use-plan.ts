import { useEffect, useRef, useState } from 'react'
import type {
  AnswerImportOptions,
  AnswerImportPlan,
} from '../../../core/inquiry/answer-import/answer-import-plan.ts'
import type { Table } from '../../../core/kit/table.ts'
import type { PlanAnswer, PlanRequest } from './plan-messages.ts'

export interface Planning {
  /** The latest finished dry run. */
  readonly plan: AnswerImportPlan | null
  /** It is of older choices; the next is on its way. */
  readonly busy: boolean
  readonly failed: boolean
}

/** Plans anew whenever a choice changes; only the answer to the last question counts. */
export function usePlan(table: Table | null, options: AnswerImportOptions | null): Planning {
  const worker = useRef<Worker | null>(null)
  const round = useRef(0)
  const [answer, setAnswer] = useState<PlanAnswer | null>(null)
  const [asked, setAsked] = useState(0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (table === null) return undefined
    const own = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' })
    worker.current = own
    own.addEventListener('message', (event: MessageEvent<PlanAnswer>) => {
      if (event.data.round === round.current) setAnswer(event.data)
    })
    own.addEventListener('error', () => setFailed(true))
    const take: PlanRequest = { do: 'take', table }
    own.postMessage(take)
    return () => {
      own.terminate()
      worker.current = null
      setAnswer(null)
    }
  }, [table])
  useEffect(() => {
    if (table === null || options === null) return
    round.current += 1
    setAsked(round.current)
    const request: PlanRequest = { do: 'plan', round: round.current, options }
    worker.current?.postMessage(request)
  }, [table, options])
  return { plan: answer?.plan ?? null, busy: answer?.round !== asked && !failed, failed }
}
