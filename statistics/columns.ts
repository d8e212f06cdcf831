import { refuse } from './result.ts'
import type { Column, Refused } from './result.ts'

export type Kept<T> = { ok: true; kept: T; missing: number }

/** Drops missing values; refuses NaN and infinities by name. */
export function keepValues(column: Column, name = 'values'): Kept<number[]> | Refused {
  const kept: number[] = []
  for (let i = 0; i < column.length; i += 1) {
    const value = column[i] ?? null
    if (value === null) continue
    if (!Number.isFinite(value)) return notFinite(name, i)
    kept.push(value)
  }
  return { ok: true, kept, missing: column.length - kept.length }
}

export type Pairs = { first: number[]; second: number[]; rows: number[] }

/** Keeps rows in which both columns are present; `rows` says which ones. */
export function keepPairs(
  first: Column,
  second: Column,
  names: readonly [string, string] = ['first', 'second'],
): Kept<Pairs> | Refused {
  if (first.length !== second.length) {
    return refuse(
      'LengthMismatch',
      `${names[0]} has ${first.length} rows, ${names[1]} ${second.length}`,
    )
  }
  const kept: Pairs = { first: [], second: [], rows: [] }
  for (let i = 0; i < first.length; i += 1) {
    const a = first[i] ?? null
    const b = second[i] ?? null
    if (a !== null && !Number.isFinite(a)) return notFinite(names[0], i)
    if (b !== null && !Number.isFinite(b)) return notFinite(names[1], i)
    if (a === null || b === null) continue
    kept.first.push(a)
    kept.second.push(b)
    kept.rows.push(i)
  }
  return { ok: true, kept, missing: first.length - kept.rows.length }
}

/** Keeps rows complete in every column (listwise); columns stay columns. */
export function keepCompleteRows(columns: readonly Column[]): Kept<number[][]> | Refused {
  const rows = columns[0]?.length ?? 0
  const complete = new Uint8Array(rows).fill(1)
  for (const [j, column] of columns.entries()) {
    if (column.length !== rows) {
      return refuse('LengthMismatch', `column ${j + 1} has ${column.length} rows, column 1 ${rows}`)
    }
    for (let i = 0; i < rows; i += 1) {
      const value = column[i] ?? null
      if (value === null) complete[i] = 0
      else if (!Number.isFinite(value)) return notFinite(`column ${j + 1}`, i)
    }
  }
  const present = complete.reduce((sum, mark) => sum + mark, 0)
  const kept = columns.map((column) => {
    const values: number[] = []
    for (let i = 0; i < rows; i += 1) {
      const value = column[i] ?? null
      if (complete[i] === 1 && value !== null) values.push(value)
    }
    return values
  })
  return { ok: true, kept, missing: rows - present }
}

/** Refuses a level that is not strictly between 0 and 1. */
export function refuseLevel(level: number): Refused | null {
  return level > 0 && level < 1
    ? null
    : refuse('OutOfRange', `level ${level} is not between 0 and 1`)
}

function notFinite(name: string, row: number): Refused {
  return refuse('NotFinite', `${name}, row ${row + 1}: not a finite number`)
}
