import { z } from 'zod'
import { dayShape, daysBetween } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { contactTellers } from './contact-entry.ts'
import { needPairServed, refusePairUnserved } from './refuse-pair-unserved.ts'
import { needTeller, refuseTeller } from './teller.ts'

const noContactShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  from: dayShape,
  until: dayShape,
  toldBy: z.enum(contactTellers).default('staff'),
  /** Which caregiver tells. */
  tellerId: z.uuid().nullable().default(null),
})
export type NoContact = z.infer<typeof noContactShape>

/** As many days as somebody can be sure of when asked. */
const mostDays = 31

/**
 * Somebody was asked and says that in these days there was no contact. Without it days without an entry say nothing: that nobody
 * wrote is not that nobody rang.
 */
export const noContact = defineKind({
  name: 'noContact',
  room: 'contact',
  shape: noContactShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  bound: [
    ['from', 'until'],
    ['toldBy', 'tellerId'],
  ],
  references: { familyId: 'family', pairId: 'pair' },
  mentions: ['tellerId'],
  columns: ['familyId', 'pairId', 'from'],
  ruleNeeds: (after) => [...needPairServed(after), ...needTeller(after)],
  /** CON-3: told of days that have passed, a month at most at once. */
  rule: (after, _before, found, context) => {
    const { from, until } = after
    if (until > context.today) return refusal('DateInFuture', { field: 'until', day: until })
    if (until < from) return refusal('EndsBeforeStart', { from, until })
    if (daysBetween(from, until) >= mostDays) return refusal('NoContactTooLong', { days: mostDays })
    return refuseTeller(after, found) ?? refusePairUnserved(after, found, context)
  },
})
