import { describe, expect, it } from 'vitest'
import { consent } from '../../families/consent.ts'
import {
  context,
  decided,
  foundWith,
  idOf,
  ids,
  pairWith,
  today,
} from '../../families/cases/family-world.ts'
import { pair } from '../../families/pair.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { goal, type Goal } from '../goals/goal.ts'
import { describePlan } from './describe-plan.ts'
import type { ServicePlan } from './plan-shape.ts'
import { wordingOfPlan } from './plan-state.ts'
import { servicePlan } from './service-plan.ts'

const served = [consent, decided({ purpose: 'service' })] as const
const mother = pairWith(ids.mother, 'mother')
const calls = goalWith()
const known = [served, [pair, mother], [goal, calls]] as const
const agreed = { childAgreedOn: today, adultAgreedOn: today, workerAgreedOn: today }

function goalWith(changes: Partial<Goal> = {}) {
  const fields = { familyId: ids.family, text: 'One call a week', setOn: '2026-03-01', ...changes }
  return { ...goal.read(fieldsAsJson(fields)), id: idOf(70) }
}

function planWith(changes: Partial<ServicePlan> = {}): ServicePlan {
  const place = { familyId: ids.family, pairId: mother.id, goalIds: [calls.id] }
  return servicePlan.read(
    fieldsAsJson({ ...place, begunOn: '2026-03-01', aim: 'They talk again', ...changes }),
  )
}

function say(
  plan: ServicePlan,
  verb: string,
  input: object,
  { goals = [calls], contested = [] }: { goals?: (typeof calls)[]; contested?: string[] } = {},
) {
  const records = goals.map((one) => [goal, one] as const)
  const setting = { ...context, recordId: idOf(800), contested }
  const run = servicePlan.verbs[verb]?.run
  const outcome = run?.(fieldsAsJson(plan), fieldsAsJson(input), foundWith(records), setting)
  return outcome?.ok === false ? outcome.refusal.id : outcome?.value
}

function refusalOf(
  after: ServicePlan,
  before: ServicePlan | null,
  records: Parameters<typeof foundWith>[0] = known,
) {
  const previous = before === null ? null : fieldsAsJson(before)
  return servicePlan.rule(fieldsAsJson(after), previous, foundWith(records), context)?.id ?? null
}

describe('whoever agrees, agrees to the words before them [PLN-2]', () => {
  const child = { by: 'child', on: today, wording: wordingOfPlan(planWith(), [calls]) }

  it('never to what another phone has written since, in the plan or in its goals', () => {
    expect(say(planWith({ aim: 'The child moves' }), 'agree', child)).toBe(
      'ServicePlanChangedSince',
    )
    const moved = goalWith({ text: 'The child moves' })
    expect(say(planWith(), 'agree', child, { goals: [moved] })).toBe('ServicePlanChangedSince')
    const { wording: _wording, ...unseen } = child
    expect(say(planWith(), 'agree', unseen)).toBe('FieldNotValid')
  })

  it('and not while two wordings stand beside each other', () => {
    expect(say(planWith(), 'agree', child, { contested: ['aim'] })).toBe('PlanUndecided')
  })

  it('and once: the day stays', () => {
    const before = planWith({ ...agreed, childAgreedOn: '2026-03-02' })
    expect(say(before, 'agree', child)).toBe('PlanPartyAgreed')
    expect(say(before, 'agree', { ...child, on: '2026-03-02' })).toEqual({})
  })

  it('keeps the goals as they stood, and says that one was worded otherwise since', () => {
    const value = say(planWith(), 'agree', child)
    expect(value).toMatchObject({ agreedGoals: { [calls.id]: { text: 'One call a week' } } })
    const plan = { ...planWith(agreed), ...(typeof value === 'object' ? value : {}), id: idOf(800) }
    const now = goalWith({ text: 'The child moves', state: 'reached', stateOn: today })
    const file = { plan: servicePlan.read(fieldsAsJson(withoutId(plan))), goals: [now] }
    const rest = { ratings: [], reviews: [], people: [], pairs: [], today }
    const described = describePlan({ ...rest, ...file, plan: { ...file.plan, id: idOf(800) } })
    expect(described.goals).toMatchObject([
      { text: 'One call a week', changedTo: 'The child moves', state: 'reached' },
    ])
  })

  it('so that nobody agrees after a goal of the first agreement has changed', () => {
    const agreedGoals = {
      [calls.id]: servicePlan.read(fieldsAsJson(withGoals())).agreedGoals[calls.id],
    }
    const plan = servicePlan.read(
      fieldsAsJson({ ...planWith({ childAgreedOn: today }), agreedGoals }),
    )
    const moved = goalWith({ text: 'The child moves' })
    const input = { by: 'adult', on: today, wording: wordingOfPlan(plan, [moved]) }
    expect(say(plan, 'agree', input, { goals: [moved] })).toBe('PlanGoalChanged')
  })
})

function withGoals(): ServicePlan {
  const value = say(planWith(), 'agree', {
    ...{ by: 'child', on: today, wording: wordingOfPlan(planWith(), [calls]) },
  })
  return { ...planWith(), ...(typeof value === 'object' ? value : {}) }
}

function withoutId<Fields extends { readonly id: string }>({ id: _id, ...rest }: Fields) {
  return rest
}

describe('the photographed paper [PLN-2]', () => {
  it('is kept once somebody has agreed, and takes another’s place only knowingly', () => {
    const fileId = idOf(66)
    expect(say(planWith(), 'keepProof', { fileId })).toBe('PlanNotAgreedYet')
    expect(say(planWith(agreed), 'keepProof', { fileId })).toEqual({ proofFileId: fileId })
    const kept = planWith({ ...agreed, proofFileId: fileId })
    expect(say(kept, 'keepProof', { fileId: idOf(67) })).toBe('PlanProofThere')
    const instead = { fileId: idOf(67), instead: fileId }
    expect(say(kept, 'keepProof', instead)).toEqual({ proofFileId: idOf(67) })
  })
})

describe('a plan after consent was withdrawn [PLN-1]', () => {
  const unserved = [
    [pair, mother],
    [goal, calls],
  ] as const

  it('is neither written nor agreed to', () => {
    expect(refusalOf(planWith({ aim: 'More' }), planWith(), unserved)).toBe('ConsentNotAsked')
    expect(refusalOf(planWith({ childAgreedOn: today }), planWith(), unserved)).toBe(
      'ConsentNotAsked',
    )
  })

  it('can still be taken back and closed', () => {
    expect(refusalOf(planWith(), planWith({ childAgreedOn: today }), unserved)).toBeNull()
    const closed = planWith({ closedOn: today, closedReason: 'Consent was withdrawn' })
    expect(refusalOf(closed, planWith(), unserved)).toBeNull()
    expect(refusalOf(planWith(), planWith(), unserved)).toBeNull()
  })
})

it('a plan carries goals of its own family only [PLN-1]', () => {
  const carried = planWith({ goalIds: [idOf(4242)] })
  expect(refusalOf(carried, planWith())).toBe('GoalOfAnotherFamily')
  expect(refusalOf(carried, null)).toBe('GoalOfAnotherFamily')
  const other = [goal, { ...goalWith({ familyId: idOf(91) }), id: idOf(4242) }] as const
  expect(refusalOf(carried, planWith(), [...known, other])).toBe('GoalOfAnotherFamily')
  expect(refusalOf({ ...carried, aim: 'More' }, carried)).toBeNull()
})
