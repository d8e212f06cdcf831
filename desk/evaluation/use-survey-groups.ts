import { useMemo } from 'react'
import type { CombinedScale } from '../../core/evaluation/findings/combine-groups.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text } from '../kit/index.ts'
import type { SurveyChangeState } from './survey/use-survey-change.ts'

/** The groups of a survey by codes that was answered twice: each group stands for itself. */
export function useSurveyGroups({ scales }: SurveyChangeState): readonly CombinedScale[] {
  const language = currentLanguage()
  return useMemo(
    () =>
      scales
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
        .filter(({ groups }) => groups.length > 0),
    [scales, language],
  )
}
