import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import {
  bond,
  context,
  decided,
  foundWith,
  idOf,
  ids,
  judge,
  theChild,
  today,
} from './cases/family-world.ts'
import { consent, mayBeFollowed, type Consent } from './consent.ts'
import { guardianship } from './guardianship.ts'
import { person } from './person.ts'

const motherIsGuardian = [guardianship, bond(ids.mother)] as const
const grandmotherCares = [
  guardianship,
  bond(ids.grandmother, { kind: 'caregiver', basis: 'oralEntrustment' }),
] as const

function take(changes: Partial<Consent>, bonds = [motherIsGuardian, grandmotherCares]) {
  return judge(consent, decided(changes), bonds)
}

describe('who consents for a child', () => {
  it('is a legal guardian while the child is under 14, never the caregiver (FAM-8)', () => {
    expect(take({})).toBeNull()
    expect(take({ givenById: ids.grandmother })).toBe('NotTheGuardian')
    expect(take({ givenById: ids.child })).toBe('NotTheGuardian')
    expect(take({ givenById: ids.father })).toBe('NotTheGuardian')
  })

  it('is the grandmother where she is guardian on a legal basis (FAM-8)', () => {
    const asGuardian = [
      guardianship,
      bond(ids.grandmother, { basis: 'parentsDeadOrIncapable' }),
    ] as const
    expect(take({ givenById: ids.grandmother }, [asGuardian])).toBeNull()
  })

  it('is nobody whose guardianship had ended that day (FAM-8)', () => {
    const ended = [guardianship, bond(ids.mother, { until: '2026-03-01' })] as const
    const lastDay = [guardianship, bond(ids.mother, { until: '2026-03-02' })] as const
    expect(take({}, [ended])).toBe('NotTheGuardian')
    expect(take({}, [lastDay])).toBeNull()
  })

  it('is nobody whose guardianship lies in another family (FAM-8)', () => {
    const elsewhere = [guardianship, bond(ids.mother, { familyId: idOf(99) })] as const
    expect(take({}, [elsewhere])).toBe('NotTheGuardian')
  })

  it('may be the child from the 14th birthday on (FAM-8)', () => {
    const own = { givenById: ids.child, decidedOn: '2026-03-01' }
    expect(take({ ...own, subjectBornOn: '2012-03-02' })).toBe('NotTheGuardian')
    expect(take({ ...own, subjectBornOn: '2012-03-01' })).toBeNull()
    expect(take({ subjectBornOn: '2012-03-01' })).toBeNull()
  })

  it('is only the person from the 18th birthday on (FAM-8)', () => {
    expect(take({ subjectBornOn: '2008-03-02' })).toBeNull()
    expect(take({ subjectBornOn: '2008-03-01' })).toBe('AdultConsentsAlone')
    expect(take({ subjectBornOn: '2008-03-01', givenById: ids.child })).toBeNull()
  })

  it("goes by the child's own record, whatever the consent says of the birth date (FAM-8)", () => {
    const born = [person, theChild({ bornOn: '2016-01-01' })] as const
    const own = { givenById: ids.child, subjectBornOn: '2010-01-01' }
    expect(judge(consent, decided(own), [motherIsGuardian])).toBeNull()
    expect(judge(consent, decided(own), [motherIsGuardian, born])).toBe('NotTheGuardian')
    expect(judge(consent, decided({}), [motherIsGuardian, born])).toBeNull()
    const ofOthers = [person, theChild({ familyId: idOf(99) })] as const
    expect(judge(consent, decided({}), [motherIsGuardian, ofOthers])).toBe('NotInThisFamily')
  })

  it('is a guardian when the birth date is unknown (FAM-8)', () => {
    expect(take({ subjectBornOn: null, givenById: ids.child })).toBe('NotTheGuardian')
    expect(take({ subjectBornOn: null })).toBeNull()
  })
})

describe('proof of consent', () => {
  it.each([
    ['paperPhoto', null, '', 'ProofMissing'],
    ['paperPhoto', idOf(77), '', null],
    ['onScreen', null, '', 'ProofMissing'],
    ['onScreen', idOf(77), '', null],
    ['witnessedCall', null, ' ', 'ProofMissing'],
    ['witnessedCall', null, '李老师', null],
    ['link', null, '', null],
  ] as const)('by %s with file %s and witness “%s” → %s (FAM-9)', (proof, proofFileId, witness, refusal) => {
    expect(take({ proof, proofFileId, witness })).toBe(refusal)
  })

  it('is not asked of a refusal: saying no costs nothing (FAM-9)', () => {
    expect(take({ decision: 'refused', witness: '' })).toBeNull()
  })

  it('does not end before it begins (FAM-45)', () => {
    expect(take({ validUntil: '2026-02-28' })).toBe('EndsBeforeStart')
    expect(take({ validUntil: '2026-03-01' })).toBeNull()
  })

  it('has no date in the future', () => {
    expect(take({ decidedOn: '2026-03-11' })).toBe('DateInFuture')
  })
})

