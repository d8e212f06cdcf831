import { z } from 'zod'
import { needPeople } from '../families/same-family.ts'
import { person } from '../families/person.ts'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { done, refusal, type Refusal, refuse } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found } from '../sync/kind.ts'
import {
  type ContactPlan,
  contactPlanParties,
  contactPlanReader,
  contactPlanShape,
  isContactPlanEmpty,
  isContactPlanFrozen,
  listContactPlanWords,
  stateOfContactPlan,
  wordingOfContactPlan,
} from './contact-plan-shape.ts'
import {
  needPairReached,
  needPairServed,
  refuseKeptAway,
  refusePairKeptAway,
  refusePairUnserved,
} from './refuse-pair-unserved.ts'

/** When, how and about what a child and a parent are in touch, as both want it (家庭沟通约定). A change after agreement is a version of its own. */
export const contactPlan = defineKind({
  name: 'contactPlan',
  room: 'contact',
  shape: contactPlanShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['safeSentence', 'reunionWords', 'ownWords', 'endedReason'],
  maps: ['windows'],
  sets: ['topics', 'redLight', 'pledgeRule', 'caregiverPart'],
  guarded: [
    'familyId',
    'pairId',
    'version',
    'followsId',
    'childAgreedOn',
    'adultAgreedOn',
    'caregiverSawOn',
    'endedOn',
    'endedReason',
  ],
  references: { familyId: 'family', pairId: 'pair', caregiverId: 'person' },
  columns: ['familyId', 'pairId'],
  frozen: isContactPlanFrozen,
  verbs: {
    /** CPL-2: child and parent each agree for themselves, on their day, to the words before them. */
    agree: defineVerb({
      of: contactPlanShape,
      input: z.strictObject({
        by: z.enum(contactPlanParties),
        on: dayShape,
        wording: z.string().min(1).max(64),
      }),
      run: (plan, { by, on, wording }, _found, { today, contested }) => {
        if (plan.endedOn !== null) return refuse('ContactPlanEnded')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        if (on < plan.begunOn) return refuse('PlanAgreedBeforeBegun', { day: plan.begunOn })
        if (isContactPlanEmpty(plan)) return refuse('ContactPlanSaysNothing')
        const before = plan[`${by}AgreedOn`]
        if (before !== null)
          return before === on ? done({}) : refuse('PlanPartyAgreed', { day: before })
        const undecided = contested?.length ?? 0
        if (undecided > 0) return refuse('PlanUndecided', { count: undecided })
        return wording === wordingOfContactPlan(plan)
          ? done({ [`${by}AgreedOn` as const]: on })
          : refuse('ContactPlanChangedSince')
      },
    }),
    /** CPL-3: the guardian has seen it; without the guardian it holds all the same. */
    witness: defineVerb({
      of: contactPlanShape,
      input: z.strictObject({ on: dayShape }),
      run: (plan, { on }, _found, { today }) => {
        if (plan.endedOn !== null) return refuse('ContactPlanEnded')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        return done({ caregiverSawOn: on })
      },
    }),
    /** CPL-2: before both have agreed, the words may be opened again; who agreed so far is asked anew. */
    takeBack: defineVerb({
      of: contactPlanShape,
      input: z.strictObject({}),
      needs: ({ familyId }) => [{ kind: contactPlanReader.name, where: { familyId } }],
      run: (plan, _input, found, { recordId }) => {
        if (plan.endedOn !== null) return refuse('ContactPlanEnded')
        if (found.of(contactPlanReader).some(({ followsId }) => followsId === recordId))
          return refuse('PlanHasNext')
        if (stateOfContactPlan(plan) === 'agreed') return refuse('PlanAgreed')
        return done({ childAgreedOn: null, adultAgreedOn: null, caregiverSawOn: null })
      },
    }),
    end: defineVerb({
      of: contactPlanShape,
      input: z.strictObject({ on: dayShape, reason: z.string().max(300) }),
      run: (plan, { on, reason }, _found, { today }) => {
        if (plan.endedOn !== null) return refuse('ContactPlanEnded')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        if (on < plan.begunOn) return refuse('PlanAgreedBeforeBegun', { day: plan.begunOn })
        return done({ endedOn: on, endedReason: reason.trim() })
      },
    }),
  },
  ruleNeeds: (after) => [
    ...needPairServed(after),
    ...needPairReached(after),
    ...(after.caregiverId === null ? [] : needPeople(after.familyId, [after.caregiverId])),
    ...(after.followsId === null
      ? []
      : [{ kind: contactPlanReader.name, where: { id: after.followsId } }]),
  ],
  rule: (after, before, found, context) => {
    if (before !== null && isContactPlanFrozen(before)) {
      if (listContactPlanWords(before) !== listContactPlanWords(after)) return refusal('PlanAgreed')
      if (after.endedOn !== null) return null
    }
    const keptAway = after.endedOn === null ? refusePlanKeptAway(after, found) : null
    if (keptAway !== null) return keptAway
    if (after.begunOn > context.today)
      return refusal('DateInFuture', { field: 'begunOn', day: after.begunOn })
    if (after.caregiverId !== null && !isOfFamily(after, found.of(person)))
      return refusal('NotInThisFamily')
    if (before === null && isSaidAlready(after))
      return refusal('FieldNeedsVerb', { field: 'agreedOn' })
    const follows = found.of(contactPlanReader).find(({ id }) => id === after.followsId)
    if (before === null && !isNextOf(after, follows)) return refusal('PlanVersionWrong')
    return refusePairUnserved(after, found, context)
  },
})

/** CPL-7: neither party of it, nor the caregiver who helps, is kept away from the child; such a plan can still be ended. */
function refusePlanKeptAway(plan: ContactPlan, found: Found): Refusal | null {
  const { pairId, caregiverId } = plan
  const withPair = refusePairKeptAway(plan, found)
  return withPair === null && caregiverId !== null
    ? refuseKeptAway(pairId, caregiverId, found)
    : withPair
}

function isOfFamily(
  { caregiverId, familyId }: ContactPlan,
  people: readonly { readonly id: string; readonly familyId: string }[],
): boolean {
  return people.some((one) => one.id === caregiverId && one.familyId === familyId)
}

function isSaidAlready(plan: ContactPlan): boolean {
  const { childAgreedOn, adultAgreedOn, caregiverSawOn, endedOn, endedReason } = plan
  return (
    [childAgreedOn, adultAgreedOn, caregiverSawOn, endedOn].some((day) => day !== null) ||
    endedReason !== ''
  )
}

function isNextOf(plan: ContactPlan, follows: ContactPlan | undefined): boolean {
  if (plan.followsId === null) return plan.version === 1
  return follows?.pairId === plan.pairId && plan.version === follows.version + 1
}

/** Two phones that begin the same version begin one record. */
export function contactPlanId(pairId: string, version: number): string {
  return deriveId('contactPlan', pairId, String(version))
}
