// A spreadsheet as the import sees it: the shape that the file reader hands over, without knowing the reader.

export type PlainTableCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: string; readonly time?: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }
/** A formula is never computed: `cached` is what the program that saved the file last showed. */
export type TableCell =
  | PlainTableCell
  | { readonly kind: 'formula'; readonly cached: PlainTableCell }

/** Rows and columns count from 1; both ends belong to the range. */
export interface TableMerge {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

export interface Table {
  readonly name: string
  /** `rows[0]` is row 1; rows may end early. */
  readonly rows: readonly (readonly TableCell[])[]
  readonly merges?: readonly TableMerge[]
}

const emptyCell: PlainTableCell = { kind: 'empty' }

export function cellAt(table: Table, row: number, column: number): PlainTableCell {
  const cell = table.rows[row]?.[column] ?? emptyCell
  return cell.kind === 'formula' ? cell.cached : cell
}

/** What a person sees in the cell. */
export function showCell(cell: PlainTableCell): string {
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return cell.text.trim()
    case 'number':
      return String(cell.value)
    case 'date':
      return cell.time === undefined ? cell.date : `${cell.date} ${cell.time}`
    case 'boolean':
      return String(cell.value)
    case 'error':
      return cell.code
  }
}

export function isBlank(cell: PlainTableCell): boolean {
  return cell.kind === 'empty' || (cell.kind === 'text' && cell.text.trim() === '')
}

/** One spelling for full and half width, upper and lower case, one or several spaces. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** As `plainText`, without any space: names and options are typed with spaces in odd places. */
export function tightText(text: string): string {
  return plainText(text).replace(/ /g, '')
}

/** The letters a spreadsheet shows above a column; `column` counts from 0. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}
