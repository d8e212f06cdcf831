import { consent } from '../../../families/consent.ts'
import { peopleReader } from '../../../families/person-shape.ts'
import { needPeople } from '../../../families/same-family.ts'
import { refuseFamilyUnserved } from '../../../families/refuse-family-unserved.ts'
import { refusal, type Refusal } from '../../../kit/outcome.ts'
import type { Found, Need, VerbContext } from '../../../sync/kind.ts'
import { type Dated, endsBeforeStart, liesAfter } from './partial-day.ts'

export function needDrawn(familyId: string, ids: readonly string[]): readonly Need[] {
  return [...needPeople(familyId, ids), { kind: 'consent', where: { familyId } }]
}

/** DRA-1: what is drawn is about people of one family, each once, and kept with consent to be served. */
export function refuseDrawn(
  ids: readonly string[],
  found: Found,
  context: VerbContext,
): Refusal | null {
  if (new Set(ids).size < ids.length) return refusal('SamePersonTwice')
  const people = found.of(peopleReader)
  if (ids.some((id) => !people.some((one) => one.id === id))) return refusal('NotInThisFamily')
  return refuseFamilyUnserved(found.of(consent), context.today)
}

/** DRA-2: what is drawn begins before it ends, and not in the future. */
export function refuseDates(dated: Dated, context: VerbContext): Refusal | null {
  const { since, until } = dated
  for (const [field, day] of [['since', since] as const, ['until', until] as const])
    if (day !== null && liesAfter(day, context.today))
      return refusal('DateInFuture', { field, day })
  return endsBeforeStart(dated)
    ? refusal('EndsBeforeStart', { from: since ?? '', to: until ?? '' })
    : null
}
