import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { person } from './person.ts'
import { needPeople } from './same-family.ts'

export const returnRhythms = [
  'weekly',
  'monthly',
  'quarterly',
  'halfYearly',
  'yearly',
  'rarer',
  'unknown',
] as const

const migrationShape = z.strictObject({
  familyId: z.uuid(),
  personId: z.uuid(),
  province: z.string().max(40).default(''),
  /** As fine as it gets: a work address below the city is never kept (PR8). */
  city: z.string().max(40).default(''),
  since: dayShape.nullable().default(null),
  until: dayShape.nullable().default(null),
  returnRhythm: z.enum(returnRhythms).default('unknown'),
  work: z.string().max(60).default(''),
  acrossTownship: z.boolean().default(true),
})
export type Migration = z.infer<typeof migrationShape>

/** Who is away, where, since when, and how often back. */
export const migration = defineKind({
  name: 'migration',
  room: 'families',
  shape: migrationShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['province', 'city', 'work'],
  bound: [['since', 'until']],
  references: { familyId: 'family', personId: 'person' },
  columns: ['familyId', 'personId'],
  ruleNeeds: (after) => needPeople(after.familyId, [after.personId]),
  /** FAM-5: a stay begins before it ends, and not in the future. FAM-12: whoever is away belongs to the family. */
  rule: (after, _before, found, context) => {
    if (!found.of(person).some(({ id }) => id === after.personId)) return refusal('NotInThisFamily')
    if (after.since !== null && after.since > context.today)
      return refusal('DateInFuture', { field: 'since', day: after.since })
    return after.since !== null && after.until !== null && after.until < after.since
      ? refusal('EndsBeforeStart', { from: after.since, to: after.until })
      : null
  },
})

/** Away on a day. */
export function isAwayOn(stay: Migration, day: string): boolean {
  return (stay.since === null || stay.since <= day) && (stay.until === null || stay.until > day)
}
