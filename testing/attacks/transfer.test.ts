// What leaves the house over a link: guessed, replayed, opened too late, refused, revoked, changed since it was approved.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transact } from '../../server/database/transact.ts'
import { aPhone, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId } from '../house/person.ts'
import { aHanded, anApproved, type Handed, madeShape, say, withConsent } from './transfer-world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('papers handed over by a link', () => {
  test('say nothing before the code, then what was chosen and nothing else; the answer is the receipt [TRF-6] [TRF-9]', async () => {
    const { worker, path, code, transferId } = await aHanded(house)
    const phone = aPhone(house)
    const before = await phone.open(path)
    for (const word of ['小明', '东莞', '测试社工站']) expect(before.text).not.toContain(word)
    const inside = await phone.send(path, { step: 'check', code })
    expect(inside.text).toContain('小明')
    expect(inside.text).toContain('继续个案服务')
    await phone.send(path, { step: 'answer', name: '', answer: 'accepted' })
    const thanks = await phone.send(path, { step: 'answer', name: '周敏', answer: 'accepted' })
    expect(thanks.text).toContain('您已回复：接收')
    const its = (await worker.pull()).entries.find(({ id }) => id === transferId)
    expect(its?.fields).toMatchObject({
      state: 'accepted',
      answerName: '周敏',
      answerSource: 'link',
    })
  })

  test('name the agency with its telephone, where to complain and who agreed, and thank for a no [TRF-13] [TRF-14]', async () => {
    const { path, code } = await aHanded(house, withConsent, {
      ...{ phone: '0000-1234', address: '石坳镇文化站二楼', complaintsTo: '镇民政办 0000-0000' },
    })
    const phone = aPhone(house)
    expect((await phone.open(path)).text).not.toContain('0000-1234')
    const inside = await phone.send(path, { step: 'check', code })
    for (const told of ['href="tel:00001234"', '石坳镇文化站二楼', '镇民政办 0000-0000', '陈芳'])
      expect(inside.text).toContain(told)
    expect(inside.text).not.toContain('李主任')
    const thanks = await phone.send(path, { step: 'answer', name: '周敏', answer: 'declined' })
    expect(thanks.text).toContain('请销毁')
  })

  test('are not opened by a chat program that looks first, and no answer is kept anywhere [A067] [TRF-10]', async () => {
    const { worker, path, code, transferId, familyId } = await aHanded(house)
    for (const method of ['HEAD', 'GET', 'GET']) {
      const reply = await house.app.request(path, { method })
      expect(reply.headers.get('cache-control')).toContain('no-store')
    }
    const openings = await worker.post('/api/transfers/openings', { familyId, transferId })
    expect(openings.body).toMatchObject({ openings: [] })
    expect((await aPhone(house).send(path, { step: 'check', code })).text).toContain('小明')
    const seen = await worker.post('/api/transfers/openings', { familyId, transferId })
    expect(seen.body).toMatchObject({ openings: [{ what: 'opened' }], link: { locked: false } })
  })

  test('five wrong codes lock the link, sent at the same moment too; the right one opens it no more [TRF-10]', async () => {
    const { path, code } = await aHanded(house)
    await Promise.all(
      Array.from({ length: 5 }, () =>
        aPhone(house).send(path, { step: 'check', code: wrong(code) }),
      ),
    )
    const late = await aPhone(house).send(path, { step: 'check', code })
    expect(late.status).toBe(403)
    expect(late.text).not.toContain('小明')
  })

  test('a code opens its own link alone, a cookie of one link no other [TRF-10]', async () => {
    const one = await aHanded(house)
    const other = await aHanded(house)
    const phone = aPhone(house)
    await phone.send(one.path, { step: 'check', code: one.code })
    expect((await phone.open(other.path)).text).not.toContain('小明')
    const answered = await phone.send(other.path, { step: 'answer', name: 'x', answer: 'declined' })
    expect(answered.text).not.toContain('小明')
    const its = (await other.worker.pull()).entries.find(({ id }) => id === other.transferId)
    expect(its?.fields['state']).toBe('handedOver')
  })

  test('revoked, replaced and past, a link answers as one that never was, to whoever was inside too [TRF-7]', async () => {
    const unknown = await aPhone(house).open('/f/m/nothing-like-a-token')
    const its = await aHanded(house)
    const phone = aPhone(house)
    await phone.send(its.path, { step: 'check', code: its.code })
    const { familyId, transferId } = its
    const again = await its.worker.post('/api/transfers/link', { familyId, transferId, days: 7 })
    expect(await phone.open(its.path)).toEqual(unknown)
    const next = madeShape.parse(again.body)
    const path = new URL(next.address).pathname
    await phone.send(path, { step: 'check', code: next.code })
    expect(await say(its.worker, transferId, 'revoke', { reason: '母亲改变主意' })).toMatchObject({
      status: 'applied',
    })
    expect(await phone.open(path)).toEqual(unknown)
    expect(await phone.send(path, { step: 'download' })).toEqual(unknown)
    const past = await aHanded(house)
    await expire(past)
    expect(await aPhone(house).open(past.path)).toEqual(unknown)
  })

  test('another address for what is out already brings the words that were agreed to, not what was written since [TRF-5]', async () => {
    const { worker, familyId, transferId, childId } = await aHanded(house)
    const renamed = worker.change(
      'person',
      childId,
      'edit',
      { phone: '13800000009' },
      { phone: '' },
    )
    await worker.push(renamed)
    const made = await worker.post('/api/transfers/link', { familyId, transferId, days: 7 })
    const { address, code } = madeShape.parse(made.body)
    const phone = aPhone(house)
    const inside = await phone.send(new URL(address).pathname, { step: 'check', code })
    expect(inside.text).toContain('小明')
    expect(inside.text).not.toContain('13800000009')
  })

  test('a refusal ends the sight of it, and so does consent that is withdrawn later [TRF-7]', async () => {
    const its = await aHanded(house)
    const phone = aPhone(house)
    await phone.send(its.path, { step: 'check', code: its.code })
    await phone.send(its.path, { step: 'answer', name: '周敏', answer: 'declined' })
    const unknown = await phone.open('/f/m/nothing-like-a-token')
    expect(await phone.open(its.path)).toEqual(unknown)
    const agreed = await aHanded(house, withConsent)
    expect((await phone.send(agreed.path, { step: 'check', code: agreed.code })).text).toContain(
      '小明',
    )
    const { worker, consentId } = agreed
    const input = { on: house.open.house.today(), by: '陈芳' }
    await worker.push(worker.change('consent', consentId, 'withdraw', {}, {}, input))
    expect(await phone.open(agreed.path)).toEqual(unknown)
  })

  test('nobody at a desk answers for the receiver, approves their own, or hands over other words [TRF-4] [TRF-5]', async () => {
    const its = await aHanded(house)
    const { worker, transferId } = its
    const answer = { answer: 'accepted', on: house.open.house.today(), name: 'x', source: 'link' }
    expect(await say(worker, transferId, 'answerByLink', answer)).toMatchObject({
      status: 'refused',
      refusal: { id: 'NotAllowed' },
    })
    const other = await anApproved(house)
    const renamed = other.worker.change(
      'person',
      other.childId,
      'edit',
      { phone: '13800000001' },
      { phone: '' },
    )
    await other.worker.push(renamed)
    const { familyId } = other
    const reply = await other.worker.post('/api/transfers/link', {
      ...{ familyId, transferId: other.transferId, days: 7 },
    })
    expect(reply.body).toMatchObject({ id: 'TransferChanged' })
  })
})

