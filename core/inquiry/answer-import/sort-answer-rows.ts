// Each row becomes a sheet (or one per wave), or is left out for a reason that is shown.
import {
  sheetKey,
  type AnswerImportOptions,
  type AnswerImportPlan,
  type LeftOutRow,
  type PlannedSheet,
} from './answer-import-plan.ts'
import { makeRespondentMatcher, type RespondentMatch } from './match-respondents.ts'
import type { AnswerRow } from './read-answer-row.ts'

export type SortedRows = Pick<
  AnswerImportPlan,
  'sheets' | 'unmatched' | 'matchedTwice' | 'duplicates' | 'leftOut'
>

export function sortAnswerRows(
  rows: readonly AnswerRow[],
  options: AnswerImportOptions,
): SortedRows {
  const match = makeRespondentMatcher(options.people)
  const unmatched: { row: number; value: string }[] = []
  const matchedTwice: { row: number; value: string; keys: readonly string[] }[] = []
  const leftOut: LeftOutRow[] = []
  const bySheet = new Map<string, PlannedSheet[]>()
  for (const row of rows) {
    const value = row.respondentText
    const matched: RespondentMatch =
      options.subject === 'codes' ? { found: 'one', key: value } : match(value)
    if (matched.found === 'none' && value !== '') unmatched.push({ row: row.row, value })
    if (matched.found === 'several') matchedTwice.push({ row: row.row, value, keys: matched.keys })
    const why = whyLeftOut(row, matched, options)
    if (why !== null || matched.found !== 'one')
      leftOut.push({ row: row.row, why: why ?? 'unmatched' })
    else addSheets(row, matched.key, options, bySheet, leftOut)
  }
  return { ...chooseAmongDuplicates(bySheet, leftOut, options), unmatched, matchedTwice }
}

function whyLeftOut(
  row: AnswerRow,
  matched: RespondentMatch,
  options: AnswerImportOptions,
): LeftOutRow['why'] | null {
  const keepsRow =
    options.badRows === 'leaveAnswerOut' && row.bad.every((cell) => cell.itemId !== null)
  if (row.bad.length > 0 && !keepsRow) return 'badCells'
  if (matched.found === 'none') return 'unmatched'
  return matched.found === 'several' ? 'matchedTwice' : null
}

function addSheets(
  row: AnswerRow,
  respondent: string,
  options: AnswerImportOptions,
  bySheet: Map<string, PlannedSheet[]>,
  leftOut: LeftOutRow[],
): void {
  const { bad: _bad, respondentText: _text, waves, ...rest } = row
  for (const { waveId, answers } of waves) {
    const key = sheetKey(waveId ?? '', respondent)
    if (waveId === null) leftOut.push({ row: row.row, why: 'noWave' })
    else if (Object.keys(answers).length === 0) leftOut.push({ row: row.row, why: 'empty' })
    else if (options.existing?.has(key) === true) leftOut.push({ row: row.row, why: 'existing' })
    else bySheet.set(key, [...(bySheet.get(key) ?? []), { ...rest, waveId, respondent, answers }])
  }
}

function chooseAmongDuplicates(
  bySheet: ReadonlyMap<string, readonly PlannedSheet[]>,
  earlier: readonly LeftOutRow[],
  options: AnswerImportOptions,
): Pick<SortedRows, 'sheets' | 'duplicates' | 'leftOut'> {
  const sheets: PlannedSheet[] = []
  const duplicates: { waveId: string; respondent: string; rows: readonly number[] }[] = []
  const leftOut = [...earlier]
  const undecided = (options.duplicates ?? 'ask') === 'ask'
  for (const same of bySheet.values()) {
    const chosen = options.duplicates === 'last' ? same.at(-1) : same[0]
    if (chosen === undefined) continue
    if (same.length === 1) {
      sheets.push(chosen)
      continue
    }
    const { waveId, respondent } = chosen
    duplicates.push({ waveId, respondent, rows: same.map((sheet) => sheet.row) })
    if (!undecided) sheets.push(chosen)
    for (const sheet of same)
      if (undecided || sheet !== chosen) leftOut.push({ row: sheet.row, why: 'duplicate' })
  }
  return { sheets, duplicates, leftOut: leftOut.sort((left, right) => left.row - right.row) }
}
