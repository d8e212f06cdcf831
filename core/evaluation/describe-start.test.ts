import { describe, expect, it } from 'vitest'
import { groupWorld, ids } from './cases/group-world.ts'
import { describeStart, type StartRecords } from './describe-start.ts'
import { consent } from '../families/consent.ts'
import { migration } from '../families/migration.ts'
import { person } from '../families/person.ts'

const world = groupWorld()
const today = '2026-03-01'
const people = world.people.map((one) => ({
  ...person.read({
    familyId: one.familyId,
    name: one.name,
    role: one.role,
    bornOn: one.role === 'child' ? '2016-05-01' : null,
  }),
  id: one.id,
}))
const stays = [1, 2, 3].map((n) => ({
  ...migration.read({
    familyId: ids.family(n),
    personId: ids.parentOf(n),
    province: n === 3 ? 'East' : 'South',
    since: '2025-01-01',
    acrossTownship: true,
  }),
  id: `stay ${n}`,
}))
const records = (changes: Partial<StartRecords> = {}): StartRecords => ({
  ...world,
  waves: [world.waves.before, world.waves.after].map((wave) => ({ ...wave, groupId: ids.group })),
  people,
  consents: [],
  contacts: [],
  migrations: stays,
  guardianships: [],
  today,
  ...changes,
})

describe('the families of a group before it begins [EVA-36]', () => {
  it('are counted with their children, the adults away and where they are', () => {
    const start = describeStart(records(), ids.group)
    expect(start).toMatchObject({
      families: 6,
      children: 6,
      away: 3,
      provinces: [
        { province: 'South', count: 2 },
        { province: 'East', count: 1 },
      ],
    })
  })

  it('say by both definitions how many are left behind, and of how many it is not known', () => {
    const start = describeStart(records(), ids.group)
    expect(start.census).toEqual({ holds: 3, unknown: 3 })
    expect(start.civilAffairs).toEqual({ holds: 0, unknown: 6 })
  })

  it('have no contact on record where nobody logged one', () => {
    expect(describeStart(records(), ids.group).silences).toEqual({
      silent14: 0,
      silent7: 0,
      notLogged: 3,
    })
  })

  it('have means of the first wave with n, of those whose consent holds', () => {
    const consents = [1, 2].map((n) => ({
      ...consent.read({
        familyId: ids.family(n),
        subjectId: ids.childOf(n),
        subjectBornOn: '2018-05-01',
        purpose: 'assessment',
        textVersion: '1',
        decision: 'given',
        givenById: ids.parentOf(n),
        decidedOn: '2026-02-20',
        proof: 'onScreen',
      }),
      id: `consent ${n}`,
    }))
    const start = describeStart(records({ consents }), ids.group)
    expect(start.wave?.id).toBe(ids.before)
    expect(start.means.map(({ id, mean, n, of }) => [id, mean, n, of])).toEqual([
      ['talk-child.trust', 4, 2, 6],
      ['talk-parent.trust', 6, 2, 6],
    ])
    expect(describeStart(records(), ids.group).means).toEqual([])
    expect(describeStart(records({ waves: [] }), ids.group)).toMatchObject({
      wave: null,
      means: [],
    })
  })

  it('are those who have a seat now', () => {
    const left = world.seats.map((one, at) => (at === 0 ? { ...one, leftOn: today } : one))
    expect(describeStart(records({ seats: left }), ids.group).children).toBe(5)
  })
})
