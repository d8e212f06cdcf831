// CSV as RFC 4180 has it, safe to open in a spreadsheet program (R07).

import { guardFormula } from './guard-formula.ts'
import type { WrittenCell } from './written-cell.ts'

/**
 * UTF-8 bytes of the rows, CRLF at every end. With `bom` (the default) Excel reads Chinese correctly. Text that a
 * program could take for a formula gets an apostrophe in front, which our own reader takes away again; what no file
 * can hold (NUL, half a character) becomes U+FFFD.
 */
export function writeCsv(
  rows: readonly (readonly WrittenCell[])[],
  { bom = true }: { readonly bom?: boolean } = {},
): Uint8Array {
  const lines = rows.map((row) => `${row.map(writeField).join(',')}\r\n`)
  return new TextEncoder().encode((bom ? '\ufeff' : '') + lines.join(''))
}

function writeField(cell: WrittenCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  if (typeof cell === 'object') return cell.date
  const text = guardFormula(cell).toWellFormed().replaceAll('\0', '\ufffd')
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
