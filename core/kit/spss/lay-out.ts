import { bytesOf, type SavFile, type SavVariable } from './sav-file.ts'

export interface SavColumn {
  readonly variable: SavVariable
  /** The eight-byte name of the old format; the long name hangs on it. */
  readonly shortName: string
  /** Bytes of a text; 0 for a number or a day. */
  readonly width: number
  /** How many eight-byte elements one value takes. */
  readonly elements: number
  /** The first of these elements, counted from 1 over the whole case. */
  readonly first: number
}

/** Where each variable lies in a case. A text column is as wide as its longest text. */
export function layOut({ variables, rows }: SavFile): readonly SavColumn[] {
  let next = 1
  return variables.map((variable, at) => {
    const width = variable.type === 'text' ? widest(rows.map((row) => row[at] ?? null)) : 0
    const elements = Math.max(1, Math.ceil(width / 8))
    const column = { variable, shortName: `V${at + 1}`, width, elements, first: next }
    next += elements
    return column
  })
}

function widest(values: readonly (string | number | null)[]): number {
  return values.reduce<number>(
    (most, value) => (typeof value === 'string' ? Math.max(most, bytesOf(value)) : most),
    1,
  )
}
