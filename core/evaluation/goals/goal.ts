import { z } from 'zod'
import { consent } from '../../families/consent.ts'
import { holdsServiceConsent } from '../../families/consent-state.ts'
import { pair } from '../../families/pair.ts'
import { dayShape } from '../../kit/dates.ts'
import { refusal, type Refusal } from '../../kit/outcome.ts'
import { defineKind, type Found, type Need, type VerbContext } from '../../sync/kind.ts'

const levelText = z.string().max(300).default('')

const goalShape = z.strictObject({
  familyId: z.uuid(),
  /** The child and adult whom it concerns; null when it is the whole family's. */
  pairId: z.uuid().nullable().default(null),
  text: z.string().min(1).max(300),
  /** In words, agreed before anything is rated; empty for a goal that is only ticked off (a checklist). */
  muchLess: levelText,
  less: levelText,
  expected: levelText,
  more: levelText,
  muchMore: levelText,
  /** How much it counts beside the others. */
  weight: z.number().int().min(1).max(5).default(1),
  setOn: dayShape,
})
export type Goal = z.infer<typeof goalShape>

/** What a family wants to reach, with what less and more than that would look like (goal attainment scaling). */
export const goal = defineKind({
  name: 'goal',
  room: 'evaluation',
  shape: goalShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['text', 'muchLess', 'less', 'expected', 'more', 'muchMore'],
  guarded: ['familyId', 'pairId'],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'setOn'],
  ruleNeeds: (after) => needServed(after),
  rule: (after, _before, found, context) => refuseUnserved(after, after.setOn, found, context),
})

export function needServed(after: {
  readonly familyId: string
  readonly pairId?: string | null
}): readonly Need[] {
  return [
    { kind: 'consent', where: { familyId: after.familyId } },
    ...(after.pairId === null || after.pairId === undefined
      ? []
      : [{ kind: 'pair', where: { id: after.pairId } }]),
  ]
}

/** EVA-29: goals, tasks and stated changes are kept only with consent to be served, about this family's pairs, never ahead of time. */
export function refuseUnserved(
  after: { readonly familyId: string; readonly pairId?: string | null },
  day: string,
  found: Found,
  context: VerbContext,
): Refusal | null {
  if (day > context.today) return refusal('DateInFuture', { field: 'on', day })
  const its = found.of(pair).find(({ id }) => id === after.pairId)
  const named = after.pairId !== null && after.pairId !== undefined
  if (named && its?.familyId !== after.familyId) return refusal('PairOfAnotherChild')
  return holdsServiceConsent(found.of(consent), context.today)
    ? null
    : refusal('ConsentNotAsked', { purpose: 'service' })
}
