import { describe, expect, it } from 'vitest'
import { contactEntry } from '../contact/contact-entry.ts'
import { noContact } from '../contact/no-contact.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { migration } from '../families/migration.ts'
import { person } from '../families/person.ts'
import { restrictedParty } from '../families/restricted-party.ts'
import { groupWorld, ids } from './cases/group-world.ts'
import { todayItems, type TodayRecords } from './today.ts'

const today = '2026-05-20'

function records(changes: Partial<TodayRecords> = {}): TodayRecords {
  const world = groupWorld()
  return {
    today,
    meetings: world.meetings,
    meetingRecords: [],
    attendance: world.attendance,
    seats: world.seats,
    memberMarks: [],
    absenceFollowUps: [],
    waves: [world.waves.before, world.waves.after],
    instruments: world.instruments,
    answerSheets: world.sheets,
    waveReminders: [],
    contactEntries: [],
    noContacts: [],
    families: [],
    pairs: world.pairs,
    people: [],
    migrations: [],
    guardianships: [],
    restrictions: [],
    exclusions: [],
    promptAnswers: [],
    may: () => true,
    groups: [],
    groupPlans: [],
    conflicts: 0,
    unsent: 0,
    ...changes,
  }
}

function away(n: number, since: string) {
  const fields = migration.read({ familyId: ids.family(n), personId: ids.parentOf(n), since })
  return { ...fields, id: `away ${n}` }
}

function contact(n: number, on: string, reached = true) {
  const fields = contactEntry.read({ familyId: ids.family(n), pairId: ids.pairOf(n), on, reached })
  return { ...fields, id: `contact ${n} ${on}` }
}

function planned(no: number, on: string) {
  const [first] = groupWorld().meetings
  if (first === undefined) throw new Error('no meeting')
  return {
    ...first,
    id: `meeting ${no}`,
    no,
    plannedOn: on,
    heldOn: null,
    state: 'planned' as const,
  }
}

describe('meetings', () => {
  it('of several groups stand in one order, whichever group they are of [EVA-13]', () => {
    const meetings = ['2026-05-22', '2026-05-20', '2026-05-21'].map((on, index) => ({
      ...planned(index + 1, on),
      groupId: `group ${index % 2}`,
    }))
    const listed = todayItems(records({ meetings, seats: [], attendance: [] })).meetings
    expect(listed.map(({ no, inDays }) => [no, inDays])).toEqual([
      [2, 0],
      [3, 1],
      [1, 2],
    ])
  })

  it('lists those of today and the next seven days and those nobody has closed [EVA-13]', () => {
    const meetings = ['2026-05-20', '2026-05-27', '2026-05-28', '2026-05-18'].map((on, index) =>
      planned(10 + index, on),
    )
    const found = todayItems(records({ meetings })).meetings
    expect(found.map(({ no, what, inDays }) => [no, what, inDays])).toEqual([
      [13, 'notClosed', -2],
      [10, 'ahead', 0],
      [11, 'ahead', 7],
    ])
    expect(found[1]?.expected).toBe(12)
  })

  it('gives each strand its own day in a parallel week', () => {
    const strandTimes = { parent: { on: '2026-05-22', at: '20:30', place: '' } }
    const found = todayItems(
      records({ meetings: [{ ...planned(10, today), strandTimes }] }),
    ).meetings
    expect(found.map(({ strand, on, expected }) => [strand, on, expected])).toEqual([
      ['child', today, 6],
      ['parent', '2026-05-22', 6],
    ])
  })

  it('names held meetings with people not marked, and forgets those called off', () => {
    const found = todayItems(records()).meetings
    expect(found).toMatchObject([{ no: 2, what: 'unmarked', expected: 12, unmarked: 1 }])
    const calledOff = { ...planned(10, today), state: 'notHeld' as const }
    expect(todayItems(records({ meetings: [calledOff] })).meetings).toEqual([])
  })
})

