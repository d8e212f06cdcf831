import { describe, expect, it } from 'vitest'
import { decided, idOf, ids } from './cases/family-world.ts'
import {
  consentState,
  holdsServiceConsent,
  listRestingOn,
  listLastWords,
  refusePurpose,
  refuseWithoutConsent,
} from './consent-state.ts'
import { consentPurposes, type Consent, type KnownPurpose } from './consent.ts'

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

describe('until when', () => {
  it('is the last day that was named; then it is asked anew (FAM-45)', () => {
    expect(stateWith({ validUntil: day })).toBe('given')
    expect(stateWith({ validUntil: '2026-03-09' })).toBe('expired')
    expect(stateWith({ validUntil: '2026-03-09', withdrawnOn: '2026-03-08' })).toBe('withdrawn')
    const lapsed = [decided({ validUntil: '2026-03-09' })]
    expect(refuseWithoutConsent(lapsed, ids.child, 'service', day)).toEqual({
      id: 'ConsentExpired',
      details: { purpose: 'service', on: '2026-03-09' },
    })
  })

  it('a word that has run out neither agrees nor disagrees beside another guardian (FAM-45)', () => {
    const lapsed = { ...from(ids.mother, '2026-03-01', 'given'), validUntil: '2026-03-05' }
    expect(stateWith(lapsed, from(ids.father, '2026-03-02', 'given'))).toBe('given')
    expect(stateWith(lapsed, from(ids.father, '2026-03-02', 'refused'))).toBe('refused')
  })
})

describe('two guardians who disagree', () => {
  const father = decided(from(ids.father, '2026-03-01', 'refused'))
  const ruling = { on: '2026-03-06', byId: ids.staff, reason: '母亲带孩子住', over: [father.id] }
  const mother = decided({ ...from(ids.mother, '2026-03-05', 'given'), ruling })

  it('are followed as the supervisor decided, who is named with the reason (P04, FAM-46)', () => {
    const found = consentState([father, mother], ids.child, 'service', day)
    expect(found).toMatchObject({ state: 'given', disagreement: false, ruling })
    expect(consentState([father, mother], ids.child, 'service', '2026-03-05').state).toBe('refused')
  })

  it('fall back to the narrower choice as soon as one of them speaks anew (P04, FAM-46)', () => {
    const anew = decided(from(ids.father, '2026-03-08', 'refused'))
    const found = consentState([father, mother, anew], ids.child, 'service', day)
    expect(found).toMatchObject({ state: 'refused', disagreement: true, ruling: null })
    const back = { ...mother, withdrawnOn: '2026-03-09' }
    expect(consentState([father, back], ids.child, 'service', day)).toMatchObject({
      state: 'refused',
      ruling: null,
    })
  })
})

describe('of one mind', () => {
  it('are one who refuses and one who took back; two who agree and refuse are not (FAM-13)', () => {
    const back = decided({ ...from(ids.mother, '2026-03-01', 'given'), withdrawnOn: '2026-03-03' })
    const no = decided(from(ids.father, '2026-03-02', 'refused'))
    expect(consentState([back, no], ids.child, 'service', day)).toMatchObject({
      state: 'refused',
      disagreement: false,
    })
  })
})

describe('what rests on one person alone [FAM-55]', () => {
  const father = decided(from(ids.father, '2026-03-01', 'given'))
  const about = { personId: ids.father, childId: null }
  const resting = (...said: readonly ReturnType<typeof decided>[]) =>
    listRestingOn(said, about, day).map(({ purpose }) => purpose)

  it('is help that nobody else has spoken of; what shows the child ends instead', () => {
    const photo = decided({ ...from(ids.father, '2026-03-01', 'given'), purpose: 'photo' })
    expect(resting(father, photo)).toEqual(['service'])
    expect(resting(father, decided(from(ids.mother, '2026-03-02', 'given')))).toEqual([])
    expect(resting(decided(from(ids.father, '2026-03-01', 'refused')))).toEqual([])
    expect(listRestingOn([father], { ...about, childId: idOf(98) }, day)).toEqual([])
  })
})

