import { describe, expect, it } from 'vitest'
import { consent } from '../../families/consent.ts'
import {
  context,
  decided,
  foundWith,
  idOf,
  ids,
  pairWith,
  somebody,
  theChild,
  today,
} from '../../families/cases/family-world.ts'
import { pair } from '../../families/pair.ts'
import { person } from '../../families/person.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { goal } from '../goals/goal.ts'
import { goalRating } from '../goals/goal-rating.ts'
import { goalReview } from '../goals/goal-review.ts'
import { describePlan } from './describe-plan.ts'
import type { ServicePlan } from './plan-shape.ts'
import {
  beginNextVersion,
  currentPlan,
  draftOfPlan,
  isPlanSeenAsItStands,
  stateOfPlan,
  wordingOfPlan,
} from './plan-state.ts'
import { servicePlan, servicePlanId } from './service-plan.ts'

const served = [consent, decided({ purpose: 'service' })] as const
const mother = pairWith(ids.mother, 'mother')
const known = [served, [pair, mother], [person, theChild()]] as const
const agreed = { childAgreedOn: today, adultAgreedOn: today, workerAgreedOn: today }

function planWith(changes: Partial<ServicePlan> = {}) {
  const fields = {
    familyId: ids.family,
    pairId: mother.id,
    begunOn: '2026-03-01',
    aim: 'They talk again',
    actions: { a: { what: 'Agree on a time', who: 'Mother', dueOn: '2026-03-05' } },
    ...changes,
  }
  return { ...servicePlan.read(fieldsAsJson(fields)), id: idOf(800) }
}

function bare(plan: ServicePlan & { readonly id?: string }) {
  const { id: _id, ...fields } = plan
  return fieldsAsJson(fields)
}

function refusalOf(
  after: ServicePlan,
  before: ServicePlan | null = null,
  records: Parameters<typeof foundWith>[0] = known,
): string | null {
  const previous = before === null ? null : bare(before)
  return servicePlan.rule(bare(after), previous, foundWith(records), context)?.id ?? null
}

function say(
  plan: ServicePlan,
  verb: string,
  input: object = {},
  records: Parameters<typeof foundWith>[0] = known,
) {
  const setting = { ...context, recordId: idOf(800) }
  return servicePlan.verbs[verb]?.run(bare(plan), fieldsAsJson(input), foundWith(records), setting)
}

describe('a service plan [PLN-1]', () => {
  it('is made with consent to be served, for a pair, a person or the family', () => {
    expect(refusalOf(planWith())).toBeNull()
    expect(refusalOf(planWith({ pairId: null, personId: ids.child }))).toBeNull()
    expect(refusalOf(planWith({ pairId: null }))).toBeNull()
    expect(refusalOf(planWith(), null, [[pair, mother]])).toBe('ConsentNotAsked')
    expect(refusalOf(planWith({ begunOn: '2026-03-11' }))).toBe('DateInFuture')
  })

  it('is nobody’s of another family', () => {
    const stranger = somebody(idOf(90), { familyId: idOf(91) })
    const plan = planWith({ pairId: null, personId: stranger.id })
    expect(refusalOf(plan, null, [served, [person, stranger]])).toBe('NotInThisFamily')
    const other = [pair, { ...mother, familyId: idOf(91) }] as const
    expect(refusalOf(planWith(), null, [served, other])).toBe('PairOfAnotherChild')
  })

  it('is one plan on two phones', () => {
    const subject = { familyId: ids.family, pairId: mother.id, personId: null }
    expect(servicePlanId({ ...subject, version: 1 })).toBe(
      servicePlanId({ ...subject, version: 1 }),
    )
    expect(servicePlanId({ ...subject, version: 2 })).not.toBe(
      servicePlanId({ ...subject, version: 1 }),
    )
  })
})

