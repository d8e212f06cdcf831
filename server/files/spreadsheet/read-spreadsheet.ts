// The one door for uploaded spreadsheets. Parsing runs in a process of its own with a heap and a time limit, so that a
// hostile or huge file costs its sender an answer and nobody else anything.

import { readFile, stat } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { type Apart, type Ending, openApart } from '../../kit/apart.ts'
import { type FileRefusal, refuseFile } from '../refusals.ts'
import {
  type Book,
  type Cell,
  type Sheet,
  type SpreadsheetLimits,
  spreadsheetLimits,
} from './book.ts'
import { unpackCell } from './packed-cell.ts'
import type { AskNext, ReadOrder, ReadPortion } from './read-worker.ts'
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
  const outcome = await takeTurn(() => readApart({ bytes, fileName, limits: all }))
  return outcome.ok ? outcome : refuse(outcome.refusal)
}

async function readApart(order: ReadOrder): Promise<SpreadsheetOutcome> {
  const { milliseconds, heapMegabytes } = order.limits
  const script = new URL('./read-worker.ts', import.meta.url)
  const apart = openApart<ReadOrder, AskNext, ReadPortion>(script, order, heapMegabytes)
  const tooSlow = refuseFile('SpreadsheetTooSlow', { seconds: milliseconds / 1000 })
  const late = new AbortController()
  try {
    return await Promise.race([
      hearBook(apart),
      setTimeout(milliseconds, { ok: false, refusal: tooSlow } as const, late),
      apart.ended.then(tellEnding),
    ])
  } finally {
    late.abort()
    await apart.close()
  }
}

function tellEnding(ending: Ending): SpreadsheetOutcome {
  if (ending.kind === 'memory') {
    return { ok: false, refusal: refuseFile('SpreadsheetTooHeavy', {}) }
  }
  throw ending.kind === 'threw' ? ending.error : new Error('Reading ended without an answer')
}

function hearBook(apart: Apart<AskNext, ReadPortion>): Promise<SpreadsheetOutcome> {
  const rows: Cell[][][] = []
  return new Promise((resolve, reject) => {
    apart.hear((portion) => {
      if (portion.kind === 'rows') {
        addRows(rows, portion)
        setImmediate(() => apart.say({ kind: 'next' }))
      } else if (portion.kind === 'read') resolve({ ok: true, book: makeBook(portion, rows) })
      else if (portion.kind === 'refused') resolve({ ok: false, refusal: portion.refusal })
      else reject(new Error(`Reading a spreadsheet failed: ${portion.message}`))
    })
  })
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
