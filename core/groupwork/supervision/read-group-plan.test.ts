import { describe, expect, it } from 'vitest'
import { paragraphShape } from '../../assessment/review/review-shape.ts'
import { idOf, ids } from '../../families/cases/family-world.ts'
import { wave } from '../../inquiry/wave.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { meeting } from '../meeting.ts'
import { groupGoal } from '../planning/group-goal.ts'
import { groupPlan } from '../planning/group-plan.ts'
import { supportGroup } from '../support-group.ts'
import { type GroupPlanRecords, readGroupPlan } from './read-group-plan.ts'

const groupId = idOf(600)
const [leader, observer] = [idOf(610), idOf(611)]

function aMeeting(number: number, changes: object) {
  const fields = { groupId, stage: 'forming', form: 'parallel', strands: ['child', 'parent'] }
  const its = { ...fields, plannedOn: '2026-03-07', ...changes }
  return { ...meeting.read(fieldsAsJson(its)), id: idOf(number) }
}

const segment = { id: 'a', title: '热身', minutes: 5, purpose: '认识彼此', materials: ['毛线球'] }
const records: GroupPlanRecords = {
  plan: groupPlan.read(
    fieldsAsJson({
      ...{ groupId, nature: 'support', openness: 'open', background: '两家新来', risks: '雨天' },
      evidenceIds: [idOf(621), idOf(620)],
      budget: { a: { item: '材料', quantity: 5, unitPrice: 1800 } },
    }),
  ),
  goals: [
    {
      ...groupGoal.read(fieldsAsJson({ groupId, text: '每周通话一次', indicator: '次数' })),
      id: idOf(630),
    },
  ],
  group: supportGroup.read(
    fieldsAsJson({
      ...{ title: '小组', code: 'P-1', startsOn: '2026-03-07', endsOn: '2026-05-02' },
      ...{
        place: '村活动室',
        onlineTool: '微信群',
        team: { [observer]: 'observer', [leader]: 'leader' },
      },
    }),
  ),
  meetings: [
    aMeeting(641, { no: 2, theme: '心里话', aims: ['说出感受'] }),
    aMeeting(640, {
      ...{ no: 1, theme: '线两头的人', aims: ['认识'] },
      plan: {
        parent: {
          ...{ minutes: 40, segments: [] },
          listen: { script: '先说自己的一件事', recall: '先说什么？', task: '说一件' },
        },
        child: { minutes: 60, segments: [segment], homeTask: '打一个电话' },
      },
    }),
  ],
  waves: [
    {
      ...wave.read(
        fieldsAsJson({
          ...{ groupId, title: '前测', phase: 'before', instrumentIds: [idOf(650)] },
          ...{ opensOn: '2026-03-01', dueOn: '2026-03-06' },
        }),
      ),
      id: idOf(651),
    },
  ],
}

describe('a group’s plan as it is handed in [GRP-65]', () => {
  const parts = readGroupPlan(records)
  const wordsOf = (head: string) =>
    parts.filter((one) => one.head === head).map(({ words }) => words)

  it('is the whole of form-F3 in its order', () => {
    expect(parts.map(({ head, of }) => (of === '' ? head : `${head} ${of}`))).toEqual([
      ...['nature', 'background', 'theory', 'sources', 'overallGoal', 'goal'],
      ...['selection', 'recruitment', 'timePlace'],
      ...['meeting 1 · 线两头的人', 'planChild 1 · 线两头的人', 'planParent 1 · 线两头的人'],
      'meeting 2 · 心里话',
      ...['team', 'risks', 'evaluation', 'waves', 'budget'],
    ])
    expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
  })

  it('says what is done in each strand, minute by minute, and what is taken home', () => {
    expect(wordsOf('planChild')).toEqual(['5′ 热身 · 认识彼此 · 毛线球\n→ 打一个电话'])
    expect(wordsOf('planParent')).toEqual(['♪ 先说自己的一件事\n? 先说什么？\n→ 说一件'])
  })

  it('holds kinds, people and sources as codes, in an order that does not depend on who looks', () => {
    expect(wordsOf('nature')).toEqual(['support open'])
    expect(wordsOf('team')).toEqual([`leader ${leader}\nobserver ${observer}`])
    expect(wordsOf('sources')).toEqual([`${idOf(620)}\n${idOf(621)}`])
    expect(wordsOf('waves')).toEqual(['前测 · 2026-03-01 – 2026-03-06'])
  })

  it('stays the same when a meeting is put off, and not when something else is done there', () => {
    const meetings = (changes: object) =>
      readGroupPlan({
        ...records,
        meetings: records.meetings.map((one) => ({ ...one, ...changes })),
      })
    expect(meetings({ plannedOn: '2026-03-14', place: '学校', notes: 'x' })).toEqual(parts)
    expect(meetings({ aims: ['别的'] })).not.toEqual(parts)
  })

  it('holds as much of an endless flow as a paragraph takes', () => {
    const long = Array.from({ length: 30 }, (_, at) => ({
      ...segment,
      ...{ id: `s${at}`, purpose: '长'.repeat(4000) },
    }))
    const meetings = [
      aMeeting(640, { no: 1, theme: '线', plan: { child: { minutes: 60, segments: long } } }),
    ]
    for (const one of readGroupPlan({ ...records, meetings }))
      expect(paragraphShape.safeParse(one).success).toBe(true)
  })

  it('names no child and no family', () => {
    expect(JSON.stringify(parts)).not.toContain(ids.family)
  })
})
