import { groupedBy } from '../kit/grouped-by.ts'
import type { Day } from '../kit/dates.ts'
import { type Consent, listSetAside } from './consent.ts'
import type { RestrictedParty } from './restricted-party.ts'

export interface RestrictionDue {
  readonly key: string
  readonly familyId: string
  readonly personId: string
  /** How many of their decisions still count: they came in after the restriction, from a device that was offline. */
  readonly stillCount: number
  /** FAM-50: the day on which somebody looks again has come. */
  readonly toReview: boolean
}

type Standing = Pick<
  RestrictedParty,
  'familyId' | 'personId' | 'childId' | 'state' | 'reviewOn'
> & { readonly id: string }

/** FAM-50, FAM-55: restrictions of which something waits for a person. */
export function listRestrictionsDue(
  restrictions: readonly Standing[],
  consents: readonly Consent[],
  today: Day,
): readonly RestrictionDue[] {
  const standing = restrictions.filter(({ state }) => state === 'standing')
  if (standing.length === 0) return []
  const saidIn = groupedBy(consents, ({ familyId }) => familyId)
  return standing
    .map((one) => ({
      ...{ key: one.id, familyId: one.familyId, personId: one.personId },
      stillCount: listSetAside(saidIn.get(one.familyId) ?? [], one).length,
      toReview: one.reviewOn <= today,
    }))
    .filter(({ stillCount, toReview }) => stillCount > 0 || toReview)
}
