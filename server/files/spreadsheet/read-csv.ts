// A CSV from its bytes to one packed sheet, inside the reading process. Cells stay text: whether 1/2 is a date is for
// the import's mapping to decide, not for a reader to guess.

import { Buffer } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { stopWith } from '../refusals.ts'
import type { Delimiter, SpreadsheetLimits } from './book.ts'
import { decodeText } from './decode-text.ts'
import { findDelimiter } from './find-delimiter.ts'
import type { PackedBook } from './packed-book.ts'
import { BookTally, SheetBuilder } from './sheet-builder.ts'
import { removeFormulaGuard } from './write/guard-formula.ts'

const LONGEST_RECORD = 4 * 1024 * 1024

/** Reads the records of a CSV (RFC 4180); the sheet is named after the file. Stops with a refusal. */
export function readCsv(
  bytes: Uint8Array,
  sheetName: string,
  limits: SpreadsheetLimits,
): PackedBook {
  const { text: decoded, encoding } = decodeText(bytes)
  const { text, delimiter } = takeDelimiter(decoded)
  const tally = new BookTally(limits)
  const builder = new SheetBuilder(sheetName, false, tally)
  const lengths = new Map<number, number>()
  let row = 0
  const addRecord = (record: readonly string[]): null => {
    row += 1
    const filled = 1 + record.findLastIndex((field) => field !== '')
    if (filled === 0) return null
    lengths.set(filled, (lengths.get(filled) ?? 0) + 1)
    addCells(builder, row, record)
    return null
  }
  try {
    parse(Buffer.from(text), {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_RECORD,
      on_record: addRecord,
    })
  } catch (error) {
    if (error instanceof CsvError) stopWith('CsvQuoteWrong', { row: row + 1 })
    throw error
  }
  pointOutLongRows(builder, lengths)
  return { format: 'csv', encoding, delimiter, sheets: [builder.sheet], tally }
}

// Excel's own first line `sep=;` is an instruction, not a row.
function takeDelimiter(text: string): { readonly text: string; readonly delimiter: Delimiter } {
  const match = /^sep=([,;\t])(\r\n|\n|\r)/i.exec(text)
  if (match === null) return { text, delimiter: findDelimiter(text) }
  const [line, sign] = match
  return {
    text: text.slice(line.length),
    delimiter: sign === ';' ? ';' : sign === '\t' ? '\t' : ',',
  }
}

function addCells(builder: SheetBuilder, row: number, record: readonly string[]): void {
  record.forEach((field, index) => {
    if (field === '') return
    const cell = builder.packText(row, index + 1, removeFormulaGuard(field))
    if (cell !== null) builder.setCell(row, index + 1, cell)
  })
}

// A comma inside an unquoted address pushes every later field one column on; such rows stick out at the end.
function pointOutLongRows(builder: SheetBuilder, lengths: ReadonlyMap<number, number>): void {
  const [usual] = [...lengths].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])
  const { rows } = builder.sheet
  if ((lengths.get(usual) ?? 0) * 2 <= rows.length) return
  const header = rows.find((cells) => cells.length > 1)?.length ?? 0
  rows.forEach((cells, index) => {
    if (cells.length > Math.max(usual, header)) {
      builder.notice(index + 1, cells.length, 'RowLongerThanOthers')
    }
  })
}
