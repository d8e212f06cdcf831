// Workbooks for people: every value keeps its type, so text stays text whatever it begins with (R07).

import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { spreadsheetLimits } from '../book.ts'
import type { WrittenCell } from './written-cell.ts'

export type WrittenSheet = {
  readonly name: string
  readonly rows: readonly (readonly WrittenCell[])[]
  /** Rows at the top that are set bold and stay in view. */
  readonly headerRows?: number
}

export type WrittenWorkbook = {
  readonly bytes: Uint8Array
  /** Cells whose text is longer than Excel can hold; they end with `…` and the caller must say so. */
  readonly shortened: readonly {
    readonly sheet: string
    readonly row: number
    readonly column: number
  }[]
}

const TEXT_FORMAT = '@'
const DAY_FORMAT = 'yyyy-mm-dd'
/** The same content is the same bytes: a workbook does not tell the second in which it was asked for. */
const STAMP = '1980-01-01T00:00:00Z'

/** Bytes of an .xlsx with the sheets in their order; names are cut to what Excel allows and kept apart. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<WrittenWorkbook> {
  const workbook = new ExcelJS.Workbook()
  workbook.created = new Date(STAMP)
  workbook.modified = new Date(STAMP)
  const names = new Set<string>()
  const shortened: { sheet: string; row: number; column: number }[] = []
  for (const { name, rows, headerRows = 0 } of sheets) {
    const sheetName = chooseSheetName(name, names)
    const sheet = workbook.addWorksheet(sheetName, {
      views: headerRows > 0 ? [{ state: 'frozen', ySplit: headerRows }] : [],
    })
    rows.forEach((row, rowIndex) => {
      const written = sheet.getRow(rowIndex + 1)
      row.forEach((value, columnIndex) => {
        if (value === null || value === '') return
        const cut = setCell(written.getCell(columnIndex + 1), value)
        if (cut) shortened.push({ sheet: sheetName, row: rowIndex + 1, column: columnIndex + 1 })
      })
      if (rowIndex < headerRows) written.font = { bold: true }
      written.commit()
    })
  }
  const packed = new Uint8Array(await workbook.xlsx.writeBuffer())
  return { bytes: zipSync(unzipSync(packed), { mtime: '1980-01-01T00:00:00' }), shortened }
}

function setCell(cell: ExcelJS.Cell, value: Exclude<WrittenCell, null>): boolean {
  if (typeof value === 'string') {
    const { text, cut } = fitText(value)
    cell.value = text
    // Without it Excel would take `=1+1` for a formula as soon as somebody edits the cell.
    cell.numFmt = TEXT_FORMAT
    return cut
  }
  if (typeof value === 'object') {
    cell.value = new Date(`${value.date}T00:00:00Z`)
    cell.numFmt = DAY_FORMAT
  } else if (typeof value === 'boolean' || Number.isFinite(value)) cell.value = value
  return false
}

function fitText(raw: string): { readonly text: string; readonly cut: boolean } {
  const storable = raw
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]/gu, '\ufffd')
    .replace(/[\ufffe\uffff]/g, '\ufffd')
  const limit = spreadsheetLimits.cellCharacters
  const cut = storable.length > limit
  const text = cut ? `${storable.slice(0, limit - 1).toWellFormed()}…` : storable
  // Readers take _x0041_ for an escaped letter unless its underscore is escaped itself.
  return { text: text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'), cut }
}

function chooseSheetName(wanted: string, taken: Set<string>): string {
  const base = (
    wanted
      .toWellFormed()
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .trim() || 'Sheet'
  ).replace(/^'|'$/g, '’')
  for (let copy = 1; ; copy += 1) {
    const ending = copy === 1 ? '' : ` (${copy})`
    const name = base.slice(0, 31 - ending.length).toWellFormed() + ending
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
