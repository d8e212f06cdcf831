import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { contactEntry } from '../../core/contact/contact-entry.ts'
import { noContact } from '../../core/contact/no-contact.ts'
import { evaluateChange } from '../../core/evaluation/evaluate-change.ts'
import { todayItems, type TodayItems } from '../../core/evaluation/today.ts'
import { consent } from '../../core/families/consent.ts'
import { family } from '../../core/families/family.ts'
import { guardianship } from '../../core/families/guardianship.ts'
import { migration } from '../../core/families/migration.ts'
import { pair } from '../../core/families/pair.ts'
import { fieldsAfterConsent, person } from '../../core/families/person.ts'
import { attendance, presenceModes } from '../../core/groupwork/attendance.ts'
import { listOpenEnds } from '../../core/groupwork/list-open-ends.ts'
import { absenceFollowUp } from '../../core/groupwork/between/absence-follow-up.ts'
import { memberMark } from '../../core/groupwork/members/member-mark.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { groupPlan } from '../../core/groupwork/planning/group-plan.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { answerSheet } from '../../core/inquiry/answer-sheet.ts'
import { instrument } from '../../core/inquiry/instrument.ts'
import { waveReminder } from '../../core/inquiry/wave-reminder.ts'
import { wave } from '../../core/inquiry/wave.ts'
import { ageOn } from '../../core/kit/dates.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { pullRequestShape } from '../../core/sync/pull.ts'
import { readFeed } from '../records/pull.ts'
import { draftSample, plantSample, readShelf } from './sample.ts'
import { readSample } from './sample-parse.ts'

let house: TestHouse
let village: Awaited<ReturnType<typeof readVillage>>
let planted: { agencyId: string; staffId: string }

beforeAll(async () => {
  house = await openTestHouse()
  planted = await plantSample(house.open.house, 'zh-CN')
  village = await readVillage(planted)
}, 120_000)
afterAll(() => house.close())

/** What the visitor's desk pulls after walking through the door. */
async function readVillage({ agencyId, staffId }: typeof planted) {
  const actor: Actor = { agencyId, staffId, roles: ['agencyAdmin', 'supervisor', 'socialWorker'] }
  const request = { epoch: null, cursors: {}, surveys: [], limit: 2000 }
  const feed = await readFeed(
    house.open.house,
    actor,
    pullRequestShape.parse({
      ...request,
      deviceId: '0198a000-0000-7000-8000-000000000003',
      deviceSeq: 0,
    }),
  )
  const all = <Fields extends object>(kind: TypedKind<Fields>) =>
    feed.entries.filter((entry) => entry.kind === kind.name).map(kind.readEntry)
  return {
    agencies: all(agency),
    staff: all(staff),
    families: all(family),
    people: all(person),
    migrations: all(migration),
    guardianships: all(guardianship),
    pairs: all(pair),
    consents: all(consent),
    contactEntries: all(contactEntry),
    noContacts: all(noContact),
    groups: all(supportGroup),
    groupPlans: all(groupPlan),
    seats: all(seat),
    meetings: all(meeting),
    attendance: all(attendance),
    meetingRecords: all(meetingRecord),
    memberMarks: all(memberMark),
    absenceFollowUps: all(absenceFollowUp),
    waves: all(wave),
    instruments: all(instrument),
    answerSheets: all(answerSheet),
    waveReminders: all(waveReminder),
  }
}

function todayOf(): TodayItems {
  const today = house.open.house.today()
  const none = { restrictions: [], exclusions: [], promptAnswers: [], conflicts: 0, unsent: 0 }
  return todayItems({ ...village, ...none, today, may: () => true })
}

function wavesOf(groupId: string) {
  const of = (phase: string) => {
    const found = village.waves.find((one) => one.groupId === groupId && one.phase === phase)
    if (found === undefined) throw new Error(`no wave ${phase}`)
    return found
  }
  return { before: of('before'), after: of('after'), followUp: null }
}

const childNamed = (name: string) => village.people.find((one) => one.name === name)
const groupIn = (state: string) => village.groups.find((one) => one.state === state)

