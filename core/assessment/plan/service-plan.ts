import { z } from 'zod'
import { person } from '../../families/person.ts'
import { needPeople } from '../../families/same-family.ts'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { done, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import { needServed, refuseUnserved } from '../goals/refuse-unserved.ts'
import { draftOfPlan, isFrozen, isPlanOf, listWritten } from './plan-state.ts'
import {
  planParties,
  planReader,
  type PlanSubject,
  servicePlanShape,
  type ServicePlan,
} from './plan-shape.ts'

const seenInput = z.strictObject({
  opinion: z.string().max(2000).default(''),
  draft: z.string().max(64).nullable().default(null),
})

/** What is agreed with a pair or a family to be done (form-F17). A change after everybody has agreed is a version of its own. */
export const servicePlan = defineKind({
  name: 'servicePlan',
  room: 'assessment',
  shape: servicePlanShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: [
    'problem',
    'aim',
    'strategies',
    'collaborators',
    'workerRole',
    'clientRole',
    'actions',
    'closedReason',
    'opinion',
    'seenAs',
  ],
  maps: ['strategies', 'collaborators', 'actions'],
  sets: ['targets', 'goalIds', 'evidenceIds'],
  guarded: [
    'familyId',
    'pairId',
    'personId',
    'version',
    'followsId',
    'profileIds',
    'childAgreedOn',
    'adultAgreedOn',
    'workerAgreedOn',
    'proofFileId',
    'closedOn',
    'closedReason',
    'seenOn',
    'seenById',
    'opinion',
    'seenAs',
  ],
  references: { familyId: 'family', pairId: 'pair', personId: 'person', seenById: 'staff' },
  columns: ['familyId', 'pairId', 'personId'],
  verbs: {
    /** PLN-2: child, adult and worker each agree for themselves, on their day; the photographed paper may lie with it. */
    agree: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({
        by: z.enum(planParties),
        on: dayShape,
        proofFileId: z.uuid().nullable().default(null),
      }),
      run: (plan, { by, on, proofFileId }, _found, { today }) => {
        if (plan.closedOn !== null) return refuse('PlanClosed')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        if (on < plan.begunOn) return refuse('PlanAgreedBeforeBegun', { day: plan.begunOn })
        if (plan.problem.trim() === '' && plan.aim.trim() === '') return refuse('PlanSaysNothing')
        const proof = proofFileId === null ? {} : { proofFileId }
        return done({ [`${by}AgreedOn` as const]: on, ...proof })
      },
    }),
    /** PLN-2: before the last of them has agreed, the words may be opened again; what was agreed to so far is asked anew. */
    takeBack: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({}),
      run: (plan) => {
        if (plan.closedOn !== null) return refuse('PlanClosed')
        if (planParties.every((by) => plan[`${by}AgreedOn`] !== null)) return refuse('PlanAgreed')
        return done({
          childAgreedOn: null,
          adultAgreedOn: null,
          workerAgreedOn: null,
          proofFileId: null,
        })
      },
    }),
    close: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({ on: dayShape, reason: z.string().max(600) }),
      run: (plan, { on, reason }, _found, { today }) => {
        if (plan.closedOn !== null) return refuse('PlanClosed')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        if (reason.trim() === '') return refuse('PlanReasonMissing')
        return done({ closedOn: on, closedReason: reason.trim() })
      },
    }),
    /** PLN-4: that the supervisor has seen the plan is said by the supervisor, of the words before them. */
    markSeen: defineVerb({
      of: servicePlanShape,
      input: seenInput,
      run: (plan, { opinion, draft }, _found, { actor, today }) => {
        const seenAs = draftOfPlan(plan)
        return draft === null || draft === seenAs
          ? done({ opinion, seenOn: today, seenById: actor.staffId, seenAs })
          : refuse('ServicePlanChangedSince')
      },
    }),
  },
  ruleNeeds: (after) => [
    ...needServed(after),
    ...(after.personId === null ? [] : needPeople(after.familyId, [after.personId])),
    ...(after.followsId === null ? [] : [{ kind: 'servicePlan', where: { id: after.followsId } }]),
  ],
  rule: (after, before, found, context) => {
    if (before !== null)
      return isFrozen(before) && listWritten(before) !== listWritten(after)
        ? refusal('PlanAgreed')
        : null
    if (listGuarded(after)) return refusal('FieldNeedsVerb', { field: 'agreedOn' })
    const its = found.of(person).find(({ id }) => id === after.personId)
    if (after.personId !== null && (after.pairId !== null || its?.familyId !== after.familyId))
      return refusal('NotInThisFamily')
    const follows = found.of(planReader).find(({ id }) => id === after.followsId)
    return isNextOf(after, follows)
      ? refuseUnserved(after, after.begunOn, found, context)
      : refusal('PlanVersionWrong')
  },
})

function listGuarded(plan: ServicePlan): boolean {
  const days = [...planParties.map((by) => plan[`${by}AgreedOn`]), plan.closedOn, plan.seenOn]
  return days.some((day) => day !== null) || plan.opinion !== ''
}

/** PLN-3: versions of one plan are numbered without a gap, and each names the one that it takes the place of. */
function isNextOf(plan: ServicePlan, follows: ServicePlan | undefined): boolean {
  if (plan.followsId === null) return plan.version === 1
  return (
    follows !== undefined &&
    isPlanOf(follows, plan) &&
    follows.version + 1 === plan.version &&
    isFrozen(follows)
  )
}

/** Two phones that begin the same version of the same plan make one plan. */
export function servicePlanId({
  familyId,
  pairId,
  personId,
  version,
}: PlanSubject & Pick<ServicePlan, 'version'>): string {
  return deriveId('servicePlan', pairId ?? personId ?? familyId, String(version))
}
