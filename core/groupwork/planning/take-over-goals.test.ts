import { describe, expect, it } from 'vitest'
import { goal, type Goal } from '../../assessment/goals/goal.ts'
import { idOf, ids } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { groupGoal } from './group-goal.ts'
import { listMembersGoals, takeOverGoal } from './take-over-goals.ts'

function goalWith(number: number, changes: Partial<Goal> = {}) {
  const fields = {
    familyId: ids.family,
    text: '小明每周主动打电话',
    setOn: '2026-03-01',
    ...changes,
  }
  return { ...goal.read(fieldsAsJson(fields)), id: idOf(number) }
}

const seats = [{ familyId: ids.family, leftOn: null }]

describe('members’ goals for the plan of their group [GOA-7]', () => {
  it('are those that go on, of families in the group, by target', () => {
    const goals = [
      goalWith(1),
      goalWith(2, { target: 'trust' }),
      goalWith(3, { target: 'initiative' }),
      goalWith(4, { target: 'trust', state: 'reached' }),
      goalWith(5, { familyId: idOf(91), target: 'trust' }),
    ]
    const found = listMembersGoals(goals, seats, [])
    expect(found.map(({ target, goals: own }) => [target, own.map(({ id }) => id)])).toEqual([
      ['initiative', [idOf(3)]],
      ['trust', [idOf(2)]],
      [null, [idOf(1)]],
    ])
    expect(listMembersGoals(goals, [{ familyId: ids.family, leftOn: '2026-03-05' }], [])).toEqual(
      [],
    )
    expect(listMembersGoals(goals, seats, [{ fromGoalIds: [idOf(2), idOf(3)] }])).toHaveLength(1)
  })

  it('come into the group without names and without where the family stands', () => {
    const its = goalWith(7, {
      target: 'initiative',
      measure: '小明先打来的次数',
      source: 'ownRating',
      expected: '每周一次',
      baseline: '两周一次',
    })
    const people = [{ familyId: ids.family, name: '小明' }]
    const taken = takeOverGoal(its, people, '组员')
    expect(taken).toEqual({
      text: '组员每周主动打电话',
      target: 'initiative',
      indicator: '组员先打来的次数',
      source: 'other',
      hopedFor: '每周一次',
      fromGoalIds: [its.id],
    })
    const kept = groupGoal.parse(fieldsAsJson({ groupId: idOf(8), ...taken }))
    expect(kept).toMatchObject({ ok: true, value: { baseline: '', fromGoalIds: [its.id] } })
  })

  it('are cut to what the group’s form holds, never through a character', () => {
    const its = goalWith(7, { expected: `${'好'.repeat(199)}😀好` })
    const { hopedFor } = takeOverGoal(its, [], '组员')
    expect(hopedFor).toBe('好'.repeat(199))
  })
})
