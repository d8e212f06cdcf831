import type { Instrument } from '../instrument.ts'
import type { Item } from '../scale.ts'
import { readWords, type WordLanguage } from '../words.ts'

/**
 * What is read aloud of a question: its words, what is said beside it, and what may be answered, a line each. Names are
 * marks still (`{child}`), so that one recording serves every family. Empty for a question of which we hold no text.
 */
export function itemWords(
  { responseSets }: Pick<Instrument, 'responseSets'>,
  { text, readAloud, response }: Item,
  language: WordLanguage,
): string {
  if (text === null) return ''
  const set =
    response.kind === 'choice' || response.kind === 'multi'
      ? responseSets.find(({ id }) => id === response.set)
      : undefined
  const options = set?.options.map(({ value, label }) => {
    const words = readWords(label, language)
    return words === '' ? String(value) : words
  })
  const hint = readAloud === null ? '' : readWords(readAloud, language)
  return [readWords(text, language), hint, ...(options ?? [])].filter(Boolean).join('\n')
}

/** What is read aloud before the first question: the title and how to answer. */
export function openingWords(
  { title, instructions }: Pick<Instrument, 'title' | 'instructions'>,
  language: WordLanguage,
): string {
  return [readWords(title, language), readWords(instructions, language)].filter(Boolean).join('\n')
}
