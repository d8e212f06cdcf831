import { describe, expect, it } from 'vitest'
import { goalRating } from '../assessment/goals/goal-rating.ts'
import { servicePlan } from '../assessment/plan/service-plan.ts'
import type { ServicePlan } from '../assessment/plan/plan-shape.ts'
import { type PairProfile, pairProfileShape } from '../assessment/profile/profile-shape.ts'
import { idOf, ids } from '../families/cases/family-world.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { CaseFile } from './case-shape.ts'
import { aGoal, caseWith, contactWith, followUpWith, mother, taken } from './cases/case-world.ts'
import { type CaseFacts, stageOfCase } from './stage-of-case.ts'

const place = { familyId: ids.family, pairId: mother.id }

function profile(no: number, changes: Partial<PairProfile> = {}) {
  return {
    ...pairProfileShape.parse({ ...place, no, begunOn: '2026-02-03', ...changes }),
    id: idOf(960 + no),
  }
}

function plan(changes: Partial<ServicePlan> = {}, agreedOn: string | null = '2026-02-20') {
  const agreed = { childAgreedOn: agreedOn, adultAgreedOn: agreedOn, workerAgreedOn: agreedOn }
  const fields = { ...place, begunOn: '2026-02-12', goalIds: [aGoal.id], ...agreed, ...changes }
  return { ...servicePlan.read(fieldsAsJson(fields)), id: idOf(970 + (changes.version ?? 1)) }
}

const settled = { state: 'settled', settledOn: '2026-02-10' } as const
const after = {
  ...goalRating.read({
    familyId: ids.family,
    goalId: aGoal.id,
    moment: 'after',
    ratedOn: '2026-03-08',
    level: 1,
  }),
  id: idOf(980),
}

function stage(facts: Partial<CaseFacts>, changes: Partial<CaseFile> = taken) {
  const none = {
    pairs: [mother],
    profiles: [],
    plans: [],
    contacts: [],
    ratings: [],
    followUps: [],
  }
  return stageOfCase(caseWith(changes), { ...none, ...facts })
}

describe('the stage of a case [CAS-10]', () => {
  it('follows what is done', () => {
    expect(stage({}, {}).stage).toBe('intake')
    expect(stage({}).stage).toBe('assessment')
    expect(stage({ profiles: [profile(1)] }).stage).toBe('assessment')
    const profiles = [profile(1, settled)]
    expect(stage({ profiles }).stage).toBe('plan')
    expect(stage({ profiles, plans: [plan({}, null)] }).stage).toBe('plan')
    const plans = [plan()]
    expect(stage({ profiles, plans }).stage).toBe('intervention')
    expect(stage({ profiles, plans, ratings: [after] }).stage).toBe('evaluation')
    const asked = { ...taken, closeAskedOn: '2026-03-09' }
    expect(stage({ profiles, plans }, asked).stage).toBe('closure')
    const closed = { ...asked, closedOn: '2026-03-10' }
    expect(stage({ profiles, plans }, closed).stage).toBe('closure')
    expect(stage({ profiles, plans, followUps: [followUpWith()] }, closed).stage).toBe('followUp')
  })

  it('says of each stage when it was done, and of interventions only those after the plan', () => {
    const facts = { profiles: [profile(1, settled)], plans: [plan()] }
    const early = contactWith({ on: '2026-02-15' })
    expect(stage({ ...facts, contacts: [early] }).doneOn).toEqual({
      intake: '2026-02-02',
      assessment: '2026-02-10',
      plan: '2026-02-20',
      intervention: null,
      evaluation: null,
      closure: null,
      followUp: null,
    })
    expect(stage({ ...facts, contacts: [early, contactWith()] }).doneOn.intervention).toBe(
      '2026-03-05',
    )
  })

  it('loops back when a newer profile is begun after the plan, until a newer plan is agreed', () => {
    const again = { begunOn: '2026-03-01', settledOn: null }
    const first = profile(1, settled)
    const drafted = stage({ profiles: [first, profile(2, again)], plans: [plan()] })
    expect([drafted.stage, drafted.reassessing, drafted.loops]).toEqual(['assessment', true, 1])
    const newer = profile(2, { ...again, state: 'settled', settledOn: '2026-03-03' })
    const next = stage({ profiles: [first, newer], plans: [plan()] })
    expect([next.stage, next.reassessing]).toEqual(['plan', true])
    const plans = [plan(), plan({ version: 2 }, '2026-03-04')]
    const on = stage({ profiles: [first, newer], plans })
    expect([on.stage, on.reassessing, on.loops]).toEqual(['intervention', false, 1])
  })

  it('takes a person’s from the pairs the person stands in, and nobody else’s', () => {
    const person = { ...taken, pairId: null, personId: ids.child }
    const facts = { profiles: [profile(1, settled)], plans: [plan()] }
    expect(stage(facts, person).stage).toBe('intervention')
    expect(stage(facts, { ...person, personId: ids.father }).stage).toBe('assessment')
    const other = { pairs: [mother, { ...mother, id: idOf(99) }] }
    expect(stage({ ...facts, ...other }, { ...taken, pairId: idOf(99) }).stage).toBe('assessment')
  })
})
