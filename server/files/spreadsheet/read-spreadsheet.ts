// The one door for uploaded spreadsheets. Parsing runs in a thread of its own with a heap and a time limit, so that a
// hostile or huge file costs its sender an answer and nobody else anything.

import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { type FileRefusal, refuseFile } from '../refusals.ts'
import {
  type Book,
  type Cell,
  type Sheet,
  type SpreadsheetLimits,
  spreadsheetLimits,
} from './book.ts'
import { unpackCell } from './packed-cell.ts'
import type { ReadOrder, ReadPortion } from './read-worker.ts'
import { takeTurn } from './take-turn.ts'

export type SpreadsheetOutcome =
  | { readonly ok: true; readonly book: Book }
  | { readonly ok: false; readonly refusal: FileRefusal }

/**
 * Reads an .xlsx or .csv from its bytes or from a file on disk. Cells that cannot be kept are listed in
 * `book.problems` by sheet, row and column; a file that cannot be read at all is refused by a stable id.
 */
export async function readSpreadsheet(
  source: Uint8Array | string,
  fileName: string,
  limits: Partial<SpreadsheetLimits> = {},
): Promise<SpreadsheetOutcome> {
  const all = { ...spreadsheetLimits, ...limits }
  const refuse = ({ id, details }: FileRefusal): SpreadsheetOutcome => ({
    ok: false,
    refusal: { id, details: { ...details, fileName } },
  })
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength
  if (size === 0) return refuse(refuseFile('FileEmpty', {}))
  if (size > all.fileBytes) {
    return refuse(refuseFile('FileTooLarge', { limitMegabytes: all.fileBytes / 1024 / 1024 }))
  }
  const bytes = typeof source === 'string' ? await readFile(source) : source
  const outcome = await takeTurn(() => readInThread({ bytes, fileName, limits: all }))
  return outcome.ok ? outcome : refuse(outcome.refusal)
}

function readInThread(order: ReadOrder): Promise<SpreadsheetOutcome> {
  const { limits } = order
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    env: {},
    execArgv: [],
  })
  const reading = new Promise<SpreadsheetOutcome>((resolve, reject) => {
    const refuse = (refusal: FileRefusal) => resolve({ ok: false, refusal })
    const timer = setTimeout(
      () => refuse(refuseFile('SpreadsheetTooSlow', { seconds: limits.milliseconds / 1000 })),
      limits.milliseconds,
    )
    const rows: Cell[][][] = []
    worker.on('message', (portion: ReadPortion) => {
      if (portion.kind === 'rows') {
        addRows(rows, portion)
        setImmediate(() => worker.postMessage('next'))
        return
      }
      clearTimeout(timer)
      if (portion.kind === 'read') resolve({ ok: true, book: makeBook(portion, rows) })
      else if (portion.kind === 'refused') refuse(portion.refusal)
      else reject(new Error(`Reading a spreadsheet failed: ${portion.message}`))
    })
    worker.on('error', (error) => {
      clearTimeout(timer)
      const isHeap = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (isHeap) refuse(refuseFile('SpreadsheetTooHeavy', {}))
      else reject(error)
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      reject(new Error('The reading thread ended without an answer'))
    })
  })
  return reading.finally(() => worker.terminate())
}

type RowsPortion = Extract<ReadPortion, { kind: 'rows' }>
type LastPortion = Extract<ReadPortion, { kind: 'read' }>

function addRows(sheets: Cell[][][], portion: RowsPortion): void {
  while (sheets.length <= portion.sheet) sheets.push([])
  const rows = sheets[portion.sheet]
  for (const row of portion.rows) rows?.push(row.map(unpackCell))
}

function makeBook(portion: LastPortion, rows: readonly Cell[][][]): Book {
  const { format, encoding, delimiter, problems, problemCount, notices, noticeCount } = portion
  const sheets: Sheet[] = portion.sheets.map((sheet, index) => ({
    ...sheet,
    rows: rows[index] ?? [],
  }))
  return {
    format,
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    sheets,
    problems,
    problemCount,
    notices,
    noticeCount,
  }
}
