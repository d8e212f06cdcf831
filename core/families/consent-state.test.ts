import { describe, expect, it } from 'vitest'
import { decided, idOf, ids } from './cases/family-world.ts'
import { consentState, holdsServiceConsent, refuseWithoutConsent } from './consent-state.ts'
import { consentPurposes, type Consent } from './consent.ts'

const day = '2026-03-10'

function stateWith(...decisions: readonly Partial<Consent>[]) {
  const consents = decisions.map((changes) => decided(changes))
  const { state, disagreement } = consentState(consents, ids.child, 'service', day)
  return disagreement ? `${state}, disagreement` : state
}

const from = (givenById: string, decidedOn: string, decision: Consent['decision']) => ({
  givenById,
  decidedOn,
  decision,
})

describe('whether a purpose holds for a child', () => {
  it('is not asked, given, refused or withdrawn', () => {
    expect(stateWith()).toBe('notAsked')
    expect(stateWith({})).toBe('given')
    expect(stateWith({ decision: 'refused' })).toBe('refused')
    expect(stateWith({ withdrawnOn: day })).toBe('withdrawn')
    expect(stateWith({ withdrawnOn: '2026-03-11' })).toBe('given')
  })

  it('holds for its own purpose, child and time only (FAM-10)', () => {
    expect(stateWith({ purpose: 'photo' })).toBe('notAsked')
    expect(stateWith({ subjectId: idOf(98) })).toBe('notAsked')
    expect(stateWith({ decidedOn: '2026-03-11' })).toBe('notAsked')
  })

  it("follows each guardian's latest word (FAM-13)", () => {
    expect(
      stateWith(from(ids.mother, '2026-03-02', 'given'), from(ids.mother, '2026-03-01', 'refused')),
    ).toBe('given')
    expect(
      stateWith(from(ids.mother, '2026-03-01', 'given'), from(ids.mother, '2026-03-02', 'refused')),
    ).toBe('refused')
    expect(stateWith({ withdrawnOn: '2026-03-03' }, from(ids.mother, '2026-03-04', 'given'))).toBe(
      'given',
    )
    expect(stateWith({ withdrawnOn: '2026-03-03' }, from(ids.mother, '2026-03-01', 'given'))).toBe(
      'withdrawn',
    )
  })

  it('of one day: a refusal stands, a consent taken back may be given anew (FAM-13)', () => {
    const on = '2026-03-10'
    expect(stateWith(from(ids.mother, on, 'given'), from(ids.mother, on, 'refused'))).toBe(
      'refused',
    )
    const takenBack = { ...from(ids.mother, on, 'given'), withdrawnOn: on }
    expect(stateWith(from(ids.mother, on, 'given'), takenBack)).toBe('given')
    expect(stateWith(takenBack)).toBe('withdrawn')
    const earlier = { ...from(ids.mother, '2026-03-01', 'given'), withdrawnOn: '2026-03-08' }
    expect(stateWith(earlier, from(ids.mother, '2026-03-05', 'given'))).toBe('withdrawn')
  })

  it('takes the narrower choice of two guardians, whoever spoke last (FAM-13)', () => {
    const father = from(ids.father, '2026-03-01', 'refused')
    const mother = from(ids.mother, '2026-03-05', 'given')
    expect(stateWith(father, mother)).toBe('refused, disagreement')
    expect(stateWith(mother, father)).toBe('refused, disagreement')
    expect(stateWith(father, mother, from(ids.father, '2026-03-06', 'given'))).toBe('given')
    expect(
      stateWith(mother, { ...from(ids.father, '2026-03-02', 'given'), withdrawnOn: day }),
    ).toBe('withdrawn, disagreement')
  })

  it("is the child's own choice once a child of 14 has decided (FAM-13)", () => {
    const bornOn = { subjectBornOn: '2011-01-01' }
    const guardian = { ...from(ids.mother, '2026-03-05', 'given'), ...bornOn }
    expect(stateWith(guardian, { ...from(ids.child, '2026-03-01', 'refused'), ...bornOn })).toBe(
      'refused',
    )
    expect(
      stateWith(
        { ...guardian, decision: 'refused' },
        { ...from(ids.child, '2026-03-01', 'given'), ...bornOn },
      ),
    ).toBe('given')
  })

  it('ends on the 18th birthday when only a guardian had agreed (FAM-13)', () => {
    const guardian = from(ids.mother, '2026-03-05', 'given')
    expect(stateWith({ ...guardian, subjectBornOn: '2008-03-11' })).toBe('given')
    expect(stateWith({ ...guardian, subjectBornOn: '2008-03-10' })).toBe('notAsked')
  })
})

