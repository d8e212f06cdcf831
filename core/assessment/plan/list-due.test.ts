import { describe, expect, it } from 'vitest'
import { idOf, ids, today } from '../../families/cases/family-world.ts'
import { addDays } from '../../kit/dates.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { goal, type Goal } from '../goals/goal.ts'
import { goalReview } from '../goals/goal-review.ts'
import { listDue } from './list-due.ts'
import type { ServicePlan } from './plan-shape.ts'
import { draftOfPlan } from './plan-state.ts'
import { servicePlan } from './service-plan.ts'

const inDays = (days: number) => addDays(today, days)

function goalWith(changes: Partial<Goal>) {
  const fields = { familyId: ids.family, text: 'Calls', setOn: '2026-01-01', ...changes }
  return { ...goal.read(fieldsAsJson(fields)), id: idOf(700) }
}

function planWith(changes: Partial<ServicePlan>, number = 800) {
  const agreed = { childAgreedOn: today, adultAgreedOn: today, workerAgreedOn: today }
  const fields = { familyId: ids.family, begunOn: '2026-01-01', aim: 'Talk', ...agreed, ...changes }
  return { ...servicePlan.read(fieldsAsJson(fields)), id: idOf(number) }
}

function reviewed(days: number) {
  const fields = { familyId: ids.family, goalId: idOf(700), reviewedOn: inDays(days) }
  return goalReview.read({ ...fields, level: 0, decidedById: ids.staff })
}

function due(records: Partial<Parameters<typeof listDue>[0]>) {
  const no = () => false
  const nothing = { today, goals: [], reviews: [], plans: [], supervises: no, inReview: no }
  return listDue({ ...nothing, ...records }).map((item) => [item.what, item.inDays])
}

describe('what waits of goals and plans [GOA-6]', () => {
  it('is a review within a week or gone by without one', () => {
    const goals = [goalWith({ reviewOn: [inDays(-40), inDays(-10), inDays(5), inDays(60)] })]
    expect(due({ goals })).toEqual([['goalReview', -10]])
    expect(due({ goals, reviews: [reviewed(-11)] })).toEqual([['goalReview', 5]])
    expect(due({ goals, reviews: [reviewed(-2)] })).toEqual([])
    expect(due({ goals: [goalWith({ reviewOn: [inDays(8)] })] })).toEqual([])
  })

  it('is a goal whose day has come, in the place of its reviews', () => {
    const goals = [goalWith({ dueOn: inDays(3), reviewOn: [inDays(-10)] })]
    expect(due({ goals })).toEqual([['goalEnds', 3]])
    expect(due({ goals: [goalWith({ dueOn: inDays(3), state: 'reached' })] })).toEqual([])
  })

  it('is an action that nobody has done and the look at the plan', () => {
    const line = { what: 'Visit the school', who: 'Worker', doneOn: null }
    const actions = {
      a: { ...line, dueOn: inDays(-1) },
      b: { ...line, dueOn: inDays(20) },
      c: { ...line, dueOn: inDays(-5), doneOn: today },
      d: { ...line, dueOn: null },
    }
    expect(due({ plans: [planWith({ actions, nextReviewOn: inDays(7) })] })).toEqual([
      ['action', -1],
      ['planReview', 7],
    ])
    expect(due({ plans: [planWith({ actions, childAgreedOn: null })] })).toEqual([])
    expect(due({ plans: [planWith({ actions, closedOn: today })] })).toEqual([])
  })

  it('is, for a supervisor, an agreed plan that nobody has seen as it stands [PLN-4]', () => {
    const supervises = () => true
    const plan = planWith({})
    expect(due({ plans: [plan], supervises })).toEqual([['planUnseen', 0]])
    const seen = { ...plan, seenOn: today, seenAs: draftOfPlan(plan) }
    expect(due({ plans: [seen], supervises })).toEqual([])
    expect(due({ plans: [{ ...plan, childAgreedOn: null }], supervises })).toEqual([])
    expect(due({ plans: [plan], supervises, inReview: () => true })).toEqual([])
  })

  it('is of the version to which all have agreed, until they have agreed to the next', () => {
    const first = planWith({ nextReviewOn: inDays(1) })
    const next = { version: 2, followsId: first.id, nextReviewOn: inDays(4) }
    expect(due({ plans: [first, planWith({ ...next, childAgreedOn: null }, 801)] })).toEqual([
      ['planReview', 1],
    ])
    expect(due({ plans: [first, planWith(next, 801)] })).toEqual([['planReview', 4]])
  })
})
