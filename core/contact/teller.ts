import { needPeople } from '../families/same-family.ts'
import { peopleReader } from '../families/person-shape.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need } from '../sync/kind.ts'
import type { ContactTeller } from './contact-entry.ts'

/** Who tells: in which part, and where a child has several caregivers which of them. */
export interface Teller {
  readonly toldBy: ContactTeller
  /** Of caregivers alone; null also in what was told before it was kept. */
  readonly tellerId: string | null
}

/** CON-26: two caregivers are two who tell; a caregiver of whom only the part is known may be any of them. */
export function isSameTeller(left: Teller, right: Teller): boolean {
  if (left.toldBy !== right.toldBy) return false
  return left.tellerId === null || right.tellerId === null || left.tellerId === right.tellerId
}

/** Whether all is told by one and the same. */
export function areOneTeller(tellers: readonly Teller[]): boolean {
  const known = tellers.find(({ tellerId }) => tellerId !== null) ?? tellers[0]
  return known === undefined || tellers.every((one) => isSameTeller(one, known))
}

interface Told extends Teller {
  readonly familyId: string
}

export function needTeller({ familyId, tellerId }: Told): readonly Need[] {
  return tellerId === null ? [] : needPeople(familyId, [tellerId])
}

/** CON-26: only a caregiver is named, and one of this family. */
export function refuseTeller({ toldBy, tellerId }: Told, found: Found): Refusal | null {
  if (tellerId === null) return null
  if (toldBy !== 'caregiver') return refusal('TellerIsNoCaregiver')
  return found.of(peopleReader).some(({ id }) => id === tellerId)
    ? null
    : refusal('NotInThisFamily')
}
