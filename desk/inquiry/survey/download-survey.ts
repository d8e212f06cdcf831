import { writeGuardedCsv } from '../../../core/inquiry/guarded-csv.ts'
import type { Instrument } from '../../../core/inquiry/instrument.ts'
import { listSurveyTable } from '../../../core/inquiry/list-survey-table.ts'
import type { SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import type { SurveySummary } from '../../../core/inquiry/survey-summary.ts'
import { saveCsv } from '../../kit/index.ts'

/** Raw answers and scores by code, for a statistics program. */
export function downloadSurvey(
  instrument: Instrument,
  sheets: readonly SurveySheet[],
  summary: SurveySummary,
): void {
  saveCsv(
    `${instrument.code}-${instrument.version}.csv`,
    writeGuardedCsv(listSurveyTable(instrument, sheets, summary.scales)),
  )
}