describe('settling between two guardians', () => {
  const father = decided({ givenById: ids.father, decision: 'refused' })
  const mother = decided()
  const settle = (over: readonly string[], fields = mother) => {
    const { id, ...own } = fields
    const known = [father, mother].map((one) => [consent, one] as const)
    return consent.verbs['settle']?.run(
      fieldsAsJson(own),
      fieldsAsJson({ reason: '孩子跟母亲住', over }),
      foundWith(known),
      { ...context, recordId: id },
    )
  }

  it("names the other's words that were weighed, the reason and who decided (P04, FAM-46)", () => {
    expect(settle([father.id])).toEqual({
      ok: true,
      value: {
        ruling: { on: today, byId: ids.staff, reason: '孩子跟母亲住', over: [father.id] },
      },
    })
  })

  it('is refused where nobody else has spoken (FAM-46)', () => {
    expect(settle([mother.id])).toMatchObject({ refusal: { id: 'NothingToSettle' } })
    expect(settle([idOf(999)])).toMatchObject({ refusal: { id: 'NothingToSettle' } })
  })

  it('may stay with the narrower word: a no, or a yes that was taken back, for every purpose (FAM-46)', () => {
    for (const purpose of ['group', 'photo', 'recording'] as const) {
      const father = { ...decided({ purpose, givenById: ids.father }), id: idOf(71) }
      const back = decided({ purpose, withdrawnOn: today })
      const { id, ...own } = back
      const known = [father, back].map((one) => [consent, one] as const)
      const outcome = consent.verbs['settle']?.run(
        fieldsAsJson(own),
        fieldsAsJson({ reason: '母亲带孩子住', over: [father.id] }),
        foundWith(known),
        { ...context, recordId: id },
      )
      expect(outcome).toMatchObject({ ok: true, value: { ruling: { over: [father.id] } } })
      expect(mayBeFollowed(back)).toBe(true)
      expect(mayBeFollowed(father)).toBe(purpose === 'group')
    }
  })

  it('widens only what helps the child: a no to photographs stays a no (FAM-46)', () => {
    expect(settle([father.id], { ...mother, purpose: 'photo' })).toMatchObject({
      refusal: { id: 'NarrowerHolds' },
    })
    const no = decided({ purpose: 'photo', decision: 'refused' })
    expect(mayBeFollowed(no)).toBe(true)
  })

  it('cannot come along with a new consent (FAM-46)', () => {
    const ruling = { on: today, byId: ids.staff, reason: 'x', over: [father.id] }
    expect(take({ ruling })).toBe('FieldNeedsVerb')
  })
})

describe('withdrawing', () => {
  const run = (name: string, fields: Consent, input: Record<string, string | boolean | object>) => {
    const outcome = consent.verbs[name]?.run(
      fieldsAsJson(fields),
      fieldsAsJson(input),
      foundWith([]),
      { ...context, recordId: ids.family },
    )
    if (outcome === undefined) throw new Error(`no verb ${name}`)
    return outcome
  }
  const { id: _id, ...given } = decided()

  it('is one step without a reason, once, and not ahead of time (FAM-11)', () => {
    expect(run('withdraw', given, { on: today, by: '妈妈' })).toEqual({
      ok: true,
      value: {
        ...{ withdrawnOn: today, withdrawnBy: '妈妈', isNews: false },
        ...{ withdrawnWay: null, withdrawnWords: '' },
      },
    })
    expect(run('withdraw', given, { on: '2026-03-11', by: '' })).toMatchObject({
      refusal: { id: 'DateInFuture' },
    })
    expect(run('withdraw', { ...given, withdrawnOn: today }, { on: today, by: '' })).toMatchObject({
      refusal: { id: 'AlreadyWithdrawn' },
    })
  })

  it('waits to be seen when it came by link, until somebody says so; twice is as good as once (FAM-67)', () => {
    const taken = run('withdraw', given, { on: today, by: '妈妈', byLink: true })
    expect(taken).toMatchObject({ ok: true, value: { isNews: true } })
    for (const isNews of [true, false])
      expect(run('markSeen', { ...given, isNews }, {})).toEqual({
        ok: true,
        value: { isNews: false },
      })
  })

  it('keeps when, how and in which words it was said; by link the page says how itself (FAM-73)', () => {
    const said = { on: '2026-03-05', by: '妈妈', way: 'telephone', words: ' 别再拍了 ' }
    expect(run('withdraw', given, said)).toMatchObject({
      value: { withdrawnOn: '2026-03-05', withdrawnWay: 'telephone', withdrawnWords: '别再拍了' },
    })
    expect(run('withdraw', given, { on: today, by: '妈妈', byLink: true })).toMatchObject({
      value: { withdrawnWay: 'link', withdrawnWords: '' },
    })
  })

  it('is taken from a device that lags as of the day on which it was given (FAM-11)', () => {
    expect(run('withdraw', given, { on: '2026-02-27', by: '妈妈' })).toMatchObject({
      value: { withdrawnOn: given.decidedOn },
    })
  })

  it('is not kept up by a clock that lags behind the day of the decision (FAM-11)', () => {
    const tomorrow = decided({ decidedOn: '2026-03-11' })
    const back = decided({ decidedOn: '2026-03-11', withdrawnOn: today })
    expect(judge(consent, back, [], tomorrow)).toBeNull()
  })

  it('leaves the guardians free to change: a consent taken earlier stays valid when the guardianship ends later', () => {
    expect(judge(consent, decided({ withdrawnOn: today }), [], decided())).toBeNull()
  })

  it('the child is heard afterwards by its own verb', () => {
    const assent = { answer: 'refused', on: today, how: '图片', view: '不想被拍' }
    expect(run('recordAssent', given, { assent })).toEqual({ ok: true, value: { assent } })
  })
})
