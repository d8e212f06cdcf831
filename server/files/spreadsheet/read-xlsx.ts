// An .xlsx from its bytes to packed sheets, inside the reading process.

import { archiveLimits, guardArchive } from '../archive/guard-archive.ts'
import type { SpreadsheetLimits } from './book.ts'
import type { PackedBook } from './packed-book.ts'
import { readSheetPart } from './read-sheet-part.ts'
import { readSharedStrings } from './read-shared-strings.ts'
import { readStyles } from './read-styles.ts'
import { readWorkbook } from './read-workbook.ts'
import { BookTally, type PackedSheet, SheetBuilder } from './sheet-builder.ts'

/** Reads every sheet of the workbook; stops with a refusal. */
export async function readXlsx(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<PackedBook> {
  const { unpackedBytes, ratio } = limits
  const archive = await guardArchive(bytes, {
    ...archiveLimits,
    unpackedBytes,
    entryBytes: unpackedBytes,
    ratio,
  })
  const workbook = await readWorkbook(archive, limits)
  const styles = await readStyles(archive, workbook.stylesPart, limits)
  const strings = await readSharedStrings(archive, workbook.stringsPart, limits)
  const tally = new BookTally(limits)
  const sheets: PackedSheet[] = []
  for (const { name, hidden, part } of workbook.sheets) {
    const builder = new SheetBuilder(name, hidden, tally)
    const context = { part, strings, styles, from1904: workbook.from1904 }
    await readSheetPart(archive, context, builder)
    sheets.push(builder.sheet)
  }
  return { format: 'xlsx', sheets, tally }
}
