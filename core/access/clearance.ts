import { addDays, type Day } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import type { Found, Need } from '../sync/kind.ts'
import { staff, type Staff } from './staff.ts'

export interface Clearance {
  readonly state: 'missing' | 'expired' | 'dueSoon' | 'valid'
  /** The last day on which it holds; null while none is known. */
  readonly until: Day | null
}

const daysToGo = 30

/**
 * ACC-25: the record check of whoever works closely with children holds for a year after it was seen (LPM 62: at hiring, and
 * yearly). `dueSoon` in its last 30 days.
 */
export function clearanceOf(
  { clearanceCheckedOn }: Pick<Staff, 'clearanceCheckedOn'>,
  today: Day,
): Clearance {
  if (clearanceCheckedOn === null) return { state: 'missing', until: null }
  const until = aYearAfter(clearanceCheckedOn)
  if (until < today) return { state: 'expired', until }
  return { state: addDays(today, daysToGo) > until ? 'dueSoon' : 'valid', until }
}

/** 29 February has its anniversary on 1 March. */
function aYearAfter(day: Day): Day {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return next.endsWith('-02-29') ? `${next.slice(0, 4)}-03-01` : next
}

/** The records that `refuseUncleared` has to see. */
export function clearanceNeeds(staffIds: readonly string[]): readonly Need[] {
  return staffIds.map((id) => ({ kind: staff.name, where: { id } }))
}

/**
 * ACC-25: nobody is given a family or a group whose check is missing or more than a year old; the refusal names them. Whoever
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
  for (const person of people) {
    const { state } = clearanceOf(person, today)
    if (state === 'missing') return refusal('ClearanceMissing', { name: person.name })
    if (state === 'expired')
      return refusal('ClearanceExpired', {
        name: person.name,
        day: person.clearanceCheckedOn ?? '',
      })
  }
  return null
}