describe('one act of taking back [FAM-11]', () => {
  it('shows the proof that was given last, whatever the order of the numbers of its records', () => {
    const words = ['2026-01-02', '2026-02-03'].map((decidedOn, index) => ({
      ...decided({ purpose: 'group', decidedOn, withdrawnOn: day }),
      id: idOf(900 - index),
    }))
    expect(listLastWords(words, ids.child, 'group', day)).toMatchObject([
      { decidedOn: '2026-02-03' },
    ])
  })
})

describe('telling others', () => {
  it('the older point of school and village speaks for both, and for nobody else (FAM-44)', () => {
    const older = [decided({ purpose: 'sharing' })]
    const state = (purpose: KnownPurpose) => consentState(older, ids.child, purpose, day).state
    expect(state('shareSchool')).toBe('given')
    expect(state('shareVillage')).toBe('given')
    expect(state('shareFunder')).toBe('notAsked')
    expect(state('transfer')).toBe('notAsked')
    const school = decided({ purpose: 'shareSchool', decision: 'refused', decidedOn: '2026-03-02' })
    expect(consentState([...older, school], ids.child, 'shareSchool', day).state).toBe('refused')
    expect(consentState([...older, school], ids.child, 'shareVillage', day).state).toBe('given')
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
    const unwilling = decided({
      assent: { answer: 'refused', on: '2026-03-01', how: '', view: '' },
    })
    const later = decided({ givenById: ids.father, decidedOn: '2026-03-05' })
    const again = decided({
      decidedOn: '2026-03-06',
      assent: { answer: 'given', on: '2026-03-06', how: '', view: '' },
    })
    const refusedFor = (...consents: readonly ReturnType<typeof decided>[]) =>
      refuseWithoutConsent(consents, ids.child, 'service', day)?.id ?? null
    expect(refusedFor(unwilling, later)).toBe('ChildDoesNotWant')
    expect(refusedFor(unwilling, later, again)).toBe(null)
    const elsewhere = decided({
      purpose: 'photo',
      assent: { answer: 'refused', on: day, how: '', view: '' },
    })
    expect(refusedFor(later, elsewhere)).toBe(null)
  })

  it('is refused when the guardian agrees and the child does not want it (FAM-10)', () => {
    expect(refusalOf({ assent: { answer: 'refused', on: day, how: '', view: '' } })?.id).toBe(
      'ChildDoesNotWant',
    )
    expect(refusalOf({ assent: { answer: 'tooYoung', on: null, how: '', view: '' } })).toBeNull()
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

describe('parts of the help [FAM-66]', () => {
  const both = (service: object) => [
    decided({ purpose: 'service', ...service }),
    decided({ purpose: 'assessment' }),
    decided({ purpose: 'group' }),
    decided({ purpose: 'research' }),
  ]
  const refused = (service: object, purpose: 'assessment' | 'group' | 'research') =>
    refuseWithoutConsent(both(service), ids.child, purpose, day)

  it('stop when the consent to the help itself is taken back or refused, whatever was said of them', () => {
    const gone = { withdrawnOn: day }
    expect(refused({}, 'assessment')).toBeNull()
    expect(refused(gone, 'assessment')?.details).toMatchObject({ purpose: 'service' })
    expect(refused(gone, 'group')?.id).toBe('ConsentWithdrawn')
    expect(refused({ decision: 'refused' }, 'group')?.id).toBe('ConsentRefused')
    expect(refused(gone, 'research')).toBeNull()
  })

  it('go on where nobody was asked about the help; what is held already is judged by its own purpose', () => {
    const alone = [decided({ purpose: 'assessment' })]
    expect(refuseWithoutConsent(alone, ids.child, 'assessment', day)).toBeNull()
    expect(refusePurpose(both({ withdrawnOn: day }), ids.child, 'assessment', day)).toBeNull()
  })
})
