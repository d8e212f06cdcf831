import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { availabilityId } from '../../core/families/availability.ts'
import { asyncStepId } from '../../core/groupwork/between/async-step.ts'
import { meetingId } from '../../core/groupwork/meeting.ts'
import { seatId } from '../../core/groupwork/seat.ts'
import { addDays } from '../../core/kit/dates.ts'
import { aHome, aPhone, type Browser, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'
import { keepSaid } from './family-session-told.ts'
import { findLink } from './stored-links.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const listen = {
  script: '先说一件自己的事。\n再问孩子。',
  recall: '先说谁的事？',
  task: '今晚说一件食堂的事。',
}

interface Place {
  readonly groupId: string
  readonly at: string
  readonly consentId: string
}

/** The mother sits in a running group that meets in three days, or met today. */
async function seatMother(home: Home, meets: 'ahead' | 'today' = 'ahead'): Promise<Place> {
  const { worker, familyId, motherId, pairId } = home
  const today = house.open.house.today()
  const place = { groupId: freshId(), consentId: freshId() }
  const { groupId } = place
  const at = meetingId(groupId, 1)
  const on = meets === 'ahead' ? addDays(today, 3) : today
  const agreed = {
    ...{ familyId, subjectId: home.childId, subjectBornOn: '2015-02-03', textVersion: '2026-1' },
    ...{ decision: 'given', givenById: motherId, decidedOn: '2026-01-02' },
    ...{ proof: 'witnessedCall', witness: '李老师' },
  }
  const reply = await worker.push(
    worker.change('consent', freshId(), 'create', { ...agreed, purpose: 'service' }),
    worker.change('consent', place.consentId, 'create', { ...agreed, purpose: 'group' }),
    worker.change('supportGroup', groupId, 'create', {
      ...{ title: '小组', code: 'P-1', team: { [worker.staffId]: 'leader' } },
    }),
    worker.change('supportGroup', groupId, 'start', {}, {}, { startedOn: today }),
    worker.change('seat', seatId(groupId, motherId), 'create', {
      ...{ groupId, familyId, personId: motherId, pairId, strand: 'parent' },
      ...{ displayName: '陈芳', joinedOn: today },
    }),
    worker.change('meeting', at, 'create', {
      ...{ groupId, no: 1, stage: 'forming', form: 'parallel', theme: '从一件小事说起' },
      ...{ strands: ['parent'], plannedOn: on, onlineTool: '微信群语音' },
      ...{ strandTimes: { parent: { on, at: '20:30', place: '' } } },
      plan: { parent: { minutes: 40, listen } },
    }),
  )
  expect(reply.answers.filter(({ status }) => status !== 'applied')).toEqual([])
  return { ...place, at }
}

function askForLink(home: Home, at: string, personId: string, childId = home.childId) {
  return home.worker.post('/api/family-links', {
    ...{ familyId: home.familyId, personId, childId, purpose: 'session', meetingId: at },
    ...{ waveId: null, instrumentId: null, pairId: null, days: 14 },
  })
}

interface AtPhone {
  readonly path: string
  readonly phone: Browser
}

async function openSession(home: Home, { at }: Place): Promise<AtPhone> {
  const made = await askForLink(home, at, home.motherId)
  const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
  const phone = aPhone(house)
  expect((await phone.open(path)).text).not.toContain('从一件小事说起')
  await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone }
}

async function stepsOf({ worker }: Home) {
  const { entries } = await worker.pull()
  return entries.filter(({ kind }) => kind === 'asyncStep').map(({ fields }) => fields)
}

