// Both languages say the same things: same keys, same placeholders, each in its own language.
import type { Finding } from './sources.ts'
import { baseOf, type TextFile } from './text-files.ts'

const han = /\p{Script=Han}/u
/** The name of a language is written in that language, wherever it stands. */
const ownName = /(^|\.)(zhCN|zh-CN|zh|chinese)$/i

/** Keys missing on one side, different placeholders, texts in the wrong language. */
export function comparePair(zh: TextFile, en: TextFile): Finding[] {
  return [
    ...missingIn(zh, en),
    ...missingIn(en, zh),
    ...comparePlaceholders(zh, en),
    ...findForeign(zh, en),
  ]
}

function basesOf(file: TextFile): Map<string, string[]> {
  const bases = new Map<string, string[]>()
  for (const [key, text] of file.texts) {
    bases.set(baseOf(key), [...(bases.get(baseOf(key)) ?? []), text])
  }
  return bases
}

function note(file: TextFile, key: string, rule: string, message: string): Finding {
  return { path: file.path, line: file.lineOf(key), rule, message, level: 'error' }
}

/** Says where the text has to be written, not where it was found. */
function missingIn(file: TextFile, other: TextFile): Finding[] {
  const own = basesOf(file)
  return [...basesOf(other).keys()]
    .filter((key) => !own.has(key))
    .map((key) => note(file, key, 'text-missing', `${key} stands in ${other.path} only.`))
}

function comparePlaceholders(zh: TextFile, en: TextFile): Finding[] {
  const others = basesOf(en)
  return [...basesOf(zh)].flatMap(([key, texts]) => {
    const other = others.get(key)
    if (other === undefined) return []
    const [here, there] = [placeholdersOf(texts), placeholdersOf(other)]
    if (here === there) return []
    const message = `${key}: the placeholders differ (zh-CN: ${here || 'none'}; en: ${there || 'none'}).`
    return [note(en, key, 'text-placeholder', message)]
  })
}

function placeholdersOf(texts: readonly string[]): string {
  const names = texts.flatMap((text) =>
    [...text.matchAll(/\{\{\s*-?\s*([^},\s]+)|(\$t\([^)]*\))/g)].map(
      ([, name, nested]) => name ?? nested,
    ),
  )
  return [...new Set(names)].sort().join(', ')
}

function findForeign(zh: TextFile, en: TextFile): Finding[] {
  const chineseInEnglish = [...en.texts]
    .filter(([key, text]) => han.test(text) && !ownName.test(key))
    .map(([key]) => note(en, key, 'text-language', `${key} is Chinese in the English file.`))
  const untranslated = [...zh.texts]
    .filter(([key, text]) => !han.test(text) && isSentence(text) && en.texts.get(key) === text)
    .map(([key]) => note(zh, key, 'text-language', `${key} is not translated.`))
  return [...chineseInEnglish, ...untranslated]
}

/** Three words or more; names such as "Kiteline" or "Microsoft Word" stay as they are. */
function isSentence(text: string): boolean {
  return (text.replace(/\{\{.*?\}\}/g, '').match(/\p{L}{2,}/gu)?.length ?? 0) >= 3
}
