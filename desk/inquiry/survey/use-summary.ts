import { useCallback, useEffect, useRef, useState } from 'react'
import type { SplitBy } from '../../../core/inquiry/compare-subgroups.ts'
import type { ShownCrossTable } from '../../../core/evaluation/survey/hide-cross-table.ts'
import { currentLanguage } from '../../kit/index.ts'
import type { Slices } from '../../sync/index.ts'
import type { InstrumentRecord } from '../waves/use-wave.ts'
import type {
  FileWish,
  FromSummaryWorker,
  ScaleSubgroups,
  SurveyFigures,
  TablesWish,
  ToSummaryWorker,
} from './summary-messages.ts'

export type Tables = readonly (ShownCrossTable | null)[]
type FileContent = Extract<FromSummaryWorker, { kind: 'file' }>['content']

interface Held {
  readonly state: 'idle' | 'reading' | 'computing' | 'done' | 'cancelled' | 'failed'
  /** 0 to 1 of what is under way. */
  readonly part: number
  readonly figures: SurveyFigures | null
  readonly subgroups: { readonly split: SplitBy; readonly rows: readonly ScaleSubgroups[] } | null
  /** 0 to 1 of a file that is being written, null while none is. */
  readonly writing: number | null
}

export interface SummaryState extends Held {
  readonly count: number
  readonly cancel: () => void
  readonly restart: () => void
  /** The file that is being written is not wanted any more. */
  readonly dropFile: () => void
  readonly askSplit: (split: SplitBy, outside: boolean) => void
  /** Answers each table, null where there is no such side; nothing when the person has stopped it. */
  readonly askTables: (wish: TablesWish) => Promise<Tables | null>
  /** Answers the bytes, or null when the person has stopped it. */
  readonly writeFile: (wish: FileWish) => Promise<FileContent | null>
}

const nothing: Held = { state: 'idle', part: 0, figures: null, subgroups: null, writing: null }
/** While sheets still arrive, figures are made only when they rest for a moment. */
const restMilliseconds = 300

/** A survey's figures, made by a worker; the page hands the sheets over a slice at a time and stays free meanwhile. */
export function useSummary(instrument: InstrumentRecord | null, sheets: Slices): SummaryState {
  const [held, setHeld] = useState<Held>(nothing)
  const [attempt, setAttempt] = useState(0)
  const run = useRef<Run | null>(null)
  const shown = useRef<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    const whose = instrument === null || sheets.count === 0 ? null : instrument.id
    // What stands on the page stays until its successor is there: sheets that are being sent change one after another.
    const same = whose !== null && shown.current === whose
    shown.current = whose
    setHeld((was) => (same ? { ...was, state: 'reading', part: 0, writing: null } : nothing))
    if (instrument === null || sheets.count === 0) return undefined
    const own = startRun(instrument, sheets, (part) => setHeld((was) => ({ ...was, ...part })))
    run.current = own
    return () => {
      own.stop()
      run.current = null
    }
  }, [instrument, sheets, attempt])
  const cancel = useCallback(() => {
    run.current?.stop()
    setHeld({ ...nothing, state: 'cancelled' })
  }, [])
  const dropFile = useCallback(() => run.current?.dropFile(), [])
  const restart = useCallback(() => setAttempt((was) => was + 1), [])
  const askSplit = useCallback(
    (split: SplitBy, outside: boolean) => run.current?.askSplit(split, outside),
    [],
  )
  const askTables = useCallback(
    async (wish: TablesWish) => (run.current === null ? null : await run.current.askTables(wish)),
    [],
  )
  const writeFile = useCallback(
    async (wish: FileWish) => (run.current === null ? null : await run.current.writeFile(wish)),
    [],
  )
  const ask = { askSplit, askTables, writeFile }
  return { ...held, count: sheets.count, cancel, restart, dropFile, ...ask }
}

