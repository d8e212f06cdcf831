import { describe, expect, it } from 'vitest'
import { decided, idOf, ids, today } from './cases/family-world.ts'
import { restrictedParty } from './restricted-party.ts'
import { listRestrictionsDue } from './restrictions-due.ts'

function keptAway(personId: string, changes: object = {}) {
  const fields = {
    ...{ familyId: ids.family, personId, ground: 'courtOrder' },
    ...{ since: today, reviewOn: '2026-12-01', ...changes },
  }
  return [{ ...restrictedParty.read(fields), id: idOf(800) }]
}

const photo = { ...decided({ purpose: 'photo', givenById: ids.father }), id: idOf(810) }
const item = { key: idOf(800), familyId: ids.family, personId: ids.father }

describe('words of somebody who is kept away that came in late [FAM-55]', () => {
  it('wait for a person while they count: a yes that shows the child, a no to what protects it', () => {
    const no = decided({ purpose: 'service', givenById: ids.father, decision: 'refused' })
    const due = (...said: (typeof photo)[]) =>
      listRestrictionsDue(keptAway(ids.father), said, today)
    expect(due(photo)).toEqual([{ ...item, stillCount: 1, toReview: false }])
    expect(due(photo, no)).toEqual([{ ...item, stillCount: 2, toReview: false }])
  })

  it('do not wait where a yes to help yields already: whoever speaks next is heard without a tap', () => {
    const yes = decided({ purpose: 'service', givenById: ids.father })
    const due = (said: typeof yes) => listRestrictionsDue(keptAway(ids.father), [said], today)
    expect(due(yes)).toMatchObject([{ stillCount: 1 }])
    expect(due({ ...yes, yieldsSince: today })).toEqual([])
  })

  it('wait no longer once set aside, nor where nobody is kept away or somebody else spoke', () => {
    const aside = { ...photo, setAsideOn: today }
    expect(listRestrictionsDue(keptAway(ids.father), [aside], today)).toEqual([])
    for (const restrictions of [
      keptAway(ids.father, { state: 'lifted' }),
      keptAway(ids.father, { childId: idOf(99) }),
      keptAway(ids.mother),
    ])
      expect(listRestrictionsDue(restrictions, [photo], today)).toEqual([])
  })
})

describe('a restriction [FAM-50]', () => {
  it('is looked at again on its day, and does not end by itself', () => {
    const due = (reviewOn: string, changes: object = {}) =>
      listRestrictionsDue(keptAway(ids.father, { reviewOn, ...changes }), [], today)
    expect(due(today)).toEqual([{ ...item, stillCount: 0, toReview: true }])
    expect(due('2026-12-01')).toEqual([])
    expect(due(today, { state: 'lifted' })).toEqual([])
  })
})
