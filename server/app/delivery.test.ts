// The agency sends a link: who may, to whom it goes, that it goes once, and what is left of it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  agreedErasing,
  anOldColleague,
  applied,
  archive,
  askFor,
} from '../../testing/house/ask-to-erase.ts'
import { openGateway, type LocalGateway } from '../../testing/house/local-gateway.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId } from '../../testing/house/person.ts'
import {
  aHomeWithSms,
  idOf,
  listOf,
  makeLink,
  motherPhone,
  noticeOf,
  sendLink,
  setChannel,
  smsBy,
} from '../../testing/house/sending-house.ts'
import { transact } from '../database/transact.ts'

let house: TestHouse
let gateway: LocalGateway
beforeAll(async () => {
  gateway = await openGateway()
  house = await openTestHouse({
    publicOrigin: 'https://station.example',
    gateways: [`127.0.0.1:${gateway.port}`],
  })
})
afterAll(async () => {
  await house.close()
  await gateway.close()
})

let from = 0
beforeEach(() => {
  from = gateway.calls.length
  gateway.reply = { status: 200, body: '{"code":0}' }
})
const calls = () => gateway.calls.slice(from)
const aHome = () => aHomeWithSms(house, gateway)

describe('a link is sent to whom it is for [DLV-4, DLV-5, DLV-6]', () => {
  test('once, with our own sentence and nobody’s name; the log keeps the end of the number', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    const ways = await home.worker.post('/api/notices/ways', link)
    const id = freshId()
    const reply = await sendLink(home.worker, link, { id })
    expect(reply.status, reply.text).toBe(200)
    expect(noticeOf(reply)).toMatchObject({
      ...{ id, linkId: link.linkId, personId: home.motherId, kind: 'sms', purpose: 'rights' },
      ...{ state: 'sent', error: '', to: '…1111', by: home.worker.staffId },
    })
    const [call, ...others] = calls()
    expect(others).toEqual([])
    const got = z.object({ to: z.string(), text: z.string() }).parse(JSON.parse(call?.body ?? ''))
    expect(got.to).toBe('13900001111')
    expect(got.text).toContain(link.address)
    expect(ways.body).toEqual({ ways: [{ kind: 'sms', to: '…1111' }], without: [], text: got.text })
    expect(JSON.stringify(call)).not.toMatch(/小明|陈芳|王静|测试社工站|Z-1/)
    expect(await listOf(home)).toEqual([noticeOf(reply)])
  })

  test('the same id again, also at the same moment, sends nothing again [S02]', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    const id = freshId()
    const replies = await Promise.all([1, 2, 3].map(() => sendLink(home.worker, link, { id })))
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(calls()).toHaveLength(1)
    expect(noticeOf(await sendLink(home.worker, link, { id })).state).toBe('sent')
    expect(calls()).toHaveLength(1)
    expect(await listOf(home)).toHaveLength(1)
    const other = await makeLink(home)
    expect(idOf(await sendLink(home.worker, other, { id }))).toBe('NoticeIdTaken')
  })

  test('a black hole: nobody says that it was sent or not; everything else goes on; only a person sends again [F41]', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    gateway.reply = 'silence'
    const id = freshId()
    const waiting = sendLink(home.worker, link, { id })
    await expect.poll(() => calls().length).toBe(1)
    const began = Date.now()
    expect((await home.worker.pull()).entries.length).toBeGreaterThan(3)
    expect(idOf(await sendLink(home.worker, link))).toBe('NoticeUnderWay')
    expect(noticeOf(await sendLink(home.worker, link, { id })).state).toBe('sending')
    expect(Date.now() - began).toBeLessThan(5000)
    expect(noticeOf(await waiting)).toMatchObject({ state: 'unknown', error: 'timeOut' })
    expect(calls()).toHaveLength(1)
    gateway.reply = { status: 200, body: '{"code":0}' }
    expect(noticeOf(await sendLink(home.worker, link, { id })).state).toBe('unknown')
    expect(calls()).toHaveLength(1)
    expect(noticeOf(await sendLink(home.worker, link)).state).toBe('sent')
    expect(calls()).toHaveLength(2)
  })

  test('what was cut off in the middle is unknown, and nobody sends it again', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    const id = freshId()
    await sendLink(home.worker, link, { id })
    await transact(house.open.house.pool, home.worker.agencyId, ({ rows }) =>
      rows(
        "update sent_notice set state = 'sending', sent_at = now() - interval '3 minutes' where agency_id = $1 and id = $2",
        [home.worker.agencyId, id],
      ),
    )
    expect(await listOf(home)).toMatchObject([{ id, state: 'unknown', error: 'interrupted' }])
    expect(noticeOf(await sendLink(home.worker, link, { id })).state).toBe('unknown')
    expect(calls()).toHaveLength(1)
    expect(noticeOf(await sendLink(home.worker, link)).state).toBe('sent')
  })

  test('a person is sent five a day, not more', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    for (let count = 0; count < 5; count += 1)
      expect(noticeOf(await sendLink(home.worker, link)).state).toBe('sent')
    expect(idOf(await sendLink(home.worker, link))).toBe('NoticeEnoughToday')
    expect(calls()).toHaveLength(5)
  })

  test('a number that three people share is sent ten a day, not more', async () => {
    const home = await aHome()
    const { worker, familyId } = home
    const auntId = freshId()
    const aunt = { familyId, name: '姑姑', role: 'relative', phone: motherPhone }
    const shared = { phone: motherPhone }
    await applied(worker, worker.change('person', auntId, 'create', aunt))
    await applied(
      worker,
      worker.change('person', home.grandmotherId, 'edit', shared, { phone: '' }),
    )
    for (const personId of [home.motherId, home.grandmotherId]) {
      const link = await makeLink(home, personId)
      for (let count = 0; count < 5; count += 1)
        expect(noticeOf(await sendLink(worker, link)).state).toBe('sent')
    }
    const link = await makeLink(home, auntId)
    expect(idOf(await sendLink(worker, link))).toBe('NoticeEnoughForNumber')
    expect(calls()).toHaveLength(10)
  })
})

