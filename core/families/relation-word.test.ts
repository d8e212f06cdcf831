import { describe, expect, it } from 'vitest'
import { ids, idOf, pairWith } from './cases/family-world.ts'
import { relationWord, type Relations } from './relation-word.ts'

const born = (parentId: string, childId: string) => ({ parentId, childId })
const siblingOfMother = idOf(77)
const grandmother = { id: ids.grandmother, sex: 'female', role: 'grandparent' } as const
const aunt = { id: siblingOfMother, sex: 'female', role: 'relative' } as const

function known(changes: Partial<Relations> = {}): Relations {
  return {
    people: [grandmother, aunt],
    pairs: [pairWith(ids.mother, 'mother'), pairWith(ids.father, 'father')],
    parentages: [],
    ...changes,
  }
}

describe('what an adult is called by a child', () => {
  it.each([
    [ids.father, 'families:kin.paternalGrandmother'],
    [ids.mother, 'families:kin.maternalGrandmother'],
  ] as const)('is 奶奶 or 外婆 by whose mother she is', (parent, word) => {
    const parentages = [born(ids.grandmother, parent)]
    expect(relationWord(known({ parentages }), ids.child, grandmother)).toBe(word)
    const pairs = [...known().pairs, pairWith(ids.grandmother, 'grandmother')]
    expect(relationWord(known({ parentages, pairs }), ids.child, grandmother)).toBe(word)
  })

  it('is found by the drawing alone where the parent has no pair', () => {
    const mother = { id: ids.mother, sex: 'female', role: 'parent' } as const
    const parentages = [born(ids.mother, ids.child), born(ids.grandmother, ids.mother)]
    const drawn = known({ people: [grandmother, mother], pairs: [], parentages })
    expect(relationWord(drawn, ids.child, grandmother)).toBe('families:kin.maternalGrandmother')
  })

  it('tells a mother’s sister from a relative', () => {
    const parentages = [born(ids.grandmother, ids.mother), born(ids.grandmother, siblingOfMother)]
    expect(relationWord(known({ parentages }), ids.child, aunt)).toBe('families:kin.maternalAunt')
  })

  it('stays as broad as the records where they do not say the side', () => {
    const pairs = [pairWith(ids.grandmother, 'grandmother')]
    expect(relationWord(known({ pairs }), ids.child, grandmother)).toBe(
      'families:relation.grandmother',
    )
    expect(relationWord(known(), ids.child, grandmother)).toBe('families:role.grandparent')
  })
})
