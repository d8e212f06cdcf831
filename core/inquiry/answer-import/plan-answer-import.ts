import {
  badCellsShown,
  type AnswerImportOptions,
  type AnswerImportPlan,
  type BadCell,
  type PlannedSheet,
} from './answer-import-plan.ts'
import { proposeColumns, type ColumnProposal } from './match-columns.ts'
import { makeRowReader, type AnswerRow } from './read-answer-row.ts'
import { sortAnswerRows } from './sort-answer-rows.ts'
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
  const { wave } = options
  const sideBySide = wave.from === 'heading' ? wave.waves : null
  const columns = proposeColumns(heading, options.instrument, options.subject, sideBySide).map(
    (proposal) => {
      const chosen = options.columns?.[proposal.column]
      return chosen === undefined ? proposal : { ...proposal, as: chosen, why: 'chosen' as const }
    },
  )
  const rows = readRows(table, heading.titleRows + heading.headingRows, columns, options)
  const tableProblems = listTableProblems(columns, rows.length, options)
  const sorted = sortAnswerRows(rows, options)
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
  const items = columns.flatMap(({ as }) => (as.role === 'item' ? [as] : []))
  const itemKeys = items.map(({ itemId, waveId }) => `${itemId} ${waveId ?? ''}`)
  const respondents = columns.filter(({ as }) => as.role === 'respondent').length
  const extras = columns.flatMap(({ as }) => (as.role === 'extra' ? [as.name] : []))
  const hasPhase = columns.some(({ as }) => as.role === 'phase')
  const hasWave = options.wave.from === 'fixed' || (options.wave.from === 'column' && hasPhase)
  const problems: readonly (readonly [string, boolean])[] = [
    ['NoRows', rowCount === 0],
    ['NoItemColumns', items.length === 0],
    ['ItemTwice', new Set(itemKeys).size !== itemKeys.length],
    ['ExtraTwice', new Set(extras).size !== extras.length],
    ['NoRespondentColumn', respondents === 0 && options.numberRespondents !== true],
    ['RespondentTwice', respondents > 1],
    ['NoWave', items.some(({ waveId }) => waveId === undefined) && !hasWave],
  ]
  return problems.flatMap(([id, holds]) => (holds ? [id] : []))
}

/** Over the waves together where they stand side by side. */
function countMissing(
  columns: readonly ColumnProposal[],
  sheets: readonly PlannedSheet[],
): AnswerImportPlan['missingPerItem'] {
  const itemIds = new Set(columns.flatMap(({ as }) => (as.role === 'item' ? [as.itemId] : [])))
  return [...itemIds].map((itemId) => {
    const count = sheets.filter((sheet) => (sheet.answers[itemId] ?? null) === null).length
    return { itemId, count }
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
