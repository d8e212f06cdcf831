import { readdirSync, readFileSync } from 'node:fs'
import i18next, { type i18n } from 'i18next'

export type Language = 'zh-CN' | 'en'
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string

const folder = new URL('../../content/texts/', import.meta.url)

function readNamespaces(language: Language): Record<string, Record<string, unknown>> {
  const namespaces: Record<string, Record<string, unknown>> = {}
  for (const file of readdirSync(new URL(`${language}/`, folder))) {
    if (file.endsWith('.json'))
      namespaces[file.slice(0, -5)] = JSON.parse(
        readFileSync(new URL(`${language}/${file}`, folder), 'utf8'),
      )
  }
  return namespaces
}

/** The language files, as the server uses them: family pages and paperwork. Loaded once by whoever opens the house. */
export async function loadTexts(): Promise<(language: Language) => Words> {
  const shelf: i18n = i18next.createInstance()
  await shelf.init({
    resources: { 'zh-CN': readNamespaces('zh-CN'), en: readNamespaces('en') },
    fallbackLng: 'zh-CN',
    interpolation: { escapeValue: false },
  })
  return (language) => {
    const find = shelf.getFixedT(language)
    return (key, values) => find(key, { ...values })
  }
}
