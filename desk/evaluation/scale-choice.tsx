import type { ScaleChange } from '../../core/evaluation/evaluate-change.ts'
import { readWords } from '../../core/inquiry/words.ts'
import { currentLanguage, text, textOrNull } from '../kit/index.ts'
import { ChoiceField } from './choice-field.tsx'
import { useChoice } from './use-choice.ts'

export function nameScale({
  title,
  respondent,
}: Pick<ScaleChange, 'title' | 'respondent'>): string {
  return `${readWords(title, currentLanguage())}${textOrNull(`evaluation:side.${respondent}`) ?? ''}`
}

/** Which dimension, in the order of the questionnaire. */
export function useScaleChoice(scales: readonly ScaleChange[]) {
  const [chosen, choose] = useChoice(
    'scale',
    scales.map(({ id }) => id),
  )
  const scale = scales.find(({ id }) => id === chosen) ?? null
  const field = (
    <ChoiceField
      label={text('evaluation:overview.scale')}
      value={chosen}
      options={scales.map((one) => ({ value: one.id, label: nameScale(one) }))}
      onChange={choose}
    />
  )
  return { scale, field }
}
