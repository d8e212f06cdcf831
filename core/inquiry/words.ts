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

const unnamed: Readonly<Record<WordLanguage, { readonly parent: string; readonly child: string }>> =
  {
    'zh-CN': { parent: '家长', child: '孩子' },
    en: { parent: 'the parent', child: 'the child' },
  }

/** For lists, labels and previews, where the words are about nobody in particular: “the child” in place of a name. */
export function fillUnnamed(text: string, language: WordLanguage): string {
  const filled = fillNames(text, unnamed[language])
  return filled === text ? text : filled.slice(0, 1).toUpperCase() + filled.slice(1)
}

/** Puts the names people use at home into a text: `{parent}` and `{child}`. A name that is not known stays as it is. */
export function fillNames(
  text: string,
  names: { readonly parent?: string; readonly child?: string },
): string {
  return text.replace(
    /\{(parent|child)\}/g,
    (mark, who: string) => (who === 'parent' ? names.parent : names.child) ?? mark,
  )
}
