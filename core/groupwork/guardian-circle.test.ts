import { describe, expect, it } from 'vitest'
import { groupEntry, groupId, idOf, makeMeeting, makeSeat } from './cases/group-case.ts'
import { findCircleFor, materialsOf, proposeCircle } from './guardian-circle.ts'
import { planExtraMeeting } from './plan-extra-meeting.ts'
import { sessionShape } from './plan-shape.ts'
import { programme } from './programme.ts'
import { supportGroup } from './support-group.ts'

function circle(no: number, theme: string) {
  const materials = ['茶水', '三步图画卡']
  const segment = { id: 'a', title: '喝口茶', minutes: 40, materials }
  const guardian = {
    ...{ minutes: 40, segments: [segment, { ...segment, id: 'b' }] },
    pictureSteps: [{ picture: 'phone-charging', words: '手机先充好' }],
  }
  return sessionShape.parse({
    ...{ no, stage: 'transition', form: 'guardianCircle', theme, aims: ['每人做过一遍'] },
    strands: { guardian },
  })
}

const first = circle(5, '电、叫、走')
const second = circle(10, '坐下、三句话')
const shelf = programme.read({
  ...{ code: 'own', version: '1', title: 'P', sessions: [second, first] },
})
const children = [1, 2, 3, 4, 5].map((no) =>
  makeMeeting(no, { form: 'parallel', strands: ['child'], plannedOn: `2026-06-0${no}` }),
)
const had = makeMeeting(6, {
  ...{ form: 'guardianCircle', strands: ['guardian'], theme: first.theme },
  plannedOn: '2026-06-03',
})
const grandmother = makeSeat('Grandmother', 'family A', 'guardian', { joinedOn: '2026-05-01' })
const facts = {
  ...{ meetings: children, seats: [grandmother], programmes: [shelf] },
  ...({ language: 'zh-CN', today: '2026-05-20' } as const),
}

describe('a guardian circle [GRP-61]', () => {
  it('has its place after the second and the fifth meeting of the children, with three days to invite', () => {
    expect(proposeCircle(facts)).toMatchObject({ no: 1, day: '2026-06-03' })
    expect(proposeCircle({ ...facts, meetings: [...children, had] })).toMatchObject({
      ...{ no: 2, day: '2026-06-06' },
    })
    expect(proposeCircle({ ...facts, today: '2026-06-09' }).day).toBe('2026-06-12')
    expect(proposeCircle({ ...facts, meetings: [] }).day).toBe('2026-05-23')
    const missed = { ...had, state: 'notHeld' } as const
    expect(proposeCircle({ ...facts, meetings: [...children, missed] }).no).toBe(1)
  })

  it('has ready plans from the programmes in use, those not had first, in the language asked for', () => {
    const themes = (changes: Partial<typeof facts>) =>
      proposeCircle({ ...facts, ...changes }).ready.map(({ theme }) => theme)
    expect(themes({})).toEqual([first.theme, second.theme])
    expect(themes({ meetings: [...children, had] })).toEqual([second.theme, first.theme])
    expect(themes({ programmes: [shelf, shelf] })).toHaveLength(2)
    expect(themes({ programmes: [{ ...shelf, language: 'en' }] })).toEqual([])
    expect(themes({ programmes: [{ ...shelf, retiredOn: '2026-01-01' }] })).toEqual([])
  })

  it('says how many guardians have a seat on that day', () => {
    expect(proposeCircle(facts).guardians).toBe(1)
    const gone = { ...grandmother, leftOn: '2026-06-01' }
    expect(proposeCircle({ ...facts, seats: [gone] }).guardians).toBe(0)
    expect(
      proposeCircle({ ...facts, seats: [makeSeat('Lan', 'family A', 'child')] }).guardians,
    ).toBe(0)
  })

  it('is where a family is invited that has a seat in a group that goes on', () => {
    const group = { ...supportGroup.readEntry(groupEntry()), id: groupId }
    const ahead = makeMeeting(7, {
      ...{ form: 'guardianCircle', strands: ['guardian'], plannedOn: '2026-06-20' },
      ...{ state: 'planned', heldOn: null, minutes: null },
    })
    const known = { groups: [group], seats: [grandmother], meetings: [had], today: '2026-06-10' }
    const { familyId } = grandmother
    expect(findCircleFor(familyId, known)).toEqual({ groupId, next: null })
    const meetings = [had, ahead]
    expect(findCircleFor(familyId, { ...known, meetings })?.next?.id).toBe(ahead.id)
    // Of two groups the one that has a circle ahead, whichever stands first.
    const other = { ...group, id: idOf('other group') }
    const two = {
      ...{ ...known, meetings, groups: [other, group] },
      seats: [{ ...grandmother, groupId: other.id }, grandmother],
    }
    expect(findCircleFor(familyId, two)).toMatchObject({ groupId, next: { id: ahead.id } })
    expect(findCircleFor(idOf('another family'), known)).toBeNull()
    const closed = { ...group, state: 'closed' } as const
    expect(findCircleFor(familyId, { ...known, groups: [closed] })).toBeNull()
  })

  it('brings each thing once, and takes the plan over as it stands', () => {
    expect(materialsOf(first)).toEqual(['茶水', '三步图画卡'])
    const extra = { gathering: 'guardians', plannedOn: '2026-06-03', plannedAt: '10:00' } as const
    const made = planExtraMeeting(
      { id: groupId, onlineTool: '' },
      children,
      { ...extra, theme: first.theme, place: '村委会', minutes: 90, ready: first },
      'x',
    )
    expect(made).toMatchObject({ aims: first.aims, plan: first.strands, form: 'guardianCircle' })
  })
})