describe('nothing is sent', () => {
  afterEach(() => {
    expect(calls()).toEqual([])
  })

  test('for a link that is dead, of another family, or not this one', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    const other = await makeLink(home)
    for (const wrong of [
      { address: other.address },
      { address: `${link.address}x` },
      { address: link.address.replace('station.example', 'evil.example') },
      { linkId: other.linkId },
    ])
      expect(idOf(await sendLink(home.worker, { ...link, ...wrong }))).toBe('NoticeLinkDead')
    await home.worker.post('/api/family-links/revoke', {
      ...{ familyId: home.familyId, linkId: link.linkId },
    })
    expect(idOf(await sendLink(home.worker, link))).toBe('NoticeLinkDead')
    expect(idOf(await home.worker.post('/api/notices/ways', link))).toBe('NoticeLinkDead')
    await transact(house.open.house.pool, home.worker.agencyId, ({ rows }) =>
      rows('update family_link set ends_at = now() where agency_id = $1', [home.worker.agencyId]),
    )
    expect(idOf(await sendLink(home.worker, other))).toBe('NoticeLinkDead')
  })

  test('without a clear number, or by a way that is not set', async () => {
    const home = await aHome()
    const { worker, motherId, grandmotherId } = home
    const toGrandmother = await makeLink(home, grandmotherId)
    expect(idOf(await sendLink(worker, toGrandmother))).toBe('NoticeNoPhone')
    const link = await makeLink(home)
    expect(idOf(await sendLink(worker, link, { kind: 'email' }))).toBe('NoticeNoEmail')
    expect(idOf(await sendLink(worker, link, { kind: 'webhook' }))).toBe('NoticeChannelNotSet')
    const two = { phone: '13900001111/13900002222' }
    await applied(worker, worker.change('person', motherId, 'edit', two, { phone: motherPhone }))
    expect(idOf(await sendLink(worker, link))).toBe('NoticeAddressUnclear')
  })

  test('to somebody who is kept away, nor to a number that they share [FAM-52]', async () => {
    const home = await aHome()
    const { worker, familyId, motherId, grandmotherId } = home
    await applied(
      worker,
      worker.change(
        'person',
        grandmotherId,
        'edit',
        { phone: '+86 13900001111 家里' },
        { phone: '' },
      ),
    )
    const link = await makeLink(home)
    const restriction = freshId()
    const keepAway = (personId: string, id: string) =>
      worker.change('restrictedParty', id, 'create', {
        ...{ familyId, personId, ground: 'courtOrder' },
        ...{ since: '2026-03-05', reviewOn: '2026-12-01' },
      })
    await applied(worker, keepAway(grandmotherId, restriction))
    expect(idOf(await sendLink(worker, link))).toBe('RestrictedParty')
    await applied(worker, keepAway(motherId, freshId()))
    expect(idOf(await sendLink(worker, link))).toBe('NoticeLinkDead')
    expect(await listOf(home)).toEqual([])
  })

  test('about a pair of whom one is kept away from the other, nor to the dead [CPL-7]', async () => {
    const home = await aHome()
    const { worker, familyId, childId, motherId, grandmotherId, pairId } = home
    const grandmother = { phone: '13900009999' }
    await applied(
      worker,
      worker.change('person', grandmotherId, 'edit', grandmother, { phone: '' }),
    )
    const reply = await worker.post('/api/family-links', {
      ...{ familyId, personId: grandmotherId, childId, purpose: 'contact' },
      ...{ waveId: null, instrumentId: null, pairId, days: 7 },
    })
    const made = z.object({ id: z.uuid(), address: z.string() }).parse(reply.body)
    const contact = { familyId, linkId: made.id, address: made.address, language: 'zh-CN' }
    const own = await makeLink(home, grandmotherId)
    await applied(
      worker,
      worker.change('restrictedParty', freshId(), 'create', {
        ...{ familyId, personId: motherId, ground: 'courtOrder' },
        ...{ since: '2026-03-05', reviewOn: '2026-12-01' },
      }),
    )
    expect(idOf(await sendLink(worker, contact))).toBe('RestrictedParty')
    await applied(
      worker,
      worker.change('person', grandmotherId, 'edit', { alive: false }, { alive: true }),
    )
    expect(idOf(await sendLink(worker, own))).toBe('NoticeLinkDead')
  })

  test('by whoever may not make the link, nor from another agency', async () => {
    const home = await aHome()
    const link = await makeLink(home)
    const manager = await aColleague(home.worker, ['manager'])
    const far = await aColleague(home.worker, ['socialWorker'])
    for (const person of [manager, far]) {
      expect((await sendLink(person, link)).status).toBeGreaterThanOrEqual(403)
      const listed = await person.post('/api/notices/list', { familyId: home.familyId })
      expect(listed.status).toBeGreaterThanOrEqual(403)
    }
    const stranger = await aFounder(house)
    expect((await setChannel(stranger, smsBy(gateway))).status).toBe(200)
    expect((await sendLink(stranger, link)).status).toBeGreaterThanOrEqual(400)
    const theirs = await stranger.post('/api/notices/agency', { before: null, limit: 10 })
    expect(theirs.body).toEqual({ notices: [], more: false })
  })
})