test('no digest that a device says stands for lines that nobody read; nobody agrees to words of their own [TRF-4] [TRF-5]', async () => {
  const its = await anApproved(house)
  const { worker, transferId, childId, supervisor } = its
  const entry = (await worker.pull()).entries.find(({ id }) => id === transferId)
  const digest = entry?.fields['approvedDigest']
  const draft = await aDraft(its)
  await worker.push(
    worker.change('person', childId, 'edit', { phone: '13800000009' }, { phone: '' }),
  )
  expect(await say(worker, transferId, 'handOver', { channel: 'paper', digest })).toMatchObject({
    refusal: { id: 'TransferChanged' },
  })
  await supervisor.push(
    supervisor.change('transfer', draft, 'edit', { reason: '我改的' }, { reason: '母亲在东莞' }),
  )
  expect(await say(worker, draft, 'ask', {})).toMatchObject({ status: 'applied' })
  const second = await aColleague(worker, ['supervisor'])
  expect(await say(supervisor, draft, 'approve', { digest, opinion: '' })).toMatchObject({
    refusal: { id: 'OwnTransfer' },
  })
  const forged = { digest: 'a'.repeat(64), opinion: '' }
  expect(await say(second, draft, 'approve', forged)).toMatchObject({
    refusal: { id: 'TransferLinesChanged' },
  })
})

async function aDraft({ worker, familyId, childId }: Home): Promise<string> {
  const id = freshId()
  const drafted = worker.change('transfer', id, 'create', {
    ...{ familyId, draftedById: worker.staffId, draftedOn: house.open.house.today() },
    ...{ what: 'service', subjectIds: [childId], receiverOrg: '东莞市长安镇社工站' },
    expectation: '每周陪一次作业',
    ...{ reason: '母亲在东莞', purpose: '继续个案服务', parts: ['basics'] },
    ...{ ground: 'override', overrideCategory: 'emergency', overrideWords: '当晚需要安置' },
  })
  expect((await worker.push(drafted)).answers[0]).toMatchObject({ status: 'applied' })
  return id
}

async function expire({ worker, transferId }: Handed): Promise<void> {
  await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows(
      "update transfer_link set ends_at = now() - interval '1 day' where agency_id = $1 and transfer_id = $2",
      [worker.agencyId, transferId],
    ),
  )
}
