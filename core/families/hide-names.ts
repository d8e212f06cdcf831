import { prepareNames, replaceFound } from './find-names.ts'
import { keyOfName } from './latin-names.ts'
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
  const { find, shownFor } = lookFor(people, codeOf, petNames)
  return replaceFound(text, find(text), shownFor)
}

/** Which words of the text `hideNames` replaces, each once with what stands in its place: for the eye before it is done. */
export function listHiddenNames(
  text: string,
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  { petNames = false }: HidingOptions = {},
): readonly { readonly hidden: string; readonly shown: string }[] {
  const found = findNamesIn(text, people, codeOf, { petNames })
  const shownFor = new Map(found.map(({ hidden, shown }) => [hidden, shown]))
  return [...shownFor].map(([hidden, shown]) => ({ hidden, shown }))
}

/** Where the words are that `hideNames` replaces, for whoever has to find positions of the one text in the other. */
export function findNamesIn(
  text: string,
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  { petNames = false }: HidingOptions = {},
): readonly { readonly at: number; readonly hidden: string; readonly shown: string }[] {
  const { find, shownFor } = lookFor(people, codeOf, petNames)
  return find(text).map((found) => ({ ...found, shown: shownFor(found.hidden) }))
}

interface Search {
  readonly find: ReturnType<typeof prepareNames>
  readonly shownFor: (hidden: string) => string
}

function lookFor(
  people: readonly NamedPerson[],
  codeOf: (familyId: string) => string,
  petNames: boolean,
): Search {
  const known = listCodes(people, waysToWrite, codeOf)
  const guessed = listCodes(people, petNames ? listPetNames : () => [], codeOf)
  // What is recorded is known; a guess never takes its place.
  const shown = new Map([...guessed, ...known])
  const all = [...known.values(), ...guessed.values()].flatMap(({ ways }) => [...ways])
  return {
    find: prepareNames({ names: [...new Set(all)] }),
    shownFor: (hidden) => shown.get(keyOfName(hidden))?.shown ?? hidden,
  }
}

interface Codes {
  readonly ways: ReadonlySet<string>
  readonly shown: string
}

function listCodes(
  people: readonly NamedPerson[],
  waysOf: (name: string) => readonly string[],
  codeOf: (familyId: string) => string,
): ReadonlyMap<string, Codes> {
  const found = new Map<string, { readonly ways: Set<string>; readonly codes: Set<string> }>()
  for (const { name, familyId } of people)
    for (const way of waysOf(name)) {
      const its = found.get(keyOfName(way)) ?? { ways: new Set(), codes: new Set() }
      its.ways.add(way)
      its.codes.add(codeOf(familyId))
      found.set(keyOfName(way), its)
    }
  return new Map(
    [...found].map(([key, { ways, codes }]) => [key, { ways, shown: [...codes].join('/') }]),
  )
}
