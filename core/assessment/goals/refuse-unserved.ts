import { consent } from '../../families/consent.ts'
import { pair } from '../../families/pair.ts'
import { refuseFamilyUnserved } from '../../families/refuse-family-unserved.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import type { Found, Need, VerbContext } from '../../sync/kind.ts'

interface OfFamily {
  readonly familyId: string
  readonly pairId?: string | null
}

export function needServed(after: OfFamily): readonly Need[] {
  return [
    { kind: 'consent', where: { familyId: after.familyId } },
    ...(after.pairId === null || after.pairId === undefined
      ? []
      : [{ kind: 'pair', where: { id: after.pairId } }]),
  ]
}

/** EVA-29: goals, plans, tasks and stated changes are kept only with consent to be served, about this family's pairs, never ahead of time. */
export function refuseUnserved(
  after: OfFamily,
  day: string,
  found: Found,
  context: VerbContext,
): Refusal | null {
  if (day > context.today) return refusal('DateInFuture', { field: 'on', day })
  const its = found.of(pair).find(({ id }) => id === after.pairId)
  const named = after.pairId !== null && after.pairId !== undefined
  if (named && its?.familyId !== after.familyId) return refusal('PairOfAnotherChild')
  return refuseFamilyUnserved(found.of(consent), context.today)
}
