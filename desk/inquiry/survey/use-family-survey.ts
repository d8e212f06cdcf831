import { useMemo } from 'react'
import {
  surveyOfFamilies,
  type FamilySurvey,
  type RespondentKind,
} from '../../../core/evaluation/survey/survey-of-families.ts'
import { consent } from '../../../core/families/consent.ts'
import { family } from '../../../core/families/family.ts'
import { guardianship } from '../../../core/families/guardianship.ts'
import { migration } from '../../../core/families/migration.ts'
import { pair } from '../../../core/families/pair.ts'
import { person } from '../../../core/families/person.ts'
import { answerSheet } from '../../../core/inquiry/answer-sheet.ts'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { currentLanguage } from '../../kit/index.ts'
import { type Slices, useRecords, useSlices, useToday } from '../../sync/index.ts'
import type { WaveRecord } from '../waves/use-wave.ts'
import { inquiryWording } from '../words.ts'

/** A questionnaire of a families' wave as a survey, with the register's backgrounds; of the families on this device. */
export function useFamilySurvey(
  wave: WaveRecord,
  instrumentId: string,
  respondents: RespondentKind | null,
): FamilySurvey {
  const sheets = useRecords(answerSheet, { waveId: wave.id, instrumentId })
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
  const counted = wave.subject === 'families' ? sheets : nobody
  const today = useToday()
  const language = currentLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wording follows the language
  return useMemo(
    () => surveyOfFamilies(counted, register, { respondents, today }, inquiryWording()),
    [counted, register, respondents, today, language],
  )
}

const nobody: readonly [] = []

/** The sheets of a survey, whether they are stored by code or made from families' sheets. */
export function useSurveySlices(
  wave: WaveRecord,
  instrumentId: string,
  { sheets }: Pick<FamilySurvey, 'sheets'>,
): Slices {
  const stored = useSlices(surveySheet, { waveId: wave.id, instrumentId })
  const made = useMemo(
    (): Slices => ({
      count: sheets.length,
      read: async (signal, take) => {
        if (!signal.aborted)
          take(
            sheets.map(({ id: _id, ...fields }) => fieldsAsJson(fields)),
            1,
          )
      },
    }),
    [sheets],
  )
  return wave.subject === 'families' ? made : stored
}
