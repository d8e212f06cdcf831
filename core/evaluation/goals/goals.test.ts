import { describe, expect, it } from 'vitest'
import { consent } from '../../families/consent.ts'
import {
  decided,
  foundWith,
  idOf,
  ids,
  context,
  pairWith,
  today,
} from '../../families/cases/family-world.ts'
import { pair } from '../../families/pair.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Kind } from '../../sync/kind.ts'
import { agreedTask } from './agreed-task.ts'
import { goal } from '../../assessment/goals/goal.ts'
import { goalRating, goalRatingId } from '../../assessment/goals/goal-rating.ts'
import { statedChange } from './stated-change.ts'

const served = [consent, decided({ purpose: 'service' })] as const
const own = pairWith(ids.mother, 'mother')
const aGoal = {
  ...goal.read({
    familyId: ids.family,
    text: 'One call a week that the child begins',
    setOn: today,
  }),
  id: idOf(700),
}

function refusalOf(kind: Kind, fields: object, known: Parameters<typeof foundWith>[0] = [served]) {
  const parsed = kind.parse(fieldsAsJson(fields))
  if (!parsed.ok) return parsed.refusal.id
  return kind.rule(parsed.value, null, foundWith(known), context)?.id ?? null
}

const kept = [
  [goal, { familyId: ids.family, text: 'x', setOn: today }],
  [agreedTask, { familyId: ids.family, text: 'x', agreedOn: today }],
  [statedChange, { familyId: ids.family, text: 'x', saidBy: 'child', saidOn: today }],
] as const

describe('goals, tasks and stated changes [EVA-29]', () => {
  it.each(kept)('are kept with consent to be served and not without: %#', (kind, fields) => {
    expect(refusalOf(kind, fields)).toBeNull()
    expect(refusalOf(kind, fields, [])).toBe('ConsentNotAsked')
  })

  it.each(kept)('are about a pair of this family: %#', (kind, fields) => {
    const stranger = { ...own, familyId: idOf(990) }
    const about = { ...fields, pairId: own.id }
    expect(refusalOf(kind, about, [served, [pair, own]])).toBeNull()
    expect(refusalOf(kind, about, [served, [pair, stranger]])).toBe('PairOfAnotherChild')
    expect(refusalOf(kind, about)).toBe('PairOfAnotherChild')
  })

  it('are never written ahead of time', () => {
    expect(refusalOf(goal, { familyId: ids.family, text: 'x', setOn: '2099-01-01' })).toBe(
      'DateInFuture',
    )
  })

  it('rate a goal of the same family from −2 to +2', () => {
    const rating = {
      familyId: ids.family,
      goalId: aGoal.id,
      moment: 'before',
      ratedOn: today,
      level: -2,
    }
    expect(refusalOf(goalRating, rating, [served, [goal, aGoal]])).toBeNull()
    expect(refusalOf(goalRating, rating)).toBe('GoalOfAnotherFamily')
    expect(refusalOf(goalRating, { ...rating, level: 3 }, [served, [goal, aGoal]])).toBe(
      'FieldNotValid',
    )
  })

  it('make one rating of two phones, and two of two raters', () => {
    const rating = { goalId: aGoal.id, moment: 'after', ratedBy: 'staff' } as const
    expect(goalRatingId(rating)).toBe(goalRatingId({ ...rating }))
    expect(goalRatingId({ ...rating, ratedBy: 'child' })).not.toBe(goalRatingId(rating))
  })

  it('say on which day a task was rated', () => {
    const task = { familyId: ids.family, text: 'x', agreedOn: today, rating: 3 }
    expect(refusalOf(agreedTask, task)).toBe('RatingNeedsDay')
    expect(refusalOf(agreedTask, { ...task, ratedOn: today })).toBeNull()
  })
})
