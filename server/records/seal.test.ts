import { createSecretKey, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { openRecords } from './opened-records.ts'
import { openBytes, openSealer, sealBytes } from './seal.ts'

const raw = randomBytes(32)
const key = createSecretKey(raw)
const plain = Buffer.from('小明的回答')

test('what a key object has sealed opens with the same bytes, in its own place only', () => {
  const sealed = sealBytes(key, plain, 'record|1')
  expect(openBytes(raw, sealed, 'record|1').equals(plain)).toBe(true)
  expect(() => openBytes(raw, sealed, 'record|2')).toThrow()
  expect(() => openBytes(randomBytes(32), sealed, 'record|1')).toThrow()
})

test('[R48] a sealer never uses a nonce twice, also beyond the number it was opened for', () => {
  const seal = openSealer(3)
  const sealed = Array.from({ length: 50 }, () => seal(key, plain, 'record|1'))
  const nonces = sealed.map((bytes) => bytes.subarray(1, 13).toString('hex'))
  expect(new Set(nonces).size).toBe(50)
  expect(sealed.every((bytes) => openBytes(key, bytes, 'record|1').equals(plain))).toBe(true)
})

test('an opened record is answered only in the state it was opened in, and goes with its key', () => {
  const opened = openRecords()
  const entry = {
    kind: 'person',
    id: 'p1',
    scope: 'family:f1',
    position: 4,
    version: 2,
    fields: { name: '小明' },
    conflicts: [],
    trail: [],
    removed: false,
  }
  opened.keep('a1', { stamp: '2 4 noon', owner: 'family:f1', entry })
  expect(opened.find('a1', 'person', 'p1', '2 4 noon')).toBe(entry)
  expect(opened.find('a1', 'person', 'p1', '3 5 later')).toBeNull()
  expect(opened.find('a2', 'person', 'p1', '2 4 noon')).toBeNull()
  opened.forget('a1', 'family:f1')
  expect(opened.find('a1', 'person', 'p1', '2 4 noon')).toBeNull()
})
