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

  const first = profile(1, settled)
  const begun = { begunOn: '2026-03-01', settledOn: null }
  const again = profile(2, begun)
  const anew = profile(2, { ...begun, state: 'settled', settledOn: '2026-03-03' })
  const revised = plan({ version: 2 }, '2026-03-04')
  const round = (facts: Partial<CaseFacts>, changes?: Partial<CaseFile>) => {
    const { stage: at, reassessing, replanning, loops } = stage(facts, changes)
    return [at, reassessing ? 'assessed anew' : replanning ? 'to be revised' : '', loops]
  }

  it('loops back when a newer profile is begun after the plan, and once that is settled to the plan, until a newer one is agreed', () => {
    const profiles = [first, again]
    expect(round({ profiles, plans: [plan()] })).toEqual(['assessment', 'assessed anew', 1])
    const next = { profiles: [first, anew] }
    expect(round({ ...next, plans: [plan()] })).toEqual(['plan', 'to be revised', 1])
    const drafted = plan({ version: 2, begunOn: '2026-03-03' }, null)
    expect(round({ ...next, plans: [plan(), drafted] })).toEqual(['plan', 'to be revised', 1])
    expect(round({ ...next, plans: [plan(), revised] })).toEqual(['intervention', '', 1])
    const sameDay = plan({ version: 2 }, '2026-03-03')
    expect(round({ ...next, plans: [plan(), sameDay] })).toEqual(['intervention', '', 1])
  })

  it('loops a second time, and is evaluated by what was rated after the newest plan', () => {
    const plans = [plan(), revised]
    const third = profile(3, { begunOn: '2026-03-10', settledOn: null })
    const facts = { profiles: [first, anew], plans, ratings: [after] }
    expect(round(facts)).toEqual(['evaluation', '', 1])
    const open = { ...facts, profiles: [first, anew, third] }
    expect(round(open)).toEqual(['assessment', 'assessed anew', 2])
    const thirdSettled = profile(3, { ...settled, begunOn: '2026-03-10', settledOn: '2026-03-12' })
    const closed = { ...facts, profiles: [first, anew, thirdSettled] }
    expect(round(closed)).toEqual(['plan', 'to be revised', 2])
    const newest = { ...closed, plans: [...plans, plan({ version: 3 }, '2026-03-13')] }
    expect(round(newest)).toEqual(['intervention', '', 2])
  })

  it('asks for no revised plan once the closing is asked or the case has ended', () => {
    const asked = { ...taken, closeAskedOn: '2026-03-09' }
    const ended = { ...asked, closedOn: '2026-03-10' }
    for (const profiles of [
      [first, again],
      [first, anew],
    ]) {
      const facts = { profiles, plans: [plan()] }
      expect(round(facts, asked)).toEqual(['closure', '', 1])
      expect(round(facts, ended)).toEqual(['closure', '', 1])
    }
  })

  it('takes a person’s from the pairs the person stands in, and nobody else’s', () => {
    const person = { ...taken, pairId: null, personId: ids.child }
    const facts = { profiles: [profile(1, settled)], plans: [plan()] }
    expect(stage(facts, person).stage).toBe('intervention')
    expect(stage(facts, { ...person, personId: ids.father }).stage).toBe('assessment')
    const other = { pairs: [mother, { ...mother, id: idOf(99) }] }
    expect(stage({ ...facts, ...other }, { ...taken, pairId: idOf(99) }).stage).toBe('assessment')
  })

  it('counts nothing from before the case was opened', () => {
    const early = profile(1, { ...settled, begunOn: '2026-01-05', settledOn: '2026-01-10' })
    expect(stage({ profiles: [early], plans: [plan({}, '2026-01-20')] }).doneOn).toMatchObject({
      assessment: null,
      plan: null,
    })
    const rated = { ...after, ratedOn: '2026-01-31' }
    const facts = { profiles: [profile(1, settled)], plans: [plan()], ratings: [rated] }
    expect(stage(facts).stage).toBe('intervention')
  })
})
