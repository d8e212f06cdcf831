import { showCell, type PlainCell, type Table } from '../../kit/table.ts'

const emptyCell: PlainCell = { kind: 'empty' }

/** The cell at a place counted from 0; a formula as what it last showed. */
export function cellAt(table: Table, row: number, column: number): PlainCell {
  const cell = table.rows[row]?.[column] ?? emptyCell
  return cell.kind === 'formula' ? cell.cached : cell
}

export function textAt(table: Table, row: number, column: number): string {
  return showCell(table.rows[row]?.[column])
}

export function isBlank(cell: PlainCell): boolean {
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

/** The number a cell holds: a number, or a text that is nothing else, as in a CSV file. "007" is a code, not seven. */
export function numberIn(cell: PlainCell): number | null {
  if (cell.kind === 'number') return cell.shown === undefined ? cell.value : null
  const text = cell.kind === 'text' ? plainText(cell.text) : ''
  return /^[+-]?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(text) ? Number(text) : null
}

/** A day in any of the ways people write it, year first; null where it is none of the calendar. */
export function readDayText(text: string): string | null {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:\D|$)/.exec(
    text.normalize('NFKC').trim(),
  )
  if (parts === null) return null
  const [year = '', month = '', date = ''] = parts.slice(1)
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== day ? null : day
}
