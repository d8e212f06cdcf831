// A sheet of a spreadsheet as an import sees it, whatever program wrote it and whoever read the file.

export type PlainCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `shown` where the cell's format writes leading zeros: value 7, shown 007. */
  | { readonly kind: 'number'; readonly value: number; readonly shown?: string | undefined }
  /** Calendar day as yyyy-mm-dd, clock time as hh:mm:ss where the cell has one; no time zone. */
  | { readonly kind: 'date'; readonly date: string; readonly time?: string | undefined }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }

/** A formula is never computed here; `cached` is what the program that saved the file last showed. */
export type Cell = PlainCell | { readonly kind: 'formula'; readonly cached: PlainCell }

/** Rows and columns count from 1; both ends belong to the range. */
export interface MergedRange {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

export interface Table {
  readonly name: string
  /** `rows[0]` is row 1. Rows end at their last filled cell; an empty row is an empty list. */
  readonly rows: readonly (readonly Cell[])[]
  readonly merges: readonly MergedRange[]
}

/** What a person sees in the cell, on one line. */
export function showCell(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  switch (cell.kind) {
    case 'empty':
      return ''
    case 'text':
      return cell.text.replace(/\s+/gu, ' ').trim()
    case 'number':
      return cell.shown ?? String(cell.value)
    case 'date':
      return cell.time === undefined ? cell.date : `${cell.date} ${cell.time}`
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    case 'error':
      return cell.code
    case 'formula':
      return showCell(cell.cached)
  }
}

/** Letters of a column counted from 1: 1 → A, 27 → AA. */
export function lettersOf(column: number): string {
  const rest = (column - 1) % 26
  const last = String.fromCharCode(65 + rest)
  return column <= 26 ? last : `${lettersOf((column - 1 - rest) / 26)}${last}`
}