describe('records and waves', () => {
  it('lists meeting records later than 48 hours, not those within them', () => {
    const [first] = groupWorld().meetings
    if (first === undefined) throw new Error('no meeting')
    const fresh = { ...first, id: 'fresh', no: 3, heldOn: '2026-05-18', plannedOn: '2026-05-18' }
    const late = { ...first, id: 'late', no: 4, heldOn: '2026-05-17', plannedOn: '2026-05-17' }
    const found = todayItems(records({ meetings: [fresh, late], attendance: [] })).records
    expect(found).toMatchObject([{ meetingId: 'late', strand: 'joint', daysLate: 1 }])
  })

  it('names who has not answered an open wave, and how late it is', () => {
    const world = groupWorld()
    const after = { ...world.waves.after, dueOn: '2026-05-15' }
    const found = todayItems(records({ waves: [world.waves.before, after] })).waves
    expect(found).toMatchObject([{ waveId: ids.after, inDays: -5, expected: 12, answered: 10 }])
    expect(found[0]?.waiting.map(({ respondentId }) => respondentId)).toEqual([
      ids.childOf(3),
      ids.parentOf(3),
    ])
  })

  it('names whom to ask once more, each once; whoever was reminded is left in peace for three days [INQ-24]', () => {
    const after = { ...groupWorld().waves.after, dueOn: '2026-05-15' }
    const remind = (respondentId: string, remindedOn: string) => ({
      familyId: ids.family(3),
      waveId: ids.after,
      childId: ids.childOf(3),
      respondentId,
      remindedOn,
      how: 'telephone' as const,
      byId: 'worker',
    })
    const find = (...waveReminders: ReturnType<typeof remind>[]) =>
      todayItems(records({ waves: [after], waveReminders })).waves
    const early = remind(ids.parentOf(3), '2026-05-10')
    expect(find(early)[0]?.missing).toMatchObject([
      { respondentId: ids.childOf(3), remindedOn: null },
      { respondentId: ids.parentOf(3), remindedOn: '2026-05-10' },
    ])
    const fresh = remind(ids.childOf(3), '2026-05-18')
    const [line] = find(early, fresh)
    expect(line?.missing.map(({ respondentId }) => respondentId)).toEqual([ids.parentOf(3)])
    expect(line?.waiting).toHaveLength(2)
    expect(find(fresh, remind(ids.parentOf(3), '2026-05-19'))).toEqual([])
  })

  it('does not wait for closed waves, or for members who left', () => {
    const { after } = groupWorld().waves
    expect(todayItems(records({ waves: [{ ...after, state: 'closed' }] })).waves).toEqual([])
    const seats = groupWorld().seats.map((seat) =>
      seat.familyId === ids.family(3) ? { ...seat, leftOn: '2026-04-20' } : seat,
    )
    expect(todayItems(records({ waves: [after], seats })).waves).toEqual([])
  })
})

describe('silences', () => {
  const migrations = [1, 2, 3, 4, 5].map((n) => away(n, '2025-02-01'))

  it('tells 7 days, 14 days and never logged apart [EVA-14]', () => {
    const contactEntries = [
      contact(1, '2026-05-14'),
      contact(2, '2026-05-13'),
      contact(3, '2026-05-06'),
      contact(3, '2026-05-19', false),
      contact(4, '2026-05-10', false),
      contact(4, '2026-05-19', false),
    ]
    const found = todayItems(records({ migrations, contactEntries })).silences
    expect(found.map(({ pairId, state, days }) => [pairId, state, days])).toEqual([
      [ids.pairOf(3), 'silent14', 14],
      [ids.pairOf(4), 'silent7', 10],
      [ids.pairOf(2), 'silent7', 7],
      [ids.pairOf(5), 'notLogged', null],
    ])
  })

  it('names a pair whose family says so first, and nowhere else [EVA-40]', () => {
    const [own] = groupWorld().pairs.filter(({ id }) => id === ids.pairOf(3))
    if (own === undefined) throw new Error('no pair')
    const word = {
      ...noContact.read(
        fieldsAsJson({
          ...{ familyId: own.familyId, pairId: own.id, toldBy: 'caregiver' },
          ...{ from: '2026-05-13', until: '2026-05-19' },
        }),
      ),
      id: 'word',
    }
    const contactEntries = [contact(3, '2026-05-06')]
    const found = todayItems(records({ migrations, contactEntries, noContacts: [word] }))
    expect(found.saidSilences.map(({ pairId, toldBy }) => [pairId, toldBy])).toEqual([
      [own.id, 'caregiver'],
    ])
    expect(found.silences.map(({ pairId }) => pairId)).not.toContain(own.id)
  })

  it('counts from the day of leaving home when that was later than the last logged contact', () => {
    const contactEntries = [contact(1, '2026-01-01')]
    const found = todayItems(records({ migrations: [away(1, '2026-05-16')], contactEntries }))
    expect(found.silences).toEqual([])
  })

  it('asks nothing about pairs who live together', () => {
    expect(todayItems(records({ contactEntries: [contact(1, '2026-01-01')] })).silences).toEqual([])
  })
})