describe('what is left of it', () => {
  test('a frozen family is sent nothing and shows nothing; erased, its log is gone [RIG-11, FAM-32]', async () => {
    const home = await aHome()
    const { worker, familyId } = home
    const link = await makeLink(home)
    await sendLink(worker, link)
    const second = await anOldColleague(worker)
    await archive(home, second)
    const freezing = await askFor(worker, 'freezeFamily', familyId, 'periodRuns')
    await applied(second, second.change('approval', freezing, 'approve', {}))
    const frozen = await worker.post('/api/families/freeze', { familyId, approvalId: freezing })
    expect(frozen.status, frozen.text).toBe(200)
    const rows = (table: string) =>
      transact(house.open.house.pool, worker.agencyId, (it) =>
        it.rows(`select 1 from ${table} where agency_id = $1 and family_id = $2`, [
          ...[worker.agencyId, familyId],
        ]),
      )
    expect(await rows('sent_notice')).toEqual([])
    expect((await sendLink(worker, link)).status).toBeGreaterThanOrEqual(400)
    expect(calls()).toHaveLength(1)
    const thawing = await askFor(worker, 'thawFamily', familyId, '法院来函要求调取这一家的全部记录')
    await applied(second, second.change('approval', thawing, 'approve', {}))
    const thawed = await worker.post('/api/families/thaw', { familyId, approvalId: thawing })
    expect(thawed.status, thawed.text).toBe(200)
    expect(await listOf(home)).toMatchObject([{ state: 'sent', to: '…1111' }])
    const erased = await worker.post('/api/families/erase', {
      ...{ familyId, approvalId: await agreedErasing(home, second) },
    })
    expect(erased.status, erased.text).toBe(200)
    expect(erased.body).toMatchObject({ counts: { notices: 1 } })
    expect(await rows('sent_notice')).toEqual([])
    expect(await rows('frozen_row')).toEqual([])
  })

  test('the family’s copy says what was sent to whom it is for, and to nobody else [RIG-2]', async () => {
    const home = await aHome()
    const { worker, familyId, childId, motherId, grandmotherId } = home
    await applied(
      worker,
      worker.change('person', grandmotherId, 'edit', { phone: '13900009999' }, { phone: '' }),
    )
    await sendLink(worker, await makeLink(home))
    await sendLink(worker, await makeLink(home, grandmotherId))
    const requestId = freshId()
    const today = house.open.house.today()
    await applied(
      worker,
      worker.change('rightsRequest', requestId, 'create', {
        ...{ familyId, subjectId: childId, askedById: motherId, relation: 'parent' },
        ...{ right: 'copy', receivedOn: today, dueOn: today },
      }),
      worker.change('rightsRequest', requestId, 'checkIdentity', {}, {}, { identity: 'callBack' }),
    )
    const copy = await worker.post('/api/rights/copy', { familyId, requestId, language: 'zh-CN' })
    expect(copy.text).toContain('短信 …1111')
    expect(copy.text).not.toContain('…9999')
  })

  test('whoever looks after the sending sees neither family nor person, page by page', async () => {
    const home = await aHome()
    for (let count = 0; count < 3; count += 1) await sendLink(home.worker, await makeLink(home))
    const seen: unknown[] = []
    let before: string | null = null
    for (let page = 0; page < 2; page += 1) {
      const reply = await home.worker.post('/api/notices/agency', { before, limit: 2 })
      const { notices } = z
        .object({ notices: z.array(z.looseObject({ cursor: z.string() })) })
        .parse(reply.body)
      seen.push(...notices)
      before = notices.at(-1)?.cursor ?? null
      expect(reply.text).not.toContain(home.familyId)
      expect(reply.text).not.toContain(home.motherId)
    }
    expect(seen).toHaveLength(3)
    const nonsense = { before: '2026-99-99T00:00:00.000000Z|018f', limit: 2 }
    expect((await home.worker.post('/api/notices/agency', nonsense)).status).toBe(400)
  })
})
