import { readWords } from '../inquiry/words.ts'
import type { SurveyScaleChange } from './evaluate-survey-change.ts'
import type { Wording } from './write-numbers.ts'

/** A scale that nobody has named goes by its code. */
export function nameSurveyScale(
  { title, scaleId }: Pick<SurveyScaleChange, 'title' | 'scaleId'>,
  { language }: Wording,
): string {
  const name = readWords(title, language)
  return name === '' ? scaleId : name
}

export function nameSurveyGroup(label: string, { translate }: Wording): string {
  return label === '' ? translate('evaluation:describe.unnamedGroup') : label
}
