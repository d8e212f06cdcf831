import type { CellNote } from '../../../core/families/register/register-row.ts'
import { lettersOf } from '../../../core/kit/table.ts'
import { text } from '../../kit/index.ts'

/** A cell that begins like a formula must not run in somebody's spreadsheet program. */
function quote(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

export function noteText(note: CellNote): string {
  return text(`families:import.reason.${note.reason}`, { kept: note.kept })
}

/** The list of cells to put right, for whoever keeps the file; opens in Excel with its characters intact. */
export function writeProblems(sheet: string, notes: readonly CellNote[]): string {
  const head = ['sheet', 'row', 'column', 'field', 'shown', 'reason'].map((name) =>
    text(`families:import.csv.${name}`),
  )
  const rows = notes.map((note) => [
    sheet,
    String(note.row),
    note.column === 0 ? '' : lettersOf(note.column),
    text(`families:import.target.${note.target}`),
    note.shown,
    noteText(note),
  ])
  return `\ufeff${[head, ...rows].map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
}

export function downloadText(content: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
