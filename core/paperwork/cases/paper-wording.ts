import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import type { Wording } from '../../evaluation/write-numbers.ts'

/** The real texts with those of the groups' room, as the server writes working papers. */
export function paperWording(language: 'zh-CN' | 'en'): Wording {
  const rooms = [
    'assessment',
    'contact',
    'evaluation',
    'evidence',
    'families',
    'goals',
    'groupwork',
    'inquiry',
    'observation',
    'paperwork',
  ]
  const read = (room: string): object =>
    JSON.parse(
      readFileSync(
        new URL(`../../../content/texts/${language}/${room}.json`, import.meta.url),
        'utf8',
      ),
    )
  const library = createInstance({
    lng: language,
    initAsync: false,
    interpolation: { escapeValue: false },
    resources: { [language]: Object.fromEntries(rooms.map((room) => [room, read(room)])) },
  })
  void library.init()
  return { language, translate: (key, values) => library.t(key, { ...values }) }
}
