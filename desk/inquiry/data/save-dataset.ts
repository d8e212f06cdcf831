import { type Dataset, listCsvRows } from '../../../core/inquiry/dataset/dataset.ts'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import { writeSav } from '../../../core/kit/spss/write-sav.ts'
import { saveCsv, saveFile } from '../../kit/index.ts'

export type DataFormat = 'csv' | 'sav'

/** A plain table, or SPSS with labels and missing codes. Answers the name of the file. */
export function saveDataset(dataset: Dataset, stem: string, format: DataFormat): Outcome<string> {
  const name = `${stem}.${format}`
  if (format === 'csv') {
    saveCsv(name, writeGuardedCsv(listCsvRows(dataset)))
    return done(name)
  }
  const written = writeSav({ ...dataset, madeAt: new Date().toISOString() })
  if (!written.ok) return written
  saveFile(name, Uint8Array.from(written.value), 'application/x-spss-sav')
  return done(name)
}
