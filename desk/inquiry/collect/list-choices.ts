import { listChosen } from '../../../core/inquiry/chosen.ts'
import type { Item, ResponseSet, Scale } from '../../../core/inquiry/scale.ts'
import type { PictureId } from '../../../core/kit/pictures.ts'
import { readWords, type WordLanguage } from '../../../core/inquiry/words.ts'

export interface Choice {
  readonly value: number
  readonly label: string
  readonly picture: PictureId | null
}

export interface Choices {
  readonly choices: readonly Choice[]
  readonly pictures: ResponseSet['pictures']
}

const mostBoxes = 11

/** The boxes to choose from; null where a number or words are written. A key without option texts offers its numbers. */
export function listChoices(
  scale: Pick<Scale, 'responseSets'>,
  { response }: Item,
  language: WordLanguage,
): Choices | null {
  if (response.kind !== 'choice' && response.kind !== 'multi') return null
  const set = scale.responseSets.find(({ id }) => id === response.set)
  if (set === undefined) return null
  if (set.options.length > 0) {
    const choices = set.options.map(({ value, label, picture }) => {
      const words = readWords(label, language)
      return { value, label: words === '' ? String(value) : words, picture }
    })
    return { choices, pictures: set.pictures }
  }
  const count = set.max - set.min + 1
  if (count > mostBoxes) return null
  const choices = Array.from({ length: count }, (_, index) => set.min + index)
  return {
    choices: choices.map((value) => ({ value, label: String(value), picture: null })),
    pictures: set.pictures,
  }
}

/** What was answered, as it is read: options by their words, several with a comma between. */
export function showAnswer(
  scale: Pick<Scale, 'responseSets'>,
  item: Item,
  answer: number | string,
  language: WordLanguage,
): string {
  const choices = listChoices(scale, item, language)?.choices ?? []
  if (choices.length === 0) return String(answer)
  return listChosen(answer)
    .map((value) => {
      const label = choices.find((choice) => String(choice.value) === value)?.label
      return label === undefined || label === value ? value : `${value} · ${label}`
    })
    .join(', ')
}
