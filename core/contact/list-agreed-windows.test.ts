import { describe, expect, it } from 'vitest'
import { idOf, ids, pairWith } from '../families/cases/family-world.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { contactPlan } from './contact-plan.ts'
import type { ContactPlan } from './contact-plan-shape.ts'
import { groupWindowsByDay, listAgreedWindows } from './list-agreed-windows.ts'

const [mother, father] = [pairWith(ids.mother, 'mother'), pairWith(ids.father, 'father')]
const monday = '2026-03-09'
const at = (weekday: number, clock: string, week = 'every') => ({ weekday, at: clock, week })

function plan(number: number, pairId: string, windows: object, changes: Partial<ContactPlan> = {}) {
  const days = { begunOn: '2026-03-01', childAgreedOn: '2026-03-02', adultAgreedOn: '2026-03-02' }
  const fields = { familyId: ids.family, pairId, windows, ...days, ...changes }
  return { ...contactPlan.read(fieldsAsJson(fields)), id: idOf(number) }
}

const plans = [
  plan(1, mother.id, { a: at(3, '19:30'), b: at(1, '20:00') }),
  plan(2, father.id, { a: at(1, '19:00'), b: at(2, '21:00', 'other') }),
]
const setting = { plans, pairs: [mother, father], cycleOf: () => null, restrictions: [] }
const said = (found: ReturnType<typeof listAgreedWindows>) =>
  found.map(
    ({ on, at: clock, pair }) => `${on} ${clock} ${pair.id === mother.id ? 'mother' : 'father'}`,
  )

describe('windows that pairs have agreed on [CPL-8]', () => {
  it('of the coming days come in order of time, and no further', () => {
    expect(said(listAgreedWindows(setting, monday, 2))).toEqual([
      '2026-03-09 19:00 father',
      '2026-03-09 20:00 mother',
      '2026-03-10 21:00 father',
    ])
    expect(listAgreedWindows(setting, monday, 3)).toHaveLength(4)
  })

  it('follow the weeks of the shift', () => {
    const known = { ...setting, cycleOf: () => monday }
    expect(listAgreedWindows(known, monday, 2)).toHaveLength(2)
  })

  it('are of plans that hold, and never with somebody who is kept away', () => {
    const draft = plan(3, mother.id, { a: at(1, '20:00') }, { adultAgreedOn: null })
    const ended = plan(4, father.id, { a: at(1, '19:00') }, { endedOn: '2026-03-05' })
    expect(listAgreedWindows({ ...setting, plans: [draft, ended] }, monday, 7)).toEqual([])
    const standing = {
      ...{ familyId: ids.family, personId: ids.father, childId: null },
      ...{ state: 'standing' as const, liftedAt: null },
    }
    const found = listAgreedWindows({ ...setting, restrictions: [standing] }, monday, 2)
    expect(said(found)).toEqual(['2026-03-09 20:00 mother'])
  })

  it('are one line for a pair and day, with every hour of it', () => {
    const twice = plan(5, mother.id, { a: at(1, '20:00'), b: at(1, '12:30'), c: at(2, '20:00') })
    const days = groupWindowsByDay(
      listAgreedWindows({ ...setting, plans: [twice, ...plans.slice(1)] }, monday, 2),
    )
    expect(
      days.map(({ pair, on, windows }) => [
        pair.id === mother.id ? 'mother' : 'father',
        on,
        windows.map((one) => one.at).join(' '),
      ]),
    ).toEqual([
      ['mother', '2026-03-09', '12:30 20:00'],
      ['father', '2026-03-09', '19:00'],
      ['mother', '2026-03-10', '20:00'],
      ['father', '2026-03-10', '21:00'],
    ])
  })
})
