// What of a transfer stays on paper and in the register, also when its family is gone.
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from '../../server/database/transact.ts'
import { guardWordPackage } from '../../server/paperwork/guard-word-package.ts'
import { agreedErasing, anOldColleague, applied, archive, askFor } from '../house/ask-to-erase.ts'
import { aPhone } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId, type Person } from '../house/person.ts'
import { aHanded, anApproved, madeShape, say, withConsent } from './transfer-world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

function askPaper(by: Person, familyId: string, transferId: string) {
  const body = { familyId, transferId, texts: {}, language: 'zh-CN', templateId: null }
  return by.post('/api/papers/transfer', body)
}

async function readWords(body: unknown): Promise<string> {
  const { word } = z.object({ word: z.base64() }).parse(body)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<[^>]*>/g, '')
}

test('the form prints what was agreed to and an empty receipt; nothing of what is revoked [TRF-5]', async () => {
  const { worker, familyId, transferId } = await anApproved(house)
  const words = await readWords((await askPaper(worker, familyId, transferId)).body)
  for (const part of ['转介表', '东莞市长安镇社工站', '小明', '当晚需要安置', '回执', '□ 接收'])
    expect(words).toContain(part)
  await say(worker, transferId, 'revoke', { reason: '母亲改变主意' })
  expect((await askPaper(worker, familyId, transferId)).body).toMatchObject({
    id: 'WrongTransferState',
  })
  expect((await askPaper(worker, freshId(), transferId)).text).not.toContain('word')
})

test('the form carries no line that nobody agreed to, and is not printed when the ground has gone [TRF-5]', async () => {
  const its = await anApproved(house)
  const { worker, familyId, transferId, childId } = its
  await applied(
    worker,
    worker.change('person', childId, 'edit', { phone: '13800000009' }, { phone: '' }),
  )
  expect((await askPaper(worker, familyId, transferId)).body).toMatchObject({
    id: 'TransferChanged',
  })
  const agreed = await anApproved(house, withConsent)
  const input = { on: house.open.house.today(), by: '陈芳' }
  await applied(
    agreed.worker,
    agreed.worker.change('consent', agreed.consentId, 'withdraw', {}, {}, input),
  )
  const late = await askPaper(agreed.worker, agreed.familyId, agreed.transferId)
  expect(late.body).toMatchObject({ id: 'ConsentWithdrawn' })
})

test('what is out on paper or by link is printed again and gets an address as it went out, not as it was written since [TRF-5]', async () => {
  const printed = await anApproved(house)
  await askPaper(printed.worker, printed.familyId, printed.transferId)
  const digest = await readDigest(printed.worker, printed.transferId)
  const handed = await say(printed.worker, printed.transferId, 'handOver', {
    ...{ channel: 'paper', digest },
  })
  expect(handed).toMatchObject({ status: 'applied' })
  for (const its of [printed, await aHanded(house)]) {
    const { worker, familyId, transferId, childId } = its
    await applied(
      worker,
      worker.change('person', childId, 'edit', { phone: '13800000009' }, { phone: '' }),
    )
    const words = await readWords((await askPaper(worker, familyId, transferId)).body)
    expect(words).toContain('小明')
    expect(words).not.toContain('13800000009')
    const made = await worker.post('/api/transfers/link', { familyId, transferId, days: 7 })
    const { address, code } = madeShape.parse(made.body)
    const page = await aPhone(house).send(new URL(address).pathname, { step: 'check', code })
    expect(page.text).toContain('小明')
    expect(page.text).not.toContain('13800000009')
  }
})

test('handed over, it is printed as it went out after the receipt and after the end, with who agreed and for the drawer alone [TRF-5, TRF-13]', async () => {
  const its = await aHanded(house, withConsent)
  const { worker, familyId, transferId, childId } = its
  const print = async () => readWords((await askPaper(worker, familyId, transferId)).body)
  const yes = { answer: 'accepted', on: house.open.house.today(), name: '周敏', source: 'phone' }
  await say(worker, transferId, 'receipt', yes)
  await applied(
    worker,
    worker.change('person', childId, 'edit', { phone: '13800000009' }, { phone: '' }),
  )
  const received = await print()
  for (const told of ['陈芳', '电话，有人见证', '周敏']) expect(received).toContain(told)
  for (const kept of ['13800000009', '李主任', '存档件']) expect(received).not.toContain(kept)
  await say(worker, transferId, 'revoke', { reason: '母亲改变主意' })
  const past = await print()
  expect(past).toContain('存档件（已撤销）')
  expect(past).not.toContain('13800000009')
})

async function readDigest(by: Person, transferId: string): Promise<string> {
  const its = (await by.pull()).entries.find(({ id }) => id === transferId)
  return z.string().parse(its?.fields['approvedDigest'])
}

test('a frozen family’s transfers stay in the register and in the year’s figures; declined and completed is declined [TRF-12, ACC-41]', async () => {
  const its = await aHanded(house)
  const { worker, supervisor, familyId, transferId } = its
  const no = { answer: 'declined', on: house.open.house.today(), name: '周敏', source: 'phone' }
  await say(worker, transferId, 'receipt', no)
  await say(worker, transferId, 'complete', { words: '对方不收，另找' })
  const year = Number(house.open.house.today().slice(0, 4))
  const count = async () =>
    z
      .object({ transfers: z.object({ handedOver: z.number(), declined: z.number() }) })
      .parse((await supervisor.post('/api/minors-audit', { year })).body).transfers
  expect(await count()).toEqual({ handedOver: 1, declined: 1 })
  const second = await anOldColleague(worker)
  await archive(its, second)
  const asked = await askFor(worker, 'freezeFamily', familyId, 'periodRuns')
  await applied(second, second.change('approval', asked, 'approve', {}))
  const frozen = await worker.post('/api/families/freeze', { familyId, approvalId: asked })
  expect(frozen.status).toBe(200)
  const readRegister = () => supervisor.post('/api/transfers/register', { language: 'zh-CN' })
  const register = await readRegister()
  expect(register.body).toMatchObject({ rows: 1 })
  expect(register.text).toContain('档案已冻结')
  for (const word of ['小明', '东莞', '周敏', 'Z-1']) expect(register.text).not.toContain(word)
  expect(await count()).toEqual({ handedOver: 1, declined: 1 })
  const approvalId = await agreedErasing(its, second)
  await worker.post('/api/families/erase', { familyId, approvalId })
  expect((await readRegister()).body).toMatchObject({ rows: 1 })
  expect(await count()).toEqual({ handedOver: 1, declined: 1 })
})

test('of an erased family the register keeps a line without name, receiver and code; its link is dead [TRF-12]', async () => {
  const its = await aHanded(house)
  const { worker, supervisor, familyId, transferId, path } = its
  const second = await anOldColleague(worker)
  await archive(its, second)
  const approvalId = await agreedErasing(its, second)
  const erased = await worker.post('/api/families/erase', { familyId, approvalId })
  expect(erased.status).toBe(200)
  const register = await supervisor.post('/api/transfers/register', { language: 'zh-CN' })
  expect(register.body).toMatchObject({ rows: 1 })
  for (const word of ['小明', '东莞', '周敏', 'Z-1']) expect(register.text).not.toContain(word)
  expect(register.text).toContain('档案已销毁')
  const left = await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows('select 1 from transfer_link where agency_id = $1 and transfer_id = $2', [
      worker.agencyId,
      transferId,
    ]),
  )
  expect(left).toEqual([])
  const unknown = await aPhone(house).open('/f/m/nothing-like-a-token')
  expect(await aPhone(house).open(path)).toEqual(unknown)
})
