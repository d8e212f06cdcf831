import type { PlainCell, Table } from '../../kit/table.ts'
import { cellAt, isBlank, numberIn, plainText, textAt } from './read-table.ts'

export interface Heading {
  /** Rows above the headings: the title of the export, the day it was made. */
  readonly titleRows: number
  readonly headingRows: 0 | 1 | 2
  readonly columns: readonly ColumnHeading[]
}

export interface ColumnHeading {
  /** Upper and lower heading together, as a person would read them. */
  readonly text: string
  readonly upper: string
  readonly lower: string
}

export type HeadingChoice = Pick<Heading, 'titleRows' | 'headingRows'>

const rowsLookedAt = 30

/**
 * Finds where the headings of an exported table stand: title rows hold one cell, then come one or two rows of headings.
 * A second row is a heading when the first merges cells, or leaves gaps above it and either stands alone over a filled
 * column or has words that do not come back below as answers do. A person's choice goes before the guess.
 */
export function readHeading(table: Table, choice?: HeadingChoice): Heading {
  const width = table.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const titleRows = choice?.titleRows ?? countTitleRows(table, width)
  const headingRows = choice?.headingRows ?? countHeadingRows(table, titleRows, width)
  const columns = Array.from({ length: width }, (_, column) =>
    readColumnHeading(table, titleRows, headingRows, column),
  )
  return { titleRows, headingRows, columns }
}

function filledCount(table: Table, row: number, width: number): number {
  let count = 0
  for (let column = 0; column < width; column += 1)
    if (!isBlank(cellAt(table, row, column))) count += 1
  return count
}

function countTitleRows(table: Table, width: number): number {
  if (width < 2) return 0
  let row = 0
  while (row < 10 && row < table.rows.length - 1 && filledCount(table, row, width) <= 1) row += 1
  return row
}

function countHeadingRows(table: Table, first: number, width: number): 0 | 1 | 2 {
  const cells = Array.from({ length: width }, (_, column) => cellAt(table, first, column))
  const filled = cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0 || isAnswerRow(table, first, cells)) return 0
  return isSecondHeading(table, first + 1, width) ? 2 : 1
}

/** Mostly values, no word over a value, and no item numbers counting up: then even the first row is answers. */
function isAnswerRow(table: Table, row: number, cells: readonly PlainCell[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell))
  const numbers = filled.flatMap((cell) => numberIn(cell) ?? [])
  const counted = numbers.slice(1).filter((number, index) => number === (numbers[index] ?? 0) + 1)
  const wordOverValue = cells.some(
    (cell, column) => !isBlank(cell) && !isValue(cell) && isValue(cellAt(table, row + 1, column)),
  )
  const mostlyValues = filled.filter(isValue).length * 2 > filled.length
  const countsUp = numbers.length > 2 && counted.length === numbers.length - 1
  return mostlyValues && !wordOverValue && !countsUp
}

function isValue(cell: PlainCell): boolean {
  return cell.kind === 'date' || cell.kind === 'boolean' || numberIn(cell) !== null
}

function isSecondHeading(table: Table, row: number, width: number): boolean {
  if (row + 1 >= table.rows.length) return false
  const spans = table.merges.some(
    (merge) => merge.fromRow === row && merge.toRow === row && merge.toColumn > merge.fromColumn,
  )
  if (spans) return true
  let gaps = 0
  let stands = 0
  let values = 0
  for (let column = 0; column < width; column += 1) {
    const cell = cellAt(table, row, column)
    const above = !isBlank(cellAt(table, row - 1, column))
    if (isValue(cell)) values += 1
    if (!isBlank(cell) && !above) gaps += 1
    if (isBlank(cell) && above && isMostlyFilled(table, row + 1, column)) stands += 1
  }
  if (gaps < 2) return false
  return stands > 0 || (values === 0 && shareComingBack(table, row, width) < 0.3)
}

function isMostlyFilled(table: Table, first: number, column: number): boolean {
  const last = Math.min(table.rows.length, first + rowsLookedAt)
  let filled = 0
  for (let row = first; row < last; row += 1) if (!isBlank(cellAt(table, row, column))) filled += 1
  return filled * 2 > last - first
}

/** How much of a row's words occurs again below in the same column: answers do, headings do not. */
function shareComingBack(table: Table, row: number, width: number): number {
  let words = 0
  let again = 0
  for (let column = 0; column < width; column += 1) {
    const text = plainText(textAt(table, row, column))
    if (text === '') continue
    words += 1
    if (comesBack(table, row + 1, column, text)) again += 1
  }
  return words === 0 ? 1 : again / words
}

function comesBack(table: Table, first: number, column: number, text: string): boolean {
  const last = Math.min(table.rows.length, first + rowsLookedAt)
  for (let row = first; row < last; row += 1)
    if (plainText(textAt(table, row, column)) === text) return true
  return false
}

function readColumnHeading(
  table: Table,
  first: number,
  rows: number,
  column: number,
): ColumnHeading {
  if (rows === 0) return { text: '', upper: '', lower: '' }
  const own = textAt(table, first, column)
  if (rows === 1) return { text: own, upper: '', lower: own }
  const lower = textAt(table, first + 1, column)
  const upper = own === '' && lower !== '' ? upperFromLeft(table, first, column) : own
  if (lower === '') return { text: upper, upper: '', lower: upper }
  return { text: upper === '' ? lower : `${upper} ${lower}`, upper, lower }
}

/** A merged heading stands in its first cell only; in a CSV file the gap is all that is left of the merge. */
function upperFromLeft(table: Table, row: number, column: number): string {
  const merges = table.merges
  if (merges.length > 0) {
    const merge = merges.find(
      ({ fromRow, toRow, fromColumn, toColumn }) =>
        fromRow <= row + 1 &&
        row + 1 <= toRow &&
        fromColumn <= column + 1 &&
        column + 1 <= toColumn,
    )
    return merge === undefined ? '' : textAt(table, merge.fromRow - 1, merge.fromColumn - 1)
  }
  for (let left = column - 1; left >= 0; left -= 1) {
    const text = textAt(table, row, left)
    if (text !== '') return isBlank(cellAt(table, row + 1, left)) ? '' : text
  }
  return ''
}
