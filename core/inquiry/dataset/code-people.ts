import type { Person } from '../../families/person-shape.ts'

const letters: Readonly<Record<Person['role'], string>> = {
  child: 'C',
  parent: 'P',
  grandparent: 'G',
  relative: 'R',
  other: 'O',
}

/**
 * A code for everybody: the family's code, a letter for the role, and a number in the order in which people were
 * registered (ids are ordered by time), so that it stays the same from one export to the next: Z-014-C1.
 */
export function codePeople(
  families: readonly { readonly id: string; readonly code: string }[],
  people: readonly (Pick<Person, 'familyId' | 'role'> & { readonly id: string })[],
): ReadonlyMap<string, string> {
  const familyCodes = new Map(families.map(({ id, code }) => [id, code]))
  const counts = new Map<string, number>()
  const codes = new Map<string, string>()
  const inOrder = people.slice().sort((left, right) => (left.id < right.id ? -1 : 1))
  for (const { id, familyId, role } of inOrder) {
    const kind = `${familyCodes.get(familyId) ?? '?'}-${letters[role]}`
    const nth = (counts.get(kind) ?? 0) + 1
    counts.set(kind, nth)
    codes.set(id, `${kind}${nth}`)
  }
  return codes
}
