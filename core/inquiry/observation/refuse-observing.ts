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

/** OBS-1: only people of the family's own file, and only while consent holds for each child among them. */
export function refuseObserved(
  {
    familyId,
    ids,
    purpose,
  }: {
    readonly familyId: string
    readonly ids: readonly string[]
    readonly purpose: ConsentPurpose
  },
  found: Found,
  today: string,
): Refusal | null {
  const known = found.of(person).filter((one) => one.familyId === familyId)
  const people = ids.map((id) => known.find((one) => one.id === id))
  if (people.some((one) => one === undefined)) return refusal('NotInThisFamily')
  const consents = found.of(consent)
  for (const one of people) {
    if (one?.role !== 'child') continue
    const denied = refuseWithoutConsent(consents, one.id, purpose, today)
    if (denied !== null) return denied
  }
  return null
}