describe('the page of a meeting on the family’s phone', () => {
  test('says when and how behind the check, and takes an intention in one tap, which is no attendance [GRP-62, GRP-63]', async () => {
    const home = await aHome(house)
    const { path, phone } = await openSession(home, await seatMother(home))
    const page = await phone.open(path)
    expect(page.text).toContain('20:30')
    expect(page.text).toContain('微信群语音')
    expect(page.text).not.toContain(listen.task)
    const sent = await phone.send(path, { step: 'intent', intent: 'cannot' })
    expect(sent.text).toContain('您说了：来不了')
    await phone.send(path, { step: 'intent', intent: 'cannot' })
    expect(await stepsOf(home)).toMatchObject([{ intent: 'cannot', listenedOn: null }])
    await phone.send(path, { step: 'intent', intent: 'comes' })
    expect(await stepsOf(home)).toMatchObject([{ intent: 'comes' }])
    await phone.send(path, { step: 'intent', intent: 'everybody' })
    expect(await stepsOf(home)).toMatchObject([{ intent: 'comes' }])
    const { entries } = await home.worker.pull()
    expect(entries.filter(({ kind }) => kind === 'attendance')).toEqual([])
  })

  test('says how the hour lies to the holder’s own shifts, where they told of them [GRP-62]', async () => {
    const home = await aHome(house)
    const place = await seatMother(home)
    const { path, phone } = await openSession(home, place)
    expect((await phone.open(path)).text).not.toContain('夜班')
    const { worker, familyId, motherId: personId } = home
    const reply = await worker.push(
      worker.change('availability', availabilityId(personId), 'create', {
        ...{ familyId, personId, shift: 'night', slots: { '1 morning': 'free' } },
      }),
    )
    expect(reply.answers).toMatchObject([{ status: 'applied' }])
    expect((await phone.open(path)).text).toContain('您上夜班')
  })

  test('who cannot come listens, answers, tries and tells, a step a page, and reads what the worker answers [GRP-34, GRP-63]', async () => {
    const home = await aHome(house)
    const place = await seatMother(home, 'today')
    const { path, phone } = await openSession(home, place)
    const lesson = await phone.open(`${path}?page=listened`)
    expect(lesson.text).toContain('再问孩子。')
    expect(lesson.text).not.toContain(listen.recall)
    expect(lesson.text).not.toContain('autoplay')
    const asked = await phone.send(path, { step: 'listened' })
    expect(asked.text).toContain(listen.recall)
    const again = /<a href="([^"]*page=listened[^"]*)">再听一遍</.exec(asked.text)?.[1] ?? ''
    expect((await phone.open(again.replaceAll('&amp;', '&'))).text).toContain('再问孩子。')
    const empty = await phone.send(path, { step: 'recalled', q_recall: ' ', send: '1' })
    expect(empty.text).toContain('写几个字就行')
    const task = await phone.send(path, { step: 'recalled', q_recall: '先说自己的', send: '1' })
    expect(task.text).toContain(listen.task)
    await phone.send(path, { step: 'tried' })
    const done = await phone.send(path, { step: 'happened', q_happened: '她笑了', send: '1' })
    expect(done.text).toContain('聊十分钟')
    const today = house.open.house.today()
    const told = { listenedOn: today, recalledOn: today, triedOn: today, selfToldOn: today }
    const words = { recallWords: '先说自己的', triedWords: '她笑了', talkedOn: null }
    expect(await stepsOf(home)).toMatchObject([{ ...told, ...words }])
    const { worker, motherId } = home
    const id = asyncStepId(place.at, seatId(place.groupId, motherId))
    const cheer = { cheer: '您下了夜班还试，真好。', talkedOn: today }
    await worker.push(worker.change('asyncStep', id, 'edit', cheer, { cheer: '', talkedOn: null }))
    const after = await phone.open(path)
    expect(after.text).toContain('您下了夜班还试')
    expect(after.text).not.toContain('聊十分钟')
    expect(after.text).toContain('这一次补上了')
    expect(after.text).not.toContain('name="intent"')
  })

  test('a meeting that was called off asks nothing and takes nothing, and no link to it is made [GRP-62]', async () => {
    const home = await aHome(house)
    const place = await seatMother(home)
    const { path, phone } = await openSession(home, place)
    const { worker } = home
    await worker.push(worker.change('meeting', place.at, 'callOff', {}, {}, { reason: 'weather' }))
    const page = await phone.send(path, { step: 'intent', intent: 'comes' })
    expect(page.text).toContain('这一次活动不开了')
    expect(page.text).not.toContain(
      '<form method="post"><input type="hidden" name="step" value="intent"',
    )
    expect(await stepsOf(home)).toEqual([])
    expect((await askForLink(home, place.at, home.motherId)).text).toContain('MeetingCalledOff')
  })
})

