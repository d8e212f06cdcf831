// Two million cells cross from the reading process to the server; plain values keep that cheap.

import type { Cell, PlainCell } from './book.ts'

export type PackedPlainCell =
  | null
  | string
  | number
  | boolean
  | { readonly date: string; readonly time?: string }
  | { readonly error: string }
  | { readonly number: number; readonly shown: string }

export type PackedCell = PackedPlainCell | { readonly cached: PackedPlainCell }

const EMPTY: PlainCell = { kind: 'empty' }

export function unpackCell(packed: PackedCell): Cell {
  if (typeof packed === 'object' && packed !== null && 'cached' in packed) {
    return { kind: 'formula', cached: unpackPlainCell(packed.cached) }
  }
  return unpackPlainCell(packed)
}

function unpackPlainCell(packed: PackedPlainCell): PlainCell {
  if (packed === null) return EMPTY
  if (typeof packed === 'string') return { kind: 'text', text: packed }
  if (typeof packed === 'number') return { kind: 'number', value: packed }
  if (typeof packed === 'boolean') return { kind: 'boolean', value: packed }
  if ('shown' in packed) return { kind: 'number', value: packed.number, shown: packed.shown }
  return 'error' in packed ? { kind: 'error', code: packed.error } : { kind: 'date', ...packed }
}
