import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../kit/json.ts'
import type { Entry } from '../sync/entry.ts'
import { foundIn } from '../sync/find-needs.ts'
import { consent, listSetAside } from './consent.ts'
import { consentState } from './consent-state.ts'
import { restrictedParty } from './restricted-party.ts'

const id = (n: number) => `0199f000-0000-8000-8000-00000000000${n}`
const [familyId, child, father, mother] = [id(1), id(2), id(3), id(4)]
const today = '2026-11-22'
const context = {
  actor: { agencyId: 'a', staffId: id(9), roles: ['socialWorker' as const] },
  now: `${today}T00:00:00.000Z`,
  today,
  claimedAt: `${today}T00:00:00.000Z`,
  recordId: id(5),
}

function entry(kind: string, recordId: string, fields: JsonObject): Entry {
  const scope = `family:${familyId}`
  const rest = { position: 1, version: 1, conflicts: [], trail: [], removed: false }
  return { kind, id: recordId, scope, fields, ...rest }
}

function said(by: string, decision: string, more: JsonObject = {}) {
  return consent.read({
    ...{ familyId, subjectId: child, subjectBornOn: '2016-01-01', purpose: 'service' },
    ...{ textVersion: '1', decision, givenById: by, decidedOn: '2026-01-01', proof: 'link' },
    ...more,
  })
}

const standing = restrictedParty.read({
  ...{ familyId, personId: father, ground: 'police', since: '2026-11-01' },
  reviewOn: '2026-12-01',
})
const keptAway = foundIn([entry('restrictedParty', id(6), { ...standing })])
const nobody = foundIn([])

