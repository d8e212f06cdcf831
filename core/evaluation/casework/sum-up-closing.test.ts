import { describe, expect, it } from 'vitest'
import { goalRating } from '../../assessment/goals/goal-rating.ts'
import { goalReview } from '../../assessment/goals/goal-review.ts'
import { caseFollowUp } from '../../casework/case-follow-up.ts'
import { aGoal, caseWith, mother, taken } from '../../casework/cases/case-world.ts'
import { idOf, ids } from '../../families/cases/family-world.ts'
import { type ClosingRecords, sumUpClosing } from './sum-up-closing.ts'

const goalOf = (no: number, pairId: string = mother.id) => ({ ...aGoal, pairId, id: idOf(no) })
const its = caseWith(taken)
const none: ClosingRecords = {
  ...{ pairs: [mother], goals: [], ratings: [], reviews: [], followUps: [] },
  ...{ contacts: [], profiles: [], plans: [] },
}
const rated = (no: number, ratedOn: string, level: number, more: object = {}) =>
  goalRating.read({
    ...{ familyId: ids.family, goalId: idOf(no), moment: 'during', ratedOn, level },
    ...more,
  })
const seen = (no: number, reviewedOn: string, level: number | null) =>
  goalReview.read({
    ...{ familyId: ids.family, goalId: idOf(no), reviewedOn, level, note: 'Talked about it' },
    decidedById: ids.staff,
  })
const look = (plannedOn: string, doneOn: string | null = null, caseId: string = its.id) =>
  caseFollowUp.read({
    ...{ familyId: ids.family, caseId, plannedOn, doneOn },
    ...(doneOn === null ? {} : { doneById: ids.staff, how: 'phone', finding: 'holds' }),
  })

describe('a closing in three lines [CAS-17]', () => {
  it('counts goals by the last level that the worker gave, and says which have none', () => {
    const goals = [801, 802, 803, 804, 805].map((no) => goalOf(no))
    const ratings = [rated(801, '2026-02-01', -2), rated(802, '2026-02-01', -2)]
    const reviews = [
      ...[seen(801, '2026-02-20', 1), seen(802, '2026-02-20', -1), seen(803, '2026-02-20', -2)],
      ...[seen(804, '2026-02-20', 0), seen(804, '2026-02-25', null), seen(805, '2026-02-25', null)],
    ]
    expect(sumUpClosing(its, { ...none, goals, ratings, reviews }).goals).toEqual({
      ...{ reached: 2, partly: 1, notReached: 1, unrated: 1 },
    })
  })

  it('takes neither the eye of child or parent, nor another pair’s goal, nor what came after the end', () => {
    const goals = [goalOf(801), goalOf(802, idOf(899))]
    const ratings = [
      rated(801, '2026-02-01', -1),
      rated(801, '2026-02-10', 2, { ratedBy: 'child' }),
      rated(802, '2026-02-10', 2),
      rated(801, '2026-03-05', 0, { moment: 'after' }),
      rated(801, '2026-02-20', 1, { moment: 'followUp' }),
    ]
    const records = { ...none, goals, ratings }
    const left = { reached: 0, partly: 1, notReached: 0, unrated: 0 }
    expect(sumUpClosing({ ...its, closedOn: '2026-03-01' }, records).goals).toEqual(left)
    expect(sumUpClosing(its, records).goals).toEqual({ ...left, reached: 1, partly: 0 })
  })

  it('says whose own words there are and which looks are planned for this case', () => {
    expect(sumUpClosing(its, none)).toMatchObject({
      heard: { child: false, adult: false },
      followUp: { plannedOn: [], done: 0 },
    })
    const followUps = [
      ...[look('2026-06-01'), look('2026-04-01'), look('2026-02-01', '2026-02-02')],
      look('2026-05-01', null, idOf(898)),
    ]
    const said = { ...its, childWords: 'Good', adultWords: ' ' }
    expect(sumUpClosing(said, { ...none, followUps })).toMatchObject({
      heard: { child: true, adult: false },
      followUp: { plannedOn: ['2026-04-01', '2026-06-01'], done: 1 },
    })
  })

  it('says what is not on record, and of another case, pair or draft nothing [CAS-18]', () => {
    const missing = (more: Partial<ClosingRecords>) =>
      sumUpClosing(its, { ...none, ...more }).missing
    expect(missing({})).toEqual(['contacts', 'profile', 'goals', 'plan'])
    const pairId = mother.id
    const whole = {
      ...{ contacts: [{ caseId: its.id }], goals: [goalOf(801)] },
      ...{ profiles: [{ pairId, state: 'settled' as const }], plans: [{ pairId, personId: null }] },
    }
    expect(missing(whole)).toEqual([])
    expect(missing({ ...whole, contacts: [{ caseId: idOf(899) }] })).toEqual(['contacts'])
    expect(missing({ ...whole, profiles: [{ pairId, state: 'draft' }] })).toEqual(['profile'])
    expect(missing({ ...whole, plans: [{ pairId: idOf(899), personId: null }] })).toEqual(['plan'])
  })
})
