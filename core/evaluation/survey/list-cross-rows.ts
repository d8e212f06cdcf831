import type { CsvCell } from '../../inquiry/guarded-csv.ts'
import { roundDecimal, type Wording } from '../write-numbers.ts'
import type { ShownCrossTable } from './hide-cross-table.ts'
import { wordCrossTable, type TableNames } from './word-cross-table.ts'

type Line = readonly CsvCell[]

/** A cross-table for a spreadsheet: counts, both kinds of shares and residuals as numbers, then what is said of them. */
export function listCrossRows(
  table: ShownCrossTable,
  names: TableNames,
  wording: Wording,
): readonly Line[] {
  const { translate } = wording
  const { rows, columns, counts, n, residuals } = table
  const worded = wordCrossTable(table, names, 'row', wording)
  const hidden = translate('evaluation:crossTable.hiddenCell')
  const people = translate('evaluation:crossTable.people')
  const heads = columns.categories.map(names.columns.category)
  const lines = (
    cell: (count: number | null, row: number, column: number) => CsvCell,
    end: (row: number) => CsvCell,
  ): readonly Line[] =>
    rows.categories.map((key, row) => [
      names.rows.category(key),
      ...columns.categories.map((_, column) => cell(counts[row]?.[column] ?? null, row, column)),
      end(row),
    ])
  const shareOf = (count: number | null, whole: number | null): CsvCell =>
    count === null || whole === null || whole === 0 ? hidden : roundDecimal(count / whole, 4)
  return [
    [worded.title],
    [translate('evaluation:crossTable.people'), ...heads, people],
    ...lines(
      (count) => count ?? hidden,
      (row) => rows.totals[row] ?? hidden,
    ),
    [people, ...columns.totals.map((one) => one ?? hidden), n],
    [translate('evaluation:crossTable.ofRow'), ...heads, ''],
    ...lines(
      (count, row) => shareOf(count, rows.totals[row] ?? null),
      () => '',
    ),
    [translate('evaluation:crossTable.ofColumn'), ...heads, ''],
    ...lines(
      (count, _row, column) => shareOf(count, columns.totals[column] ?? null),
      () => '',
    ),
    ...(residuals === null
      ? []
      : [
          [translate('evaluation:crossTable.residuals'), ...heads, ''],
          ...lines(
            (_count, row, column) => {
              const residual = residuals[row]?.[column] ?? null
              return residual === null ? '' : roundDecimal(residual, 3)
            },
            () => '',
          ),
        ]),
    ...worded.notes.map((note) => [note]),
    [],
  ]
}
