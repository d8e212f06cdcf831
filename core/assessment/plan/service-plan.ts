import { z } from 'zod'
import { person } from '../../families/person.ts'
import { needPeople } from '../../families/same-family.ts'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'
import { canonicalJson } from '../../kit/json.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { done, type Outcome, refusal, refuse } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import { goal, type GoalEntry } from '../goals/goal.ts'
import { needServed, refuseUnserved } from '../goals/refuse-unserved.ts'
import {
  draftOfPlan,
  isFrozen,
  isGoalChanged,
  isPlanOf,
  listAgreedGoals,
  listWritten,
  stateOfPlan,
  wordingOfPlan,
  wordsToTakeOver,
} from './plan-state.ts'
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
    'agreedGoals',
  ],
  maps: ['strategies', 'collaborators', 'actions'],
  sets: ['targets', 'goalIds', 'evidenceIds'],
  guarded: [
    'familyId',
    'pairId',
    'personId',
    'version',
    'followsId',
    'tookOver',
    'profileIds',
    'agreedGoals',
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
  frozen: isFrozen,
  verbs: {
    /** PLN-2: child, adult and worker each agree for themselves, on their day, to the words before them (`wording`, see wordingOfPlan). */
    agree: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({
        by: z.enum(planParties),
        on: dayShape,
        wording: z.string().min(1).max(64),
      }),
      needs: ({ familyId }) => [{ kind: goal.name, where: { familyId } }],
      run: (plan, { by, on, wording }, found, { today, contested }) => {
        if (plan.closedOn !== null) return refuse('PlanClosed')
        if (on > today) return refuse('DateInFuture', { field: 'on', day: on })
        if (on < plan.begunOn) return refuse('PlanAgreedBeforeBegun', { day: plan.begunOn })
        if (plan.problem.trim() === '' && plan.aim.trim() === '') return refuse('PlanSaysNothing')
        const before = plan[`${by}AgreedOn`]
        if (before !== null)
          return before === on ? done({}) : refuse('PlanPartyAgreed', { day: before })
        const undecided = contested?.length ?? 0
        if (undecided > 0) return refuse('PlanUndecided', { count: undecided })
        return agreeTo(plan, found.of(goal), wording, { [`${by}AgreedOn` as const]: on })
      },
    }),
    /** PLN-2: the photographed paper with the signatures. `instead` is the one that it takes the place of. */
    keepProof: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({ fileId: z.uuid(), instead: z.uuid().nullable().default(null) }),
      run: (plan, { fileId, instead }) => {
        if (plan.closedOn !== null) return refuse('PlanClosed')
        if (!isFrozen(plan)) return refuse('PlanNotAgreedYet')
        if (plan.proofFileId === fileId) return done({})
        return plan.proofFileId === instead
          ? done({ proofFileId: fileId })
          : refuse('PlanProofThere')
      },
    }),
    /** PLN-3: a next version takes over the words of the one before, once: what somebody has taken out since does not come back. */
    takeOver: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({}),
      needs: ({ followsId }) =>
        followsId === null ? [] : [{ kind: planReader.name, where: { id: followsId } }],
      run: (plan, _input, found) => {
        if (plan.tookOver) return done({})
        if (isFrozen(plan)) return refuse('PlanAgreed')
        const follows = found.of(planReader).find(({ id }) => id === plan.followsId)
        return follows === undefined
          ? refuse('PlanVersionWrong')
          : done({ ...wordsToTakeOver(follows), tookOver: true })
      },
    }),
    /** PLN-2: before the last of them has agreed, the words may be opened again; what was agreed to so far is asked anew. */
    takeBack: defineVerb({
      of: servicePlanShape,
      input: z.strictObject({}),
      needs: ({ familyId }) => [{ kind: planReader.name, where: { familyId } }],
      run: (plan, _input, found, { recordId }) => {
        if (plan.closedOn !== null) return refuse('PlanClosed')
        if (found.of(planReader).some(({ followsId }) => followsId === recordId))
          return refuse('PlanHasNext')
        if (planParties.every((by) => plan[`${by}AgreedOn`] !== null)) return refuse('PlanAgreed')
        return done({
          childAgreedOn: null,
          adultAgreedOn: null,
          workerAgreedOn: null,
          proofFileId: null,
          agreedGoals: {},
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
    ...(after.goalIds.length === 0
      ? []
      : [{ kind: goal.name, where: { familyId: after.familyId } }]),
  ],
  rule: (after, before, found, context) => {
    if (before !== null && isFrozen(before) && listWritten(before) !== listWritten(after))
      return refusal('PlanAgreed')
    if (before !== null && isEnding(before, after)) return null
    const follows = found.of(planReader).find(({ id }) => id === after.followsId)
    if (carriesForeignGoal(after, [before, follows], found.of(goal)))
      return refusal('GoalOfAnotherFamily')
    if (before !== null) return refuseUnserved(after, after.begunOn, found, context)
    if (listGuarded(after)) return refusal('FieldNeedsVerb', { field: 'agreedOn' })
    const its = found.of(person).find(({ id }) => id === after.personId)
    if (after.personId !== null && (after.pairId !== null || its?.familyId !== after.familyId))
      return refusal('NotInThisFamily')
    return isNextOf(after, follows)
      ? refuseUnserved(after, after.begunOn, found, context)
      : refusal('PlanVersionWrong')
  },
})

/** Goals that the plan, or the one before it, carried already may have been taken away since. */
function carriesForeignGoal(
  { familyId, goalIds }: ServicePlan,
  earlier: readonly (ServicePlan | null | undefined)[],
  goals: readonly GoalEntry[],
): boolean {
  const own = goals.filter((one) => one.familyId === familyId).map(({ id }) => id)
  const known = [...own, ...earlier.flatMap((plan) => plan?.goalIds ?? [])]
  return goalIds.some((id) => !known.includes(id))
}

function listGuarded(plan: ServicePlan): boolean {
  const days = [...planParties.map((by) => plan[`${by}AgreedOn`]), plan.closedOn, plan.seenOn]
  const isSaid = plan.tookOver || plan.proofFileId !== null || plan.opinion !== ''
  return days.some((day) => day !== null) || isSaid || Object.keys(plan.agreedGoals).length > 0
}

/** PLN-2: the goals are agreed to with the plan that carries them, and stay as the first of them had them before them. */
function agreeTo(
  plan: ServicePlan,
  goals: readonly GoalEntry[],
  wording: string,
  agreed: Partial<ServicePlan>,
): Outcome<Partial<ServicePlan>> {
  if (wording !== wordingOfPlan(plan, goals)) return refuse('ServicePlanChangedSince')
  if (!isFrozen(plan)) return done({ ...agreed, agreedGoals: listAgreedGoals(plan, goals) })
  const changed = goals.find((one) => isGoalChanged(plan, one))
  return changed === undefined
    ? done(agreed)
    : refuse('PlanGoalChanged', { goal: plan.agreedGoals[changed.id]?.text ?? changed.text })
}

/** PLN-1: without consent nothing more is written; that it has ended, or that nobody has agreed any more, can still be said. */
function isEnding(before: ServicePlan, after: ServicePlan): boolean {
  const isSame = canonicalJson(fieldsAsJson(before)) === canonicalJson(fieldsAsJson(after))
  const isTakenBack = planParties.some(
    (by) => before[`${by}AgreedOn`] !== null && after[`${by}AgreedOn`] === null,
  )
  return isSame || isTakenBack || before.closedOn !== after.closedOn
}

/** PLN-3: versions of one plan are numbered without a gap, and each names the one that it takes the place of. */
function isNextOf(plan: ServicePlan, follows: ServicePlan | undefined): boolean {
  if (plan.followsId === null) return plan.version === 1
  return (
    follows !== undefined &&
    isPlanOf(follows, plan) &&
    follows.version + 1 === plan.version &&
    stateOfPlan(follows) !== 'draft'
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
