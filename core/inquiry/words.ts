import { z } from 'zod'

export const wordLanguages = ['zh-CN', 'en'] as const
export type WordLanguage = (typeof wordLanguages)[number]

/** What people read, in each language; empty where nobody has written it yet. */
export const wordsShape = z.strictObject({
  'zh-CN': z.string().max(2000).default(''),
  en: z.string().max(2000).default(''),
})
export type Words = z.infer<typeof wordsShape>

export const noWords: Words = { 'zh-CN': '', en: '' }

/** The words in a language, or in the other one rather than nothing. */
export function readWords(words: Words, language: WordLanguage): string {
  if (words[language] !== '') return words[language]
  return language === 'en' ? words['zh-CN'] : words.en
}