describe('agreeing to a plan [PLN-2]', () => {
  it('is done by child, adult and worker, each on their day', () => {
    const wording = wordingOfPlan(planWith(), [])
    expect(say(planWith(), 'agree', { by: 'child', on: today, wording })).toEqual({
      ok: true,
      value: { childAgreedOn: today, agreedGoals: {} },
    })
    expect(stateOfPlan(planWith({ childAgreedOn: today, adultAgreedOn: today }))).toBe('draft')
    expect(stateOfPlan(planWith(agreed))).toBe('agreed')
  })

  it.each([
    [{ on: '2026-03-11' }, {}, 'DateInFuture'],
    [{ on: '2026-02-01' }, {}, 'PlanAgreedBeforeBegun'],
    [{ on: today }, { aim: '', problem: ' ' }, 'PlanSaysNothing'],
    [{ on: today }, { closedOn: today, closedReason: 'moved' }, 'PlanClosed'],
    [{ on: today }, { childAgreedOn: '2026-03-02' }, 'PlanPartyAgreed'],
    [{ on: today, wording: 'of another phone' }, {}, 'ServicePlanChangedSince'],
  ])('is refused: %j', (input, changes, id) => {
    const wording = wordingOfPlan(planWith(changes), [])
    expect(say(planWith(changes), 'agree', { by: 'child', wording, ...input })).toMatchObject({
      refusal: { id },
    })
  })

  it('is agreeing to words: from the first on they stand, what is done and the next review do not', () => {
    const before = planWith({ childAgreedOn: today })
    expect(refusalOf({ ...before, aim: 'Another aim' }, before)).toBe('PlanAgreed')
    const done = {
      a: { what: 'Agree on a time', who: 'Mother', dueOn: '2026-03-05', doneOn: today },
    }
    expect(refusalOf({ ...before, actions: done, nextReviewOn: '2026-04-01' }, before)).toBeNull()
    const another = { ...done, b: { what: 'One more', who: '', dueOn: null, doneOn: null } }
    expect(refusalOf({ ...before, actions: another }, before)).toBe('PlanAgreed')
    expect(refusalOf(planWith({ aim: 'Another aim' }), planWith())).toBeNull()
  })

  it('is taken back as long as one of them has not agreed', () => {
    expect(say(planWith({ childAgreedOn: today }), 'takeBack')).toMatchObject({
      value: { childAgreedOn: null },
    })
    expect(say(planWith(agreed), 'takeBack')).toMatchObject({ refusal: { id: 'PlanAgreed' } })
  })

  it('is not written into a new plan', () => {
    expect(refusalOf(planWith({ adultAgreedOn: today }))).toBe('FieldNeedsVerb')
    expect(refusalOf(planWith({ closedOn: today }))).toBe('FieldNeedsVerb')
  })
})

describe('versions of a plan [PLN-3]', () => {
  it('take over the words and what is not done yet, and are asked anew', () => {
    const actions = {
      a: { what: 'Agree on a time', who: '', dueOn: null, doneOn: today },
      b: { what: 'Visit the school', who: '', dueOn: null, doneOn: null },
    }
    const first = planWith({ ...agreed, actions })
    const begun = servicePlan.read(fieldsAsJson(beginNextVersion(first, today)))
    expect(refusalOf(begun, null, [...known, [servicePlan, first]])).toBeNull()
    const taken = say(begun, 'takeOver', {}, [[servicePlan, first]])
    const next = { ...begun, ...(taken?.ok === true ? taken.value : {}) }
    expect(Object.keys(next.actions)).toEqual(['b'])
    expect([next.version, next.followsId, stateOfPlan(next), next.aim]).toEqual([
      2,
      first.id,
      'draft',
      'They talk again',
    ])
    expect(currentPlan([first, { ...next, id: idOf(801) }], first)?.id).toBe(idOf(801))
  })

  it('take over once: what was taken out since does not come back with a second phone', () => {
    const begun = servicePlan.read(fieldsAsJson(beginNextVersion(planWith(agreed), today)))
    const emptied = { ...begun, tookOver: true, aim: '', actions: {} }
    const again = say(emptied, 'takeOver', {}, [[servicePlan, planWith(agreed)]])
    expect(again).toEqual({ ok: true, value: {} })
    expect(say({ ...begun, ...agreed }, 'takeOver')).toMatchObject({
      refusal: { id: 'PlanAgreed' },
    })
  })

  it('follow a plan of the same pair to which all three have agreed, without a gap', () => {
    const next = planWith({ version: 2, followsId: idOf(800) })
    const refusalAfter = (first: ServicePlan & { readonly id: string }) =>
      refusalOf(next, null, [...known, [servicePlan, first]])
    expect(refusalAfter(planWith())).toBe('PlanVersionWrong')
    expect(refusalAfter(planWith({ childAgreedOn: today }))).toBe('PlanVersionWrong')
    expect(refusalAfter(planWith({ closedOn: today }))).toBeNull()
    expect(refusalAfter(planWith({ ...agreed, version: 3 }))).toBe('PlanVersionWrong')
    expect(refusalAfter(planWith({ ...agreed, pairId: null }))).toBe('PlanVersionWrong')
    expect(refusalOf(planWith({ version: 2 }))).toBe('PlanVersionWrong')
  })

  it('are closed on a day with a reason', () => {
    const close = (plan: ServicePlan, reason: string) => say(plan, 'close', { on: today, reason })
    expect(close(planWith(agreed), 'The family has moved ')).toMatchObject({
      value: { closedOn: today, closedReason: 'The family has moved' },
    })
    expect(close(planWith(agreed), ' ')).toMatchObject({ refusal: { id: 'PlanReasonMissing' } })
  })
})

