import { describe, expect, it } from 'vitest'
import { idOf, ids, pairWith, today } from '../families/cases/family-world.ts'
import { caseWith, followUpWith, mother, taken } from './cases/case-world.ts'
import { findEarlierCases } from './former-case.ts'

const father = { ...pairWith(ids.mother, 'father'), id: idOf(41) }
const records = { cases: [], followUps: [], pairs: [mother, father], today }
const onMother = { familyId: ids.family, pairId: mother.id, personId: null }
const onChild = { familyId: ids.family, pairId: null, personId: ids.child }
const ended = (closedOn: string, changes: object = {}) =>
  caseWith({ ...taken, closeAskedOn: closedOn, closedOn, ...changes })

describe('the cases beside which a new one would stand [CAS-1] [CAS-11]', () => {
  it('are none where there never was one', () => {
    expect(findEarlierCases(onMother, records)).toEqual({ goesOn: null, former: null })
  })

  it('are the one that goes on, on the same pair alone', () => {
    const cases = [caseWith(taken)]
    expect(findEarlierCases(onMother, { ...records, cases }).goesOn).toEqual(cases[0])
    expect(findEarlierCases(onChild, { ...records, cases })).toEqual({ goesOn: null, former: null })
  })

  it('are the one that ended last, closed or never taken, of the pair or of its child', () => {
    const first = ended('2026-02-20')
    const advised = caseWith({
      ...{ ...taken, decision: 'advise', decidedOn: '2026-03-01' },
      ...{ pairId: null, personId: ids.child },
    })
    const cases = [first, { ...advised, id: idOf(901) }]
    expect(findEarlierCases(onMother, { ...records, cases }).former).toMatchObject({
      its: { id: idOf(901) },
      endedOn: '2026-03-01',
    })
    const ofFather = { ...onMother, pairId: father.id }
    expect(findEarlierCases(ofFather, { ...records, cases: [first] }).former).toBeNull()
    expect(findEarlierCases(onChild, { ...records, cases: [first] }).former?.its).toEqual(first)
    const elsewhere = { ...onMother, familyId: idOf(78) }
    expect(findEarlierCases(elsewhere, { ...records, cases }).former).toBeNull()
  })

  it('say which follow-up is overdue, of that case alone', () => {
    const cases = [ended('2026-02-10')]
    const overdue = (...followUps: readonly ReturnType<typeof followUpWith>[]) =>
      findEarlierCases(onMother, { ...records, cases, followUps }).former?.overdueOn
    expect(overdue(followUpWith({ plannedOn: '2026-03-09' }))).toBe('2026-03-09')
    expect(overdue(followUpWith({ plannedOn: today }))).toBeNull()
    expect(overdue(followUpWith({ plannedOn: '2026-03-01', doneOn: '2026-03-02' }))).toBeNull()
    expect(overdue(followUpWith({ plannedOn: '2026-03-01', caseId: idOf(902) }))).toBeNull()
  })
})
