import { useEffect, useRef, useState } from 'react'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import type { SummaryAnswer, SummaryRequest } from './summary-messages.ts'

export interface SummaryState {
  readonly answer: SummaryAnswer | null
  /** The sheets that the figures are of, in the same order. */
  readonly sheets: readonly SurveySheet[]
  readonly busy: boolean
  readonly failed: boolean
}

/** While sheets still arrive, figures are made only when they rest for a moment. */
const restMilliseconds = 300

export function useSummary(
  instrument: InstrumentRecord | null,
  sheets: readonly SurveySheet[],
): SummaryState {
  const worker = useRef<Worker | null>(null)
  const asked = useRef<{ round: number; sheets: readonly SurveySheet[] }>({ round: 0, sheets: [] })
  const [state, setState] = useState<SummaryState>({
    answer: null,
    sheets: [],
    busy: false,
    failed: false,
  })
  useEffect(() => {
    const own = new Worker(new URL('./summary-worker.ts', import.meta.url), { type: 'module' })
    worker.current = own
    own.addEventListener('message', (event: MessageEvent<SummaryAnswer>) => {
      const { round, sheets: its } = asked.current
      if (event.data.round === round)
        setState({ answer: event.data, sheets: its, busy: false, failed: false })
    })
    own.addEventListener('error', () => setState((was) => ({ ...was, busy: false, failed: true })))
    return () => own.terminate()
  }, [])
  useEffect(() => {
    if (instrument === null || sheets.length === 0) return undefined
    const { items, responseSets, subscales, total } = instrument
    const timer = setTimeout(() => {
      const round = asked.current.round + 1
      asked.current = { round, sheets }
      setState((was) => ({ ...was, busy: true }))
      const request: SummaryRequest = {
        round,
        scale: { items, responseSets, subscales, total },
        sheets: sheets.map(({ answers }) => answers),
      }
      worker.current?.postMessage(request)
    }, restMilliseconds)
    return () => clearTimeout(timer)
  }, [instrument, sheets])
  return state
}
