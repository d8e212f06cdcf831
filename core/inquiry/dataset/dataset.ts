import type { SavFile } from '../../kit/spss/sav-file.ts'
import type { CsvCell } from '../guarded-csv.ts'

/** Answers and scores as a table for a statistics program: variables with labels and missing codes, and the rows. */
export type Dataset = Omit<SavFile, 'madeAt'>

/** The same table without labels: names in the first row. A missing code is an empty cell, lest somebody add it up. */
export function listCsvRows({ variables, rows }: Dataset): readonly (readonly CsvCell[])[] {
  return [
    variables.map(({ name }) => name),
    ...rows.map((row) =>
      variables.map((variable, at) => {
        const value = row[at] ?? null
        const left =
          variable.type === 'number' &&
          typeof value === 'number' &&
          variable.missing.includes(value)
        return left ? null : value
      }),
    ),
  ]
}
