import { useMemo } from 'react'
import type { SurveyLine } from '../../core/evaluation/evaluate-survey-change.ts'
import type { CombinedScale } from '../../core/evaluation/findings/combine-groups.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text } from '../kit/index.ts'
import type { SurveyChangeState } from './survey/use-survey-change.ts'

function scoresOf(lines: readonly SurveyLine[]) {
  return { before: lines.map(({ before }) => before), after: lines.map(({ after }) => after) }
}

/** The groups of a survey by codes that was answered twice: each group stands for itself. */
export function useSurveyGroups({ scales }: SurveyChangeState): readonly CombinedScale[] {
  const language = currentLanguage()
  return useMemo(
    () =>
      scales
        .map(({ id, title, direction, range, groups, lines }) => ({
          id,
          title: readWords(title, language),
          direction,
          range,
          groups: groups
            .filter(({ numbers }) => numbers.n > 0)
            .map(({ label, numbers }) => ({
              label: label === '' ? text('evaluation:describe.unnamedGroup') : label,
              numbers,
              scores: scoresOf(lines.filter(({ group }) => group === label)),
            })),
        }))
        .filter(({ groups }) => groups.length > 0),
    [scales, language],
  )
}
