import { useCallback, useEffect, useRef, useState } from 'react'
import type { SurveySplit } from '../../../core/evaluation/survey/survey-table.ts'
import type { JsonObject } from '../../../core/kit/json.ts'
import type { Known } from '../../../core/evaluation/evaluation-records.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { isSameSurvey } from './is-same-survey.ts'
import type { FromWorker, SurveyAnswer, SurveyQuestion, ToWorker } from './survey-messages.ts'

/** Rows that come a slice at a time, from the store or from a list at hand. */
export interface RowSource {
  readonly count: number
  readonly read: (
    signal: AbortSignal,
    take: (rows: readonly JsonObject[], part: number) => void,
  ) => Promise<void>
}

export type AnalysisState = 'idle' | 'reading' | 'computing' | 'done' | 'cancelled' | 'failed'

export interface SurveyAnalysis {
  readonly state: AnalysisState
  /** 0 to 1 of what is under way. */
  readonly part: number
  readonly count: number
  readonly splits: readonly SurveySplit[]
  readonly answers: Readonly<Record<string, SurveyAnswer>>
  readonly cancel: () => void
  readonly restart: () => void
}

interface Held {
  readonly state: AnalysisState
  readonly part: number
  readonly count: number
  readonly splits: readonly SurveySplit[]
  readonly answers: Readonly<Record<string, SurveyAnswer>>
}

const nothing: Held = { state: 'idle', part: 0, count: 0, splits: [], answers: {} }
/** While sheets still arrive, counting begins when they rest for a moment. */
const restMilliseconds = 300

/** Asks a worker about a survey: rows go over once, each question of the list is answered in turn, all can be stopped. */
export function useSurveyAnalysis(
  instrument: Known<Instrument> | null,
  source: RowSource,
  questionsFor: (splits: readonly SurveySplit[]) => readonly SurveyQuestion[],
  /** Names the survey: while its sheets still arrive, earlier answers stay until newer ones are there. */
  whose: string,
): SurveyAnalysis {
  const [held, setHeld] = useState<Held>(nothing)
  const [attempt, setAttempt] = useState(0)
  const worker = useRef<Worker | null>(null)
  const abort = useRef<AbortController | null>(null)
  const [ready, setReady] = useState(0)
  const waiting = useRef<readonly string[]>([])
  const shown = useRef<string | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    const same = isSameSurvey(shown, instrument === null || source.count === 0 ? null : whose)
    setHeld((was) => (same ? { ...was, state: 'reading', part: 0 } : nothing))
    setReady(0)
    if (instrument === null || source.count === 0) return undefined
    const own = new Worker(new URL('./survey-worker.ts', import.meta.url), { type: 'module' })
    const stop = new AbortController()
    worker.current = own
    abort.current = stop
    own.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      hear(event.data, setHeld, waiting)
      if (event.data.kind === 'table') setReady((was) => was + 1)
    })
    own.addEventListener('error', () => setHeld((was) => ({ ...was, state: 'failed' })))
    const begin = () => send(own, instrument, source, stop.signal, setHeld).catch(reportError)
    const timer = setTimeout(begin, restMilliseconds)
    return () => {
      clearTimeout(timer)
      stop.abort()
      own.terminate()
      worker.current = null
    }
  }, [instrument, source, whose, attempt])

  const questions = ready === 0 ? [] : questionsFor(held.splits)
  const asked = JSON.stringify(questions)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked stands for the questions, ready for the rows being there
  useEffect(() => {
    if (ready === 0 || worker.current === null || questions.length === 0) return
    waiting.current = questions.map((question) => JSON.stringify(question))
    setHeld((was) => ({ ...was, state: 'computing', part: 0 }))
    for (const [round, question] of questions.entries())
      tell(worker.current, { kind: 'ask', round, question })
  }, [ready, asked])

  const cancel = useCallback(() => {
    abort.current?.abort()
    worker.current?.terminate()
    worker.current = null
    setHeld((was) => ({ ...was, state: 'cancelled' }))
  }, [])
  const restart = useCallback(() => setAttempt((was) => was + 1), [])
  return { ...held, cancel, restart }
}

function tell(worker: Worker, message: ToWorker): void {
  worker.postMessage(message)
}

async function send(
  worker: Worker,
  { items, sections, responseSets, subscales, total }: Instrument,
  source: RowSource,
  signal: AbortSignal,
  setHeld: (change: (was: Held) => Held) => void,
): Promise<void> {
  setHeld((was) => ({ ...was, state: 'reading', part: 0 }))
  tell(worker, { kind: 'begin', scale: { items, sections, responseSets, subscales, total } })
  await source.read(signal, (rows, part) => {
    tell(worker, { kind: 'rows', rows })
    setHeld((was) => ({ ...was, part }))
  })
  if (!signal.aborted) tell(worker, { kind: 'ready' })
}

function hear(
  message: FromWorker,
  setHeld: (change: (was: Held) => Held) => void,
  waiting: { current: readonly string[] },
): void {
  switch (message.kind) {
    case 'table':
      setHeld((was) => ({ ...was, count: message.count, splits: message.splits }))
      return
    case 'progress': {
      const all = Math.max(1, waiting.current.length)
      setHeld((was) => ({ ...was, part: (message.round + message.part) / all }))
      return
    }
    case 'answer': {
      const key = waiting.current[message.round]
      if (key === undefined) return
      const last = message.round === waiting.current.length - 1
      setHeld((was) => ({
        ...was,
        answers: { ...was.answers, [key]: message.answer },
        state: last ? 'done' : was.state,
        part: last ? 1 : was.part,
      }))
    }
  }
}

/** The answer to a question, once it is there. */
export function answerTo(analysis: SurveyAnalysis, question: SurveyQuestion): SurveyAnswer | null {
  return analysis.answers[JSON.stringify(question)] ?? null
}
