// A colleague who has to stay out of a family, and leads the group in which it sits (FAM-62).
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memberMarkId } from '../../core/groupwork/members/member-mark.ts'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'
import { wordsOfWord } from '../house/read-word.ts'
import { seatFamily, type SeatedFamily, writeOfMeeting } from '../house/seated-family.ts'

const hidden = ['memberMark', 'absenceFollowUp']

let house: TestHouse
let home: Home
let leader: Person
let group: SeatedFamily
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  leader = await aColleague(home.worker, ['socialWorker'])
  group = await seatFamily(home, [leader])
  await writeOfMeeting(home, group)
})
afterAll(() => house.close())

async function keepOut(): Promise<string> {
  const id = freshId()
  const { staffId } = leader
  const fields = { familyId: home.familyId, staffId, ground: 'accused', since: '2026-03-01' }
  await applied(home.worker, home.worker.change('excludedStaff', id, 'create', fields))
  return id
}

async function lift(id: string): Promise<void> {
  const { worker } = home
  await applied(worker, worker.change('excludedStaff', id, 'lift', {}, {}, { reason: '误会' }))
}

async function kindsHeld(): Promise<ReadonlySet<string>> {
  return new Set((await leader.pull()).entries.map(({ kind }) => kind))
}

function paper(by: Person, form: string) {
  return by.post('/api/papers/group', {
    ...{ form, groupId: group.groupId, meetingId: group.meetingId, strand: 'joint' },
    ...{ seatId: null, familyId: null, texts: {}, language: 'zh-CN', templateId: null },
  })
}

describe('[FAM-62] whoever is kept out of a family and leads its group', () => {
  test('keeps seats and attendance and loses what is written about the members, also on the device', async () => {
    expect([...(await kindsHeld())]).toEqual(expect.arrayContaining(hidden))
    const before = await leader.pull()
    const exclusion = await keepOut()
    const device = { deviceId: leader.deviceId, deviceSeq: leader.deviceSeq }
    const { cursors, epoch, sight } = before
    const next = await leader.post('/api/sync/pull', { ...device, cursors, epoch, sight })
    expect(next.body).toMatchObject({ afresh: [`group:${group.groupId}`] })
    expect(next.text).not.toContain('金丝雀')
    const held = await kindsHeld()
    expect(hidden.filter((kind) => held.has(kind))).toEqual([])
    expect(held.has('seat') && held.has('attendance')).toBe(true)
    expect(held.has('excludedStaff')).toBe(false)
    await lift(exclusion)
    expect([...(await kindsHeld())]).toEqual(expect.arrayContaining(hidden))
  })

  test('writes nothing of it either, and learns nothing by trying', async () => {
    const exclusion = await keepOut()
    const { seats, meetingId } = group
    const reply = await leader.push(
      leader.change(
        ...(['memberMark', memberMarkId(meetingId, seats.child), 'edit'] as const),
        ...[{ note: '没事' }, { note: '金丝雀说不想回家' }],
      ),
    )
    expect(reply.answers[0]).toMatchObject({ status: 'refused', refusal: { id: 'NotAllowed' } })
    expect(reply.entries).toEqual([])
    await lift(exclusion)
  })

  test('makes papers and a file box of the group without that family', async () => {
    const sheet = wordsOfWord((await paper(leader, 'signInSheet')).body)
    expect(sheet).toContain('Z-1')
    const exclusion = await keepOut()
    for (const form of ['signInSheet', 'photoLedger', 'homeTaskCards', 'processRecord']) {
      const made = await paper(leader, form)
      expect([form, made.status]).toEqual([form, 200])
      expect([form, wordsOfWord(made.body)]).toEqual([form, expect.not.stringMatching(/Z-1|小明/)])
    }
    expect(wordsOfWord((await paper(home.worker, 'signInSheet')).body)).toContain('Z-1')
    await lift(exclusion)
  })
})