describe('processing without consent', () => {
  const refusalOf = (changes: Partial<Consent> | null) =>
    refuseWithoutConsent(changes === null ? [] : [decided(changes)], ids.child, 'service', day)

  it('is refused with the reason (FAM-10)', () => {
    expect(refusalOf({})).toBeNull()
    expect(refusalOf(null)).toEqual({ id: 'ConsentNotAsked', details: { purpose: 'service' } })
    expect(refusalOf({ decision: 'refused' })?.id).toBe('ConsentRefused')
    expect(refusalOf({ withdrawnOn: '2026-03-04' })).toEqual({
      id: 'ConsentWithdrawn',
      details: { purpose: 'service', on: '2026-03-04' },
    })
  })

  it("stands on the child's own last word, also when another adult agrees later without asking the child (FAM-10)", () => {
    const unwilling = decided({ assent: { answer: 'refused', on: '2026-03-01', how: '' } })
    const later = decided({ givenById: ids.father, decidedOn: '2026-03-05' })
    const again = decided({
      decidedOn: '2026-03-06',
      assent: { answer: 'given', on: '2026-03-06', how: '' },
    })
    const refusedFor = (...consents: readonly ReturnType<typeof decided>[]) =>
      refuseWithoutConsent(consents, ids.child, 'service', day)?.id ?? null
    expect(refusedFor(unwilling, later)).toBe('ChildDoesNotWant')
    expect(refusedFor(unwilling, later, again)).toBe(null)
    const elsewhere = decided({
      purpose: 'photo',
      assent: { answer: 'refused', on: day, how: '' },
    })
    expect(refusedFor(later, elsewhere)).toBe(null)
  })

  it('is refused when the guardian agrees and the child does not want it (FAM-10)', () => {
    expect(refusalOf({ assent: { answer: 'refused', on: day, how: '' } })?.id).toBe(
      'ChildDoesNotWant',
    )
    expect(refusalOf({ assent: { answer: 'tooYoung', on: null, how: '' } })).toBeNull()
  })

  it('stays allowed for the service when everything else is refused (FAM-10)', () => {
    const others = consentPurposes.filter((purpose) => purpose !== 'service')
    const consents = [
      decided(),
      ...others.map((purpose) => decided({ purpose, decision: 'refused' })),
    ]
    expect(refuseWithoutConsent(consents, ids.child, 'service', day)).toBeNull()
    expect(
      others.map((purpose) => refuseWithoutConsent(consents, ids.child, purpose, day)?.id),
    ).toEqual(others.map(() => 'ConsentRefused'))
  })
})

describe('a family', () => {
  it('may be held beyond contact data as soon as one child is consented for, and no longer when that ends (FAM-4)', () => {
    const brother = { subjectId: idOf(15) }
    expect(holdsServiceConsent([], day)).toBe(false)
    expect(holdsServiceConsent([decided({ decision: 'refused' }), decided(brother)], day)).toBe(
      true,
    )
    expect(holdsServiceConsent([decided({ purpose: 'photo' })], day)).toBe(false)
    const father = decided({ givenById: ids.father, decision: 'refused' })
    expect(holdsServiceConsent([decided(), father], day)).toBe(false)
  })
})
