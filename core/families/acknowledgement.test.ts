import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { acknowledgement, type Acknowledgement } from './acknowledgement.ts'
import { bond, idOf, ids, judge, somebody, theChild } from './cases/family-world.ts'
import { consentState } from './consent-state.ts'
import { guardianship } from './guardianship.ts'
import { person } from './person.ts'

const household = [
  [person, theChild()],
  [person, somebody(ids.mother)],
  [person, somebody(ids.grandmother, { role: 'grandparent' })],
  [guardianship, bond(ids.mother)],
  [guardianship, bond(ids.grandmother, { kind: 'caregiver', basis: 'oralEntrustment' })],
] as const

function take(changes: Partial<Acknowledgement>) {
  const fields = {
    familyId: ids.family,
    childId: ids.child,
    adultId: ids.grandmother,
    about: 'care',
    textVersion: '1',
    on: '2026-03-01',
    how: 'inPerson',
    ...changes,
  }
  const note = { ...acknowledgement.read(fieldsAsJson(fields)), id: idOf(500) }
  return judge(acknowledgement, note, household)
}

describe('taking note', () => {
  it('is for whoever looks after the child, and makes no purpose hold (FAM-42)', () => {
    expect(take({})).toBeNull()
    expect(take({ adultId: ids.mother })).toBeNull()
    expect(take({ adultId: ids.father })).toBe('NotInThisFamily')
    expect(consentState([], ids.child, 'service', '2026-03-10').state).toBe('notAsked')
  })

  it('that the child decides from now on is for the guardian, not for the grandmother (FAM-43)', () => {
    expect(take({ about: 'turned14' })).toBe('NotTheirChild')
    expect(take({ about: 'turned14', adultId: ids.mother })).toBeNull()
  })

  it('by telephone has a named witness, by paper its photograph, and is not ahead of its day (FAM-9)', () => {
    expect(take({ how: 'witnessedCall' })).toBe('ProofMissing')
    expect(take({ how: 'witnessedCall', witness: '村主任 李某' })).toBeNull()
    expect(take({ how: 'paperPhoto' })).toBe('ProofMissing')
    expect(take({ on: '2026-03-11' })).toBe('DateInFuture')
  })
})