describe('whom the link to a meeting reaches', () => {
  test('nobody without a seat, and no child of another family [GRP-62]', async () => {
    const home = await aHome(house)
    const { at } = await seatMother(home)
    expect((await askForLink(home, at, home.grandmotherId)).text).toContain('LinkNotForPerson')
    expect((await askForLink(home, freshId(), home.motherId)).text).toContain('LinkNotForPerson')
    const other = await aHome(house)
    const stranger = await askForLink(home, at, home.motherId, other.childId)
    expect(stranger.text).toContain('LinkNotForPerson')
  })

  test.each(['group', 'seat'] as const)('it ends with the %s [GRP-62]', async (what) => {
    const home = await aHome(house)
    const place = await seatMother(home, 'today')
    const { path, phone } = await openSession(home, place)
    const { worker, motherId } = home
    const today = house.open.house.today()
    const { groupId } = place
    const { answers } = await worker.push(
      what === 'group'
        ? worker.change('supportGroup', groupId, 'close', {}, {}, { closedOn: today })
        : worker.change(
            'seat',
            seatId(groupId, motherId),
            'leave',
            {},
            {},
            {
              ...{ leftOn: today, reason: 'moved' },
            },
          ),
    )
    expect(answers.map(({ status }) => status)).toEqual(['applied'])
    const page = await phone.open(path)
    expect([page.status, page.text.includes('从一件小事说起')]).toEqual([404, false])
    await phone.send(path, { step: 'listened' })
    expect(await stepsOf(home)).toEqual([])
    expect((await askForLink(home, place.at, motherId)).text).toContain('LinkNotForPerson')
  })

  test('when the consent to the group is taken back it asks nothing and keeps nothing [GRP-60]', async () => {
    const home = await aHome(house)
    const place = await seatMother(home, 'today')
    const { path, phone } = await openSession(home, place)
    await phone.send(path, { step: 'listened' })
    const { worker } = home
    const input = { on: house.open.house.today(), by: '陈芳', byLink: false }
    await worker.push(worker.change('consent', place.consentId, 'withdraw', {}, {}, input))
    const page = await phone.send(path, { step: 'tried' })
    expect(page.text).toContain('什么都不记')
    expect(page.text).not.toContain(listen.task)
    expect(await stepsOf(home)).toMatchObject([{ triedOn: null }])
    expect((await askForLink(home, place.at, home.motherId)).body).toMatchObject({
      id: 'ConsentWithdrawn',
    })
  })

  test('what is refused is kept, shown as said, and taken by a worker; the link goes on [ACC-20]', async () => {
    const home = await aHome(house)
    const place = await seatMother(home, 'today')
    const { path, phone } = await openSession(home, place)
    const { worker, familyId } = home
    const link = await findLink(house.open.house, path.slice(3))
    if (link === null) throw new Error('the link does not live')
    const said = { recallWords: '自己的事', recalledOn: house.open.house.today() }
    const trouble = { language: 'zh-CN', reason: { id: 'ServerTrouble', details: {} } }
    await keepSaid(house.open.house, link, said, trouble)
    expect((await phone.open(path)).text).toContain('还要等社工看一看')
    expect((await phone.open(`${path}?page=recalled`)).text).toContain('自己的事')
    expect(await stepsOf(home)).toEqual([])
    const listed = await worker.post('/api/family-links/waiting', {})
    const linkId = /"id":"([^"]+)"/.exec(listed.text)?.[1] ?? ''
    expect(listed.text).toContain('"purpose":"session"')
    expect((await worker.post('/api/family-links/take', { familyId, linkId })).status).toBe(200)
    expect(await stepsOf(home)).toMatchObject([{ recallWords: '自己的事' }])
    expect((await phone.open(path)).text).not.toContain('还要等社工看一看')
  })

  test('no page of it is larger than a line of the second generation carries in a few seconds', async () => {
    const home = await aHome(house)
    const { path, phone } = await openSession(home, await seatMother(home, 'today'))
    for (const page of ['', '?page=listened', '?page=recalled', '?page=tried', '?page=happened'])
      expect((await phone.open(`${path}${page}`)).text.length).toBeLessThan(12_000)
  })
})

