import { addDays, type Day } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need } from '../sync/kind.ts'
import { agency, type Agency } from './agency.ts'
import { staff, type Staff } from './staff.ts'

export const clearanceStates = ['missing', 'expired', 'dueSoon', 'valid'] as const
export interface Clearance {
  readonly state: (typeof clearanceStates)[number]
  /** The last day on which it holds; null while none is known. */
  readonly until: Day | null
}

const daysToGo = 30

/** What the agency has set; null where its record is not at hand: then the law's year holds. */
export type ClearanceRules = Pick<Agency, 'clearanceMonths'> | null

/**
 * ACC-25: the record check of whoever works closely with children holds for a year after it was seen (LPM 62: at hiring, and
 * yearly), or for the fewer months that the agency has set. `dueSoon` in its last 30 days. Asked everywhere, so that what warns,
 * what bars and what counts agree.
 */
export function clearanceOf(
  { clearanceCheckedOn }: Pick<Staff, 'clearanceCheckedOn'>,
  rules: ClearanceRules,
  today: Day,
): Clearance {
  if (clearanceCheckedOn === null) return { state: 'missing', until: null }
  const until = monthsAfter(clearanceCheckedOn, rules?.clearanceMonths ?? 12)
  if (until < today) return { state: 'expired', until }
  return { state: addDays(today, daysToGo) > until ? 'dueSoon' : 'valid', until }
}

/** A day that the month has not becomes the first of the next: 29 February has its anniversary on 1 March. */
function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const there = new Date(Date.UTC(year, month - 1 + months, date))
  // A shorter month has run over: 31 August and six months are 1 March, not the third.
  if (there.getUTCDate() !== date) there.setUTCDate(1)
  return there.toISOString().slice(0, 10)
}

/** The records that `refuseUncleared` has to see. */
export function clearanceNeeds(staffIds: readonly string[]): readonly Need[] {
  if (staffIds.length === 0) return []
  const people = staffIds.map((id) => ({ kind: staff.name, where: { id } }))
  return [...people, { kind: agency.name, where: {} }]
}

/**
 * ACC-25: nobody is given a family or a group whose check is missing or no longer holds; the refusal names them. Whoever
 * begins a file (`founderId`) stands in it at once and is reminded instead, or nobody could begin; into a file that is there
 * nobody takes themselves. Someone unknown here is the references' business.
 */
export function refuseUncleared(
  added: readonly string[],
  found: Found,
  today: Day,
  founderId: string | null = null,
): Refusal | null {
  const people = found.of(staff).filter(({ id }) => added.includes(id) && id !== founderId)
  const rules = found.of(agency)[0] ?? null
  for (const person of people) {
    const { state } = clearanceOf(person, rules, today)
    if (state === 'missing') return refusal('ClearanceMissing', { name: person.name })
    if (state === 'expired')
      return refusal('ClearanceExpired', {
        name: person.name,
        day: person.clearanceCheckedOn ?? '',
      })
  }
  return null
}