describe('[FAM-55] somebody who is kept away', () => {
  test('has no say in what protects the child: neither yes nor no is taken', () => {
    for (const decision of ['given', 'refused'])
      expect(consent.rule({ ...said(father, decision) }, null, keptAway, context)).toEqual({
        id: 'RestrictedGiver',
        details: {},
      })
    const photo = { ...said(father, 'refused', { purpose: 'photo' }) }
    expect(consent.rule(photo, null, keptAway, context)?.id).not.toBe('RestrictedGiver')
    const hers = { ...said(mother, 'given') }
    expect(consent.rule(hers, null, keptAway, context)?.id).not.toBe('RestrictedGiver')
  })

  test('is heard when he refuses what shows the child to others; his yes to it is not taken, and an earlier one counts no more', () => {
    const purposes = ['photo', 'recording', 'shareSchool', 'shareFunder', 'transfer', 'research']
    for (const purpose of purposes) {
      const yes = { id: id(7), ...said(father, 'given', { purpose }) }
      const no = { id: id(8), ...said(father, 'refused', { purpose }) }
      expect(
        consent.rule({ ...said(father, 'given', { purpose }) }, null, keptAway, context)?.id,
      ).toBe('RestrictedGiver')
      expect(listSetAside([yes, no], { personId: father, childId: null })).toEqual([yes])
      const aside = consent.verbs['setAside']?.run(
        { ...said(father, 'given', { purpose }) },
        {},
        keptAway,
        context,
      )
      expect(aside).toEqual({ ok: true, value: { setAsideOn: today } })
      const after = [{ ...yes, setAsideOn: today }]
      expect(consentState([yes], child, yes.purpose, today).state).toBe('given')
      expect(consentState(after, child, yes.purpose, today).state).toBe('notAsked')
      const hers = { ...said(mother, 'given', { purpose }), id: id(4) }
      expect(consentState([...after, hers], child, yes.purpose, today).state).toBe('given')
    }
  })

  test('does not take back what protects the child, and may take back a photo', () => {
    const take = (purpose: string, found = keptAway) =>
      consent.verbs['withdraw']?.run(
        { ...said(father, 'given', { purpose }) },
        { on: today, by: '' },
        found,
        context,
      )
    expect(take('service')).toMatchObject({ refusal: { id: 'RestrictedWithdrawal' } })
    expect(take('photo')).toMatchObject({ ok: true })
    expect(take('service', nobody)).toMatchObject({ ok: true })
  })

  test('has earlier noes set aside, so that the other guardian’s yes holds; nobody else’s no is', () => {
    const no = { id: id(7), ...said(father, 'refused') }
    const yes = { id: id(8), ...said(mother, 'given') }
    expect(consentState([no, yes], child, 'service', today)).toMatchObject({ state: 'refused' })
    expect(listSetAside([no, yes], { personId: father, childId: null })).toEqual([no])
    const aside = (about: typeof no, found = keptAway) => {
      const { id: _id, ...fields } = about
      return consent.verbs['setAside']?.run({ ...fields }, {}, found, context)
    }
    expect(aside(no)).toEqual({ ok: true, value: { setAsideOn: today } })
    for (const refused of [aside(no, nobody), aside(yes), aside({ ...no, givenById: mother })])
      expect(refused).toMatchObject({ ok: false })
    const after = [{ ...no, setAsideOn: today }, yes]
    expect(consentState(after, child, 'service', today)).toMatchObject({
      state: 'given',
      disagreement: false,
    })
    expect(consentState(after, child, 'service', '2026-11-21')).toMatchObject({ state: 'refused' })
  })

  test('[FAM-46] is not followed by a ruling, and an earlier ruling for him ends once she has spoken', () => {
    const his = { ...said(father, 'given', { purpose: 'group' }), id: id(7) }
    const hers = {
      ...said(mother, 'given', { purpose: 'group', withdrawnOn: '2026-11-20' }),
      id: id(8),
    }
    const both = [his, hers].map(({ id: recordId, ...fields }) =>
      entry('consent', recordId, { ...fields }),
    )
    const standsAgainst = entry('restrictedParty', id(6), { ...standing })
    const { id: _id, ...fields } = his
    const settle = (found = foundIn([...both, standsAgainst])) =>
      consent.verbs['settle']?.run(
        { ...fields },
        { reason: 'He agreed.', over: [hers.id] },
        found,
        context,
      )
    expect(settle(foundIn(both))).toMatchObject({ ok: true })
    expect(settle()).toMatchObject({ refusal: { id: 'RestrictedNotFollowed' } })
    const ruled = {
      ...his,
      ruling: { on: '2026-11-21', byId: id(9), reason: 'He agreed.', over: [hers.id] },
    }
    expect(consentState([ruled, hers], child, 'group', today).state).toBe('given')
    expect(listSetAside([ruled, hers], { personId: father, childId: null })).toEqual([ruled])
    const aside = consent.verbs['setAside']?.run(
      { ...fields, ruling: ruled.ruling },
      {},
      foundIn([...both, standsAgainst]),
      context,
    )
    expect(aside).toEqual({ ok: true, value: { setAsideOn: today } })
    expect(
      consentState([{ ...ruled, setAsideOn: today }, hers], child, 'group', today),
    ).toMatchObject({ state: 'withdrawn', disagreement: false, ruling: null })
  })

  test('is touched by the restriction with his yes to help too: where nobody else has spoken for good it yields, else it ends', () => {
    const his = said(father, 'given')
    const hers = (more: JsonObject) => said(mother, 'given', more)
    const aside = (...others: readonly ReturnType<typeof said>[]) => {
      const known = [his, ...others].map((fields, at) =>
        entry('consent', id(7 + at), { ...fields }),
      )
      const stands = entry('restrictedParty', id(6), { ...standing })
      return consent.verbs['setAside']?.run({ ...his }, {}, foundIn([...known, stands]), context)
    }
    const yields = { ok: true, value: { yieldsSince: today } }
    expect(aside()).toEqual(yields)
    expect(aside(hers({ validUntil: '2026-12-31' }))).toEqual(yields)
    expect(aside(hers({ setAsideOn: today }))).toEqual(yields)
    const ends = { ok: true, value: { setAsideOn: today } }
    expect(aside(hers({}))).toEqual(ends)
    expect(aside(hers({ decision: 'refused' }))).toEqual(ends)
    const about = { personId: father, childId: null }
    expect(listSetAside([his], about)).toEqual([his])
    for (const done of [{ yieldsSince: today }, { setAsideOn: today }])
      expect(listSetAside([{ ...his, ...done }], about)).toEqual([])
  })

  test('is no longer heard as soon as another guardian or the child speaks, without anybody’s tap', () => {
    const his = { ...said(father, 'given', { yieldsSince: '2026-11-10' }), id: id(7) }
    const state = (...others: readonly JsonObject[]) => {
      const hers = others.map((more) => ({
        ...said(mother, 'given', { decidedOn: '2026-11-20', ...more }),
        id: id(8),
      }))
      return consentState([his, ...hers], child, 'service', today)
    }
    expect(state()).toMatchObject({ state: 'given', decision: { id: his.id } })
    const no = state({ decision: 'refused' })
    expect(no).toMatchObject({ state: 'refused', disagreement: false })
    expect(state({ withdrawnOn: today })).toMatchObject({ state: 'withdrawn', disagreement: false })
    expect(state({})).toMatchObject({ state: 'given', decision: { id: id(8) } })
    const lapsed = state({ validUntil: '2026-11-21' })
    expect(lapsed).toMatchObject({ state: 'given', decision: { id: his.id } })
    const before = { ...his, yieldsSince: today }
    const dayBefore = consentState(
      [before, { ...said(mother, 'refused'), id: id(8) }],
      child,
      'service',
      '2026-11-21',
    )
    expect(dayBefore.disagreement).toBe(true)
  })

  test('takes a ruling for him along when he yields', () => {
    const hers = { ...said(mother, 'refused', { decidedOn: '2026-11-20' }), id: id(8) }
    const ruling = { on: '2026-11-21', byId: id(9), reason: 'He agreed.', over: [hers.id] }
    const his = { ...said(father, 'given', { yieldsSince: today, ruling }), id: id(7) }
    expect(consentState([his, hers], child, 'service', today)).toMatchObject({
      state: 'refused',
      ruling: null,
    })
  })
})
