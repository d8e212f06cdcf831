import { listCsvRows } from '../../../core/inquiry/dataset/dataset.ts'
import { surveyDataset } from '../../../core/inquiry/dataset/survey-dataset.ts'
import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { SurveySummary } from '../../../core/inquiry/survey-summary.ts'
import { done, type Outcome } from '../../../core/kit/outcome.ts'
import { writeSav } from '../../../core/kit/spss/write-sav.ts'
import { currentLanguage, saveCsv, saveFile, text } from '../../kit/index.ts'

export type DataFormat = 'csv' | 'sav'

/** Raw answers and scores by code, for a statistics program; the SPSS file with labels and missing codes. */
export function downloadSurvey(
  instrument: Instrument,
  sheets: readonly SurveySheet[],
  summary: SurveySummary,
  format: DataFormat,
): Outcome<string> {
  const dataset = surveyDataset(instrument, sheets, summary.scales, {
    language: currentLanguage(),
    noAnswer: text('inquiry:dataset.noAnswer'),
    passedOver: text('inquiry:dataset.passedOver'),
    code: text('inquiry:dataset.code'),
    group: text('inquiry:dataset.group'),
    answeredOn: text('inquiry:dataset.answeredOn'),
  })
  const name = `${instrument.code}-${instrument.version}.${format}`
  if (format === 'csv') {
    saveCsv(name, writeGuardedCsv(listCsvRows(dataset)))
    return done(name)
  }
  const written = writeSav({ ...dataset, madeAt: new Date().toISOString() })
  if (!written.ok) return written
  saveFile(name, Uint8Array.from(written.value), 'application/x-spss-sav')
  return done(name)
}
