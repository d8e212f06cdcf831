import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { listSurveyTable } from '../../../core/inquiry/list-survey-table.ts'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { SurveySummary } from '../../../core/inquiry/survey-summary.ts'

/** Raw answers and scores by code, for a statistics program. */
export function downloadSurvey(
  instrument: Instrument,
  sheets: readonly SurveySheet[],
  summary: SurveySummary,
): void {
  const csv = writeGuardedCsv(listSurveyTable(instrument, sheets, summary.scales))
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${instrument.code}-${instrument.version}.csv`
  link.click()
  URL.revokeObjectURL(address)
}
