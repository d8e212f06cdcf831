// Files in parts: whatever the line does, what is kept is what was sent, once; nobody learns of another's upload.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../core/sync/actor.ts'
import { listMissingParts, partBytes, type Upload } from '../../core/sync/upload.ts'
import { readKeptFile } from '../../server/app/file-routes.ts'
import { sweepUploads } from '../../server/app/sweep-uploads.ts'
import { finishUpload, startUpload, takePart } from '../../server/app/upload-routes.ts'
import { transact } from '../../server/database/transact.ts'
import { eraseRecords } from '../../server/records/erase-records.ts'
import { rotateKeys } from '../../server/records/rotate-keys.ts'
import { uploadRules, type UploadRules } from '../../server/records/uploads.ts'
import { aHome, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'
import { sendRaw } from './send.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const actorOf = ({ worker }: Home): Actor => ({
  agencyId: worker.agencyId,
  staffId: worker.staffId,
  roles: ['socialWorker'],
})

/** A photograph of a paper, two parts and a rest long. */
function aPaper(home: Home): { readonly upload: Upload; readonly parts: readonly Buffer[] } {
  const whole = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(freshId().repeat(Math.ceil((2.3 * partBytes) / 36))),
  ])
  const upload = {
    id: freshId(),
    purpose: 'consentPaper',
    owner: `family:${home.familyId}`,
    name: 'paper.pdf',
    size: whole.byteLength,
    sha256: createHash('sha256').update(whole).digest('hex'),
  } as const
  const from = [0, partBytes, 2 * partBytes]
  return { upload, parts: from.map((at) => whole.subarray(at, at + partBytes)) }
}

const rowsOf = (home: Home, sql: string, values: readonly unknown[] = []) =>
  transact(house.open.house.pool, home.worker.agencyId, ({ rows }) => rows(sql, values))

/** What is wrong after a line that repeats a part, loses its answer, breaks, and damages one; empty when nothing is. */
async function findWrong(home: Home, rules: UploadRules): Promise<readonly string[]> {
  const actor = actorOf(home)
  const open = house.open.house
  const wrong: string[] = []
  const send = async (upload: Upload, parts: readonly Buffer[], numbers: readonly number[]) => {
    for (const number of numbers)
      await takePart(open, actor, { ...upload, number }, parts[number] ?? Buffer.alloc(0), rules)
  }
  const good = aPaper(home)
  await startUpload(open, actor, good.upload)
  await send(good.upload, good.parts, [1, 1])
  const early = await finishUpload(open, actor, good.upload, rules)
  if (early.ok) wrong.push('kept before all of it had come')
  const again = await startUpload(open, actor, good.upload)
  const have = again.ok ? again.value.have : []
  await send(good.upload, good.parts, [...listMissingParts(good.upload.size, have), 1])
  const kept = await finishUpload(open, actor, good.upload, rules)
  const twice = await finishUpload(open, actor, good.upload, rules)
  if (!kept.ok) wrong.push(`not kept: ${kept.refusal.id}`)
  if (JSON.stringify(kept) !== JSON.stringify(twice))
    wrong.push('answered otherwise when asked again')
  const file = kept.ok ? await readKeptFile(open, actor, kept.value.id) : null
  if (file !== null && !Buffer.concat(good.parts).equals(Buffer.from(file.bytes)))
    wrong.push('kept other bytes than were sent')
  const bad = aPaper(home)
  await startUpload(open, actor, bad.upload)
  const damaged = Buffer.from(bad.parts[1] ?? [])
  damaged[7] = (damaged[7] ?? 0) ^ 1
  await send(bad.upload, [bad.parts[0] ?? damaged, damaged, bad.parts[2] ?? damaged], [0, 1, 2])
  const refused = await finishUpload(open, actor, bad.upload, rules)
  if (refused.ok) wrong.push('kept a damaged file')
  else if (refused.refusal.id !== 'UploadDamaged') wrong.push(`refused as ${refused.refusal.id}`)
  return wrong
}

describe('a file in parts [S18]', () => {
  test('is kept once and as it was sent, whatever the line repeats, loses or damages', async () => {
    const home = await aHome(house)
    expect(await findWrong(home, uploadRules)).toEqual([])
    expect(await rowsOf(home, 'select 1 from upload_part')).toEqual([])
    expect(
      await rowsOf(home, "select 1 from stored_file where purpose = 'consentPaper'"),
    ).toHaveLength(1)
    expect(await rowsOf(home, "select 1 from audit where action = 'file.stored'")).toHaveLength(1)
  })

  test('a server that does not compare the hash is caught', async () => {
    const wrong = await findWrong(await aHome(house), { ...uploadRules, isWhole: () => true })
    expect(wrong).toContain('kept a damaged file')
  })

  test('a server that takes a repeated part for another one is caught', async () => {
    let next = 0
    const placeOfPart = () => ({ id: freshId(), number: next++ })
    const wrong = await findWrong(await aHome(house), { ...uploadRules, placeOfPart })
    expect(wrong).not.toEqual([])
  })

  test('finished twice at the same moment it is one file', async () => {
    const home = await aHome(house)
    const { upload, parts } = aPaper(home)
    await startUpload(house.open.house, actorOf(home), upload)
    for (const [number, bytes] of parts.entries())
      await takePart(house.open.house, actorOf(home), { ...upload, number }, bytes)
    const both = await Promise.all([
      finishUpload(house.open.house, actorOf(home), upload),
      finishUpload(house.open.house, actorOf(home), upload),
    ])
    for (const outcome of both)
      if (outcome.ok) expect(outcome.value.id).toBe(upload.id)
      else expect(outcome.refusal.id).toBe('NotFound')
    expect(both.some(({ ok }) => ok)).toBe(true)
    expect(await rowsOf(home, 'select 1 from stored_file')).toHaveLength(1)
  })

  test('a change of keys and an erasing reach what has arrived', async () => {
    const home = await aHome(house)
    const { upload, parts } = aPaper(home)
    const open = house.open.house
    await startUpload(open, actorOf(home), upload)
    await takePart(open, actorOf(home), { ...upload, number: 0 }, parts[0] ?? Buffer.alloc(0))
    await rotateKeys({ ...open, actorId: null }, home.worker.agencyId, [upload.owner])
    for (const number of [1, 2])
      await takePart(open, actorOf(home), { ...upload, number }, parts[number] ?? Buffer.alloc(0))
    expect(await finishUpload(open, actorOf(home), upload)).toMatchObject({ ok: true })
    const other = aPaper(home)
    await startUpload(open, actorOf(home), other.upload)
    await takePart(open, actorOf(home), { ...other.upload, number: 0 }, parts[0] ?? Buffer.alloc(0))
    await transact(open.pool, home.worker.agencyId, (transaction) =>
      eraseRecords(transaction, open.keyRing, home.familyId),
    )
    expect(await rowsOf(home, 'select 1 from upload union all select 1 from upload_part')).toEqual(
      [],
    )
  })
})

