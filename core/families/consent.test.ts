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
import { consent, type Consent } from './consent.ts'
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

  it('has no date in the future', () => {
    expect(take({ decidedOn: '2026-03-11' })).toBe('DateInFuture')
  })
})

describe('withdrawing', () => {
  const run = (name: string, fields: Consent, input: Record<string, string | object>) => {
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
      value: { withdrawnOn: today, withdrawnBy: '妈妈' },
    })
    expect(run('withdraw', given, { on: '2026-03-11', by: '' })).toMatchObject({
      refusal: { id: 'DateInFuture' },
    })
    expect(run('withdraw', { ...given, withdrawnOn: today }, { on: today, by: '' })).toMatchObject({
      refusal: { id: 'AlreadyWithdrawn' },
    })
  })

  it('leaves the guardians free to change: a consent taken earlier stays valid when the guardianship ends later', () => {
    expect(judge(consent, decided({ withdrawnOn: today }), [], decided())).toBeNull()
  })

  it('the child is heard afterwards by its own verb', () => {
    const assent = { answer: 'refused', on: today, how: '图片' }
    expect(run('recordAssent', given, { assent })).toEqual({ ok: true, value: { assent } })
  })
})
