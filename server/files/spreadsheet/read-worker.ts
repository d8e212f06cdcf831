// The reading process: parses one file and hands its rows over in small portions, the next one only when asked, so that
// the server answers other people in between.

import { type FileRefusal, StoppedByRefusal, refuseFile } from '../refusals.ts'
import { answer, hear, takeOrder } from '../../kit/apart-inside.ts'
import { cleanFileName } from '../store/content-disposition.ts'
import type {
  CellNotice,
  CellProblem,
  Delimiter,
  Encoding,
  MergedRange,
  SpreadsheetLimits,
} from './book.ts'
import { chooseFormat } from './choose-format.ts'
import type { PackedBook } from './packed-book.ts'
import type { PackedCell } from './packed-cell.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

export type ReadOrder = {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly limits: SpreadsheetLimits
}

/** The next portion is wanted. */
export type AskNext = { readonly kind: 'next' }

export type ReadPortion =
  | { readonly kind: 'refused'; readonly refusal: FileRefusal }
  | { readonly kind: 'failed'; readonly message: string }
  | {
      readonly kind: 'rows'
      readonly sheet: number
      readonly rows: readonly (readonly PackedCell[])[]
    }
  | {
      readonly kind: 'read'
      readonly format: 'xlsx' | 'csv'
      readonly encoding: Encoding | undefined
      readonly delimiter: Delimiter | undefined
      readonly sheets: readonly { name: string; hidden: boolean; merges: readonly MergedRange[] }[]
      readonly problems: readonly CellProblem[]
      readonly problemCount: number
      readonly notices: readonly CellNotice[]
      readonly noticeCount: number
    }

const CELLS_PER_PORTION = 10_000

async function readFile({ bytes, fileName, limits }: ReadOrder): Promise<PackedBook> {
  const format = await chooseFormat(bytes, fileName)
  if (typeof format !== 'string') throw new StoppedByRefusal(format)
  const book =
    format === 'xlsx'
      ? await readXlsx(bytes, limits)
      : readCsv(bytes, cleanFileName(fileName).replace(/\.[^.]*$/, ''), limits)
  if (book.sheets.every(({ rows }) => rows.length === 0)) {
    throw new StoppedByRefusal(refuseFile('SpreadsheetHasNoCells', {}))
  }
  return book
}

function* portionsOf({ sheets, tally, ...book }: PackedBook): Generator<ReadPortion> {
  for (const [sheet, { rows }] of sheets.entries()) {
    let portion: PackedCell[][] = []
    let cells = 0
    for (const row of rows) {
      portion.push(row)
      cells += row.length + 1
      if (cells < CELLS_PER_PORTION) continue
      yield { kind: 'rows', sheet, rows: portion }
      portion = []
      cells = 0
    }
    yield { kind: 'rows', sheet, rows: portion }
  }
  const { problems, problemCount, notices, noticeCount } = tally
  yield {
    kind: 'read',
    format: book.format,
    encoding: book.encoding,
    delimiter: book.delimiter,
    sheets: sheets.map(({ name, hidden, merges }) => ({ name, hidden, merges })),
    problems,
    problemCount,
    notices,
    noticeCount,
  }
}

async function read(order: ReadOrder): Promise<void> {
  try {
    const portions = portionsOf(await readFile(order))
    const sendNext = () => {
      const next = portions.next()
      if (next.done !== true) void answer(next.value)
    }
    hear<AskNext>(sendNext)
    sendNext()
  } catch (error) {
    await answer(describeFailure(error))
  }
}

function describeFailure(error: unknown): ReadPortion {
  if (error instanceof StoppedByRefusal) return { kind: 'refused', refusal: error.refusal }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'failed', message }
}

await read(await takeOrder())
