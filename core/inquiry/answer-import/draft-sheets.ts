// From an agreed plan to records: sheets in bundles that arrive whole, small enough that no screen freezes.
import type { Draft } from '../../sync/device.ts'
import { answerSheet } from '../answer-sheet.ts'
import { draftAnswerSheet, type SheetPlace } from '../draft-answer-sheet.ts'
import { surveySheet, surveySheetIdOf } from '../survey-sheet.ts'
import type { PlannedSheet } from './answer-import-plan.ts'

/** Somebody of the register who was expected to answer; `key` is what the plan calls them. */
export interface ExpectedPerson {
  readonly key: string
  readonly place: Omit<SheetPlace, 'waveId'>
  readonly adultId: string | null
}

const noInput = { input: {}, fields: {} } as const

/** One new sheet of a coded respondent. */
export function draftSurveySheet(sheet: PlannedSheet, instrumentId: string): readonly Draft[] {
  const { waveId, respondent: respondentCode, groupLabel, answeredOn, answers, extra } = sheet
  return [
    {
      kind: surveySheet,
      recordId: surveySheetIdOf({ waveId, instrumentId, respondentCode }),
      verb: 'create',
      input: {},
      fields: { waveId, instrumentId, respondentCode, groupLabel, answeredOn, answers, extra },
    },
  ]
}

/** One sheet of a known person, handed in; nothing when the plan names nobody who was expected. */
export function draftKnownSheet(
  sheet: PlannedSheet,
  people: ReadonlyMap<string, ExpectedPerson>,
  language: string,
): readonly Draft[] {
  const person = people.get(sheet.respondent)
  if (person === undefined) return []
  const { recordId, fields } = draftAnswerSheet(
    { ...person.place, waveId: sheet.waveId },
    person.adultId,
    { mode: 'import', language, answeredOn: sheet.answeredOn },
  )
  const filled = { ...fields, answers: sheet.answers }
  return [
    { kind: answerSheet, recordId, verb: 'create', input: {}, fields: filled },
    { kind: answerSheet, recordId, verb: 'submit', ...noInput },
  ]
}

/** Puts the drafts of whole sheets together, at most so many in a bundle; a sheet is never cut in two. */
export function bundleSheets(
  sheets: readonly (readonly Draft[])[],
  most: number,
): readonly (readonly Draft[])[] {
  const bundles: Draft[][] = []
  for (const drafts of sheets) {
    if (drafts.length === 0) continue
    const last = bundles.at(-1)
    if (last === undefined || last.length + drafts.length > most) bundles.push([...drafts])
    else last.push(...drafts)
  }
  return bundles
}
