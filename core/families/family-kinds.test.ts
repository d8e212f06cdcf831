import { describe, expect, it } from 'vitest'
import { staff } from '../access/staff.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import {
  bond,
  context,
  decided,
  foundWith,
  idOf,
  ids,
  judge,
  pairWith,
  somebody,
  stay,
  theChild,
  today,
} from './cases/family-world.ts'
import { consent } from './consent.ts'
import { family } from './family.ts'
import { guardianship } from './guardianship.ts'
import { isAwayOn, migration } from './migration.ts'
import { pair, pairId } from './pair.ts'
import { contactFields, fieldsAfterConsent, person } from './person.ts'

const people = [
  [person, theChild()],
  [person, somebody(ids.mother)],
  [person, somebody(ids.grandmother, { role: 'grandparent' })],
] as const

function registered(day: string) {
  const fields = { code: 'Z-001', staff: [ids.staff], registeredOn: day }
  return { ...family.read(fieldsAsJson(fields)), id: ids.family }
}

describe('a family', () => {
  it('is registered today or earlier, never in the future (FAM-1)', () => {
    expect(judge(family, registered(today))).toBeNull()
    expect(judge(family, registered('2026-03-11'))).toBe('DateInFuture')
  })

  it('changes hands by name and always keeps somebody who looks after it (FAM-2)', () => {
    const assign = (add: string[], remove: string[]) =>
      family.verbs['assign']?.run(fieldsAsJson(registeredFields), { add, remove }, foundWith([]), {
        ...context,
        recordId: ids.family,
      })
    const { id: _id, ...registeredFields } = registered(today)
    expect(assign([idOf(3)], [ids.staff])).toEqual({ ok: true, value: { staff: [idOf(3)] } })
    expect(assign([ids.staff], [])).toEqual({ ok: true, value: { staff: [ids.staff] } })
    expect(assign([], [ids.staff])).toMatchObject({
      ok: false,
      refusal: { id: 'FamilyNeedsStaff' },
    })
  })

  it('is begun by whoever stands in it, but nobody without a record check takes one that is there [ACC-25]', () => {
    const { id: _id, ...fields } = registered(today)
    const manager = { id: ids.staff, name: '王静', roles: ['manager'], state: 'active' }
    const uncleared = foundWith([[staff, manager]])
    const setting = { ...context, recordId: ids.family }
    const begun = fieldsAsJson({ ...fields, staff: [ids.staff] })
    expect(family.rule(begun, null, uncleared, context)).toBeNull()
    const others = fieldsAsJson({ ...fields, staff: [idOf(3)] })
    const input = { add: [ids.staff], remove: [idOf(3)] }
    expect(family.verbs['assign']?.run(others, input, uncleared, setting)).toMatchObject({
      refusal: { id: 'ClearanceMissing' },
    })
  })
})

describe('a person', () => {
  it('is not born in the future (FAM-3)', () => {
    expect(judge(person, theChild({ bornOn: today }))).toBeNull()
    expect(judge(person, theChild({ bornOn: '2026-03-11' }))).toBe('DateInFuture')
  })

  it('is known by contact data only until a guardian has consented (FAM-4)', () => {
    expect(judge(person, theChild({ phone: '13800000000', sex: 'female' }))).toBeNull()
    expect(judge(person, theChild({ ruralHukou: true }))).toBe('ConsentNeededFirst')
    expect(judge(person, theChild({ school: '中心小学' }), [[consent, decided()]])).toBeNull()
  })

  it.each([
    ['refused', decided({ decision: 'refused' })],
    ['given for the group only', decided({ purpose: 'group' })],
    ['withdrawn', decided({ withdrawnOn: today })],
  ])('is known by contact data only when consent was %s (FAM-4)', (_how, decision) => {
    expect(judge(person, theChild({ healthNote: '哮喘' }), [[consent, decision]])).toBe(
      'ConsentNeededFirst',
    )
  })

  it('keeps what is already held when consent is withdrawn, and may lose it, but gains nothing (FAM-4)', () => {
    const before = theChild({ school: '中心小学', grade: '3' })
    expect(
      judge(person, theChild({ school: '中心小学', grade: '3', phone: '1' }), [], before),
    ).toBeNull()
    expect(judge(person, theChild({ school: '', grade: '3' }), [], before)).toBeNull()
    expect(judge(person, theChild({ school: '第二小学', grade: '3' }), [], before)).toBe(
      'ConsentNeededFirst',
    )
  })

  it('has every field either as contact data or as data after consent, and none for an identity number (FAM-4)', () => {
    expect([...contactFields, ...fieldsAfterConsent].sort()).toEqual([...person.fieldNames].sort())
    expect(person.fieldNames.filter((name) => /identity|idNumber|idCard/i.test(name))).toEqual([])
  })
})

