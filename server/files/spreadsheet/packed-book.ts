import type { Delimiter, Encoding } from './book.ts'
import type { BookTally, PackedSheet } from './sheet-builder.ts'

export type PackedBook = {
  readonly format: 'xlsx' | 'csv'
  readonly encoding?: Encoding
  readonly delimiter?: Delimiter
  readonly sheets: readonly PackedSheet[]
  readonly tally: BookTally
}
