import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { acknowledgement } from './acknowledgement.ts'
import { birthdayOf, listAgeTurns, listUndatedChildren } from './age-turns.ts'
import { decided, ids, somebody, theChild } from './cases/family-world.ts'
import { consentState } from './consent-state.ts'

const today = '2026-03-10'

function told(about: 'turned14' | 'turned18') {
  const fields = {
    familyId: ids.family,
    childId: ids.child,
    adultId: ids.mother,
    about,
    textVersion: '1',
    on: today,
    how: 'inPerson',
  }
  return acknowledgement.read(fieldsAsJson(fields))
}

function turns(
  bornOn: string | null,
  consents = [decided({ subjectBornOn: bornOn })],
  acknowledgements: readonly ReturnType<typeof told>[] = [],
) {
  const people = [theChild({ bornOn }), somebody(ids.mother, { bornOn: '2008-03-15' })]
  return listAgeTurns({ people, consents, acknowledgements }, today).map(
    ({ age, on, isAhead, toAsk, guardianTold }) => ({ age, on, isAhead, toAsk, guardianTold }),
  )
}

const soon = { isAhead: true, toAsk: ['service'], guardianTold: false }

describe('turning 14 and 18', () => {
  it('is listed from 30 days before the birthday on, never earlier (FAM-43, P27)', () => {
    expect(turns('2012-04-09')).toEqual([{ age: 14, on: '2026-04-09', ...soon }])
    expect(turns('2012-04-10')).toEqual([])
    expect(turns('2008-04-09')).toEqual([{ age: 18, on: '2026-04-09', ...soon }])
  })

  it('stays until the child was asked and the guardian told (FAM-43)', () => {
    const bornOn = '2012-03-10'
    const guardian = decided({ subjectBornOn: bornOn })
    const own = decided({ subjectBornOn: bornOn, givenById: ids.child, decidedOn: today })
    const since = { age: 14, on: today, isAhead: false }
    expect(turns(bornOn, [guardian])).toEqual([
      { ...since, toAsk: ['service'], guardianTold: false },
    ])
    expect(turns(bornOn, [guardian, own])).toEqual([{ ...since, toAsk: [], guardianTold: false }])
    expect(turns(bornOn, [guardian], [told('turned14')])).toEqual([
      { ...since, toAsk: ['service'], guardianTold: true },
    ])
    expect(turns(bornOn, [guardian, own], [told('turned14')])).toEqual([])
    expect(turns(bornOn, [guardian, own], [told('turned18')])).toHaveLength(1)
  })

  it('asks nothing of those for whom nobody had agreed, and lists no adults (FAM-43)', () => {
    expect(turns('2012-03-10', [])).toEqual([])
    expect(turns('2012-03-10', [decided({ decision: 'refused' })])).toEqual([])
  })

  it('comes on 1 March for a child of 29 February, except in leap years (FAM-43)', () => {
    expect(birthdayOf('2012-02-29', 14)).toBe('2026-03-01')
    expect(birthdayOf('2012-02-29', 16)).toBe('2028-02-29')
    expect(birthdayOf('2012-02-28', 14)).toBe('2026-02-28')
  })

  it('cannot be computed without a birth date: such children are named apart (FAM-43)', () => {
    expect(turns(null)).toEqual([])
    const children = [theChild({ bornOn: null }), somebody(ids.mother)]
    expect(listUndatedChildren(children).map(({ id }) => id)).toEqual([ids.child])
  })

  it('switches whose word holds on the very day, also for a child of 29 February (FAM-8, FAM-13)', () => {
    const born = { subjectBornOn: '2008-02-29' }
    const state = (day: string) =>
      consentState([decided({ ...born, decidedOn: '2025-01-01' })], ids.child, 'service', day).state
    expect(state('2026-02-28')).toBe('given')
    expect(state('2026-03-01')).toBe('notAsked')
  })
})
