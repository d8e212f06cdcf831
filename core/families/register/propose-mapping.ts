import { showCell, type Table } from '../../kit/table.ts'
import { recogniseHeader } from './recognise-header.ts'
import { isTarget, type ColumnUse } from './register-columns.ts'
import { holdsIdentityNumber } from './read-words.ts'

export interface RegisterMapping {
  /** Rows counted from 1: the words over the columns. Everything above is title, everything below is data. */
  readonly headerRows: readonly number[]
  readonly firstRow: number
  /** `columns[0]` is column A. */
  readonly columns: readonly ColumnUse[]
}

const lookedAtRows = 12

/** What the columns probably mean, by their header words; a person may change every line of it. */
export function proposeMapping(table: Table): RegisterMapping {
  const headerRows = findHeaderRows(table)
  const firstRow = (headerRows.at(-1) ?? 0) + 1
  const width = Math.max(0, ...table.rows.slice(0, 200).map((row) => row.length))
  const taken = new Set<ColumnUse>()
  const columns: ColumnUse[] = []
  const proposed = Array.from({ length: width }, (_, index) =>
    columnUseAt(table, headerRows, index + 1, firstRow),
  )
  for (const use of nameParents(proposed)) {
    // A target is filled by one column: the first that fits, unless the person says otherwise.
    columns.push(isTarget(use) && taken.has(use) ? 'unknown' : use)
    taken.add(use)
  }
  return { headerRows, firstRow, columns: preferVillage(table, headerRows, columns) }
}

/** Two columns “务工地”, one behind the father's and one behind the mother's: each belongs to the person before it. */
function nameParents(uses: readonly ColumnUse[]): readonly ColumnUse[] {
  const ownerAt = (index: number) =>
    uses
      .slice(0, index)
      .map((use) => use.split('.')[0])
      .findLast((who) => who === 'father' || who === 'mother')
  const places = uses.flatMap((use, index) => (use === 'oneParent.workPlace' ? [index] : []))
  const owners = new Set(places.map(ownerAt))
  if (places.length !== 2 || owners.size !== 2 || owners.has(undefined)) return uses
  return uses.map((use, index) => {
    if (!places.includes(index)) return use
    return ownerAt(index) === 'father' ? 'father.workPlace' : 'mother.workPlace'
  })
}

/** The words over a column, top down, without saying the same twice. */
export function headerOf(table: Table, headerRows: readonly number[], column: number): string {
  const words = headerRows.map((row) => headerWord(table, headerRows, row, column))
  return words.filter((word, index) => word !== '' && words.indexOf(word) === index).join(' · ')
}

function columnUseAt(
  table: Table,
  headerRows: readonly number[],
  column: number,
  firstRow: number,
): ColumnUse {
  const words = headerRows.map((row) => headerWord(table, headerRows, row, column))
  const own = words.at(-1) ?? ''
  const above = words.slice(0, -1).join(' ')
  const use = recogniseHeader(own === '' ? above : own, own === '' ? '' : above)
  return isTarget(use) || use === 'identity' || !isIdentityColumn(table, column, firstRow)
    ? use
    : 'identity'
}

function isIdentityColumn(table: Table, column: number, firstRow: number): boolean {
  const shown = table.rows
    .slice(firstRow - 1, firstRow + 49)
    .map((row) => showCell(row[column - 1]))
    .filter((text) => text !== '')
  return shown.length > 0 && shown.filter(holdsIdentityNumber).length * 2 > shown.length
}

/** A header cell's words; an empty one belongs to the words left of it when a merge or a row below says so. */
function headerWord(
  table: Table,
  headerRows: readonly number[],
  row: number,
  column: number,
): string {
  const own = showCell(table.rows[row - 1]?.[column - 1])
  if (own !== '') return own
  const merge = table.merges.find(
    (range) =>
      range.fromRow <= row &&
      row <= range.toRow &&
      range.fromColumn <= column &&
      column <= range.toColumn,
  )
  if (merge !== undefined) {
    const isOver = headerRows.includes(merge.fromRow)
    return isOver ? showCell(table.rows[merge.fromRow - 1]?.[merge.fromColumn - 1]) : ''
  }
  const isUpper = row !== headerRows.at(-1)
  return isUpper && table.merges.length === 0 ? wordToTheLeft(table, row, column) : ''
}

/** CSV has no merges: the word of a group stands over its first column only. */
function wordToTheLeft(table: Table, row: number, column: number): string {
  for (let left = column - 1; left >= 1; left -= 1) {
    const word = showCell(table.rows[row - 1]?.[left - 1])
    if (word !== '') return word
  }
  return ''
}

/** The row with the most words that are known; and the row above it when that names people or facts too. */
function findHeaderRows(table: Table): readonly number[] {
  const counts = table.rows.slice(0, lookedAtRows).map((row) => countKnown(row.map(showCell)))
  const most = Math.max(0, ...counts)
  if (most < 2) return table.rows.length === 0 ? [] : [1]
  const best = counts.indexOf(most) + 1
  const beside = [best - 1, best + 1].filter((row) => isHeaderLike(table, row))
  return [...beside, best].slice().sort((left, right) => left - right)
}

function isHeaderLike(table: Table, row: number): boolean {
  const words = (table.rows[row - 1] ?? []).map(showCell).filter((word) => word !== '')
  if (words.length < 2 || words.some((word) => /\d{4}|^\d+$/.test(word))) return false
  return (
    words.filter((word) =>
      /[父母祖儿童监护委托家庭照护]|parent|father|mother|child|care|guardian|famil/i.test(word),
    ).length >= 2 || countKnown(words) >= 2
  )
}

function countKnown(words: readonly string[]): number {
  return words.filter(
    (word) => word !== '' && word.length <= 40 && recogniseHeader(word, '') !== 'unknown',
  ).length
}

/** An address column stands in for the village only where no column names the village. */
function preferVillage(
  table: Table,
  headerRows: readonly number[],
  columns: readonly ColumnUse[],
): readonly ColumnUse[] {
  const better = columns.findIndex(
    (use, index) =>
      (use === 'unknown' || use === 'family.village') &&
      /村|village/i.test(headerOf(table, headerRows, index + 1)),
  )
  if (better < 0) return columns
  return columns.map((use, index) => {
    if (index === better) return 'family.village'
    return use === 'family.village' ? 'noField' : use
  })
}
