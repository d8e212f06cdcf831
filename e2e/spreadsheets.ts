// Files as people really have them: a title above two header rows, merged cells; CSV in UTF-8 or in GB18030.
import ExcelJS from 'exceljs'

export type Cell =
  | string
  | number
  | Date
  | null
  | { readonly formula: string; readonly result: string }
export type Rows = readonly (readonly Cell[])[]

export interface UploadFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `merges` in the words of a spreadsheet: `A1:H1`. */
export async function makeXlsx(
  name: string,
  sheet: string,
  rows: Rows,
  merges: readonly string[] = [],
): Promise<UploadFile> {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet(sheet)
  for (const row of rows) page.addRow([...row])
  for (const range of merges) page.mergeCells(range)
  const bytes = await book.xlsx.writeBuffer()
  return { name, mimeType: xlsxType, buffer: Buffer.from(bytes) }
}

function csvText(rows: Rows): string {
  const quoted = (cell: Cell): string => {
    const text = cell === null ? '' : String(cell)
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return `${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
}

export function makeCsv(name: string, rows: Rows): UploadFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(csvText(rows), 'utf8') }
}

/** Every two-byte character of GB18030 by what a decoder makes of it: Node can read the encoding but not write it. */
function twoByteTable(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, readonly [number, number]>()
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low === 0x7f) continue
      const char = decoder.decode(Uint8Array.of(high, low))
      if ([...char].length === 1) table.set(char, [high, low])
    }
  return table
}

export function makeGb18030Csv(name: string, rows: Rows): UploadFile {
  const table = twoByteTable()
  const bytes = [...csvText(rows)].flatMap((char) => {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) return [code]
    const pair = table.get(char)
    if (pair === undefined) throw new Error(`${char} is not a two-byte character of GB18030`)
    return [...pair]
  })
  return { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) }
}
