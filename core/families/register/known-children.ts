import { childrenOf, nameKey, villageKey, type RegisteredChild } from '../find-duplicates.ts'
import type { ExistingRegister } from './plan-households.ts'
import type { RegisterRow } from './register-row.ts'

export interface KnownChild {
  readonly child: RegisteredChild
  /** The register has no birth date of this child yet, and the row brings it. */
  readonly bringsBirth: boolean
}

/**
 * FAM-25: the child of a row among those who are registered. Same name and birth date; where one of the two birth dates
 * is not known, the same name in the same village beside an adult of the same name.
 */
export function indexKnownChildren(
  existing: ExistingRegister,
): (row: RegisterRow) => KnownChild | null {
  const children = childrenOf(existing.people)
  const byBirth = new Map(
    children.map((child) => [`${nameKey(child.name)}|${child.bornOn ?? ''}`, child]),
  )
  const villages = new Map(existing.families.map(({ id, village }) => [id, villageKey(village)]))
  const placeKey = (name: string, village: string) => `${nameKey(name)}|${villageKey(village)}`
  const byPlace = new Map<string, RegisteredChild[]>()
  for (const child of children) {
    const key = placeKey(child.name, villages.get(child.familyId) ?? '')
    byPlace.set(key, [...(byPlace.get(key) ?? []), child])
  }
  const adults = new Map<string, Set<string>>()
  for (const { familyId, name, role } of existing.people)
    if (role !== 'child')
      adults.set(familyId, (adults.get(familyId) ?? new Set()).add(nameKey(name)))
  return (row) => {
    const { name, bornOn } = row.child
    const same = bornOn === null ? undefined : byBirth.get(`${nameKey(name)}|${bornOn}`)
    if (same !== undefined) return { child: same, bringsBirth: false }
    const near = byPlace.get(placeKey(name, row.village))?.find((child) => {
      if (bornOn !== null && child.bornOn !== null) return false
      const known = adults.get(child.familyId)
      return (
        (row.adults.length === 0 && known === undefined) ||
        row.adults.some((adult) => known?.has(nameKey(adult.name)) === true)
      )
    })
    if (near === undefined) return null
    return { child: near, bringsBirth: bornOn !== null && near.bornOn === null }
  }
}

/** What makes two rows of one file the same child: name and birth date, or without one the name, the village and the adults. */
export function rowKey({ child, village, adults }: RegisterRow): string {
  const place = [villageKey(village), ...adults.map(({ name }) => nameKey(name))].join('|')
  return `${nameKey(child.name)}|${child.bornOn ?? place}`
}
