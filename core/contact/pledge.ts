import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { contactTellers } from './contact-entry.ts'
import {
  needPairReached,
  needPairServed,
  refusePairKeptAway,
  refusePairUnserved,
} from './refuse-pair-unserved.ts'

export const pledgeMatters = [
  'call',
  'comeHome',
  'sendThing',
  'together',
  'school',
  'phoneUse',
  'other',
] as const
export const pledgeStates = ['open', 'kept', 'moved', 'broken'] as const

const pledgeShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid(),
  by: z.enum(['adult', 'child']),
  /** What it is about, in kind only: never the words. */
  about: z.enum(pledgeMatters),
  madeOn: dayShape,
  dueOn: dayShape.nullable().default(null),
  toldBy: z.enum(contactTellers).default('staff'),
  state: z.enum(pledgeStates).default('open'),
  settledOn: dayShape.nullable().default(null),
  /** Moved in time: the new day was told before the old one had passed. It stays when it was kept or broken later. */
  movedTo: dayShape.nullable().default(null),
  settledToldBy: z.enum(contactTellers).nullable().default(null),
})
export type Pledge = z.infer<typeof pledgeShape>
export type PledgeEntry = Pledge & { readonly id: string }

/** A promise between child and parent (承诺), and what became of it. The child makes promises too. */
export const pledge = defineKind({
  name: 'pledge',
  room: 'contact',
  shape: pledgeShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  bound: [['state', 'settledOn', 'movedTo', 'settledToldBy']],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'pairId', 'madeOn'],
  ruleNeeds: (after) => [...needPairServed(after), ...needPairReached(after)],
  /** CON-4: an open promise has no end; one that ended has its day, and a moved one its new day, until it is kept or broken after all. CPL-7: what became of one may be told of anybody. */
  rule: (after, before, found, context) =>
    refuseDays(after, context.today) ??
    (before === null ? refusePairKeptAway(after, found) : null) ??
    refusePairUnserved(after, found, context),
})

/** Whether what became of it is still to be told: a moved one too. */
export function isUnderWay({ state }: Pick<Pledge, 'state'>): boolean {
  return state === 'open' || state === 'moved'
}

/** The day by which it is to be kept, as it stands now; null where none was said. */
export function dueDayOf({ dueOn, movedTo }: Pick<Pledge, 'dueOn' | 'movedTo'>): string | null {
  return movedTo ?? dueOn
}

/**
 * CON-4: as it was before its end was told in error: moved still, where it had been moved in time, else open. The day on which it was
 * moved is kept by its changes only; it was the old last day at the latest.
 */
export function reopenPledge({
  madeOn,
  dueOn,
  state,
  movedTo,
}: Pick<Pledge, 'madeOn' | 'dueOn' | 'state' | 'movedTo'>): Pick<
  Pledge,
  'state' | 'settledOn' | 'movedTo' | 'settledToldBy'
> {
  if (state === 'moved' || movedTo === null)
    return { state: 'open', settledOn: null, movedTo: null, settledToldBy: null }
  const settledOn = dueOn !== null && dueOn <= movedTo ? dueOn : madeOn
  return { state: 'moved', settledOn, movedTo, settledToldBy: 'staff' }
}

function refuseDays(after: Pledge, today: string) {
  const { madeOn, dueOn, state, settledOn, movedTo } = after
  if (madeOn > today) return refusal('DateInFuture', { field: 'madeOn', day: madeOn })
  if (dueOn !== null && dueOn < madeOn)
    return refusal('EndsBeforeStart', { from: madeOn, until: dueOn })
  if ((state === 'open') !== (settledOn === null)) return refusal('PledgeDayMissing')
  if (settledOn !== null && settledOn > today)
    return refusal('DateInFuture', { field: 'settledOn', day: settledOn })
  if (settledOn !== null && settledOn < madeOn)
    return refusal('EndsBeforeStart', { from: madeOn, until: settledOn })
  if (state === 'moved' ? movedTo === null : state === 'open' && movedTo !== null)
    return refusal('PledgeNewDayMissing')
  return state === 'moved' && movedTo !== null && settledOn !== null && movedTo < settledOn
    ? refusal('EndsBeforeStart', { from: settledOn, until: movedTo })
    : null
}
