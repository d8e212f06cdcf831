import { describe, expect, it } from 'vitest'
import { meetingRecord } from '../groupwork/meeting-record.ts'
import { groupWorld, ids } from './cases/group-world.ts'
import type { May } from './may.ts'
import { todayItems, type TodayRecords } from './today.ts'

const today = '2026-05-20'
const world = groupWorld()
const [held] = world.meetings

function records(may: May, changes: Partial<TodayRecords> = {}): TodayRecords {
  return {
    today,
    may,
    groups: [{ id: ids.group, title: 'Kites', state: 'running', team: {} }],
    groupPlans: [],
    meetings: world.meetings,
    meetingRecords: [],
    attendance: world.attendance,
    seats: world.seats,
    memberMarks: [],
    absenceFollowUps: [],
    waves: [world.waves.before, { ...world.waves.after, dueOn: '2026-05-15' }],
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
    conflicts: 0,
    unsent: 0,
    ...changes,
  }
}

const everything: May = () => true
const without =
  (...kinds: readonly string[]): May =>
  (kindName) =>
    !kinds.includes(kindName)

describe('what a role does not see makes no line', () => {
  it('records are not called late to whoever cannot read them [EVA-13]', () => {
    expect(todayItems(records(everything)).records).not.toEqual([])
    expect(todayItems(records(without('meetingRecord'))).records).toEqual([])
  })

  it('nobody is called not asked after by whoever cannot read who was asked [EVA-13]', () => {
    const attendance = world.attendance.map((row) => ({
      ...row,
      presence: 'absent' as const,
      absenceReason: 'shift' as const,
    }))
    const meetings = world.meetings.map((meeting) => ({
      ...meeting,
      heldOn: '2026-05-18',
      plannedOn: '2026-05-18',
    }))
    const facts = { attendance, meetings }
    expect(todayItems(records(everything, facts)).absences).not.toEqual([])
    expect(todayItems(records(without('absenceFollowUp'), facts)).absences).toEqual([])
    // Who was asked may be kept from whoever does not hold the family's file: days later nothing is said.
    const later = { ...facts, today: '2026-05-25' }
    expect(todayItems(records(everything, later)).absences).toEqual([])
    const [first] = world.seats
    const families = [{ id: first?.familyId ?? '', state: 'open' as const }]
    const known = todayItems(records(everything, { ...later, families })).absences
    const own = world.seats.filter(({ familyId }) => familyId === first?.familyId)
    expect(known.length).toBeGreaterThan(0)
    expect(own.map(({ displayName }) => displayName)).toEqual(
      expect.arrayContaining(known.map(({ name }) => name)),
    )
  })

  it('a wave is counted only for whoever sees every sheet of its group [INQ-14]', () => {
    const ofOneFamily: May = (_kind, _verb, scope) => scope === `family:${ids.family(1)}`
    expect(todayItems(records(everything)).waves).toMatchObject([{ expected: 12, answered: 10 }])
    expect(todayItems(records(ofOneFamily)).waves).toEqual([])
  })
})

it('a member who joined after a wave was due makes it no worse [INQ-14]', () => {
  const late = world.seats.map((seat) =>
    seat.familyId === ids.family(3) ? { ...seat, joinedOn: '2026-05-16' } : seat,
  )
  const after = { ...world.waves.after, dueOn: '2026-05-15' }
  expect(todayItems(records(everything, { seats: late, waves: [after] })).waves).toEqual([])
  const undated = { ...after, dueOn: null }
  const found = todayItems(records(everything, { seats: late, waves: [undated] })).waves
  expect(found).toMatchObject([{ expected: 12, answered: 10 }])
})

describe('a supervisor’s day', () => {
  const fields = { groupId: ids.group, meetingId: ids.after, strand: 'child' }
  const blank = { ...meetingRecord.read(fields), meetingId: held?.id ?? '' }
  const handedIn = (strand: 'child' | 'parent', submittedOn: string, seenOn: string | null) => ({
    ...blank,
    strand,
    id: `record ${strand}`,
    state: 'submitted' as const,
    submittedOn,
    seenOn,
  })
  const facts = {
    meetingRecords: [
      handedIn('parent', '2026-05-12', null),
      handedIn('child', '2026-05-11', null),
      { ...handedIn('child', '2026-05-10', '2026-05-11'), id: 'read' },
    ],
    groupPlans: [{ id: 'plan', groupId: ids.group, seenOn: null }],
  }

  it('lists records handed in and not read, the earliest first, and plans not read [GRP-48, GRP-53]', () => {
    const found = todayItems(records(everything, facts))
    expect(found.unseenRecords.map(({ recordId }) => recordId)).toEqual([
      'record child',
      'record parent',
    ])
    expect(found.unseenPlans).toEqual([{ groupId: ids.group, title: 'Kites' }])
  })

  it('asks nobody else to read them, and no plan of a closed group', () => {
    const mayNot: May = (_kind, verb) => verb !== 'markSeen'
    const found = todayItems(records(mayNot, facts))
    expect([found.unseenRecords, found.unseenPlans]).toEqual([[], []])
    const groups = [{ id: ids.group, title: 'Kites', state: 'closed' as const, team: {} }]
    expect(todayItems(records(everything, { ...facts, groups })).unseenPlans).toEqual([])
  })
})
