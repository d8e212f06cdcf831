import { describe, expect, it } from 'vitest'
import { consent } from '../../families/consent.ts'
import { context, decided, foundWith, idOf, ids, today } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { pair } from '../../families/pair.ts'
import { pair as ownPair } from '../profile/cases/pair-world.ts'
import { profileOf } from '../profile/cases/profile-world.ts'
import { pairProfile } from '../profile/pair-profile.ts'
import { goal, type Goal } from './goal.ts'
import { goalReview } from './goal-review.ts'

const served = [consent, decided({ purpose: 'service' })] as const

function goalWith(changes: Partial<Goal> = {}) {
  const fields = { familyId: ids.family, text: 'Calls herself', setOn: '2026-03-01', ...changes }
  return { ...goal.read(fieldsAsJson(fields)), id: idOf(700) }
}

function say(verb: string, input: object, changes: Partial<Goal> = {}) {
  const { id: recordId, ...fields } = goalWith(changes)
  return goal.verbs[verb]?.run(fieldsAsJson(fields), fieldsAsJson(input), foundWith([]), {
    ...context,
    recordId,
  })
}

describe('a goal', () => {
  it('of before says nothing of whose it is, when it is due or where it begins [GOA-2]', () => {
    expect(goalWith()).toMatchObject({
      forWhom: null,
      target: null,
      cause: null,
      dueOn: null,
      baselineFrom: null,
      reviewOn: [],
      agreedBy: [],
      state: 'active',
    })
  })

  it('ends by being reached, changed or dropped; the last two say why [GOA-4]', () => {
    expect(say('reach', { on: today })).toMatchObject({
      value: { state: 'reached', stateOn: today },
    })
    expect(say('change', { on: today })).toMatchObject({ refusal: { id: 'GoalReasonMissing' } })
    expect(say('drop', { on: today, reason: ' ' })).toMatchObject({
      refusal: { id: 'GoalReasonMissing' },
    })
    expect(say('drop', { on: today, reason: ' Father is home again' })).toMatchObject({
      value: { state: 'dropped', stateReason: 'Father is home again' },
    })
    expect(say('reach', { on: '2026-03-11' })).toMatchObject({ refusal: { id: 'DateInFuture' } })
  })

  it('goes on when it ended too early, and does not end twice [GOA-4]', () => {
    const ended = { state: 'dropped', stateOn: today, stateReason: 'x' } as const
    expect(say('resume', {}, ended)).toMatchObject({ value: { state: 'active', stateReason: '' } })
    expect(say('resume', {})).toMatchObject({ refusal: { id: 'GoalGoesOn' } })
    expect(say('reach', { on: today }, ended)).toMatchObject({ refusal: { id: 'GoalHasEnded' } })
  })

  it('is not born as ended [GOA-4]', () => {
    const { id: _id, ...fields } = goalWith({ state: 'reached' })
    expect(goal.rule(fieldsAsJson(fields), null, foundWith([served]), context)?.id).toBe(
      'FieldNeedsVerb',
    )
  })
})

describe('the cause that a goal works on [GOA-8]', () => {
  const its = profileOf()
  const refusalOf = (changes: Partial<Goal>, before: Goal | null = null) => {
    const { id: _id, ...fields } = goalWith(changes)
    const found = foundWith([served, [pair, ownPair], [pairProfile, its]])
    const previous = before === null ? null : fieldsAsJson(before)
    return goal.rule(fieldsAsJson(fields), previous, found, context)?.id ?? null
  }
  const cause = { profileId: its.id, causeId: 'distance' }

  it('is one of a profile of the same pair', () => {
    expect(refusalOf({ pairId: its.pairId, cause })).toBeNull()
    expect(refusalOf({ cause })).toBeNull()
    const unknown = { profileId: idOf(4243), causeId: 'distance' }
    expect(refusalOf({ pairId: its.pairId, cause: unknown })).toBe('CauseOfAnotherPair')
  })

  it('stays where its profile has been taken away since', () => {
    const unknown = { profileId: idOf(4243), causeId: 'distance' }
    const { id: _id, ...before } = goalWith({ cause: unknown })
    expect(refusalOf({ cause: unknown, text: 'Calls him' }, before)).toBeNull()
  })
})

describe('a review of a goal [GOA-5]', () => {
  const refusalOf = (changes: object, familyId: string = ids.family, ended: Partial<Goal> = {}) => {
    const its = goalWith({ familyId, ...ended })
    return (
      goalReview.rule(
        fieldsAsJson({
          ...goalReview.read(
            fieldsAsJson({
              familyId: ids.family,
              goalId: idOf(700),
              reviewedOn: '2026-03-08',
              level: 0,
              decidedById: ids.staff,
              ...changes,
            }),
          ),
        }),
        null,
        foundWith([served, [goal, its]]),
        context,
      )?.id ?? null
    )
  }

  it('says a level or words, of a goal of this family, between its beginning and today', () => {
    expect(refusalOf({})).toBeNull()
    expect(refusalOf({ level: null, note: 'We talked about it' })).toBeNull()
    expect(refusalOf({ level: null, note: ' ' })).toBe('ReviewSaysNothing')
    expect(refusalOf({ reviewedOn: '2026-02-28' })).toBe('ReviewBeforeGoal')
    expect(refusalOf({ reviewedOn: '2026-03-11' })).toBe('DateInFuture')
    expect(refusalOf({}, idOf(91))).toBe('GoalOfAnotherFamily')
  })

  it('is noted in one’s own name, and not of a day after the goal had ended', () => {
    expect(refusalOf({ decidedById: idOf(3) })).toBe('ReviewOfSomebodyElse')
    const dropped = (stateOn: string) =>
      refusalOf({}, ids.family, { state: 'dropped', stateOn, stateReason: 'Moved' })
    expect(dropped('2026-03-07')).toBe('GoalHasEnded')
    expect(dropped('2026-03-08')).toBeNull()
  })
})
