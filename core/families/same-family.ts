import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need } from '../sync/kind.ts'
import { peopleReader } from './person-shape.ts'

interface Bond {
  readonly familyId: string
  readonly childId: string
  readonly adultId: string
}

export function needPeople(familyId: string, ids: readonly string[]): readonly Need[] {
  return ids.map((id) => ({ kind: 'person', where: { id, familyId } }))
}

/** FAM-7: nobody is bound to themselves. FAM-12: whom a record binds, both belong to its family, the child as a child. */
export function refuseBond(bond: Bond, found: Found): Refusal | null {
  if (bond.childId === bond.adultId) return refusal('SamePersonTwice')
  const people = found.of(peopleReader)
  const child = people.find(({ id }) => id === bond.childId)
  if (child === undefined || !people.some(({ id }) => id === bond.adultId))
    return refusal('NotInThisFamily')
  return child.role === 'child' ? null : refusal('NotAChild', { name: child.name })
}
