import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import { pair } from '../families/pair.ts'
import { person } from '../families/person.ts'
import { restrictedParty } from '../families/restricted-party.ts'
import { consentEntry, makeSeat, pairEntry, personEntry } from './cases/group-case.ts'
import { listCandidates } from './list-candidates.ts'

const persons = [
  personEntry('Lan', 'family A', 'child'),
  personEntry('Bo', 'family A', 'child'),
  personEntry('mother', 'family A', 'parent'),
  personEntry('grandmother', 'family A', 'grandparent'),
].map(person.readEntry)
const pairs = [
  pairEntry('Lan', 'grandmother', 'family A', 'grandmother'),
  pairEntry('Lan', 'mother', 'family A', 'mother'),
].map(pair.readEntry)
const consents = [consentEntry('Lan', 'family A')].map(consent.readEntry)
const facts = { persons, pairs, consents, seats: [], restrictions: [], day: '2026-03-01' }

describe('who can be seated', () => {
  it('every child is listed, with the consent that is missing in words [GRP-7]', () => {
    const [lan, bo] = listCandidates(facts)
    expect(lan).toMatchObject({ person: { name: 'Lan' }, refusal: null, seat: null })
    expect(bo).toMatchObject({ person: { name: 'Bo' }, refusal: { id: 'ConsentNotAsked' } })
  })

  it('a parent comes to the parents’ group, whoever else looks after the child to the circle [GRP-6]', () => {
    const [lan] = listCandidates(facts)
    expect(lan?.adults.map(({ person: one, strand }) => [one.name, strand])).toEqual([
      ['mother', 'parent'],
      ['grandmother', 'guardian'],
    ])
  })

  it('who sits already is shown with the seat; a dead parent is not asked', () => {
    const seated = { ...facts, seats: [makeSeat('mother', 'family A', 'parent')] }
    expect(listCandidates(seated)[0]?.adults[0]?.seat?.displayName).toBe('mother')
    const widowed = persons.map((one) => (one.name === 'mother' ? { ...one, alive: false } : one))
    expect(listCandidates({ ...facts, persons: widowed })[0]?.adults).toHaveLength(1)
  })

  it('whoever is kept away is not offered, and nobody stands in their place [FAM-52]', () => {
    const [, , mother] = persons
    const kept = restrictedParty.read({
      ...{ familyId: mother?.familyId ?? '', personId: mother?.id ?? '', ground: 'police' },
      ...{ since: '2026-02-01', reviewOn: '2026-08-01' },
    })
    const names = (restrictions: readonly (typeof kept)[]) =>
      listCandidates({ ...facts, restrictions })[0]?.adults.map(({ person: one }) => one.name)
    expect(names([])).toEqual(['mother', 'grandmother'])
    expect(names([kept])).toEqual(['grandmother'])
  })
})