describe('an archived family', () => {
  const state = 'archived' as const

  it('is out of daily sight: no silence, no prompt, no questionnaire to wait for [EVA-13]', () => {
    const migrations = [away(1, '2025-02-01'), away(2, '2025-02-01')]
    const child = person.read({ familyId: ids.family(1), name: 'Child', role: 'child' })
    const people = [{ ...child, bornOn: '2014-01-01', id: ids.childOf(1) }]
    const after = { ...groupWorld().waves.after, dueOn: '2026-05-15' }
    const seen = records({ migrations, people, waves: [{ ...after, groupId: null }] })
    const open = todayItems(seen)
    const found = todayItems({ ...seen, families: [{ id: ids.family(1), state }] })
    const families = (one: typeof open) => [
      one.silences.map(({ familyId }) => familyId),
      one.prompts.map(({ familyId }) => familyId),
    ]
    expect(families(open)).toEqual([[ids.family(1), ids.family(2)], [ids.family(1)]])
    expect(families(found)).toEqual([[ids.family(2)], []])
    const waiting = found.waves.flatMap((wave) => wave.waiting.map(({ familyId }) => familyId))
    expect(waiting).not.toContain(ids.family(1))
    // The count is that of the wave's own page: an archived family stays expected (INQ-14).
    expect(found.waves[0]?.expected).toBe(open.waves[0]?.expected ?? 0)
  })
})

describe('prompts', () => {
  const childOf = (n: number, bornOn: string) => ({
    ...person.read({ familyId: ids.family(n), name: `Child ${n}`, role: 'child', bornOn }),
    id: ids.childOf(n),
  })

  it('asks to check a child who lives alone or is unattended, once per child [EVA-13]', () => {
    const people = [childOf(1, '2014-01-01'), childOf(2, '2020-01-01'), childOf(3, '2009-01-01')]
    expect(
      todayItems(records({ people })).prompts.map(({ childId, prompt }) => [childId, prompt]),
    ).toEqual([
      [ids.childOf(1), 'livesAlone'],
      [ids.childOf(2), 'unattended'],
    ])
  })

  it('passes on conflicts and unsent as they are counted', () => {
    expect(todayItems(records({ conflicts: 2, unsent: 5 }))).toMatchObject({
      conflicts: 2,
      unsent: 5,
    })
  })
})

describe('somebody who is kept away from a child', () => {
  const kept = restrictedParty.read({
    ...{ familyId: ids.family(2), personId: ids.parentOf(2), childId: null },
    ...{ ground: 'courtOrder', since: '2026-01-02', reviewOn: '2026-09-01' },
  })
  const { seats } = groupWorld()
  const [own] = seats.filter(({ personId }) => personId === ids.parentOf(2))
  const restrictions = [{ ...kept, id: 'restriction' }]
  const groupId = own?.groupId ?? ''
  const groups = [{ id: groupId, title: 'Kites', state: 'running' as const, team: {} }]

  it('is not asked after, nor waited for, and whoever may end the seat is told to [FAM-61]', () => {
    const open = todayItems(records({ groups, today: '2026-03-18' }))
    expect(open.absences.map(({ name }) => name)).toContain(own?.displayName)
    const found = todayItems(records({ groups, restrictions, today: '2026-03-18' }))
    expect(found.absences.map(({ name }) => name)).not.toContain(own?.displayName)
    expect(found.seatsToEnd).toEqual([
      { seatId: own?.id, groupId, title: 'Kites', name: own?.displayName },
    ])
  })

  it('makes no line for whoever may not end it, for a closed group, or once it is ended', () => {
    const ofRole = (may: TodayRecords['may']) =>
      todayItems(records({ groups, restrictions, may })).seatsToEnd
    expect(ofRole(() => true)).toHaveLength(1)
    expect(ofRole((kind) => kind !== 'seat')).toEqual([])
    const closed = groups.map((one) => ({ ...one, state: 'closed' as const }))
    expect(todayItems(records({ groups: closed, restrictions })).seatsToEnd).toEqual([])
    const ended = seats.map((one) => (one === own ? { ...one, leftOn: '2026-02-01' } : one))
    expect(todayItems(records({ groups, restrictions, seats: ended })).seatsToEnd).toEqual([])
  })

  it('is not reminded of a questionnaire, which the others are', () => {
    const { pairs } = groupWorld()
    const wave = { ...groupWorld().waves.after, groupId: null, dueOn: null }
    const waitsFor = (changes: Partial<TodayRecords>) =>
      todayItems(records({ waves: [wave], answerSheets: [], pairs, ...changes }))
        .waves.flatMap(({ missing }) => missing)
        .map(({ respondentId }) => respondentId)
    expect(waitsFor({})).toContain(ids.parentOf(2))
    expect(waitsFor({ restrictions })).not.toContain(ids.parentOf(2))
    expect(waitsFor({ restrictions })).toContain(ids.parentOf(1))
  })
})
