// A package at another agency: looked at, taken in once, kept closed; a wrong key and an altered file open nothing.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { transact } from '../../server/database/transact.ts'
import { aPhone } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aFounder, freshId, type Person } from '../house/person.ts'
import { aHanded } from './transfer-world.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const takenShape = z.object({ familyId: z.uuid() })

describe('a package of another agency', () => {
  test('another agency’s worker finds neither link, register nor openings of it', async () => {
    const its = await aHanded(house)
    const stranger = await aFounder(house)
    const { familyId, transferId } = its
    for (const path of ['/api/transfers/link', '/api/transfers/openings']) {
      const body = path.endsWith('link')
        ? { familyId, transferId, days: 7 }
        : { familyId, transferId }
      const reply = await stranger.post(path, body)
      expect(reply.text).not.toContain('address":"')
      expect(reply.text).not.toContain('opened')
    }
    const register = await stranger.post('/api/transfers/register', { language: 'zh-CN' })
    expect(register.body).toMatchObject({ rows: 0 })
    const own = await its.supervisor.post('/api/transfers/register', { language: 'zh-CN' })
    expect(own.text).toContain('东莞市长安镇社工站')
    expect(own.text).not.toContain('小明')
  })

  test('shows what comes, becomes a family with contact data and no consent, once; the sender reads who has it [TRF-11]', async () => {
    const its = await aHanded(house)
    const other = await aFounder(house)
    const by = { kind: 'link', address: its.address, code: its.code }
    expect((await its.worker.post('/api/transfers/look', { by })).body).toMatchObject({
      id: 'PackageOwn',
    })
    const looked = await other.post('/api/transfers/look', { by })
    expect(looked.body).toMatchObject({ comes: { agencyName: '测试社工站' }, takenAs: null })
    expect((await other.pull()).entries.some(({ kind }) => kind === 'family')).toBe(false)
    const input = { by, code: 'D-7', village: '', township: '长安镇' }
    const taken = await other.post('/api/transfers/take-in', input)
    const { familyId } = takenShape.parse(taken.body)
    const kinds = (await other.pull()).entries.filter(({ scope }) => scope === `family:${familyId}`)
    expect(kinds.filter(({ kind }) => kind === 'person')).toHaveLength(2)
    expect(kinds.some(({ kind }) => kind === 'consent')).toBe(false)
    expect(JSON.stringify(kinds)).not.toContain(its.familyId)
    const again = await other.post('/api/transfers/take-in', { ...input, code: 'D-8' })
    expect(again.body).toMatchObject({ id: 'TransferAlreadyTaken' })
    const own = (await its.worker.pull()).entries.find(({ id }) => id === its.transferId)
    expect(own?.fields).toMatchObject({ state: 'accepted', answerSource: 'takenIn' })
    expect((await other.post('/api/transfers/received', { familyId })).body).toMatchObject({
      id: 'TransferNotOpen',
    })
    await consentTo(other, familyId, kinds)
    expect((await other.post('/api/transfers/received', { familyId })).text).toContain('小明')
  })

  test('taken in and interrupted before what came was put away, it is gone on with by doing it again [TRF-11]', async () => {
    const its = await aHanded(house)
    const other = await aFounder(house)
    const by = { kind: 'link', address: its.address, code: its.code }
    const input = { by, code: 'D-9', village: '', township: '长安镇' }
    const taken = await other.post('/api/transfers/take-in', input)
    const { familyId } = takenShape.parse(taken.body)
    const { pool } = house.open.house
    await transact(pool, other.agencyId, ({ rows }) =>
      rows('delete from transfer_received where agency_id = $1', [other.agencyId]),
    )
    const again = await other.post('/api/transfers/take-in', { ...input, code: 'D-10' })
    expect(again.body).toEqual({ familyId })
    const families = (await other.pull()).entries.filter(({ kind }) => kind === 'family')
    expect(families.map(({ id }) => id)).toEqual([familyId])
    const kept = await transact(pool, other.agencyId, ({ rows }) =>
      rows('select 1 from transfer_received where agency_id = $1', [other.agencyId]),
    )
    expect(kept).toHaveLength(1)
    expect((await other.post('/api/transfers/take-in', input)).body).toMatchObject({
      id: 'TransferAlreadyTaken',
    })
  })

  test('as a file it opens with its passphrase alone, and not when one bit was altered [TRF-10]', async () => {
    const its = await aHanded(house)
    const phone = aPhone(house)
    const page = await phone.send(its.path, { step: 'check', code: its.code })
    const passphrase = /<b>([0-9A-Z-]{24})<\/b>/.exec(page.text)?.[1] ?? ''
    const bytes = await download(its.path, its.code)
    const other = await aFounder(house)
    const look = (file: Buffer, key: string) =>
      other.post('/api/transfers/look', {
        by: { kind: 'file', bytes: file.toString('base64'), passphrase: key },
      })
    expect(bytes.toString('latin1')).not.toContain('kiteline-transfer')
    expect((await look(bytes, passphrase)).body).toMatchObject({ takenAs: null })
    expect((await look(bytes, 'AAAA-BBBB-CCCC-DDDD-EEEE')).body).toMatchObject({
      id: 'PackageNotReadable',
    })
    for (const at of [0, 9, 30, 80, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect((await look(altered, passphrase)).body).toMatchObject({ id: 'PackageNotReadable' })
    }
  })

  test('a guessed address and a wrong code are answered alike, and cost the link its tries', async () => {
    const its = await aHanded(house)
    const other = await aFounder(house)
    const look = (address: string, code: string) =>
      other.post('/api/transfers/look', { by: { kind: 'link', address, code } })
    const wrong = its.code === '000000' ? '000001' : '000000'
    const guessed = await look('https://station.example/f/m/guess', wrong)
    expect((await look(its.address, wrong)).text).toBe(guessed.text)
    for (let nth = 0; nth < 4; nth += 1) await look(its.address, wrong)
    expect((await look(its.address, its.code)).text).toBe(guessed.text)
  })
})

/** The file as the page hands it over. */
async function download(path: string, code: string): Promise<Buffer> {
  const form = (fields: Record<string, string>, cookie = '') =>
    house.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams(fields).toString(),
    })
  const passed = await form({ step: 'check', code })
  const cookie = passed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return Buffer.from(await (await form({ step: 'download' }, cookie)).arrayBuffer())
}

/** The mother is guardian here as well, and agrees here. */
async function consentTo(
  person: Person,
  familyId: string,
  entries: readonly { readonly kind: string; readonly id: string; readonly fields: object }[],
): Promise<void> {
  const people = entries.filter(({ kind }) => kind === 'person')
  const idOf = (role: string) =>
    people.find(({ fields }) => JSON.stringify(fields).includes(`"role":"${role}"`))?.id ?? ''
  const [childId, adultId] = [idOf('child'), idOf('parent')]
  const reply = await person.push(
    person.change('guardianship', freshId(), 'create', {
      ...{ familyId, childId, adultId, kind: 'legalGuardian', basis: 'parent' },
    }),
    person.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
      ...{
        textVersion: '2026-1',
        decision: 'given',
        givenById: adultId,
        decidedOn: house.open.house.today(),
      },
      ...{ proof: 'witnessedCall', witness: '李老师' },
    }),
  )
  expect(reply.answers.map(({ status }) => status)).toEqual(['applied', 'applied'])
}
