// Collects the filled cells of one sheet under the limits of the whole book, and lists what a person must see.

import { type CellNoticeId, type CellProblemId, stopWith } from '../refusals.ts'
import type { CellNotice, CellProblem, MergedRange, SpreadsheetLimits } from './book.ts'
import { cleanText } from './clean-text.ts'
import type { PackedCell, PackedPlainCell } from './packed-cell.ts'

const LISTED = 1_000

export type PackedSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly rows: PackedCell[][]
  merges: readonly MergedRange[]
}

/** Running totals of one book, shared by its sheets. */
export class BookTally {
  readonly limits: SpreadsheetLimits
  readonly problems: CellProblem[] = []
  readonly notices: CellNotice[] = []
  problemCount = 0
  noticeCount = 0
  #cells = 0
  #characters = 0

  constructor(limits: SpreadsheetLimits) {
    this.limits = limits
  }

  countCells(count: number): void {
    this.#cells += count
    if (this.#cells > this.limits.cells) {
      stopWith('SpreadsheetTooManyCells', { limit: this.limits.cells })
    }
  }

  // A long shared string is one value in memory until it is copied to every cell that names it.
  countCharacters(count: number): void {
    this.#characters += count
    if (this.#characters > this.limits.allCharacters) {
      stopWith('SpreadsheetTooMuchText', { limit: this.limits.allCharacters })
    }
  }

  listProblem(problem: CellProblem): void {
    this.problemCount += 1
    if (this.problems.length < LISTED) this.problems.push(problem)
  }

  listNotice(notice: CellNotice): void {
    this.noticeCount += 1
    if (this.notices.length < LISTED) this.notices.push(notice)
  }
}

export class SheetBuilder {
  readonly sheet: PackedSheet
  readonly tally: BookTally

  constructor(name: string, hidden: boolean, tally: BookTally) {
    this.sheet = { name, hidden, rows: [], merges: [] }
    this.tally = tally
  }

  /** Sets a filled cell; rows and columns count from 1 and only move forward. */
  setCell(row: number, column: number, cell: PackedCell): void {
    const { limits } = this.tally
    const { rows, name } = this.sheet
    if (row > limits.rows) stopWith('SpreadsheetTooManyRows', { sheet: name, limit: limits.rows })
    if (column > limits.columns) {
      stopWith('SpreadsheetTooManyColumns', { sheet: name, row, limit: limits.columns })
    }
    while (rows.length < row) rows.push([])
    const cells = rows[row - 1]
    if (cells === undefined) return
    this.tally.countCells(column - cells.length)
    while (cells.length < column - 1) cells.push(null)
    cells.push(cell)
  }

  /** The text as it is kept, or the problem that makes its cell unusable. Empty text is an empty cell. */
  packText(row: number, column: number, raw: string): PackedPlainCell {
    if (raw === '') return null
    if (raw.length > this.tally.limits.cellCharacters)
      return this.#refuse(row, column, 'TextTooLong')
    const { text, problem, notices } = cleanText(raw)
    for (const id of notices) this.notice(row, column, id)
    if (problem !== undefined) return this.#refuse(row, column, problem)
    this.tally.countCharacters(text.length)
    return text
  }

  notice(row: number, column: number, id: CellNoticeId): void {
    this.tally.listNotice({ sheet: this.sheet.name, row, column, id })
  }

  #refuse(row: number, column: number, id: CellProblemId): PackedPlainCell {
    this.tally.listProblem({ sheet: this.sheet.name, row, column, id })
    return { error: id }
  }
}
