import {
  badCellsShown,
  sheetKey,
  type AnswerImportOptions,
  type AnswerImportPlan,
  type BadCell,
  type LeftOutRow,
  type PlannedSheet,
} from './answer-import-plan.ts'
import { proposeColumns, type ColumnProposal } from './match-columns.ts'
import { makeRespondentMatcher } from './match-respondents.ts'
import { makeRowReader, type AnswerRow } from './read-answer-row.ts'
import { readHeading } from './read-heading.ts'
import type { Table } from '../../kit/table.ts'
import { cellAt, isBlank } from './read-table.ts'

/**
 * The dry run of an answer import (INQ-10): reads a table exported by a survey tool, proposes what each column is, and
 * says what would be written and what would not, cell by cell. It changes nothing and guesses nobody; answers out of
 * range are named, never clipped, and gaps stay gaps.
 */
export function planAnswerImport(table: Table, options: AnswerImportOptions): AnswerImportPlan {
  const heading = readHeading(table, options.heading)
  const columns = proposeColumns(heading, options.instrument, options.subject).map((proposal) => {
    const chosen = options.columns?.[proposal.column]
    return chosen === undefined ? proposal : { ...proposal, as: chosen, why: 'chosen' as const }
  })
  const rows = readRows(table, heading.titleRows + heading.headingRows, columns, options)
  const tableProblems = listTableProblems(columns, rows.length, options)
  const sorted = sortRows(rows, options)
  const sheets = tableProblems.length > 0 ? [] : sorted.sheets
  const badCells = rows.flatMap((row) => row.bad)
  const openBad = badCells.length > 0 && (options.badRows ?? 'ask') === 'ask'
  const openTwice = sorted.duplicates.length > 0 && (options.duplicates ?? 'ask') === 'ask'
  return {
    heading,
    columns,
    tableProblems,
    sheets,
    badCells: badCells.slice(0, badCellsShown),
    badCellCount: badCells.length,
    unmatched: sorted.unmatched,
    matchedTwice: sorted.matchedTwice,
    duplicates: sorted.duplicates,
    leftOut: sorted.leftOut,
    missingPerItem: countMissing(columns, sheets),
    suspectedMissing: suspectMissing(badCells),
    rowCount: rows.length,
    ready: tableProblems.length === 0 && sheets.length > 0 && !openBad && !openTwice,
  }
}

function readRows(
  table: Table,
  first: number,
  columns: readonly ColumnProposal[],
  options: AnswerImportOptions,
): readonly AnswerRow[] {
  const read = makeRowReader(table, columns, options)
  const rows: AnswerRow[] = []
  for (let index = first; index < table.rows.length; index += 1) {
    const hasContent = columns.some(({ column }) => !isBlank(cellAt(table, index, column)))
    if (hasContent) rows.push(read(index))
  }
  return rows
}

function listTableProblems(
  columns: readonly ColumnProposal[],
  rowCount: number,
  options: AnswerImportOptions,
): readonly string[] {
  const itemIds = columns.flatMap(({ as }) => (as.role === 'item' ? [as.itemId] : []))
  const respondents = columns.filter(({ as }) => as.role === 'respondent').length
  const extras = columns.flatMap(({ as }) => (as.role === 'extra' ? [as.name] : []))
  const hasPhase = columns.some(({ as }) => as.role === 'phase')
  const { wave } = options
  const problems: readonly (readonly [string, boolean])[] = [
    ['NoRows', rowCount === 0],
    ['NoItemColumns', itemIds.length === 0],
    ['ItemTwice', new Set(itemIds).size !== itemIds.length],
    ['ExtraTwice', new Set(extras).size !== extras.length],
    ['NoRespondentColumn', respondents === 0 && options.numberRespondents !== true],
    ['RespondentTwice', respondents > 1],
    ['NoWave', wave.from === 'notChosen' || (wave.from === 'column' && !hasPhase)],
  ]
  return problems.flatMap(([id, holds]) => (holds ? [id] : []))
}

interface SortedRows {
  readonly sheets: readonly PlannedSheet[]
  readonly unmatched: AnswerImportPlan['unmatched']
  readonly matchedTwice: AnswerImportPlan['matchedTwice']
  readonly duplicates: AnswerImportPlan['duplicates']
  readonly leftOut: readonly LeftOutRow[]
}

