import { useMemo } from 'react'
import {
  surveyOfFamilies,
  type RespondentKind,
} from '../../../core/evaluation/survey/survey-of-families.ts'
import type { Wording } from '../../../core/evaluation/write-numbers.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { surveySheet, type SurveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { currentLanguage, textOrNull } from '../../kit/index.ts'
import { useRecord, useRecords, useToday } from '../../sync/index.ts'

export interface SheetsOfSurvey {
  readonly sheets: readonly SurveySheet[]
  /** Of a wave of families: who has answered. */
  readonly respondents: readonly RespondentKind[]
}

/** What the report counts, for choosing: the sheets by code, or those of the families on this device (EVA-39). */
export function useSurveySheets(
  waveId: string,
  afterWaveId: string | null,
  respondents: RespondentKind | null,
): SheetsOfSurvey {
  const its = useRecord(wave, waveId)
  const first = useRecords(surveySheet, { waveId })
  const later = useRecords(surveySheet, { waveId: afterWaveId ?? '' })
  const sheets = useRecords(answerSheet, { waveId })
  const families = useRecords(family)
  const people = useRecords(person)
  const migrations = useRecords(migration)
  const guardianships = useRecords(guardianship)
  const pairs = useRecords(pair)
  const consents = useRecords(consent)
  const register = useMemo(
    () => ({ families, people, migrations, guardianships, pairs, consents }),
    [families, people, migrations, guardianships, pairs, consents],
  )
  const today = useToday()
  const language = currentLanguage()
  const subject = its?.subject ?? null
  return useMemo(() => {
    if (subject !== 'families') return { sheets: [...first, ...later], respondents: [] }
    return surveyOfFamilies(sheets, register, { respondents, today }, paperWording(language))
  }, [subject, first, later, sheets, register, respondents, today, language])
}

export function paperWording(language: Wording['language']): Wording {
  return { language, translate: (key, values) => textOrNull(key, values) ?? key }
}
