import type { Instrument } from './instrument.ts'
import type { CsvCell } from './guarded-csv.ts'
import { scalesOf } from './check-scale.ts'
import type { SurveySheet } from './survey-sheet.ts'

/** A survey as a table for a statistics program: code, group, background, raw answers, scores. One row per sheet. */
export function listSurveyTable(
  instrument: Pick<Instrument, 'items' | 'subscales' | 'total'>,
  sheets: readonly SurveySheet[],
  scores: readonly { readonly scaleId: string; readonly scores: readonly (number | null)[] }[],
): readonly (readonly CsvCell[])[] {
  const background = [...new Set(sheets.flatMap((sheet) => Object.keys(sheet.extra)))]
  const scaleIds = scalesOf(instrument).map((part) => part.id)
  const heading = [
    'code',
    'group',
    'answered_on',
    ...background,
    ...instrument.items.map((item) => item.id),
    ...scaleIds.map((id) => `score_${id}`),
  ]
  const rows = sheets.map((sheet, index) => [
    sheet.respondentCode,
    sheet.groupLabel,
    sheet.answeredOn,
    ...background.map((name) => sheet.extra[name] ?? null),
    ...instrument.items.map((item) => sheet.answers[item.id] ?? null),
    ...scaleIds.map((id) => scores.find(({ scaleId }) => scaleId === id)?.scores[index] ?? null),
  ])
  return [heading, ...rows]
}
