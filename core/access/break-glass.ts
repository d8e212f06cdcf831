import { z } from 'zod'
import { dayInChina, instantShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../sync/kind.ts'

/** P18: why somebody opens a file that is not theirs. */
export const urgentCategories = [
  'childInDanger',
  'workerUnreachable',
  'authorityAsks',
  'familyCameForHelp',
] as const
export const longestHours = 24
export const shortestReason = 20
const reviewDays = 7
/** Whoever opened the same file within so many days needs a second person to open it again. */
const againDays = 30
const verdicts = ['justified', 'talkedOver', 'notJustified'] as const

const urgentReadingShape = z.strictObject({
  familyId: z.uuid(),
  staffId: z.uuid(),
  category: z.enum(urgentCategories),
  reason: z.string().max(1000),
  hours: z.number().int().min(1).max(longestHours).default(longestHours),
  /** `drafted` until it is opened; `asked` while a second person has to agree. */
  state: z.enum(['drafted', 'asked', 'open', 'refused']).default('drafted'),
  openedAt: instantShape.nullable().default(null),
  endsAt: instantShape.nullable().default(null),
  agreedById: z.uuid().nullable().default(null),
  reviewedById: z.uuid().nullable().default(null),
  reviewedAt: instantShape.nullable().default(null),
  verdict: z.enum(verdicts).nullable().default(null),
  reviewWords: z.string().max(1000).default(''),
})
export type UrgentReading = z.infer<typeof urgentReadingShape>
export const urgentVerdicts = verdicts

/** RIG-20: a door opened in need: one family's file, read only, at most 24 hours, seen and reviewed by somebody else. */
export const urgentReading = defineKind({
  name: 'urgentReading',
  room: 'access',
  shape: urgentReadingShape,
  scope: { of: 'agency' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['reason', 'reviewWords'],
  guarded: [
    'familyId',
    'staffId',
    'category',
    'reason',
    'hours',
    'state',
    'openedAt',
    'endsAt',
    'agreedById',
    'reviewedById',
    'reviewedAt',
    'verdict',
    'reviewWords',
  ],
  references: { familyId: 'family', staffId: 'staff' },
  columns: ['familyId', 'staffId', 'state'],
  verbs: {
    open: defineVerb({
      of: urgentReadingShape,
      input: z.strictObject({}),
      needs: ({ familyId }) => [{ kind: 'urgentReading', where: { familyId } }],
      run: (fields, _input, found, context) => {
        if (fields.state !== 'drafted') return refuse('WrongApprovalState', { state: fields.state })
        if (fields.staffId !== context.actor.staffId) return refuse('NotAllowed')
        return isAgain(fields, found, context)
          ? done<Partial<UrgentReading>>({ state: 'asked' })
          : done<Partial<UrgentReading>>(openFor(fields.hours, context))
      },
    }),
    agree: defineVerb({
      of: urgentReadingShape,
      input: z.strictObject({ agrees: z.boolean() }),
      run: (fields, { agrees }, _found, context) => {
        if (fields.state !== 'asked') return refuse('WrongApprovalState', { state: fields.state })
        if (fields.staffId === context.actor.staffId) return refuse('OwnRequest')
        const by = { agreedById: context.actor.staffId }
        return agrees
          ? done<Partial<UrgentReading>>({ ...by, ...openFor(fields.hours, context) })
          : done<Partial<UrgentReading>>({ ...by, state: 'refused' })
      },
    }),
    /** Within seven days, by somebody else; it is kept, whatever the verdict. */
    review: defineVerb({
      of: urgentReadingShape,
      input: z.strictObject({ verdict: z.enum(verdicts), words: z.string().max(1000).default('') }),
      run: (fields, { verdict, words }, _found, context) => {
        if (fields.state !== 'open') return refuse('WrongApprovalState', { state: fields.state })
        if (fields.staffId === context.actor.staffId) return refuse('OwnRequest')
        // The first verdict stays.
        if (fields.reviewedAt !== null) return refuse('ReviewedAlready')
        if (verdict !== 'justified' && words.trim() === '') return refuse('ReasonNeeded')
        return done({
          verdict,
          reviewWords: words,
          reviewedById: context.actor.staffId,
          reviewedAt: context.now,
        })
      },
    }),
  },
  rule: (after, before, _found, { actor }) => {
    if (before !== null) return null
    if (after.state !== 'drafted' || after.openedAt !== null || after.endsAt !== null)
      return refusal('FieldNeedsVerb', { field: 'state' })
    if (after.agreedById !== null || after.verdict !== null || after.reviewedById !== null)
      return refusal('FieldNeedsVerb', { field: 'verdict' })
    return after.staffId === actor.staffId ? refuseReason(after.reason) : refusal('NotAllowed')
  },
})

function openFor(
  hours: number,
  { now }: VerbContext,
): Pick<UrgentReading, 'state' | 'openedAt' | 'endsAt'> {
  const endsAt = new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  return { state: 'open', openedAt: now, endsAt }
}

/** Twenty signs that say something: the same one over and over does not. */
export function refuseReason(reason: string): Refusal | null {
  const signs = [...reason.replaceAll(/\s+/gu, '')]
  return signs.length < shortestReason || new Set(signs).size < shortestReason / 4
    ? refusal('ReasonTooShort', { least: shortestReason })
    : null
}

function isAgain(
  fields: Pick<UrgentReading, 'staffId' | 'familyId'>,
  found: Found,
  { now }: VerbContext,
): boolean {
  const since = new Date(Date.parse(now) - againDays * 86_400_000).toISOString()
  return found
    .of(urgentReading)
    .some(
      ({ staffId, familyId, openedAt }) =>
        staffId === fields.staffId &&
        familyId === fields.familyId &&
        openedAt !== null &&
        openedAt > since,
    )
}

/** Whether this person may read by it at this moment; asked anew with every reading. */
export function refuseUrgentReading(
  grant: UrgentReading | null,
  staffId: string,
  now: string,
): Refusal | null {
  if (grant === null || grant.staffId !== staffId) return refusal('NotFound')
  if (grant.state !== 'open' || grant.endsAt === null) return refusal('SecondPersonNeeded')
  return Date.parse(now) < Date.parse(grant.endsAt) ? null : refusal('UrgentReadingOver')
}

export interface UrgentReview<Reading> {
  readonly reading: Reading
  readonly dueOn: string
  readonly late: boolean
}

/** Those that somebody else still has to look at, the oldest first; nobody reviews their own. */
export function listUrgentReviews<
  Reading extends Pick<UrgentReading, 'state' | 'openedAt' | 'reviewedAt' | 'staffId'>,
>(readings: readonly Reading[], reviewerId: string, now: string): readonly UrgentReview<Reading>[] {
  return readings
    .filter(
      ({ state, reviewedAt, staffId }) =>
        staffId !== reviewerId && (state === 'asked' || (state === 'open' && reviewedAt === null)),
    )
    .map((reading) => {
      const due = Date.parse(reading.openedAt ?? now) + reviewDays * 86_400_000
      return {
        reading,
        dueOn: dayInChina(new Date(due).toISOString()),
        late: due < Date.parse(now),
      }
    })
    .sort((left, right) => left.dueOn.localeCompare(right.dueOn))
}
