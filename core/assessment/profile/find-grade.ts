import type { Guardianship } from '../../families/guardianship.ts'
import type { Day } from '../../kit/dates.ts'

export type GuardianshipEntry = Guardianship & { readonly id: string }

/**
 * The guardianship record whose grade (form-F1) the profile shows: of whoever looks after the child now, otherwise of the legal
 * guardian; of several the graded one, then the latest. Null where nobody is recorded.
 */
export function findGradedGuardianship(
  guardianships: readonly GuardianshipEntry[],
  childId: string,
  today: Day,
): GuardianshipEntry | null {
  const order = (one: GuardianshipEntry): string =>
    [one.kind === 'caregiver' ? 1 : 0, one.grade === null ? 0 : 1, one.since ?? '', one.id].join(
      ' ',
    )
  const current = guardianships.filter(
    ({ childId: ofChild, since, until }) =>
      ofChild === childId &&
      (since === null || since <= today) &&
      (until === null || until >= today),
  )
  return current.toSorted((left, right) => order(left).localeCompare(order(right))).at(-1) ?? null
}
