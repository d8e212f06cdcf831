// One language file, flattened: 'group.meeting.title' → text. Plural forms of i18next are one text.
import type { Finding } from './sources.ts'

export type Language = 'zh-CN' | 'en'

export type TextFile = {
  path: string
  language: Language
  namespace: string
  /** full key, plural suffix included → text */
  texts: ReadonlyMap<string, string>
  lineOf: (key: string) => number
  findings: readonly Finding[]
}

/** The forms i18next asks for in each language; _zero is welcome in both. */
const forms: Record<Language, readonly string[]> = { 'zh-CN': ['other'], en: ['one', 'other'] }

const suffix = /_(zero|one|two|few|many|other)$/

/** The key without its plural form. */
export function baseOf(key: string): string {
  return key.replace(suffix, '').replace(/_ordinal$/, '')
}

export function isPlural(key: string): boolean {
  return suffix.test(key)
}

export function readTexts(source: {
  path: string
  language: Language
  namespace: string
  text: string
}): TextFile {
  const { path, language, namespace, text } = source
  const lines = text.split('\n')
  const lineOf = (key: string) => {
    const last = key.split('.').at(-1) ?? key
    return (
      Math.max(
        0,
        lines.findIndex((line) => line.includes(`"${last}"`)),
      ) + 1
    )
  }
  const texts = new Map<string, string>()
  const findings: Finding[] = []
  const note = (key: string, rule: string, message: string) => {
    findings.push({ path, line: lineOf(key), rule, message, level: 'error' })
  }
  const parsed: unknown = JSON.parse(text)
  for (const [key, value] of flatten(parsed)) {
    if (typeof value !== 'string') note(key, 'text-value', `${key} must be a text.`)
    else if (value.trim() === '') note(key, 'text-empty', `${key} is empty.`)
    else texts.set(key, value)
  }
  for (const key of texts.keys()) {
    const missing = isPlural(key) ? missingForms(texts, key, language) : []
    if (missing.length > 0) note(key, 'text-plural', `${baseOf(key)} needs ${missing.join(', ')}.`)
  }
  return { path, language, namespace, texts, lineOf, findings }
}

function missingForms(
  texts: ReadonlyMap<string, string>,
  key: string,
  language: Language,
): readonly string[] {
  const stem = key.replace(suffix, '')
  return forms[language].map((form) => `${stem}_${form}`).filter((name) => !texts.has(name))
}

function flatten(value: unknown, prefix = ''): [key: string, value: unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[prefix, value]]
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, prefix === '' ? name : `${prefix}.${name}`),
  )
}
