import { wordPattern } from '../kit/word-pattern.ts'
import { listPetNames, waysToWrite } from './name-forms.ts'

export { waysToWrite }

interface NamedPerson {
  readonly familyId: string
  readonly name: string
}

interface HidingOptions {
  /** Also what nobody recorded and a person of that name is usually called, such as 小强 for 李强. */
  readonly petNames?: boolean
}

/**
 * A worker's text with every recorded name of the group's people, and every part that is written for it, replaced by the
 * family's code; by all of them where two families have such a person. Other nicknames and one-character given names
 * cannot be known here: the worker reads the report before it leaves the house.
 */
export function hideNames(
  text: string,
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  { petNames = false }: HidingOptions = {},
): string {
  const names = findNames(people, codeOf, petNames)
  return names === null ? text : text.replaceAll(names.pattern, names.shownFor)
}

/** Which words of the text `hideNames` replaces, each once with what stands in its place: for the eye before it is done. */
export function listHiddenNames(
  text: string,
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  { petNames = false }: HidingOptions = {},
): readonly { readonly hidden: string; readonly shown: string }[] {
  const names = findNames(people, codeOf, petNames)
  const found = names === null ? [] : [...text.matchAll(names.pattern)].map(([word]) => word)
  return [...new Set(found)].map((hidden) => ({ hidden, shown: names?.shownFor(hidden) ?? hidden }))
}

/** Where the words are that `hideNames` replaces, for whoever has to find positions of the one text in the other. */
export function findNamesIn(
  text: string,
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  { petNames = false }: HidingOptions = {},
): readonly { readonly at: number; readonly hidden: string; readonly shown: string }[] {
  const names = findNames(people, codeOf, petNames)
  if (names === null) return []
  return [...text.matchAll(names.pattern)].map((match) => ({
    at: match.index,
    hidden: match[0],
    shown: names.shownFor(match[0]),
  }))
}

interface FoundNames {
  readonly pattern: RegExp
  readonly shownFor: (found: string) => string
}

function findNames(
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  petNames: boolean,
): FoundNames | null {
  const known = listCodes(people, waysToWrite, codeOf)
  const guessed = petNames ? listCodes(people, listPetNames, codeOf) : new Map<string, string>()
  // What is recorded is known; a guess never takes its place.
  const shown = new Map([...guessed, ...known])
  if (shown.size === 0) return null
  // Longer names first, so that a given name never breaks a whole one.
  const words = [...shown.keys()].sort((left, right) => right.length - left.length)
  const pattern = new RegExp(words.map((word) => wordPattern(word)).join('|'), 'giu')
  return { pattern, shownFor: (found) => shown.get(found.toLowerCase()) ?? found }
}

function listCodes(
  people: readonly NamedPerson[],
  waysOf: (name: string) => readonly string[],
  codeOf: (familyId: string) => string,
): ReadonlyMap<string, string> {
  const codes = new Map<string, Set<string>>()
  for (const { name, familyId } of people)
    for (const way of waysOf(name)) {
      const word = way.toLowerCase()
      codes.set(word, (codes.get(word) ?? new Set()).add(codeOf(familyId)))
    }
  return new Map([...codes].map(([word, its]) => [word, [...its].join('/')]))
}
