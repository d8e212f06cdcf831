import { tightText } from './read-table.ts'

/** Somebody who may have answered; `key` is the caller's (a person, or a person and a pair). */
export interface ImportPerson {
  readonly key: string
  readonly names: readonly string[]
  readonly codes: readonly string[]
}

export type RespondentMatch =
  | { readonly found: 'one'; readonly key: string }
  | { readonly found: 'none' }
  | { readonly found: 'several'; readonly keys: readonly string[] }

/** Finds people by code or name. Two of the same name are both shown; nobody is guessed. */
export function makeRespondentMatcher(
  people: readonly ImportPerson[],
): (text: string) => RespondentMatch {
  const keysByText = new Map<string, Set<string>>()
  for (const person of people) {
    for (const text of [...person.codes, ...person.names].map(tightText)) {
      if (text === '') continue
      const keys = keysByText.get(text) ?? new Set<string>()
      keysByText.set(text, keys.add(person.key))
    }
  }
  return (text) => {
    const keys = [...(keysByText.get(tightText(text)) ?? [])]
    const [key] = keys
    if (key === undefined) return { found: 'none' }
    return keys.length === 1 ? { found: 'one', key } : { found: 'several', keys }
  }
}
