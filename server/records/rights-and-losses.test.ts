import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../core/access/roles.ts'
import { meetingRecordId } from '../../core/groupwork/meeting-record.ts'
import { pullAnswerShape, type PullAnswer } from '../../core/sync/pull.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { readFeed } from './pull.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
}, 60_000)
afterAll(() => house.close())

/** A group with one meeting: who is in its team reads the meeting, a manager from afar only the group. */
async function aGroup(worker: Person): Promise<{ groupId: string; meetingId: string }> {
  const [groupId, meetingId] = [freshId(), freshId()]
  const team = { [worker.staffId]: 'leader' }
  const meeting = {
    groupId,
    no: 1,
    stage: 'forming',
    form: 'joint',
    theme: '相识',
    strands: ['child'],
    plannedOn: '2026-03-01',
  }
  const reply = await worker.push(
    worker.change('supportGroup', groupId, 'create', { title: '牵线', code: 'P-1', team }),
    worker.change('meeting', meetingId, 'create', meeting),
  )
  expect(reply.answers).toMatchObject([{ status: 'applied' }, { status: 'applied' }])
  return { groupId, meetingId }
}

async function pullAfter(person: Person, last: PullAnswer): Promise<PullAnswer> {
  const { deviceId, deviceSeq } = person
  const { epoch, cursors, sight } = last
  const request = { epoch, cursors, sight, deviceId, deviceSeq, limit: 2000 }
  return pullAnswerShape.parse((await person.post('/api/sync/pull', request)).body)
}

const has = (answer: PullAnswer, id: string) => answer.entries.some((entry) => entry.id === id)

describe('rights that change', () => {
  test('[S10] nearness gained shows what the cursor had passed over; nearness lost gives the rest afresh', async () => {
    const worker = await aFounder(house)
    const manager = await aColleague(worker, ['manager', 'evaluator'])
    const { groupId, meetingId } = await aGroup(worker)
    const scope = `group:${groupId}`
    const afar = await manager.pull()
    expect([has(afar, groupId), has(afar, meetingId)]).toEqual([true, false])
    expect((await pullAfter(manager, afar)).entries).toEqual([])
    const place = `team.${manager.staffId}`
    const inTeam = {
      ...worker.change('supportGroup', groupId, 'edit', {}),
      fields: { [place]: { from: null, to: 'observer' } },
    }
    await worker.push(inTeam)
    const near = await pullAfter(manager, afar)
    expect(near).toMatchObject({ afresh: [scope], lost: [] })
    expect(has(near, meetingId)).toBe(true)
    expect((await pullAfter(manager, near)).afresh).toEqual([])
    const out = {
      ...worker.change('supportGroup', groupId, 'edit', {}),
      fields: { [place]: { from: 'observer', to: null } },
    }
    await worker.push(out)
    const left = await pullAfter(manager, near)
    expect(left).toMatchObject({ afresh: [scope], lost: [] })
    expect([has(left, groupId), has(left, meetingId)]).toEqual([true, false])
  })

  test('[GRP-32] a colleague of the same role who observes reads no mark of a member and holds no meeting, until they lead', async () => {
    const worker = await aFounder(house)
    const observer = await aColleague(worker, ['socialWorker'])
    const { groupId, meetingId } = await aGroup(worker)
    const place = `team.${observer.staffId}`
    const team = (from: string | null, to: string) => ({
      ...worker.change('supportGroup', groupId, 'edit', {}),
      fields: { [place]: { from, to } },
    })
    const today = house.open.house.today()
    const record = meetingRecordId(meetingId, 'joint')
    await worker.push(
      team(null, 'observer'),
      worker.change('meetingRecord', record, 'create', { groupId, meetingId, strand: 'joint' }),
      worker.change('supportGroup', groupId, 'start', {}, {}, { startedOn: today }),
    )
    const hold = () =>
      observer.push(
        observer.change('meeting', meetingId, 'hold', {}, {}, { heldOn: today, minutes: 60 }),
      )
    const [refused] = (await hold()).answers
    expect(refused).toMatchObject({ status: 'refused', refusal: { id: 'NotAllowed' } })
    const seen = await observer.pull()
    expect([has(seen, meetingId), seen.sight?.includes('+')]).toEqual([true, false])
    await worker.push(team('observer', 'coLeader'))
    const leads = await pullAfter(observer, seen)
    expect(leads.afresh).toEqual([`group:${groupId}`])
    expect((await hold()).answers).toMatchObject([{ status: 'applied' }])
  })

  test('[S10] other roles give every scope afresh, with what they show now', async () => {
    const worker = await aFounder(house)
    const manager = await aColleague(worker, ['manager'])
    const { groupId, meetingId } = await aGroup(worker)
    const asking = async (roles: Role[], last: PullAnswer | null) => {
      const { agencyId, staffId, deviceId } = manager
      const { epoch = null, cursors = {}, sight = null } = last ?? {}
      const request = { epoch, cursors, sight, deviceId, deviceSeq: 0 }
      const whole = { ...request, surveys: [], waiting: [], limit: 2000 }
      return readFeed(house.open.house, { agencyId, staffId, roles }, whole)
    }
    const before = await asking(['manager'], null)
    const gained = await asking(['manager', 'supervisor'], before)
    expect([...gained.afresh].sort()).toEqual(['agency', `group:${groupId}`])
    expect(has(gained, meetingId)).toBe(true)
    const less = await asking(['manager'], gained)
    expect([...less.afresh].sort()).toEqual(['agency', `group:${groupId}`])
    expect([has(less, groupId), has(less, meetingId)]).toEqual([true, false])
  })

  test('[S10] assigning a worker to a family gives that family, not everything once more', async () => {
    const worker = await aFounder(house)
    const colleague = await aColleague(worker, ['socialWorker'])
    const before = await colleague.pull()
    const familyId = freshId()
    const staff = [worker.staffId, colleague.staffId]
    const fields = { code: 'Z-2', registeredOn: '2026-01-01', staff }
    await worker.push(worker.change('family', familyId, 'create', fields))
    const after = await pullAfter(colleague, before)
    expect(after.afresh).toEqual([])
    expect(after.entries.map(({ id }) => id)).toEqual([familyId])
  })
})

