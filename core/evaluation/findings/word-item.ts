import type { Item } from '../../inquiry/scale.ts'
import { fillNames, readWords, type Words } from '../../inquiry/words.ts'
import type { Wording } from '../write-numbers.ts'

/** A question as it is read where nobody's name belongs: `{parent}` and `{child}` become the words for them. */
export function wordQuestion(words: Words | null, { language, translate }: Wording): string {
  if (words === null) return ''
  return fillNames(readWords(words, language), {
    child: translate('evaluation:sideName.child'),
    parent: translate('evaluation:sideName.adult'),
  })
}

/** `3. We talk every week`; its id where the text is not shipped. */
export function wordItem({ id, number, text }: Item, wording: Wording): string {
  const question = wordQuestion(text, wording)
  return question === '' ? id : `${number}. ${question}`
}
