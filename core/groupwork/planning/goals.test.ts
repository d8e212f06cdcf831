import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { context, groupId, idOf, makeMeeting } from '../cases/group-case.ts'
import { checkGoals } from './check-goals.ts'
import { sessionsOf } from './check-plan.ts'
import { groupGoal } from './group-goal.ts'
import { groupPlan, groupPlanId, sumBudget } from './group-plan.ts'
import { foundIn } from '../../sync/find-needs.ts'

const goalWith = (fields: object = {}) => ({
  ...groupGoal.read({
    groupId,
    text: 'Children begin a call',
    target: 'initiative',
    indicator: 'calls that a child began, per week',
    source: 'contactLog',
    baseline: '0–1',
    hopedFor: '2 or more',
    ...fields,
  }),
  id: idOf('goal'),
})
const sessions = sessionsOf([makeMeeting(1, { targets: ['initiative'] })])
const idsOf = (...given: Parameters<typeof checkGoals>) => checkGoals(...given).map(({ id }) => id)

describe('the goals of a group [GRP-52]', () => {
  it('are there, are measured, are served, and leave no target of the meetings without one', () => {
    expect(idsOf([goalWith()], sessions)).toEqual([])
    expect(idsOf([], sessions)).toEqual(['GoalsMissing'])
    expect(idsOf([goalWith({ target: 'trust' })], sessions)).toEqual([
      'GoalNotServed',
      'TargetWithoutGoal',
    ])
  })

  it('miss several targets of the meetings in one hint', () => {
    const both = sessionsOf([makeMeeting(1, { targets: ['trust', 'initiative', 'skills'] })])
    expect(checkGoals([goalWith()], both)).toEqual([
      { id: 'TargetWithoutGoal', details: { targets: 'skills trust' } },
    ])
  })

  it.each([
    [{ indicator: ' ' }, ['GoalWithoutIndicator']],
    [{ source: null }, ['GoalWithoutIndicator']],
    [{ baseline: '' }, ['GoalWithoutLevels']],
    [{ hopedFor: '' }, ['GoalWithoutLevels']],
    [{ indicator: '', baseline: '' }, ['GoalWithoutIndicator']],
  ])('lack one thing at a time: %j', (fields, ids) => {
    expect(idsOf([goalWith(fields)], sessions)).toEqual(ids)
  })

  it('need no target: that all come is a goal as well', () => {
    expect(idsOf([goalWith(), goalWith({ target: null })], sessions)).toEqual([])
  })
})

describe('the plan of a group [GRP-53]', () => {
  const line = (quantity: number, unitPrice: number) => ({ item: 'Cards', quantity, unitPrice })

  it('sums its budget in fen, each line rounded for itself', () => {
    const { budget } = groupPlan.read({
      groupId,
      budget: { a: line(8, 1250), b: line(0.5, 101), c: line(3, 33) },
    })
    expect(sumBudget(budget)).toBe(10_000 + 51 + 99)
    expect(sumBudget({})).toBe(0)
  })

  it('is seen by whoever says so, on the day on which it is said', () => {
    const plan = fieldsAsJson(groupPlan.read({ groupId }))
    const input = fieldsAsJson({ opinion: 'Ask the school for a room' })
    const seen = groupPlan.verbs['markSeen']?.run(plan, input, foundIn([]), context)
    expect(seen).toEqual({
      ok: true,
      value: {
        opinion: 'Ask the school for a room',
        seenOn: context.today,
        seenById: context.actor.staffId,
      },
    })
  })

  it('is not born as seen', () => {
    const refused = (fields: object) =>
      groupPlan.rule(
        fieldsAsJson(groupPlan.read({ groupId, ...fields })),
        null,
        foundIn([]),
        context,
      )
    expect(refused({})).toBeNull()
    expect(refused({ seenOn: '2026-03-01' })?.id).toBe('FieldNeedsVerb')
    expect(refused({ opinion: 'fine' })?.id).toBe('FieldNeedsVerb')
  })

  it('is one plan on two phones', () => {
    expect(groupPlanId(groupId)).toBe(groupPlanId(groupId))
    expect(groupPlanId(groupId)).not.toBe(groupPlanId(idOf('another')))
  })
})
