// What a screen says, from the language files: `families:import.tryOut`. A journey finds things by the words a person reads.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../content/texts/', import.meta.url))

export type Language = 'zh-CN' | 'en'
type Details = Readonly<Record<string, string | number>>
export type Words = (key: string, details?: Details) => string

function readFileOf(language: Language, room: string): unknown {
  return JSON.parse(readFileSync(join(folder, language, `${room}.json`), 'utf8'))
}

function findWord(file: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
      file,
    )
}

/** The words of one language, with what they name filled in. */
export function wordsOf(language: Language): Words {
  const files = new Map<string, unknown>()
  return (key, details = {}) => {
    const [room = '', path = ''] = key.split(':')
    if (!files.has(room)) files.set(room, readFileOf(language, room))
    const file = files.get(room)
    const one = details['count'] === 1 ? findWord(file, `${path}_one`) : undefined
    const found = one ?? findWord(file, path) ?? findWord(file, `${path}_other`)
    if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`)
    return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(details[name] ?? whole))
  }
}

/** Chinese is what the journeys speak, unless they say otherwise. */
export const say = wordsOf('zh-CN')