describe('a change that never arrives [S25]', () => {
  const ask = async (person: Person, deviceSeq: number, waiting: [number, number][] = []) => {
    const body = { epoch: null, cursors: {}, deviceId: person.deviceId, deviceSeq, waiting }
    const answer = pullAnswerShape.parse((await person.post('/api/sync/pull', body)).body)
    return { missing: answer.missing, counted: answer.counted }
  }
  const pushOne = (person: Person, deviceSeq: number) => {
    const fields = { code: 'Z-3', registeredOn: '2026-01-01', staff: [person.staffId] }
    return person.push({ ...person.change('family', freshId(), 'create', fields), deviceSeq })
  }

  test('is named when the device says that it does not hold it any more', async () => {
    const worker = await aFounder(house)
    await pushOne(worker, 1)
    expect(await ask(worker, 4, [[3, 3]])).toEqual({ missing: [2, 4], counted: 4 })
  })

  test('is not one that merely waits in the outbox', async () => {
    const worker = await aFounder(house)
    await pushOne(worker, 1)
    expect(await ask(worker, 3, [[2, 3]])).toEqual({ missing: [], counted: 3 })
    await pushOne(worker, 3)
    await pushOne(worker, 2)
    expect(await ask(worker, 3)).toEqual({ missing: [], counted: 3 })
  })

  test('is named to a device that comes back with less than it announced', async () => {
    const worker = await aFounder(house)
    await pushOne(worker, 1)
    await ask(worker, 3, [[2, 3]])
    expect(await ask(worker, 0)).toEqual({ missing: [2, 3], counted: 3 })
    await pushOne(worker, 4)
    expect(await ask(worker, 4)).toEqual({ missing: [2, 3], counted: 4 })
  })

  test('is counted right when announcements and batches come at the same time', async () => {
    const worker = await aFounder(house)
    const numbers = Array.from({ length: 20 }, (_, index) => index + 1)
    await Promise.all(
      numbers.flatMap((number) => [pushOne(worker, number), ask(worker, number, [[1, number]])]),
    )
    expect(await ask(worker, 20)).toEqual({ missing: [], counted: 20 })
  })
})
