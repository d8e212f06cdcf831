import { type Dataset, listCsvRows } from '../../../core/inquiry/dataset/dataset.ts'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import { writeSav } from '../../../core/kit/spss/write-sav.ts'
import type { FileWish } from './summary-messages.ts'

const rowsAtOnce = 5000

/** The bytes of a data file; `report` hears which part (0 to 1) is written, where the format can be cut. */
export function writeSurveyFile(
  dataset: Dataset,
  { format, madeAt }: Pick<FileWish, 'format' | 'madeAt'>,
  report: (part: number) => void,
): Outcome<Uint8Array<ArrayBuffer>> {
  if (format === 'csv') return done(writeCsv(dataset, report))
  const written = writeSav({ ...dataset, madeAt })
  return written.ok ? done(Uint8Array.from(written.value)) : written
}

function writeCsv(dataset: Dataset, report: (part: number) => void): Uint8Array<ArrayBuffer> {
  const { rows } = dataset
  const pieces: string[] = []
  for (let from = 0; from === 0 || from < rows.length; from += rowsAtOnce) {
    const piece = listCsvRows({ ...dataset, rows: rows.slice(from, from + rowsAtOnce) })
    // Only the first piece begins with a byte order mark and the names.
    pieces.push(from === 0 ? writeGuardedCsv(piece) : writeGuardedCsv(piece.slice(1)).slice(1))
    report(Math.min(1, (from + rowsAtOnce) / rows.length))
  }
  return new TextEncoder().encode(pieces.join(''))
}