describe('a stay away from home', () => {
  it('begins before it ends and not in the future (FAM-5)', () => {
    expect(judge(migration, stay(ids.mother), people)).toBeNull()
    expect(judge(migration, stay(ids.mother, { since: '2026-03-11' }), people)).toBe('DateInFuture')
    expect(judge(migration, stay(ids.mother, { until: '2024-02-19' }), people)).toBe(
      'EndsBeforeStart',
    )
  })

  it('holds from its first day up to, not including, its last; an unknown beginning counts as away', () => {
    const away = stay(ids.mother, { until: '2025-01-20' })
    expect(
      ['2024-02-19', '2024-02-20', '2025-01-19', '2025-01-20'].map((day) => isAwayOn(away, day)),
    ).toEqual([false, true, true, false])
    expect(isAwayOn(stay(ids.mother, { since: null }), '2001-01-01')).toBe(true)
  })

  it('belongs to somebody of the family (FAM-12)', () => {
    expect(judge(migration, stay(ids.father), people)).toBe('NotInThisFamily')
  })
})

describe('a guardianship', () => {
  it.each([
    ['parent', 'legalGuardian', null],
    ['parentsDeadOrIncapable', 'legalGuardian', null],
    ['courtOrder', 'legalGuardian', null],
    ['appointedByCommittee', 'legalGuardian', null],
    ['writtenEntrustment', 'legalGuardian', 'BasisDoesNotFit'],
    ['oralEntrustment', 'legalGuardian', 'BasisDoesNotFit'],
    ['factOnly', 'legalGuardian', 'BasisDoesNotFit'],
    ['writtenEntrustment', 'caregiver', null],
    ['oralEntrustment', 'caregiver', null],
    ['factOnly', 'caregiver', null],
    ['parent', 'caregiver', 'BasisDoesNotFit'],
  ] as const)('on the basis %s makes a %s: %s (FAM-6)', (basis, kind, refusal) => {
    expect(judge(guardianship, bond(ids.grandmother, { basis, kind }), people)).toBe(refusal)
  })

  it('ends after it began', () => {
    expect(
      judge(guardianship, bond(ids.mother, { since: '2020-01-01', until: '2019-01-01' }), people),
    ).toBe('EndsBeforeStart')
  })

  it('binds two different people of the same family, the child as a child (FAM-7, FAM-12)', () => {
    expect(judge(guardianship, bond(ids.child), people)).toBe('SamePersonTwice')
    expect(judge(guardianship, bond(ids.father), people)).toBe('NotInThisFamily')
    const swapped = bond(ids.grandmother, { childId: ids.mother })
    expect(judge(guardianship, swapped, people)).toBe('NotAChild')
  })
})

describe('a pair', () => {
  it('is a child and another person of the same family (FAM-7, FAM-12)', () => {
    expect(judge(pair, pairWith(ids.mother, 'mother'), people)).toBeNull()
    expect(judge(pair, pairWith(ids.child, 'sibling'), people)).toBe('SamePersonTwice')
    expect(judge(pair, pairWith(ids.father, 'father'), people)).toBe('NotInThisFamily')
  })

  it('has the same id on every device', () => {
    expect(pairId(ids.child, ids.mother)).toBe(pairId(ids.child, ids.mother))
    expect(pairId(ids.child, ids.mother)).not.toBe(pairId(ids.mother, ids.child))
  })
})