describe('the sample village', () => {
  test('says that it is fictional', () => {
    expect(village.agencies[0]?.sample).toBe(true)
    expect(village.agencies[0]?.name).toContain('虚构')
    const told = village.families.filter(({ code }) => code !== 'Z-09')
    expect(told.every(({ notes }) => notes.startsWith('（虚构）'))).toBe(true)
  })

  test('serves twelve children, twelve parents who work away, and colleagues without logins', async () => {
    const archived = new Set(
      village.families.filter(({ state }) => state === 'archived').map(({ id }) => id),
    )
    const served = village.people.filter(({ familyId }) => !archived.has(familyId))
    expect(served.filter(({ role }) => role === 'child')).toHaveLength(12)
    const away = new Set(village.migrations.map(({ personId }) => personId))
    expect(away.size).toBe(12)
    expect([...away].map((id) => village.people.find((one) => one.id === id)?.role)).toEqual(
      Array(12).fill('parent'),
    )
    expect(village.staff.map(({ roles }) => roles.join()).sort()).toEqual([
      'agencyAdmin,supervisor,socialWorker',
      'coLeader',
      'socialWorker',
      'supervisor',
      'volunteer',
    ])
    const siblings = village.families.map(
      ({ id }) =>
        village.people.filter((one) => one.familyId === id && one.role === 'child').length,
    )
    expect(siblings.sort().at(-1)).toBe(2)
  })

  test('holds nothing finer than a city and no identity numbers', () => {
    const written = JSON.stringify([readSample('zh-CN'), readSample('en')])
    expect(/\d{15}/.test(written)).toBe(false)
    expect(/[号路街弄栋]\d|\d+[号路栋]/.test(written)).toBe(false)
    expect(village.migrations.every(({ city }) => /^.{2,3}市$/.test(city))).toBe(true)
    expect(village.people.every(({ phone }) => phone === '' || phone.startsWith('000 0000'))).toBe(
      true,
    )
  })

  test('[FAM-4] the family that has not consented holds contact data only', () => {
    const unasked = village.families.find(({ code }) => code === 'Z-09')
    const people = village.people.filter(({ familyId }) => familyId === unasked?.id)
    const blank: Record<string, unknown> = person.read({
      familyId: unasked?.id ?? '',
      name: '-',
      role: 'child',
    })
    expect(people).toHaveLength(3)
    for (const one of people) {
      const fields: Record<string, unknown> = one
      for (const field of fieldsAfterConsent) expect(fields[field]).toEqual(blank[field])
    }
    for (const list of [village.consents, village.migrations, village.contactEntries])
      expect(list.some(({ familyId }) => familyId === unasked?.id)).toBe(false)
  })

  test('consents differ as they do in life', () => {
    const of = (wanted: Partial<(typeof village.consents)[number]>) =>
      village.consents.filter((one) =>
        Object.entries(wanted).every(([field, value]) => Reflect.get(one, field) === value),
      )
    expect(of({ purpose: 'photo', decision: 'refused' })).toHaveLength(3)
    expect(of({ purpose: 'research', decision: 'refused' })).toHaveLength(3)
    expect(village.consents.filter(({ withdrawnOn }) => withdrawnOn !== null)).toHaveLength(1)
    expect(new Set(village.consents.map(({ proof }) => proof))).toEqual(
      new Set(['link', 'witnessedCall']),
    )
    const young = childNamed('郑晓晨')
    expect(of({ subjectId: young?.id ?? '' })[0]?.assent.answer).toBe('tooYoung')
  })

  test('one group is finished: nothing is left open in it', () => {
    const done = groupIn('closed')
    const own = <Row extends { readonly groupId: string | null }>(rows: readonly Row[]) =>
      rows.filter(({ groupId }) => groupId === done?.id)
    const meetings = own(village.meetings)
    expect(meetings.map(({ state }) => state)).toEqual(Array(8).fill('held'))
    expect(
      listOpenEnds(
        meetings,
        own(village.seats),
        own(village.attendance),
        own(village.meetingRecords),
        house.open.house.today(),
      ),
    ).toEqual({ planned: [], recordsDue: [], unmarked: [], uncounted: [] })
    expect(new Set(own(village.attendance).map(({ presence }) => presence))).toEqual(
      new Set(presenceModes),
    )
    expect(own(village.meetingRecords)).toHaveLength(15)
    expect(
      own(village.seats).filter(({ joinedOn }) => joinedOn > (done?.startedOn ?? '')),
    ).toHaveLength(3)
    expect(own(village.seats).filter(({ leftOn }) => leftOn !== null)).toHaveLength(3)
    expect(
      own(village.waves)
        .map(({ phase, state }) => `${phase} ${state}`)
        .sort(),
    ).toEqual(['after closed', 'before closed'])
  })

  test('the finished group changed a little, unevenly, and in one pair for the worse', () => {
    const groupId = groupIn('closed')?.id ?? ''
    const change = evaluateChange({
      ...village,
      sheets: village.answerSheets,
      seats: village.seats.filter((one) => one.groupId === groupId),
      waves: wavesOf(groupId),
    })
    const lines = change.scales.flatMap((scale) => scale.lines)
    expect(change.scales.map((scale) => scale.lines.length)).toEqual(Array(19).fill(8))
    const averages = [...new Set(lines.map(({ key }) => key))].map((key) => {
      const steps = lines.flatMap((line) => (line.key === key ? (line.change ?? []) : []))
      return {
        child: lines.find((line) => line.key === key)?.names.child,
        average:
          steps.length === 0 ? null : steps.reduce((sum, step) => sum + step, 0) / steps.length,
      }
    })
    const known = averages.flatMap(({ average }) => average ?? [])
    expect(known).toHaveLength(11)
    expect(Math.max(...known)).toBeLessThan(0.8)
    const worse = averages.filter(({ average }) => average !== null && average < 0)
    expect(worse.map(({ child }) => child)).toEqual(['王磊'])
    const missing = lines.map(({ before, after }) => (before.ok ? after : before))
    expect(new Set(missing.flatMap((one) => (one.ok ? [] : one.why)))).toEqual(
      new Set(['noSheet', 'setAside']),
    )
  })

  test('Today has something of everything', () => {
    const now = todayOf()
    expect(now.meetings.filter(({ what }) => what !== 'ahead')).toEqual([])
    expect(now.meetings.some(({ inDays }) => inDays <= 1)).toBe(true)
    expect(now.records.map(({ no, strand, daysLate }) => [no, strand, daysLate])).toEqual([
      [3, 'parent', 3],
    ])
    expect(now.waves.map(({ waiting }) => waiting.length)).toEqual([1])
    expect(now.waves[0]?.inDays).toBeLessThan(0)
    // Of the two who have not reached each other for sixteen days the family itself says so.
    expect(now.saidSilences.map(({ toldBy }) => toldBy)).toHaveLength(1)
    expect(now.silences.map(({ state, days }) => [state, days])).toEqual([
      ['silent7', 8],
      ['notLogged', null],
    ])
    expect(now.prompts.map(({ prompt, childId }) => [prompt, childId])).toEqual(
      expect.arrayContaining([
        ['livesAlone', childNamed('孙阳')?.id],
        ['unattended', childNamed('郑晓晨')?.id],
      ]),
    )
    expect(now.prompts).toHaveLength(2)
  })

  test('children have the ages that their stories need, on any day', () => {
    const sample = readSample('zh-CN')
    // What is only stored is on nobody's desk.
    const seen = sample.families.filter(({ code }) => code !== sample.station.stored.family)
    expect(seen.flatMap(({ people }) => people).length).toBe(village.people.length)
    const today = house.open.house.today()
    for (const { people } of seen)
      for (const { name, age } of people) {
        const born = village.people.find((one) => one.name === name)?.bornOn ?? null
        expect(born === null ? null : ageOn(born, today)).toBe(age?.[0] ?? null)
      }
  })

  test('the same day gives the same drafts; another agency shares no id with it', async () => {
    const sample = readSample('zh-CN')
    const shelf = await readShelf(house.open.house, planted.agencyId, sample)
    for (const today of ['2026-02-28', '2028-02-29', house.open.house.today()]) {
      const first = draftSample(sample, shelf, { ...planted, today })
      expect(draftSample(readSample('zh-CN'), shelf, { ...planted, today })).toEqual(first)
      const other = draftSample(sample, shelf, {
        agencyId: '0198a000-0000-7000-8000-000000000001',
        staffId: '0198a000-0000-7000-8000-000000000002',
        today,
      })
      const ids = new Set(first.map(({ recordId }) => recordId))
      // The starter codebook is the same everywhere, so that files of two agencies know each other's codes.
      const shared = other.filter(({ recordId }) => ids.has(recordId))
      expect(new Set(shared.map(({ kind }) => kind.name))).toEqual(new Set(['codebookCode']))
    }
  })

  test('opened again, and in English, it stands beside the first', async () => {
    const again = await plantSample(house.open.house, 'en')
    const english = await readVillage(again)
    const count = (of: typeof village) =>
      Object.fromEntries(Object.entries(of).map(([name, rows]) => [name, rows.length]))
    expect(count(english)).toEqual(count(village))
    expect(english.agencies[0]?.name).toContain('fictional')
    expect(JSON.stringify({ ...english, instruments: [] })).not.toMatch(/\p{Script=Han}/u)
    expect(await readVillage(planted)).toEqual(village)
  })
})
