import { useMemo } from 'react'
import { evaluateSurveyChange } from '../../core/evaluation/evaluate-survey-change.ts'
import type { Known } from '../../core/evaluation/evaluation-records.ts'
import type { CombinedScale } from '../../core/evaluation/findings/combine-groups.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { surveySheet } from '../../core/inquiry/survey-sheet.ts'
import type { Wave } from '../../core/inquiry/wave.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text } from '../kit/index.ts'
import { useRecords, useSurvey } from '../sync/index.ts'

export interface SurveyPair {
  readonly before: Known<Wave>
  readonly after: Known<Wave>
}

/** The groups of one survey by codes that was answered twice, scale by scale; of no other survey is a sheet read. */
export function useSurveyGroups(pair: SurveyPair | null): readonly CombinedScale[] {
  const beforeId = pair?.before.id ?? 'none'
  const afterId = pair?.after.id ?? 'none'
  useSurvey(pair?.before.id)
  useSurvey(pair?.after.id)
  const instruments = useRecords(instrument)
  const first = useRecords(surveySheet, { waveId: beforeId })
  const second = useRecords(surveySheet, { waveId: afterId })
  const language = currentLanguage()
  return useMemo(() => {
    if (pair === null) return []
    const { before, after } = pair
    return instruments
      .filter(({ id }) => before.instrumentIds.includes(id) && after.instrumentIds.includes(id))
      .flatMap(
        (one) =>
          evaluateSurveyChange({ instrument: one, before, after, sheets: [...first, ...second] })
            .scales,
      )
      .map(({ id, title, direction, range, groups }) => ({
        id,
        title: readWords(title, language),
        direction,
        range,
        groups: groups
          .filter(({ numbers }) => numbers.n > 0)
          .map(({ label, numbers }) => ({
            label: label === '' ? text('evaluation:describe.unnamedGroup') : label,
            numbers,
          })),
      }))
      .filter(({ groups }) => groups.length > 0)
  }, [pair, instruments, first, second, language])
}
