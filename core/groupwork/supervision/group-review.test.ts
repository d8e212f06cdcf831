import { describe, expect, it } from 'vitest'
import { staff } from '../../access/staff.ts'
import { context, idOf, ids } from '../../families/cases/family-world.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import type { Entry } from '../../sync/entry.ts'
import { foundIn } from '../../sync/find-needs.ts'
import { meeting } from '../meeting.ts'
import { groupGoal } from '../planning/group-goal.ts'
import { groupPlan } from '../planning/group-plan.ts'
import { groupReview } from './group-review.ts'

const groupId = idOf(600)
const planId = idOf(601)

function entryOf(kind: string, id: string, fields: object, wrote: readonly string[] = []): Entry {
  const mark = { changeId: idOf(70), actorId: ids.staff, deviceId: idOf(71), claimedAt: '' }
  return {
    ...{ kind, id, scope: `group:${groupId}`, position: 1, version: 1, conflicts: [] },
    ...{ fields: fieldsAsJson(fields), trail: [{ ...mark, fields: [...wrote] }], removed: false },
  }
}

const second = entryOf(staff.name, idOf(4), {
  ...{ name: 'Second', roles: ['supervisor'], state: 'active' },
})

function approve(
  wrote: {
    readonly plan?: readonly string[]
    readonly goal?: readonly string[]
    readonly meeting?: readonly string[]
  },
  others = true,
) {
  const submission = {
    ...{ on: '2026-03-09', byId: idOf(3), note: '', paragraphs: [], outcome: null },
    ...{ decidedOn: null, decidedById: null, opinion: '', alone: false },
  }
  const review = { groupId, subjectId: planId, submissions: { 1: submission } }
  return groupReview.verbs['approve']?.run(
    fieldsAsJson(groupReview.read(fieldsAsJson(review))),
    { no: 1, opinion: '' },
    foundIn([
      entryOf(groupPlan.name, planId, { groupId }, wrote.plan),
      entryOf(groupGoal.name, idOf(602), { groupId, text: '每周通话两次' }, wrote.goal),
      entryOf(groupGoal.name, idOf(603), { groupId: idOf(609), text: '别的小组' }, ['text']),
      entryOf(
        meeting.name,
        idOf(605),
        {
          ...{ groupId, no: 1, theme: '线两头的人', stage: 'forming', form: 'joint' },
          ...{ strands: ['child'], plannedOn: '2026-03-12' },
        },
        wrote.meeting,
      ),
      ...(others ? [second] : []),
    ]),
    { ...context, recordId: idOf(604) },
  )
}

describe('a group’s plan that was handed in [SUP-3]', () => {
  it.each([
    ['a paragraph', { plan: ['theory'] }],
    ['a line of the budget', { plan: ['budget.a'] }],
    ['a goal of the group', { goal: ['indicator'] }],
    ['what is done at a meeting [GRP-65]', { meeting: ['plan.child'] }],
  ])('is approved by nobody who wrote %s that stands', (_what, wrote) => {
    expect(approve(wrote)).toMatchObject({ refusal: { id: 'OwnReview' } })
  })

  it('is approved by whoever only placed its meetings or said that they had seen it', () => {
    const done = { value: { submissions: { 1: { outcome: 'approved', alone: false } } } }
    expect(approve({ plan: ['opinion', 'seenOn'], goal: ['meetingIds'] })).toMatchObject(done)
    expect(approve({ meeting: ['plannedOn', 'place'] })).toMatchObject(done)
    expect(approve({ meeting: ['groupId', 'theme', 'aims', 'plan'] })).toMatchObject(done)
  })

  it('is approved by its writer where there is no other supervisor, and stays marked', () => {
    const alone = { value: { submissions: { 1: { outcome: 'approved', alone: true } } } }
    expect(approve({ plan: ['risks'] }, false)).toMatchObject(alone)
  })
})
