import { groupedBy } from '../kit/grouped-by.ts'
import type { Family } from './family.ts'
import type { Person } from './person.ts'

export interface RegisteredChild {
  readonly id: string
  readonly familyId: string
  readonly name: string
  readonly bornOn: string | null
  /** Looked at and found to be somebody else. */
  readonly notSameAs: readonly string[]
}

export interface RegisteredFamily {
  readonly id: string
  readonly village: string
}

export interface Duplicate {
  readonly reason: 'sameNameAndBirth' | 'sameNameAndVillage' | 'similarNameAndBirth'
  readonly left: RegisteredChild
  readonly right: RegisteredChild
}

/** The same name however it was typed: full or half width, spaces, dots, capitals, invisible signs. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}\p{Cc}\p{P}\p{Z}]/gu, '')
}

/** The same village with or without 村, 村委会 and spaces. */
export function villageKey(village: string): string {
  return nameKey(village).replace(/(行政村|村民委员会|村委会|村|village)$/u, '')
}

export function childrenOf(
  people: readonly (Pick<Person, 'role' | 'name' | 'bornOn' | 'familyId' | 'notSameAs'> & {
    readonly id: string
  })[],
): readonly RegisteredChild[] {
  return people
    .filter(({ role }) => role === 'child')
    .map(({ id, familyId, name, bornOn, notSameAs }) => ({
      id,
      familyId,
      name,
      bornOn,
      notSameAs,
    }))
}

/**
 * FAM-30: children who may be registered twice, each with the reason; people look and decide, nothing is merged.
 * Similar: one character differs, is missing or is added, with the same birth date in the same village, in another family
 * (twins are no duplicates).
 */
export function findDuplicates(
  children: readonly RegisteredChild[],
  families: readonly (Pick<Family, 'village'> & { readonly id: string })[],
): readonly Duplicate[] {
  const villages = new Map(families.map(({ id, village }) => [id, villageKey(village)]))
  const villageOf = (child: RegisteredChild) => villages.get(child.familyId) ?? ''
  const found: Duplicate[] = []
  for (const group of shared(children, (child) => nameKey(child.name)))
    for (const [left, right] of pairsOf(group)) {
      const near = villageOf(left) !== '' && villageOf(left) === villageOf(right)
      if (left.bornOn !== null && left.bornOn === right.bornOn)
        found.push({ reason: 'sameNameAndBirth', left, right })
      else if (near) found.push({ reason: 'sameNameAndVillage', left, right })
    }
  const placed = children.filter((child) => child.bornOn !== null && villageOf(child) !== '')
  for (const group of shared(placed, (child) => `${child.bornOn}|${villageOf(child)}`))
    for (const [left, right] of pairsOf(group))
      if (left.familyId !== right.familyId && isSimilar(nameKey(left.name), nameKey(right.name)))
        found.push({ reason: 'similarNameAndBirth', left, right })
  return found.filter(({ left, right }) => !areToldApart(left, right))
}

/** FAM-31: who was found to be somebody else is not asked about again, on whichever of the two it stands. */
export function areToldApart(left: RegisteredChild, right: RegisteredChild): boolean {
  return left.notSameAs.includes(right.id) || right.notSameAs.includes(left.id)
}

/** What more than one has in common. */
function shared(
  children: readonly RegisteredChild[],
  keyOf: (child: RegisteredChild) => string,
): readonly (readonly RegisteredChild[])[] {
  return [...groupedBy(children, keyOf).values()].filter((group) => group.length > 1)
}

/** A file where hundreds share a name or a birth date has placeholders in it: the first 50 tell enough. */
function pairsOf<Item>(group: readonly Item[]): readonly (readonly [Item, Item])[] {
  const some = group.slice(0, 50)
  return some.flatMap((left, index) =>
    some.slice(index + 1).map((right): readonly [Item, Item] => [left, right]),
  )
}

/** Different, but only by one character replaced, added or left out; a name keeps at least one in common. */
function isSimilar(left: string, right: string): boolean {
  const [short, long] = [[...left], [...right]]
    .slice()
    .sort((one, other) => one.length - other.length)
  if (short === undefined || long === undefined || left === right) return false
  if (long.length - short.length > 1 || long.length < 2 || short.length < 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const rest = long.length - start - 1
  const shortRest = short.length === long.length ? short.slice(start + 1) : short.slice(start)
  return shortRest.length === rest && shortRest.join('') === long.slice(start + 1).join('')
}
