import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import {
  context,
  decided,
  foundWith,
  idOf,
  ids,
  pairWith,
  somebody,
} from '../families/cases/family-world.ts'
import { pair } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { restrictedParty } from '../families/restricted-party.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { Kind } from '../sync/kind.ts'
import { cardShown } from './card-shown.ts'
import { contactEntry } from './contact-entry.ts'
import { contactPlan } from './contact-plan.ts'
import { pledge } from './pledge.ts'

const father = pairWith(ids.father, 'father')
const on = '2026-03-09'
const place = { familyId: ids.family, pairId: father.id }

function keptAway(personId: string, state: 'standing' | 'lifted' = 'standing') {
  const fields = { familyId: ids.family, personId, childId: ids.child, ground: 'courtOrder' }
  const days = { since: '2026-02-01', reviewOn: '2026-05-01' }
  const read = restrictedParty.read(fieldsAsJson({ ...fields, ...days, state }))
  return [restrictedParty, { ...read, id: idOf(700) }] as const
}

function refusalOf(
  kind: Kind,
  fields: object,
  restriction: ReturnType<typeof keptAway> | null,
  before: object | null = null,
): string | null {
  const read = (own: object) => {
    const parsed = kind.parse(fieldsAsJson({ ...place, ...own }))
    if (!parsed.ok) throw new Error(parsed.refusal.id)
    return parsed.value
  }
  const known = [
    [consent, decided({ purpose: 'service' })],
    [pair, father],
    [person, somebody(ids.grandmother)],
    ...(restriction === null ? [] : [restriction]),
  ] as const
  const found = foundWith(known)
  return kind.rule(read(fields), before === null ? null : read(before), found, context)?.id ?? null
}

const plan = { begunOn: on, windows: {}, topics: ['fun'] }
const promise = { by: 'adult', about: 'comeHome', madeOn: on }
const card = { cardId: 'opening-market-day', on }

describe('with somebody who is kept away from the child [CPL-7]', () => {
  it.each([
    ['no plan is begun', contactPlan, plan],
    ['no promise is noted', pledge, promise],
    ['no card is given', cardShown, card],
  ])('%s; when it is lifted, it may be', (_what, kind, fields) => {
    expect(refusalOf(kind, fields, null)).toBeNull()
    expect(refusalOf(kind, fields, keptAway(ids.father))).toBe('ContactPartyKeptAway')
    expect(refusalOf(kind, fields, keptAway(ids.mother))).toBeNull()
    expect(refusalOf(kind, fields, keptAway(ids.father, 'lifted'))).toBeNull()
  })

  it('a plan that stood is agreed to by nobody and can be ended', () => {
    const agreed = { ...plan, childAgreedOn: on }
    const standing = keptAway(ids.father)
    expect(refusalOf(contactPlan, { ...agreed, adultAgreedOn: on }, standing, agreed)).toBe(
      'ContactPartyKeptAway',
    )
    expect(refusalOf(contactPlan, { ...agreed, endedOn: on }, standing, agreed)).toBeNull()
    expect(refusalOf(contactPlan, { ...plan, endedOn: on }, standing, plan)).toBeNull()
  })

  it('a caregiver who is kept away helps in no plan', () => {
    const helped = { ...plan, caregiverId: ids.grandmother }
    expect(refusalOf(contactPlan, helped, null)).toBeNull()
    expect(refusalOf(contactPlan, helped, keptAway(ids.grandmother))).toBe('ContactPartyKeptAway')
  })

  it('what became of a promise is still told, and that he rang is still written down', () => {
    const kept = { ...promise, state: 'broken', settledOn: on }
    expect(refusalOf(pledge, kept, keptAway(ids.father), promise)).toBeNull()
    expect(refusalOf(contactEntry, { on }, keptAway(ids.father))).toBeNull()
  })
})
