import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FileStore } from './file-store.ts'
import { openFolderStore } from './open-folder-store.ts'

const key = randomBytes(32)
const meta = { name: '同意书 小明.jpg', type: 'jpeg' } as const
let root = ''
let store: FileStore

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'kiteline-store-')), 'files')
  store = await openFolderStore(root)
})
afterEach(() => rm(join(root, '..'), { recursive: true }))

const pathOf = (id: string) => join(root, id.slice(0, 2), id)

test.each([
  0, 1, 65_535, 65_536, 65_537, 1_000_000,
])('a file of %i bytes comes back as it was', async (size) => {
  const bytes = new Uint8Array(randomBytes(size))
  const stored = await store.put(bytes, meta, key)
  const opened = await store.get(stored.id, key)
  expect(opened).toMatchObject({ ...stored, ...meta, size })
  expect(Buffer.compare(opened.bytes, bytes)).toBe(0)
})

test('a stream is stored in the pieces it comes in and has the hash of its whole content', async () => {
  async function* pieces() {
    for (let piece = 0; piece < 50; piece += 1) yield new Uint8Array(10_007).fill(piece)
  }
  const stored = await store.put(pieces(), meta, key)
  const { bytes } = await store.get(stored.id, key)
  expect(stored.size).toBe(500_350)
  expect(bytes[499_999]).toBe(Math.floor(499_999 / 10_007))
  const again = await store.put(bytes, meta, key)
  expect(again.sha256).toBe(stored.sha256)
  expect(again.id).not.toBe(stored.id)
})

test('[R28] on disk there is neither name nor content, and nobody else may read it', async () => {
  const { id } = await store.put(Buffer.from('小明的同意书'), meta, key)
  const sealed = await readFile(pathOf(id))
  expect(sealed.includes('同意书')).toBe(false)
  expect((await stat(pathOf(id))).mode & 0o777).toBe(0o600)
  expect((await stat(root)).mode & 0o777).toBe(0o700)
})

test('one changed, missing or added byte anywhere is noticed and names the file', async () => {
  const { id } = await store.put(randomBytes(70_000), meta, key)
  const sealed = await readFile(pathOf(id))
  const alterations = [0, 9, 60, 5_000, 65_600, sealed.length - 60, sealed.length - 2].map((at) => {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    return altered
  })
  alterations.push(sealed.subarray(0, -1), sealed.subarray(0, 30), Buffer.alloc(0))
  alterations.push(Buffer.concat([sealed, Buffer.from('x')]))
  const withoutPiece = [sealed.subarray(0, 56), sealed.subarray(56 + 65_552)]
  alterations.push(Buffer.concat(withoutPiece))
  for (const altered of alterations) {
    await writeFile(pathOf(id), altered)
    const trouble = { fileId: id, id: expect.stringMatching(/^File(Altered|KeyWrong)$/) }
    await expect(store.get(id, key)).rejects.toMatchObject(trouble)
  }
  await writeFile(pathOf(id), sealed)
  expect((await store.get(id, key)).size).toBe(70_000)
})

test('a file put in the place of another one is noticed', async () => {
  const first = await store.put(Buffer.from('first'), meta, key)
  const second = await store.put(Buffer.from('second'), meta, key)
  await writeFile(pathOf(first.id), await readFile(pathOf(second.id)))
  await expect(store.get(first.id, key)).rejects.toMatchObject({ fileId: first.id })
})

test('another key is told apart from an altered file', async () => {
  const { id } = await store.put(Buffer.from('x'), meta, key)
  await expect(store.get(id, randomBytes(32))).rejects.toMatchObject({
    id: 'FileKeyWrong',
    fileId: id,
  })
})

test('deleted, unknown and made-up ids are missing and touch nothing else', async () => {
  const { id } = await store.put(Buffer.from('x'), meta, key)
  expect(await store.delete(id)).toBe(true)
  expect(await store.delete(id)).toBe(false)
  await expect(store.get(id, key)).rejects.toMatchObject({ id: 'FileMissing', fileId: id })
  await expect(store.get('../../etc/passwd', key)).rejects.toMatchObject({ id: 'FileMissing' })
  await expect(store.delete(`${'a'.repeat(30)}/.`)).rejects.toMatchObject({ id: 'FileMissing' })
})

test('a put that breaks off leaves nothing, and what a killed process left long ago is cleared at opening', async () => {
  async function* broken() {
    yield new Uint8Array(100_000)
    throw new Error('the phone went away')
  }
  await expect(store.put(broken(), meta, key)).rejects.toThrow('the phone went away')
  const ids: string[] = []
  for await (const { id } of store.list()) ids.push(id)
  expect(ids).toEqual([])
  expect(await readdir(join(root, 'unfinished'))).toEqual([])
  const [old, recent] = ['a'.repeat(32), 'b'.repeat(32)]
  for (const name of [old, recent]) await writeFile(join(root, 'unfinished', name), 'half')
  await utimes(join(root, 'unfinished', old), 1, 1)
  await openFolderStore(root)
  expect(await readdir(join(root, 'unfinished'))).toEqual([recent])
})

test('the list names every complete file', async () => {
  const stored = await Promise.all([1, 2, 3].map((size) => store.put(randomBytes(size), meta, key)))
  const ids: string[] = []
  for await (const { id, sealedBytes } of store.list()) {
    ids.push(id)
    expect(sealedBytes).toBeGreaterThan(50)
  }
  expect(ids.toSorted()).toEqual(stored.map(({ id }) => id).toSorted())
})