/** Each row becomes a sheet, or is left out for a reason that is shown. */
function sortRows(rows: readonly AnswerRow[], options: AnswerImportOptions): SortedRows {
  const match = makeRespondentMatcher(options.people)
  const unmatched: { row: number; value: string }[] = []
  const matchedTwice: { row: number; value: string; keys: readonly string[] }[] = []
  const leftOut: LeftOutRow[] = []
  const bySheet = new Map<string, PlannedSheet[]>()
  for (const row of rows) {
    const value = row.respondentText
    const matched =
      options.subject === 'codes' ? ({ found: 'one', key: value } as const) : match(value)
    if (matched.found === 'none' && value !== '') unmatched.push({ row: row.row, value })
    if (matched.found === 'several') matchedTwice.push({ row: row.row, value, keys: matched.keys })
    const why = whyLeftOut(row, matched.found, options)
    if (why !== null || matched.found !== 'one' || row.waveId === null) {
      leftOut.push({ row: row.row, why: why ?? 'unmatched' })
      continue
    }
    const { bad: _bad, respondentText: _text, ...rest } = row
    const sheet = { ...rest, waveId: row.waveId, respondent: matched.key }
    const key = sheetKey(sheet.waveId, sheet.respondent)
    if (options.existing?.has(key) === true) leftOut.push({ row: row.row, why: 'existing' })
    else bySheet.set(key, [...(bySheet.get(key) ?? []), sheet])
  }
  return { ...chooseAmongDuplicates(bySheet, leftOut, options), unmatched, matchedTwice }
}

function whyLeftOut(
  row: AnswerRow,
  found: 'one' | 'none' | 'several',
  options: AnswerImportOptions,
): LeftOutRow['why'] | null {
  const keepsRow =
    options.badRows === 'leaveAnswerOut' && row.bad.every((cell) => cell.itemId !== null)
  if (row.bad.length > 0 && !keepsRow) return 'badCells'
  if (found === 'none') return 'unmatched'
  if (found === 'several') return 'matchedTwice'
  if (row.waveId === null) return 'noWave'
  return Object.keys(row.answers).length === 0 ? 'empty' : null
}

function chooseAmongDuplicates(
  bySheet: ReadonlyMap<string, readonly PlannedSheet[]>,
  earlier: readonly LeftOutRow[],
  options: AnswerImportOptions,
): Pick<SortedRows, 'sheets' | 'duplicates' | 'leftOut'> {
  const sheets: PlannedSheet[] = []
  const duplicates: { waveId: string; respondent: string; rows: readonly number[] }[] = []
  const leftOut = [...earlier]
  for (const same of bySheet.values()) {
    const chosen = options.duplicates === 'last' ? same.at(-1) : same[0]
    if (chosen === undefined) continue
    const undecided = same.length > 1 && (options.duplicates ?? 'ask') === 'ask'
    if (same.length > 1) {
      const { waveId, respondent } = chosen
      duplicates.push({ waveId, respondent, rows: same.map((sheet) => sheet.row) })
    }
    if (!undecided) sheets.push(chosen)
    for (const sheet of same)
      if (undecided || sheet !== chosen) leftOut.push({ row: sheet.row, why: 'duplicate' })
  }
  return { sheets, duplicates, leftOut: leftOut.sort((left, right) => left.row - right.row) }
}

function countMissing(
  columns: readonly ColumnProposal[],
  sheets: readonly PlannedSheet[],
): AnswerImportPlan['missingPerItem'] {
  return columns.flatMap(({ as }) => {
    if (as.role !== 'item') return []
    const count = sheets.filter((sheet) => (sheet.answers[as.itemId] ?? null) === null).length
    return [{ itemId: as.itemId, count }]
  })
}

function suspectMissing(badCells: readonly BadCell[]): readonly number[] {
  const itemsByValue = new Map<string, Set<string>>()
  for (const { reason, value, itemId } of badCells) {
    if (reason !== 'AnswerOutOfRange' || itemId === null) continue
    itemsByValue.set(value, (itemsByValue.get(value) ?? new Set<string>()).add(itemId))
  }
  return [...itemsByValue].flatMap(([value, items]) => (items.size > 1 ? [Number(value)] : []))
}
