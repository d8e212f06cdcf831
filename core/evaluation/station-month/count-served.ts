import type { Person } from '../../families/person-shape.ts'
import { tookPart, type Participation } from '../../groupwork/count-attendance.ts'
import { ageOn, type Day } from '../../kit/dates.ts'
import type { Known } from '../evaluation-records.ts'
import type { ServedCount } from './station-month.ts'

/** Persons who took part themselves at least once, each counted once however often they came. */
export function countServed(
  participation: readonly Participation[],
  people: readonly Known<Person>[],
  on: Day,
): ServedCount {
  const seats = participation.filter(tookPart).map(({ seat }) => seat)
  const ids = new Set(seats.map(({ personId }) => personId))
  const served = people.filter(({ id }) => ids.has(id))
  const count = (holds: (person: Known<Person>) => boolean) => served.filter(holds).length
  const ages = served.filter(({ role }) => role === 'child').map(({ bornOn }) => ageAt(bornOn, on))
  const between = (low: number, high: number) =>
    ages.filter((age) => age !== null && age >= low && age <= high).length
  return {
    persons: ids.size,
    families: new Set(seats.map(({ familyId }) => familyId)).size,
    children: count(({ role }) => role === 'child'),
    parents: count(({ role }) => role === 'parent'),
    caregivers: count(({ role }) => role !== 'child' && role !== 'parent'),
    female: count(({ sex }) => sex === 'female'),
    male: count(({ sex }) => sex === 'male'),
    sexNotKnown: ids.size - count(({ sex }) => sex !== 'unknown'),
    under6: between(0, 5),
    from6To12: between(6, 12),
    from13To17: between(13, 17),
    ageNotKnown: ages.length - between(0, 17),
  }
}

function ageAt(bornOn: Day | null, on: Day): number | null {
  return bornOn === null || bornOn > on ? null : ageOn(bornOn, on)
}
