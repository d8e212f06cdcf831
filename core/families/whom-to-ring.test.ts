import { describe, expect, it } from 'vitest'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { ids, idOf, somebody } from './cases/family-world.ts'
import { guardianship } from './guardianship.ts'
import { restrictedParty } from './restricted-party.ts'
import { whomToRing } from './whom-to-ring.ts'

const today = '2026-03-09'
const adult = (id: string, phone: string, livesHere = true) => ({
  ...somebody(id),
  ...{ alive: true, livesHere, phone },
})
const grandmother = adult(ids.grandmother, '138 0000 0001')
const mother = adult(ids.mother, '13800000002', false)

const bond = (adultId: string, more: object = {}) =>
  guardianship.read(
    fieldsAsJson({
      ...{ familyId: ids.family, childId: ids.child, adultId },
      ...{ kind: 'caregiver', basis: 'factOnly', ...more },
    }),
  )
const keptAway = (personId: string) =>
  restrictedParty.read(
    fieldsAsJson({
      ...{ familyId: ids.family, personId, ground: 'courtOrder' },
      ...{ since: '2026-02-01', reviewOn: '2026-05-01' },
    }),
  )

type Facts = Parameters<typeof whomToRing>[1]
const ring = (more: Partial<Facts>) =>
  whomToRing(ids.child, {
    ...{ people: [mother, grandmother], guardianships: [], restrictions: [], today },
    ...more,
  })?.id

describe('[CON-19] whom to ring where a child and an adult do not reach each other', () => {
  it('is whoever is entrusted with the care, else an adult at home, never one who is away', () => {
    expect(ring({ guardianships: [bond(ids.mother, { kind: 'legalGuardian' })] })).toBe(
      ids.grandmother,
    )
    const uncle = adult(idOf(800), '13800000003', false)
    const people = [grandmother, uncle]
    expect(ring({ people, guardianships: [bond(uncle.id)] })).toBe(uncle.id)
    expect(ring({ people, guardianships: [bond(uncle.id, { until: today })] })).toBe(
      ids.grandmother,
    )
  })

  it('is nobody without a number, nobody kept away, nobody barred, and no number that somebody kept away answers', () => {
    expect(ring({ people: [adult(ids.grandmother, '')] })).toBeUndefined()
    expect(ring({ restrictions: [keptAway(ids.grandmother)] })).toBeUndefined()
    const barring = { asked: true, facts: ['addiction'] }
    expect(ring({ guardianships: [bond(ids.grandmother, { barring })] })).toBeUndefined()
    const shared = [grandmother, adult(ids.father, '13800000001')]
    expect(ring({ people: shared, restrictions: [keptAway(ids.father)] })).toBeUndefined()
  })
})
