import { describe, expect, it } from 'vitest'
import {
  decided,
  idOf,
  ids,
  judge,
  somebody,
  theChild,
} from '../../../families/cases/family-world.ts'
import { consent } from '../../../families/consent.ts'
import { person } from '../../../families/person.ts'
import { fieldsAsJson } from '../../../kit/json-parse.ts'
import { born, bound, felt, lived } from '../cases/drawn-family.ts'
import { couple } from './couple.ts'
import { lifeFact } from './life-fact.ts'
import { parentage, parentageId } from './parentage.ts'
import { endsBeforeStart, holdsOn, partialDayShape } from './partial-day.ts'
import { relationQuality } from './relation-quality.ts'
import { systemTie } from './system-tie.ts'

const people = [
  [person, theChild()],
  [person, somebody(ids.mother, { bornOn: '1988-01-01' })],
  [person, somebody(ids.father)],
  [person, somebody(ids.grandmother, { role: 'grandparent' })],
] as const
const consented = [...people, [consent, decided()]] as const

function tie(changes: object) {
  const fields = { familyId: ids.family, system: 'school', ...changes }
  return { ...systemTie.read(fieldsAsJson(fields)), id: idOf(900) }
}

describe('what is drawn', () => {
  it('is about two people of this family, with consent to be served [DRA-1]', () => {
    expect(judge(couple, bound(ids.mother, ids.father), consented)).toBeNull()
    expect(judge(couple, bound(ids.mother, ids.father), people)).toBe('ConsentNotAsked')
    expect(judge(couple, bound(ids.mother, ids.mother), consented)).toBe('SamePersonTwice')
    expect(judge(relationQuality, felt(ids.mother, idOf(77), 'close'), consented)).toBe(
      'NotInThisFamily',
    )
    expect(judge(lifeFact, lived(idOf(77), 'died'), consented)).toBe('NotInThisFamily')
    expect(judge(systemTie, tie({ personId: null }), consented)).toBeNull()
    expect(judge(systemTie, tie({ personId: idOf(77) }), consented)).toBe('NotInThisFamily')
  })

  it('begins before it ends and not in the future [DRA-2]', () => {
    const dated = (since: string | null, until: string | null) =>
      judge(couple, bound(ids.mother, ids.father, { since, until }), consented)
    expect(dated('2010', '2018-05')).toBeNull()
    expect(dated('2018', '2018-05')).toBeNull()
    expect(dated('2018', '2010')).toBe('EndsBeforeStart')
    expect(dated('2027', null)).toBe('DateInFuture')
    expect(dated(null, '2026-04')).toBe('DateInFuture')
  })
})

describe('parentage', () => {
  it('has the parent by birth born first; adoption does not ask [DRA-3]', () => {
    const younger = [
      ...consented.slice(0, 1),
      [person, somebody(ids.mother, { bornOn: '2016-01-01' })],
      [consent, decided()],
    ] as const
    expect(judge(parentage, born(ids.mother, ids.child), younger)).toBe('ParentNotOlder')
    expect(judge(parentage, born(ids.mother, ids.child, 'adopted'), younger)).toBeNull()
    expect(judge(parentage, born(ids.mother, ids.child), consented)).toBeNull()
  })

  it('has two parents by birth at most and no circle [DRA-4]', () => {
    const known = (...links: ReturnType<typeof born>[]) =>
      [...consented, ...links.map((one) => [parentage, one] as const)] as const
    const both = known(born(ids.mother, ids.child), born(ids.father, ids.child))
    expect(judge(parentage, born(ids.grandmother, ids.child), both)).toBe('TooManyBirthParents')
    expect(judge(parentage, born(ids.grandmother, ids.child, 'fostered'), both)).toBeNull()
    expect(judge(parentage, born(ids.mother, ids.child), both)).toBeNull()
    const line = known(born(ids.grandmother, ids.mother), born(ids.mother, ids.child))
    expect(judge(parentage, born(ids.child, ids.grandmother, 'unclear'), line)).toBe('OwnAncestor')
  })

  it('is one record, whoever writes it down first', () => {
    expect(parentageId(ids.mother, ids.child)).toBe(parentageId(ids.mother, ids.child))
    expect(parentageId(ids.mother, ids.child)).not.toBe(parentageId(ids.child, ids.mother))
  })
})

describe('a date that is known in part', () => {
  it('is a year, a month of a year or a day', () => {
    for (const good of ['2019', '2019-03', '2019-03-31'])
      expect(partialDayShape.safeParse(good).success).toBe(true)
    for (const bad of ['19', '2019-13', '2019-00', '2019-3', '2019-03-32', ''])
      expect(partialDayShape.safeParse(bad).success).toBe(false)
  })

  it('holds from its beginning to before its end', () => {
    const stage = { since: '2010', until: '2018-05' }
    expect(holdsOn(stage, '2009-12-31')).toBe(false)
    expect(holdsOn(stage, '2010-01-01')).toBe(true)
    expect(holdsOn(stage, '2018-04-30')).toBe(true)
    expect(holdsOn(stage, '2018-05-01')).toBe(false)
    expect(holdsOn({ since: null, until: null }, '1900-01-01')).toBe(true)
    expect(endsBeforeStart({ since: '2018-05', until: '2018' })).toBe(false)
  })
})
