import { describe, expect, it } from 'vitest'
import { familyFacts, ids, pairWith, somebody, stay, theChild } from './cases/family-world.ts'
import {
  findCensus,
  findCivilAffairs,
  isUnattended,
  livesAlone,
  type FamilyFacts,
} from './left-behind.ts'
import type { Person } from './person.ts'

const day = '2026-03-10'
const rural = { ruralHukou: true } as const

function civil(facts: FamilyFacts, changes: Partial<Person> = rural) {
  const { holds, because } = findCivilAffairs(facts, theChild(changes), day)
  return `${holds}: ${because}`
}

function census(facts: FamilyFacts, changes: Partial<Person> = {}) {
  const { holds, because } = findCensus(facts, theChild(changes), day)
  return `${holds}: ${because}`
}

function oneAway(atHome: Partial<Person> = {}) {
  return familyFacts({
    people: [
      theChild(rural),
      somebody(ids.mother, { livesHere: false }),
      somebody(ids.father, atHome),
    ],
    migrations: [stay(ids.mother)],
  })
}

describe('the civil-affairs definition (FAM-14)', () => {
  it('holds with both parents away, under 16, rural hukou', () => {
    expect(civil(familyFacts())).toBe('true: allParentsAway')
    expect(civil(familyFacts(), { ...rural, bornOn: '2010-03-11' })).toBe('true: allParentsAway')
    expect(civil(familyFacts(), { ...rural, bornOn: '2010-03-10' })).toBe('false: sixteenOrOlder')
    expect(civil(familyFacts(), { ruralHukou: false })).toBe('false: noRuralHukou')
  })

  it('holds with one parent away when the other has no capacity', () => {
    expect(civil(oneAway({ guardianCapacity: 'incapable' }))).toBe('true: parentAtHomeIncapable')
    expect(civil(oneAway({ guardianCapacity: 'capable' }))).toBe('false: parentAtHomeCapable')
    expect(civil(oneAway())).toBe('null: capacityUnknown')
  })

  it('holds with the surviving parent away', () => {
    const facts = familyFacts({
      people: [
        theChild(rural),
        somebody(ids.mother, { livesHere: false }),
        somebody(ids.father, { alive: false }),
      ],
    })
    expect(civil(facts)).toBe('true: allParentsAway')
  })

  it('says what must be asked instead of guessing', () => {
    expect(civil(familyFacts(), { ...rural, bornOn: null })).toBe('null: birthUnknown')
    expect(civil(familyFacts(), {})).toBe('null: hukouUnknown')
    expect(civil(familyFacts({ pairs: [] }))).toBe('null: parentsUnknown')
    expect(civil(familyFacts({ pairs: [pairWith(ids.mother, 'mother')] }))).toBe(
      'null: otherParentUnknown',
    )
  })

  it('does not hold with parents at home, or when the child went along', () => {
    expect(civil(familyFacts({ migrations: [] }))).toBe('false: noParentAway')
    expect(civil(familyFacts({ migrations: [stay(ids.mother), stay(ids.child)] }))).toBe(
      'false: childAway',
    )
  })
})

describe('the census definition (FAM-15)', () => {
  it('holds with one parent away across the township for six months, age 0–17, whatever the hukou', () => {
    expect(census(oneAway())).toBe('true: parentAwaySixMonths')
    expect(census(oneAway(), { bornOn: '2008-03-11' })).toBe('true: parentAwaySixMonths')
    expect(census(oneAway(), { bornOn: '2008-03-10' })).toBe('false: adult')
  })

  it('counts six months to the day', () => {
    const since = (from: string) => familyFacts({ migrations: [stay(ids.mother, { since: from })] })
    expect(census(since('2025-09-09'))).toBe('true: parentAwaySixMonths')
    expect(census(since('2025-09-10'))).toBe('false: awayLessThanSixMonths')
  })

  it('does not count work inside the township, nor a stay that is over', () => {
    expect(census(familyFacts({ migrations: [stay(ids.mother, { acrossTownship: false })] }))).toBe(
      'false: noParentAway',
    )
    expect(census(familyFacts({ migrations: [stay(ids.mother, { until: day })] }))).toBe(
      'false: noParentAway',
    )
  })

  it('says what must be asked instead of guessing', () => {
    expect(census(familyFacts(), { bornOn: null })).toBe('null: birthUnknown')
    expect(census(familyFacts({ pairs: [] }))).toBe('null: parentsUnknown')
    expect(census(familyFacts({ migrations: [stay(ids.mother, { since: null })] }))).toBe(
      'null: sinceUnknown',
    )
    expect(census(familyFacts({ migrations: [], pairs: [pairWith(ids.mother, 'mother')] }))).toBe(
      'null: otherParentUnknown',
    )
  })

  it('differs from the other definition where one parent is at home', () => {
    const facts = oneAway({ guardianCapacity: 'capable' })
    expect([civil(facts), census(facts)]).toEqual([
      'false: parentAtHomeCapable',
      'true: parentAwaySixMonths',
    ])
  })
})

describe('prompts that a person looks at', () => {
  const alone = familyFacts({
    people: familyFacts().people.filter(({ role }) => role !== 'grandparent'),
  })

  it('a child under 16 with no adult sleeping at home lives alone (FAM-16)', () => {
    expect(livesAlone(alone, theChild(), day)).toBe(true)
    expect(livesAlone(familyFacts(), theChild(), day)).toBe(false)
    expect(livesAlone(alone, theChild({ bornOn: '2010-03-10' }), day)).toBe(false)
    expect(livesAlone(alone, theChild({ bornOn: null }), day)).toBe(false)
  })

  it.each([
    ['a brother of 17', { role: 'child', bornOn: '2008-06-01' }, true],
    ['a sister of 18', { role: 'child', bornOn: '2008-01-01' }, false],
    ['a grandmother who died', { role: 'grandparent', alive: false }, true],
    ['an aunt who sleeps elsewhere', { role: 'relative', livesHere: false }, true],
    ['an aunt of unknown age', { role: 'relative' }, false],
  ] as const)('beside %s: lives alone is %s (FAM-16)', (_who, changes, expected) => {
    const facts = familyFacts({ people: [...alone.people, somebody(ids.grandmother, changes)] })
    expect(livesAlone(facts, theChild(), day)).toBe(expected)
  })

  it('a child under 8 with nobody able at home is unattended (FAM-17)', () => {
    const small = theChild({ bornOn: '2018-03-11' })
    const frail = somebody(ids.grandmother, { role: 'grandparent', guardianCapacity: 'incapable' })
    const facts = familyFacts({ people: [...alone.people, frail] })
    expect(isUnattended(facts, small, day)).toBe(true)
    expect(livesAlone(facts, small, day)).toBe(false)
    expect(isUnattended(facts, theChild({ bornOn: '2018-03-10' }), day)).toBe(false)
    expect(isUnattended(familyFacts(), small, day)).toBe(false)
  })
})
