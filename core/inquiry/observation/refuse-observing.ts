// What every observation about a family asks first: are these its people, and does consent hold for the children among them?
import { consent, type ConsentPurpose } from '../../families/consent.ts'
import { refuseWithoutConsent } from '../../families/consent-state.ts'
import { person } from '../../families/person.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import type { Found, Need } from '../../sync/kind.ts'

/** The family's consents, and everybody in its file: children among the observed are known by it. */
export function needObserved(familyId: string | null): readonly Need[] {
  return familyId === null
    ? []
    : [
        { kind: consent.name, where: { familyId } },
        { kind: person.name, where: { familyId } },
      ]
}

/**
 * OBS-1: only people of the family's own file, and only while consent holds for each child among them. `childIds` are those whom
 * it concerns: an adult in a child's place would be observed with nobody's consent asked.
 */
export function refuseObserved(
  {
    familyId,
    childIds,
    otherIds,
    purpose,
  }: {
    readonly familyId: string
    readonly childIds: readonly string[]
    readonly otherIds: readonly string[]
    readonly purpose: ConsentPurpose
  },
  found: Found,
  today: string,
): Refusal | null {
  const known = found.of(person).filter((one) => one.familyId === familyId)
  const find = (id: string) => known.find((one) => one.id === id)
  const children = childIds.map(find)
  const people = [...children, ...otherIds.map(find)]
  if (people.some((one) => one === undefined)) return refusal('NotInThisFamily')
  if (children.some((one) => one?.role !== 'child')) return refusal('ObservedNotChild')
  const consents = found.of(consent)
  for (const one of people) {
    if (one?.role !== 'child') continue
    const denied = refuseWithoutConsent(consents, one.id, purpose, today)
    if (denied !== null) return denied
  }
  return null
}