async function ask(person: Person, path: string, body: object | Uint8Array) {
  const isBytes = body instanceof Uint8Array
  const sent = await sendRaw(house, {
    method: 'POST',
    path,
    cookie: person.cookie,
    headers: {
      'content-type': isBytes ? 'application/octet-stream' : 'application/json',
      'x-kiteline': '1',
    },
    body: isBytes ? Uint8Array.from(body) : JSON.stringify(body),
  })
  return { status: sent.status, text: sent.text }
}

describe('whose upload it is', () => {
  test('another agency, a colleague and somebody who asks for what never was get one answer [A129]', async () => {
    const home = await aHome(house)
    const { upload, parts } = aPaper(home)
    const { id, owner } = upload
    expect((await ask(home.worker, '/api/uploads', upload)).status).toBe(200)
    const stranger = await aFounder(house)
    const colleague = await aColleague(home.worker, ['supervisor'])
    const part = parts[0] ?? Buffer.alloc(0)
    for (const person of [stranger, colleague]) {
      const theirs = await ask(person, `/api/uploads/${owner}/${id}/0`, part)
      expect(theirs).toEqual(await ask(person, `/api/uploads/${owner}/${freshId()}/0`, part))
      expect(theirs.status).toBe(404)
      const finished = await ask(person, '/api/uploads/finish', { id, owner })
      expect(finished).toEqual(await ask(person, '/api/uploads/finish', { id: freshId(), owner }))
      const dropped = await ask(person, '/api/uploads/drop', { id, owner })
      expect(dropped).toEqual(await ask(person, '/api/uploads/drop', { id: freshId(), owner }))
    }
    expect((await ask(colleague, '/api/uploads', upload)).status).toBe(404)
    // In an agency of one's own, the same id and the same hash are as good as new: everything is to be sent.
    const own = await aHome(house)
    const same = { ...upload, owner: `family:${own.familyId}` }
    expect(await ask(own.worker, '/api/uploads', same)).toEqual({
      status: 200,
      text: '{"have":[],"keptId":null}',
    })
    expect(await rowsOf(home, 'select 1 from upload')).toHaveLength(1)
  })

  test('size, count and the part’s length are held; another file under the same id is refused', async () => {
    const home = await aHome(house)
    const { upload, parts } = aPaper(home)
    const { id, owner } = upload
    const tooLarge = await ask(home.worker, '/api/uploads', { ...upload, size: 11 * partBytes })
    expect([tooLarge.status, tooLarge.text]).toEqual([413, expect.stringContaining('FileTooLarge')])
    expect((await ask(home.worker, '/api/uploads', upload)).status).toBe(200)
    const other = { ...upload, sha256: '0'.repeat(64) }
    expect((await ask(home.worker, '/api/uploads', other)).status).toBe(404)
    const short = (parts[0] ?? Buffer.alloc(0)).subarray(1)
    expect((await ask(home.worker, `/api/uploads/${owner}/${id}/0`, short)).status).toBe(400)
    expect((await ask(home.worker, `/api/uploads/${owner}/${id}/3`, short)).status).toBe(400)
    for (let more = 0; more < 7; more += 1)
      expect((await ask(home.worker, '/api/uploads', { ...upload, id: freshId() })).status).toBe(
        200,
      )
    expect((await ask(home.worker, '/api/uploads', { ...upload, id: freshId() })).text).toContain(
      'TooManyUploads',
    )
    expect(await sweepUploads(house.open.house)).toBe(0)
    expect(await sweepUploads(house.open.house, 0)).toBeGreaterThanOrEqual(8)
    expect(await rowsOf(home, 'select 1 from upload')).toEqual([])
  })

  test('a recording needs consent to record, at its beginning and on its way [INQ-31]', async () => {
    const home = await aHome(house)
    const { upload } = aPaper(home)
    const recording = { ...upload, purpose: 'interviewAudio', name: 'talk.mp3' }
    expect((await ask(home.worker, '/api/uploads', recording)).text).toContain('ConsentNotAsked')
    expect((await ask(home.worker, '/api/uploads', upload)).status).toBe(200)
    await rowsOf(home, "update upload set purpose = 'interviewAudio'")
    expect(await sweepUploads(house.open.house)).toBe(1)
  })
})
