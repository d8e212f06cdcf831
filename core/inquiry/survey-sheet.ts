import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind, type Found, type VerbContext } from '../sync/kind.ts'
import { answersShape, refuseWrongAnswers } from './check-answers.ts'
import {
  findSetting,
  refuseBrokenRules,
  refuseDaysToCome,
  refuseEmpty,
  refuseSetting,
  sheetNeeds,
} from './check-sheet.ts'

const surveySheetShape = z.strictObject({
  waveId: z.uuid(),
  instrumentId: z.uuid(),
  /** A code, never a name: who it is lies with whoever ran the survey. */
  respondentCode: z.string().min(1).max(80),
  /** What the evaluation compares by: treatment arm, class, village. */
  groupLabel: z.string().max(80).default(''),
  answeredOn: dayShape.nullable().default(null),
  answers: answersShape.default({}),
  /** Background columns kept as they came: gender, age, education. */
  extra: z
    .record(z.string().max(80), z.union([z.number(), z.string().max(400), z.null()]))
    .default({}),
})
export type SurveySheet = z.infer<typeof surveySheetShape>

/** One coded respondent's answers in a survey; there is no family file behind it. */
export const surveySheet = defineKind({
  name: 'surveySheet',
  room: 'inquiry',
  shape: surveySheetShape,
  scope: { of: 'survey', field: 'waveId' },
  key: { of: 'agency' },
  sealed: ['answers', 'extra'],
  maps: ['answers', 'extra'],
  guarded: ['waveId', 'instrumentId', 'respondentCode'],
  references: { waveId: 'wave', instrumentId: 'instrument' },
  columns: ['waveId', 'instrumentId', 'respondentCode', 'groupLabel'],
  ruleNeeds: sheetNeeds,
  rule: (after, _before, found, context) => refuseSurveySheet(after, found, context),
})

export function surveySheetIdOf(
  sheet: Pick<SurveySheet, 'waveId' | 'instrumentId' | 'respondentCode'>,
): string {
  return deriveId('surveySheet', sheet.waveId, sheet.instrumentId, sheet.respondentCode)
}

function refuseSurveySheet(after: SurveySheet, found: Found, context: VerbContext): Refusal | null {
  const setting = findSetting(after, found)
  if (setting === null) return refusal('InstrumentMissing')
  if (after.answeredOn !== null && after.answeredOn > context.today)
    return refusal('DateInFuture', { field: 'answeredOn', day: after.answeredOn })
  return (
    refuseSetting(after, setting, 'codes', context.today) ??
    refuseWrongAnswers(setting.instrument, after.answers) ??
    refuseDaysToCome(setting.instrument, after.answers, context.today) ??
    refuseBrokenRules(setting.instrument, after.answers) ??
    refuseEmpty(setting.instrument, after.answers)
  )
}