interface Run {
  readonly askSplit: (split: SplitBy, outside: boolean) => void
  readonly askTables: (wish: TablesWish) => Promise<Tables | null>
  readonly writeFile: (wish: FileWish) => Promise<FileContent | null>
  readonly dropFile: () => void
  readonly stop: () => void
}

function startRun(
  { items, sections, responseSets, subscales, total, title }: InstrumentRecord,
  sheets: Slices,
  report: (part: Partial<Held>) => void,
): Run {
  const instrument = { items, sections, responseSets, subscales, total, title }
  const worker = new Worker(new URL('./summary-worker.ts', import.meta.url), { type: 'module' })
  const abort = new AbortController()
  let handOver: (content: FileContent | null) => void = () => undefined
  const tables = openTables((message) => worker.postMessage(message))
  /** Figures have been made: before that there is nothing that a file or a split could be made of. */
  let ready = false
  /** The worker cannot be interrupted: files on their way that nobody waits for. */
  let unwanted = 0
  const tell = (message: ToSummaryWorker): void => worker.postMessage(message)
  worker.addEventListener('message', ({ data }: MessageEvent<FromSummaryWorker>) => {
    if (data.kind === 'figures') ready = true
    if (data.kind === 'tables') tables.hear(data)
    else if (data.kind === 'file' && unwanted > 0) unwanted -= 1
    else if (data.kind === 'file') {
      report({ writing: null })
      handOver(data.content)
    } else if (data.kind !== 'writing' || unwanted === 0) report(hear(data))
  })
  const fail = (): void => {
    report({ ...nothing, state: 'failed' })
    handOver(null)
  }
  worker.addEventListener('error', fail)
  const send = async (): Promise<void> => {
    report({ state: 'reading', part: 0 })
    tell({ kind: 'begin', instrument, language: currentLanguage(), count: sheets.count })
    await sheets.read(abort.signal, (rows) => tell({ kind: 'rows', rows }))
    if (!abort.signal.aborted) tell({ kind: 'ready' })
  }
  const timer = setTimeout(() => void send().catch(reportError), restMilliseconds)
  return {
    askSplit: (split, outside) => void (ready && tell({ kind: 'split', split, outside })),
    askTables: (wish) => (ready ? tables.ask(wish) : Promise.resolve(null)),
    writeFile: (wish) => {
      if (!ready) return Promise.resolve(null)
      tell({ kind: 'file', wish })
      return new Promise((resolve) => {
        handOver = resolve
      })
    },
    dropFile: () => {
      unwanted += 1
      report({ writing: null })
      handOver(null)
    },
    stop: () => {
      clearTimeout(timer)
      abort.abort()
      worker.terminate()
      handOver(null)
      tables.drop()
    },
  }
}

/** Cross-tables on their way, each to whoever asked for them. */
function openTables(tell: (message: ToSummaryWorker) => void) {
  const waiting = new Map<number, (tables: Tables | null) => void>()
  let asked = 0
  return {
    ask: (wish: TablesWish): Promise<Tables | null> => {
      asked += 1
      const mine = asked
      tell({ kind: 'tables', asked: mine, wish })
      return new Promise((resolve) => {
        waiting.set(mine, resolve)
      })
    },
    hear: ({ asked: whose, tables }: Extract<FromSummaryWorker, { kind: 'tables' }>): void => {
      waiting.get(whose)?.(tables)
      waiting.delete(whose)
    },
    drop: (): void => {
      for (const give of waiting.values()) give(null)
      waiting.clear()
    },
  }
}

function hear(message: Exclude<FromSummaryWorker, { kind: 'file' | 'tables' }>): Partial<Held> {
  switch (message.kind) {
    case 'reading':
    case 'computing':
      return { state: message.kind, part: message.part }
    case 'figures':
      return { state: 'done', part: 1, figures: message.figures }
    case 'subgroups':
      return { subgroups: message }
    case 'writing':
      return { writing: message.part }
  }
}
