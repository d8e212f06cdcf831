import { bytesOf, type SavFile, type SavVariable } from './sav-file.ts'

/** One run of elements. A text of more than 255 bytes is cut over several, as the format asks. */
export interface SavSegment {
  /** The eight-byte name of the old format; the long name hangs on the first segment's. */
  readonly shortName: string
  /** Bytes of a text; 0 for a number or a day. */
  readonly width: number
  /** How many eight-byte elements one value takes. */
  readonly elements: number
  /** Where its bytes begin within the whole text. */
  readonly offset: number
  readonly usedBytes: number
}

export interface SavColumn {
  readonly variable: SavVariable
  /** Bytes of the whole text; 0 for a number or a day. */
  readonly width: number
  readonly segments: readonly SavSegment[]
  /** The first of its elements, counted from 1 over the whole case. */
  readonly first: number
}

const longestPlain = 255
/** A longer text is counted in steps of 252 bytes, and its segments hold 255 each: the format's own oddity. */
const countedBytes = 252

/** Where each variable lies in a case. A text column is as wide as its longest text. */
export function layOut({ variables, rows }: SavFile): readonly SavColumn[] {
  let next = 1
  return variables.map((variable, at) => {
    const width = variable.type === 'text' ? widest(rows.map((row) => row[at] ?? null)) : 0
    const segments = cutWidth(`V${at + 1}`, width)
    const column = { variable, width, segments, first: next }
    next += segments.reduce((sum, { elements }) => sum + elements, 0)
    return column
  })
}

function cutWidth(name: string, width: number): readonly SavSegment[] {
  if (width <= longestPlain)
    return [
      {
        shortName: name,
        width,
        elements: Math.max(1, Math.ceil(width / 8)),
        offset: 0,
        usedBytes: width,
      },
    ]
  const count = Math.ceil(width / countedBytes)
  return Array.from({ length: count }, (_, index) => {
    const own = index < count - 1 ? longestPlain : width - index * countedBytes
    const offset = Math.min(index * longestPlain, width)
    return {
      shortName: index === 0 ? name : `${name}_${index.toString(36).toUpperCase()}`,
      width: own,
      elements: Math.ceil(own / 8),
      offset,
      usedBytes: Math.min(longestPlain, width - offset),
    }
  })
}

function widest(values: readonly (string | number | null)[]): number {
  return values.reduce<number>(
    (most, value) => (typeof value === 'string' ? Math.max(most, bytesOf(value)) : most),
    1,
  )
}