describe('the supervisor’s word on a plan [PLN-4]', () => {
  it('is about the words as they stood', () => {
    const plan = planWith()
    expect(say(plan, 'markSeen', { draft: draftOfPlan(planWith({ aim: 'x' })) })).toMatchObject({
      refusal: { id: 'ServicePlanChangedSince' },
    })
    expect(say(plan, 'markSeen', { opinion: 'Good', draft: draftOfPlan(plan) })).toMatchObject({
      value: { opinion: 'Good', seenOn: today, seenById: context.actor.staffId },
    })
    const seen = { ...plan, seenOn: today, seenAs: draftOfPlan(plan) }
    expect(isPlanSeenAsItStands(seen)).toBe(true)
    expect(isPlanSeenAsItStands({ ...seen, ...agreed })).toBe(true)
    expect(isPlanSeenAsItStands({ ...seen, problem: 'Another' })).toBe(false)
  })
})

describe('the plan as it is read [PLN-1]', () => {
  it('names people, orders what is done by day, and has its own goals with levels and latest word', () => {
    const one = {
      ...goal.read(
        fieldsAsJson({
          familyId: ids.family,
          text: 'Calls herself',
          setOn: '2026-03-01',
          muchLess: 'never',
          expected: 'once a week',
        }),
      ),
      id: idOf(810),
    }
    const place = { familyId: ids.family, goalId: one.id }
    const described = describePlan({
      plan: planWith({
        goalIds: [one.id],
        strategies: { village: 'The director looks in', child: ' ' },
        actions: {
          b: { what: 'Later', who: '', dueOn: null, doneOn: null },
          c: { what: 'Done', who: '', dueOn: '2026-03-06', doneOn: today },
          d: { what: 'Late', who: '', dueOn: '2026-03-04', doneOn: null },
        },
      }),
      goals: [one, { ...one, id: idOf(811) }],
      ratings: [goalRating.read({ ...place, moment: 'before', ratedOn: '2026-03-01', level: -2 })],
      reviews: [
        goalReview.read({ ...place, reviewedOn: '2026-03-08', level: -1, decidedById: ids.staff }),
        goalReview.read({ ...place, reviewedOn: today, note: 'talked', decidedById: ids.staff }),
      ],
      people: [theChild(), somebody(ids.mother, { name: '王芳' })],
      pairs: [mother],
      today,
    })
    expect([described.child?.name, described.adult?.name]).toEqual(['小明', '王芳'])
    expect(described.strategies).toEqual([{ level: 'village', words: 'The director looks in' }])
    expect(described.actions.map(({ what, late }) => [what, late])).toEqual([
      ['Late', true],
      ['Done', false],
      ['Later', false],
    ])
    expect(described.goals).toHaveLength(1)
    expect(described.goals[0]?.levels).toEqual([
      { level: -2, words: 'never' },
      { level: 0, words: 'once a week' },
    ])
    expect(described.goals[0]?.latest).toMatchObject({ level: -1, on: '2026-03-08' })
    expect(described.goals[0]?.points).toHaveLength(3)
  })
})
