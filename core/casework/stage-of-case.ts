import type { GoalRatingEntry } from '../assessment/goals/goal-rating.ts'
import type { ServicePlanEntry } from '../assessment/plan/plan-shape.ts'
import { stateOfPlan } from '../assessment/plan/plan-state.ts'
import type { PairProfileEntry } from '../assessment/profile/profile-shape.ts'
import type { Pair } from '../families/pair.ts'
import type { Day } from '../kit/dates.ts'
import type { CaseContactEntry } from './case-contact.ts'
import type { CaseFollowUpEntry } from './case-follow-up.ts'
import { type CaseFileEntry, stateOfCase } from './case-shape.ts'

export const caseStages = [
  'intake',
  'assessment',
  'plan',
  'intervention',
  'evaluation',
  'closure',
  'followUp',
] as const
export type CaseStage = (typeof caseStages)[number]

/** All of one family, or more: what is another subject's is passed over. */
export interface CaseFacts {
  readonly pairs: readonly (Pair & { readonly id: string })[]
  readonly profiles: readonly PairProfileEntry[]
  readonly plans: readonly ServicePlanEntry[]
  readonly contacts: readonly CaseContactEntry[]
  readonly ratings: readonly GoalRatingEntry[]
  readonly followUps: readonly CaseFollowUpEntry[]
}

export interface StageOfCase {
  /** Where the work stands now. */
  readonly stage: CaseStage
  /** Of each stage, the day on which what makes it was done; null where nothing of it is done. */
  readonly doneOn: Readonly<Record<CaseStage, Day | null>>
  /** How often it was assessed anew after a plan had been made. */
  readonly loops: number
  /** Being assessed anew now, while the case runs. */
  readonly reassessing: boolean
  /** Assessed anew and settled: the plan that was agreed before is to be revised. */
  readonly replanning: boolean
}

/**
 * CAS-10: the stage is computed, never typed. Intake until the case is taken; assessment until a profile is settled; plan until
 * a plan is agreed; intervention from then on; evaluation once a goal is rated afterwards; closure once closing is asked;
 * follow-up once one is planned for an ended case. A profile begun after the plan leads back to assessment, and settled to the
 * plan, until a plan is agreed that is newer. What was done before the case was opened is not this case's.
 */
export function stageOfCase(its: CaseFileEntry, facts: CaseFacts): StageOfCase {
  const own = ownFacts(its, facts)
  const agreed = own.plans.flatMap((plan) => agreedOn(plan) ?? []).sort()
  const planOn = agreed.at(-1) ?? null
  const firstPlan = agreed[0] ?? null
  const settled = own.profiles.flatMap(({ settledOn }) => settledOn ?? []).sort()
  const again = own.profiles.filter(({ begunOn }) => firstPlan !== null && begunOn > firstPlan)
  const open = again.some(
    ({ state, begunOn }) => state === 'draft' && begunOn > (planOn ?? begunOn),
  )
  const newer = again.some(({ settledOn }) => settledOn !== null && settledOn > (planOn ?? ''))
  const doneOn = {
    intake: its.decision === 'accept' ? its.decidedOn : null,
    assessment: settled.at(-1) ?? null,
    plan: planOn,
    intervention: latest(own.contacts.map(({ on }) => on).filter((on) => on >= (planOn ?? on))),
    evaluation: latest(own.ratings.map(({ ratedOn }) => ratedOn)),
    closure: its.closedOn,
    followUp: latest(own.followUps.flatMap((one) => one.doneOn ?? [])),
  }
  const stage = placeOf(its, { doneOn, open, newer, followed: own.followUps.length > 0 })
  return {
    doneOn,
    loops: again.length,
    reassessing: stage === 'assessment' && open,
    replanning: stage === 'plan' && newer,
    stage,
  }
}

interface Place {
  readonly doneOn: StageOfCase['doneOn']
  readonly open: boolean
  readonly newer: boolean
  readonly followed: boolean
}

function placeOf(its: CaseFileEntry, { doneOn, open, newer, followed }: Place): CaseStage {
  const state = stateOfCase(its)
  switch (state) {
    case 'undecided':
    case 'waiting':
    case 'notTaken':
      return 'intake'
    case 'closed':
      return followed ? 'followUp' : 'closure'
    case 'closing':
      return 'closure'
    case 'open':
      if (open || doneOn.assessment === null) return 'assessment'
      if (newer || doneOn.plan === null) return 'plan'
      return doneOn.evaluation !== null && doneOn.evaluation >= doneOn.plan
        ? 'evaluation'
        : 'intervention'
  }
}

/** What counts for a case: since it was opened, of its pair; for a person, of whichever pairs the person stands in. */
function ownFacts(its: CaseFileEntry, facts: CaseFacts): Omit<CaseFacts, 'pairs'> {
  const since = (day: Day | null): boolean => day === null || day >= its.openedOn
  const inFamily = facts.pairs.filter(({ familyId }) => familyId === its.familyId)
  const pairs = inFamily.filter((pair) =>
    its.pairId === null ? isIn(pair, its.personId) : pair.id === its.pairId,
  )
  const pairIds = new Set(pairs.map(({ id }) => id))
  const plans = facts.plans.filter(
    (plan) => isForCase(plan, its, pairIds) && since(agreedOn(plan) ?? plan.begunOn),
  )
  const goalIds = new Set(plans.flatMap((plan) => plan.goalIds))
  return {
    plans,
    profiles: facts.profiles.filter(
      ({ pairId, settledOn, begunOn }) => pairIds.has(pairId) && since(settledOn ?? begunOn),
    ),
    contacts: facts.contacts.filter(({ caseId, on }) => caseId === its.id && since(on)),
    followUps: facts.followUps.filter(({ caseId }) => caseId === its.id),
    ratings: facts.ratings.filter(
      ({ goalId, moment, ratedOn }) =>
        goalIds.has(goalId) && (moment === 'after' || moment === 'followUp') && since(ratedOn),
    ),
  }
}

/** Its own plan, or the whole family's. */
export function isForCase(
  plan: Pick<ServicePlanEntry, 'familyId' | 'pairId' | 'personId'>,
  its: CaseFileEntry,
  pairIds: ReadonlySet<string>,
): boolean {
  if (plan.familyId !== its.familyId) return false
  if (plan.pairId === null && plan.personId === null) return true
  return plan.pairId === null ? plan.personId === its.personId : pairIds.has(plan.pairId)
}

function isIn(pair: Pair, personId: string | null): boolean {
  return pair.childId === personId || pair.adultId === personId
}

function agreedOn(plan: ServicePlanEntry): Day | null {
  if (stateOfPlan(plan) === 'draft') return null
  const days = [plan.childAgreedOn, plan.adultAgreedOn, plan.workerAgreedOn]
  return days.some((day) => day === null) ? null : latest(days.flatMap((day) => day ?? []))
}

function latest(days: readonly Day[]): Day | null {
  return days.toSorted().at(-1) ?? null
}
