import { useEffect, useMemo, useRef, useState } from 'react'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import type { SurveyScaleChange } from '../../../core/evaluation/evaluate-survey-change.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { Wave } from '../../../core/inquiry/wave.ts'
import { useRecords, useSlices, useSurvey } from '../../sync/index.ts'
import { useOutsideReader } from '../use-outside-reader.ts'
import type { FromChangeWorker, ToChangeWorker } from './change-messages.ts'
import { isSameSurvey } from './is-same-survey.ts'
import type { AnalysisState, RowSource } from './use-survey-analysis.ts'

export interface SurveyPair {
  readonly before: Known<Wave>
  readonly after: Known<Wave>
}

export interface SurveyChangeState {
  readonly state: AnalysisState
  readonly part: number
  readonly count: number
  readonly scales: readonly SurveyScaleChange[]
  readonly cancel: () => void
  readonly restart: () => void
}

type Held = Pick<SurveyChangeState, 'state' | 'part' | 'scales'>
const nothing: Held = { state: 'idle', part: 0, scales: [] }
const nowhere = 'none'
const restMilliseconds = 300

/** The change of a survey that was answered twice, scale by scale; of no other survey is a sheet read. */
export function useSurveyChange(pair: SurveyPair | null): SurveyChangeState {
  useSurvey(pair?.before.id)
  useSurvey(pair?.after.id)
  const outside = useOutsideReader()
  const instruments = useRecords(instrument)
  const first = useSlices(surveySheet, { waveId: pair?.before.id ?? nowhere })
  const second = useSlices(surveySheet, { waveId: pair?.after.id ?? nowhere })
  const [held, setHeld] = useState<Held>(nothing)
  const [attempt, setAttempt] = useState(0)
  const [stop, setStop] = useState<() => void>(() => () => undefined)
  const count = first.count + second.count
  const asked = useMemo(
    () =>
      pair === null
        ? []
        : instruments.filter(
            ({ id }) =>
              pair.before.instrumentIds.includes(id) && pair.after.instrumentIds.includes(id),
          ),
    [pair, instruments],
  )
  const shown = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    const whose =
      pair === null || count === 0 ? null : `${pair.before.id} ${pair.after.id} ${outside}`
    // While sheets still arrive, the figures of the same survey stay until their successors are there.
    const same = isSameSurvey(shown, whose)
    setHeld((was) => (same ? { ...was, state: 'reading', part: 0 } : nothing))
    if (pair === null || count === 0) return undefined
    const begin = { kind: 'begin', ...pair, instruments: asked, outside } as const
    const end = startWorker(begin, [first, second], (heard) =>
      setHeld((was) => ({ ...was, ...heard })),
    )
    setStop(() => end)
    return end
  }, [pair, asked, first, second, outside, attempt])
  return {
    ...held,
    count,
    cancel: () => {
      stop()
      setHeld((was) => ({ ...was, state: 'cancelled' }))
    },
    restart: () => setAttempt((was) => was + 1),
  }
}

/** Begins when the sheets rest for a moment; answers how to stop it. */
function startWorker(
  begin: Extract<ToChangeWorker, { kind: 'begin' }>,
  sources: readonly RowSource[],
  report: (part: Partial<Held>) => void,
): () => void {
  const worker = new Worker(new URL('./change-worker.ts', import.meta.url), { type: 'module' })
  const abort = new AbortController()
  worker.addEventListener('message', ({ data }: MessageEvent<FromChangeWorker>) =>
    report({ state: 'done', part: 1, scales: data.scales }),
  )
  worker.addEventListener('error', () => report({ ...nothing, state: 'failed' }))
  const timer = setTimeout(() => {
    sendPair(worker, begin, sources, abort.signal, (part) =>
      report({ state: part < 1 ? 'reading' : 'computing', part }),
    ).catch(reportError)
  }, restMilliseconds)
  return () => {
    clearTimeout(timer)
    abort.abort()
    worker.terminate()
  }
}

async function sendPair(
  worker: Worker,
  begin: Extract<ToChangeWorker, { kind: 'begin' }>,
  sources: readonly RowSource[],
  signal: AbortSignal,
  report: (part: number) => void,
): Promise<void> {
  const tell = (message: ToChangeWorker): void => worker.postMessage(message)
  tell(begin)
  for (const [index, source] of sources.entries())
    await source.read(signal, (rows, part) => {
      tell({ kind: 'rows', rows })
      report((index + part) / sources.length)
    })
  if (!signal.aborted) tell({ kind: 'ready' })
}
