import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { context, groupId, idOf, makeMeeting } from '../cases/group-case.ts'
import { meetingId } from '../meeting.ts'
import { checkGoals, meetingsOfGoal } from './check-goals.ts'
import { groupGoal } from './group-goal.ts'
import { draftOf, groupPlan, groupPlanId, isSeenAsItStands, sumBudget } from './group-plan.ts'
import { foundIn } from '../../sync/find-needs.ts'

const idOfMeeting = (no: number) => meetingId(groupId, no)
const meetings = [makeMeeting(1, { targets: ['initiative'] })]
const first = idOfMeeting(1)
const taken = { of: 'contact', figure: 'childPerWeek', value: 0.5, n: 6, expected: 8 } as const

const goalWith = (fields: object = {}) => ({
  ...groupGoal.read({
    groupId,
    text: 'Children begin a call',
    target: 'initiative',
    indicator: 'calls that a child began, per week',
    source: 'contactLog',
    baseline: '0.5 a week',
    baselineFrom: { ...taken, on: '2026-03-01' },
    hopedFor: '2 or more',
    meetingIds: [first],
    ...fields,
  }),
  id: idOf('goal'),
})
const idsOf = (...given: Parameters<typeof checkGoals>) => checkGoals(...given).map(({ id }) => id)

describe('the goals of a group [GRP-52]', () => {
  it('are there, are measured, are served, and leave no target of the meetings without one', () => {
    expect(idsOf([goalWith()], meetings)).toEqual([])
    expect(idsOf([], meetings)).toEqual(['GoalsMissing'])
    expect(idsOf([goalWith({ target: 'trust', meetingIds: [] })], meetings)).toEqual([
      'GoalNotServed',
      'TargetWithoutGoal',
    ])
  })

  it('miss several targets of the meetings in one hint', () => {
    const both = [makeMeeting(1, { targets: ['trust', 'initiative', 'skills'] })]
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
    [{ baselineFrom: null }, ['BaselineWithoutSource']],
    [{ baselineFrom: null, source: 'observation' }, []],
  ])('lack one thing at a time: %j', (fields, ids) => {
    expect(idsOf([goalWith(fields)], meetings)).toEqual(ids)
  })

  it('need no target: that all come is a goal as well', () => {
    expect(idsOf([goalWith(), goalWith({ target: null })], meetings)).toEqual([])
    expect(idsOf([goalWith(), goalWith({ target: null, meetingIds: [] })], meetings)).toEqual([
      'GoalNotServed',
    ])
  })
})

describe('the meetings of a goal [GRP-52]', () => {
  const three = [
    ...meetings,
    makeMeeting(2, { targets: ['initiative'] }),
    makeMeeting(3, { form: 'individual' }),
  ]
  const numbers = (fields: object) => meetingsOfGoal(goalWith(fields), three).map(({ no }) => no)

  it('are those it names, and those of its target while it names none', () => {
    expect(numbers({ meetingIds: [idOfMeeting(2)] })).toEqual([2])
    expect(numbers({ meetingIds: [] })).toEqual([1, 2])
    expect(numbers({ meetingIds: [], target: null })).toEqual([])
  })

  it('are named, or the hint says which they could be', () => {
    expect(checkGoals([goalWith({ meetingIds: [] })], three)).toEqual([
      { id: 'GoalNotLinked', details: { goal: 'Children begin a call', numbers: '1, 2' } },
    ])
  })

  it('leave no meeting of the group without a goal; individual work has the family’s own', () => {
    expect(checkGoals([goalWith()], three)).toEqual([
      { id: 'MeetingWithoutGoal', details: { numbers: '2' } },
    ])
    expect(idsOf([goalWith({ meetingIds: [first, idOfMeeting(2)] })], three)).toEqual([])
  })

  it('work on its target, and one that was called off does not serve it', () => {
    const other = [makeMeeting(1, { targets: ['trust'] })]
    expect(checkGoals([goalWith()], other)[0]).toEqual({
      id: 'GoalOffTarget',
      details: { goal: 'Children begin a call', target: 'initiative', numbers: '1' },
    })
    const calledOff = [makeMeeting(1, { targets: ['initiative'], state: 'notHeld' })]
    expect(idsOf([goalWith()], calledOff)).toEqual(['GoalNotServed'])
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
        seenAs: draftOf(groupPlan.read(plan)),
      },
    })
  })

  it('is seen as it stood: what is written afterwards is to be seen anew [GRP-53]', () => {
    const plan = groupPlan.read({ groupId, risks: 'rain' })
    const say = (draft: string) =>
      groupPlan.verbs['markSeen']?.run(fieldsAsJson(plan), { draft }, foundIn([]), context)
    expect(say(draftOf({ ...plan, risks: 'none' }))).toMatchObject({
      refusal: { id: 'PlanChangedSince' },
    })
    const seen = { ...plan, seenOn: context.today, seenAs: draftOf(plan), opinion: 'Fine' }
    expect(say(draftOf(plan))).toMatchObject({ value: { seenAs: seen.seenAs } })
    expect(isSeenAsItStands(seen)).toBe(true)
    // As a device holds it, with its id and marks of its own.
    const held = { ...seen, id: groupPlanId(groupId), unsent: true, at: { version: 3 } }
    expect(draftOf(held)).toBe(draftOf(plan))
    expect(isSeenAsItStands(held)).toBe(true)
    expect(isSeenAsItStands({ ...seen, risks: 'rain, and exams' })).toBe(false)
    expect(isSeenAsItStands({ ...seen, seenAs: '' })).toBe(true)
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
