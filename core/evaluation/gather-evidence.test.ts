import { describe, expect, it } from 'vitest'
import { consent } from '../families/consent.ts'
import { contactEntry } from '../contact/contact-entry.ts'
import { migration } from '../families/migration.ts'
import { person } from '../families/person.ts'
import { wave } from '../inquiry/wave.ts'
import { groupWorld, idOf, ids } from './cases/group-world.ts'
import type { StartRecords } from './describe-start.ts'
import { gatherEvidence } from './gather-evidence.ts'

const world = groupWorld()
const today = '2026-03-01'
const consents = [1, 2, 3, 4, 5, 6].map((n) => ({
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
const records = (changes: Partial<StartRecords> = {}): StartRecords => ({
  ...world,
  waves: [world.waves.before, world.waves.after].map((one) => ({ ...one, groupId: ids.group })),
  people: world.people.map(({ id, familyId, name, role }) => ({
    ...person.read({ familyId, name, role }),
    id,
  })),
  migrations: [1, 2, 3].map((n) => ({
    ...migration.read({
      familyId: ids.family(n),
      personId: ids.parentOf(n),
      since: '2025-01-01',
    }),
    id: `stay ${n}`,
  })),
  consents,
  contacts: [],
  guardianships: [],
  today,
  ...changes,
})
const call = (n: number, on: string, startedBy: string, reached = true) => ({
  ...contactEntry.read({
    familyId: ids.family(n),
    pairId: ids.pairOf(n),
    on,
    startedBy,
    reached,
  }),
  id: `call ${n} ${on}`,
})

describe('what the records say before a group is planned [EVA-38]', () => {
  it('is the waves of its families, with n and who is on the worse half', () => {
    const { of, waves } = gatherEvidence(records(), ids.group)
    expect(of).toBe('group')
    expect(waves.map((one) => one.wave.id)).toEqual([ids.before])
    expect(
      waves[0]?.means.map(({ id, n, of: asked, worse }) => [id, n, asked, worse?.length]),
    ).toEqual([
      ['talk-child.trust', 6, 6, 4],
      ['talk-parent.trust', 6, 6, 1],
    ])
  })

  it('leaves the group’s own later waves to the results, and takes another group’s or the register’s', () => {
    const at = (fields: object) =>
      gatherEvidence(
        records({
          waves: [
            { ...world.waves.before, groupId: null, opensOn: '2026-02-01', ...fields },
            { ...world.waves.after, groupId: idOf(999), opensOn: '2026-02-27' },
          ],
        }),
        ids.group,
      ).waves.map((one) => one.wave.id)
    expect(at({})).toEqual([ids.after, ids.before])
    expect(at({ groupId: ids.group, phase: 'after' })).toEqual([ids.after])
  })

  it('is of all families whose files are here while nobody has a seat', () => {
    const { of, families, waves } = gatherEvidence(records({ seats: [] }), ids.group)
    expect([of, families]).toEqual(['register', 6])
    expect(waves[0]?.means.map(({ n }) => n)).toEqual([6, 6])
  })

  it('counts no answers without consent, and points to surveys by code without opening them', () => {
    const survey = {
      ...wave.read({
        title: 'School',
        phase: 'survey',
        subject: 'codes',
        instrumentIds: [ids.child],
        opensOn: '2026-01-01',
      }),
      id: idOf(77),
    }
    const evidence = gatherEvidence(records({ consents: [], waves: [survey] }), ids.group)
    expect([evidence.waves, evidence.surveys.map(({ id }) => id)]).toEqual([[], [survey.id]])
  })
})

describe('the contact log of the last four weeks [EVA-38]', () => {
  const contact = (contacts: StartRecords['contacts']) =>
    gatherEvidence(records({ contacts }), ids.group).contact.map(({ id, value, n, of }) => [
      id,
      value,
      n,
      of,
    ])

  it('is contacts per pair and week, of pairs with a log, and who began them', () => {
    const calls = [
      call(1, '2026-01-01', 'adult'),
      call(1, '2026-02-10', 'child'),
      call(1, '2026-02-20', 'adult'),
      call(1, '2026-02-21', 'adult', false),
      call(2, '2026-02-25', 'adult'),
    ]
    expect(contact(calls)).toEqual([
      ['perWeek', (2 / 4 + 1) / 2, 2, 3],
      ['childPerWeek', (1 / 4 + 0) / 2, 2, 3],
      ['adultPerWeek', (1 / 4 + 1) / 2, 2, 3],
    ])
  })

  it('is nothing where nobody logged anything', () => {
    expect(contact([])).toEqual([])
    expect(contact([call(1, '2026-03-02', 'child')])).toEqual([])
  })
})
