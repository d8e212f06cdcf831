// What the import sees of an uploaded spreadsheet, whatever program wrote it.

import type { CellNoticeId, CellProblemId } from '../refusals.ts'

export type PlainCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `shown` where the cell's format writes leading zeros: value 7, shown 007. */
  | { readonly kind: 'number'; readonly value: number; readonly shown?: string }
  /** Calendar day as yyyy-mm-dd, clock time as hh:mm:ss where the cell has one; no time zone. */
  | { readonly kind: 'date'; readonly date: string; readonly time?: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `code` is the program's own (#N/A, #DIV/0!) or the id of a cell problem. */
  | { readonly kind: 'error'; readonly code: string }

/** A formula is never computed here; `cached` is what the program that saved the file last showed. */
export type Cell = PlainCell | { readonly kind: 'formula'; readonly cached: PlainCell }

export type CellPlace = { readonly sheet: string; readonly row: number; readonly column: number }
export type CellProblem = CellPlace & { readonly id: CellProblemId }
export type CellNotice = CellPlace & { readonly id: CellNoticeId }

/** Rows and columns count from 1, as the program shows them; both ends belong to the range. */
export type MergedRange = {
  readonly fromRow: number
  readonly fromColumn: number
  readonly toRow: number
  readonly toColumn: number
}

export type Sheet = {
  readonly name: string
  readonly hidden: boolean
  /** `rows[0]` is row 1. Rows end at their last filled cell; an empty row is an empty list. */
  readonly rows: readonly (readonly Cell[])[]
  /** Merges that touch the filled area, cut to it; the value stands in the top left cell only. */
  readonly merges: readonly MergedRange[]
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type Delimiter = ',' | ';' | '\t'

export type Book = {
  readonly format: 'xlsx' | 'csv'
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheets: readonly Sheet[]
  /** The first 1,000; the counts say how many there are. */
  readonly problems: readonly CellProblem[]
  readonly problemCount: number
  readonly notices: readonly CellNotice[]
  readonly noticeCount: number
}

export type SpreadsheetLimits = {
  readonly fileBytes: number
  readonly unpackedBytes: number
  readonly ratio: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  /** Of all sheets together, counting the gaps before a filled cell. */
  readonly cells: number
  readonly styles: number
  readonly cellCharacters: number
  readonly allCharacters: number
  readonly milliseconds: number
  readonly heapMegabytes: number
}

export const spreadsheetLimits: SpreadsheetLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  ratio: 100,
  sheets: 200,
  rows: 100_001,
  columns: 1_000,
  cells: 3_000_000,
  styles: 65_490,
  cellCharacters: 32_767,
  allCharacters: 100_000_000,
  milliseconds: 60_000,
  heapMegabytes: 1_024,
}
