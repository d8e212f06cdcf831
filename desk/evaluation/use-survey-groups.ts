import { useMemo } from 'react'
import { pairSurveyWaves } from '../../core/evaluation/choose-waves.ts'
import { evaluateSurveyChange } from '../../core/evaluation/evaluate-survey-change.ts'
import type { CombinedScale } from '../../core/evaluation/findings/combine-groups.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { surveySheet } from '../../core/inquiry/survey-sheet.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'

/** Groups of surveys by codes that were answered twice, scale by scale: each group stands for itself. */
export function useSurveyGroups(): readonly CombinedScale[] {
  const waves = useRecords(wave, { subject: 'codes' })
  const instruments = useRecords(instrument)
  const sheets = useRecords(surveySheet)
  const language = currentLanguage()
  return useMemo(
    () =>
      pairSurveyWaves(waves).flatMap(({ before, after }) => {
        const ofBoth = sheets.filter(({ waveId }) => waveId === before.id || waveId === after.id)
        return instruments
          .filter(({ id }) => before.instrumentIds.includes(id) && after.instrumentIds.includes(id))
          .flatMap((one) =>
            evaluateSurveyChange({ instrument: one, before, after, sheets: ofBoth }).scales.map(
              ({ scaleId, title, direction, range, groups }) => ({
                id: `${before.id} ${after.id} ${one.id} ${scaleId}`,
                title: `${readWords(title, language)} · ${after.title}`,
                direction,
                range,
                groups: groups
                  .filter(({ numbers }) => numbers.n > 0)
                  .map(({ label, numbers }) => ({
                    label: label === '' ? text('evaluation:describe.unnamedGroup') : label,
                    numbers,
                  })),
              }),
            ),
          )
          .filter(({ groups }) => groups.length > 0)
      }),
    [waves, instruments, sheets, language],
  )
}