describe('what somebody might try with the link to a meeting', () => {
  test('whoever is kept away from the child finds no page, also on a phone that had it open, and gets no other [CPL-7]', async () => {
    const home = await aHome(house)
    const place = await seatMother(home, 'today')
    const { path, phone } = await openSession(home, place)
    const { worker, familyId, motherId: personId } = home
    const reply = await worker.push(
      worker.change('restrictedParty', freshId(), 'create', {
        ...{ familyId, personId, ground: 'courtOrder', groundNote: '（2026）民保令1号' },
        ...{ since: '2026-02-01', reviewOn: '2027-12-01' },
      }),
    )
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
    expect(await phone.open(path)).toEqual(await phone.open('/f/nothing-like-a-token'))
    await phone.send(path, { step: 'intent', intent: 'comes' })
    await phone.send(path, { step: 'happened', q_happened: '说了' })
    expect(await stepsOf(home)).toEqual([])
    expect((await askForLink(home, place.at, personId)).body).toMatchObject({
      id: 'RestrictedParty',
    })
  })

  test('a link that was taken back looks like one that never was, and takes nothing', async () => {
    const home = await aHome(house)
    const { path, phone } = await openSession(home, await seatMother(home, 'today'))
    const { worker, familyId } = home
    const listed = await worker.post('/api/family-links/list', { familyId })
    const linkId = /"id":"([^"]+)"[^}]*"purpose":"session"/.exec(listed.text)?.[1] ?? ''
    await worker.post('/api/family-links/revoke', { familyId, linkId })
    expect(await phone.open(path)).toEqual(await phone.open('/f/nothing-like-a-token'))
    await phone.send(path, { step: 'listened' })
    expect(await stepsOf(home)).toEqual([])
  })

  test('before the light check nothing is taken', async () => {
    const home = await aHome(house)
    const { path } = await openSession(home, await seatMother(home, 'today'))
    const stranger = aPhone(house)
    const page = await stranger.send(path, { step: 'intent', intent: 'comes' })
    expect(page.text).not.toContain('从一件小事说起')
    expect(await stepsOf(home)).toEqual([])
  })

  test('the page writes what the member may say, not what is the worker’s to write', async () => {
    const home = await aHome(house)
    const { path, phone } = await openSession(home, await seatMother(home, 'today'))
    const today = house.open.house.today()
    await phone.send(path, { step: 'talkedOn', talkedOn: today, cheer: '真好' })
    await phone.send(path, { step: 'intent', intent: 'present' })
    expect(await stepsOf(home)).toEqual([])
    await phone.send(path, { step: 'listened', talkedOn: today, talkMinutes: '10', cheer: '真好' })
    expect(await stepsOf(home)).toMatchObject([
      { listenedOn: today, talkedOn: null, talkMinutes: null, cheer: '' },
    ])
  })

  test('words of any length and kind stand as words, cut where the page says so', async () => {
    const home = await aHome(house)
    const { path, phone } = await openSession(home, await seatMother(home, 'today'))
    const script = '<script>alert(1)</script>"><img src=x>'
    await phone.send(path, { step: 'recalled', q_recall: script })
    await phone.send(path, { step: 'happened', q_happened: '说'.repeat(5_000) })
    const [told] = await stepsOf(home)
    expect(told).toMatchObject({ recallWords: script, triedWords: '说'.repeat(400) })
    const page = await phone.open(`${path}?page=recalled`)
    expect(page.text).toContain('&lt;script&gt;alert(1)')
    expect(page.text).not.toContain(script)
  })
})
