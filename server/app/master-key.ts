// The key that wraps every other key. Losing it, or sealing with a second one, loses what is protected: so it is made
// whole or not at all, once, and never beside a database that another one has sealed.
import { createSecretKey, hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Client, type ClientBase, type PoolConfig } from 'pg'
import { masterKeyLock, wrapPlace } from '../records/key-locks.ts'
import type { FindMasterKey } from '../records/key-ring.ts'
import { openBytes } from '../records/seal.ts'
import {
  findMasterKey,
  KeyTrouble,
  masterKeyId,
  openMasterKey,
  settleKeyFiles,
} from './key-folder.ts'

export const secretPlace = 'kiteline house secret'

export interface MasterKey {
  readonly find: FindMasterKey
  /** Derives what links and drafts are protected with; the same before and after a change of the master key. */
  readonly secret: Buffer
}

/** Runs work on a connection of the owner's that holds the installation's lock: shared, or alone with nobody else. */
export async function withMasterKeyLock<Value>(
  owner: PoolConfig,
  how: 'shared' | 'alone',
  work: (client: ClientBase) => Promise<Value>,
): Promise<Value> {
  const client = new Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    // The lock ends with the connection.
    await client.query(`select pg_advisory_lock${how === 'shared' ? '_shared' : ''}($1)`, [
      masterKeyLock,
    ])
    return await work(client)
  } finally {
    await client.end()
  }
}

interface WrappedKey {
  readonly agency_id: string
  readonly owner: string
  readonly wrapped: Buffer
  readonly generation: number
}

/** One of the keys that the database keeps wrapped; null while nothing was sealed yet. */
async function findWrapped(client: ClientBase): Promise<WrappedKey | null> {
  const { rows } = await client.query<WrappedKey>(
    'select agency_id, owner, wrapped, generation from kiteline.seal_key where wrapped is not null limit 1',
  )
  return rows[0] ?? null
}

interface InForce {
  readonly id: string
  readonly secret: Buffer | null
}

export async function readInForce(client: ClientBase): Promise<InForce | null> {
  const { rows } = await client.query<InForce>('select id, secret from kiteline.master_key')
  return rows[0] ?? null
}

/**
 * The key of this database. A fresh one is made only for a database that holds nothing sealed; a change of keys that was
 * cut off between the database and the folder is completed, in whichever direction the database says.
 */
export async function openKeyOf(owner: PoolConfig, file: string): Promise<MasterKey> {
  return withMasterKeyLock(owner, 'shared', async (client) => {
    const wrapped = await findWrapped(client)
    const inForce = await readInForce(client)
    if (inForce !== null) settleKeyFiles(file, inForce.id)
    if (!existsSync(file) && (wrapped !== null || inForce?.secret != null))
      throw new KeyTrouble(
        `数据库里已有受保护的内容，但缺少密钥文件 ${file}。请从备份中恢复它；没有新建密钥。\nThe database holds protected fields, but their key file ${file} is missing. Restore it from a backup; no new key was made.`,
      )
    const key = openMasterKey(file)
    const id = masterKeyId(key)
    if (wrapped !== null && !opens(key, wrapped)) throw otherKey(file)
    // Without anything sealed the folder counts: a restore may have brought the file.
    if (inForce?.id !== id)
      await client.query(
        'insert into kiteline.master_key (id) values ($1) on conflict (single) do update set id = excluded.id, secret = null',
        [id],
      )
    const secret = inForce?.id === id ? inForce.secret : null
    return { find: keyFinder(file, key), secret: openSecret(key, secret) }
  })
}

/** What another master key has wrapped does not open. */
function opens(master: Buffer, row: WrappedKey): boolean {
  try {
    openBytes(master, row.wrapped, wrapPlace(row.agency_id, row.owner, row.generation))
    return true
  } catch {
    return false
  }
}

function otherKey(file: string): KeyTrouble {
  return new KeyTrouble(
    `密钥文件 ${file} 不属于这个数据库。请恢复与数据库一起备份的密钥。\nThe key file ${file} does not belong to this database. Restore the key that was backed up with it.`,
  )
}

/** Derived from the first master key; since a change it lies wrapped in the database, so that links go on working. */
export function openSecret(master: Buffer, wrapped: Buffer | null): Buffer {
  return wrapped === null
    ? Buffer.from(hkdfSync('sha256', master, '', 'kiteline family links', 32))
    : openBytes(createSecretKey(master), wrapped, secretPlace)
}

/** Another process may change the key: the database names the one it means, and the folder has it. */
function keyFinder(file: string, atHand: Buffer): FindMasterKey {
  const known = new Map([[masterKeyId(atHand), atHand]])
  return (id) => {
    if (id === null) return atHand
    const key = known.get(id) ?? findMasterKey(file, id)
    if (key === null) throw otherKey(file)
    known.set(id, key)
    return key
  }
}
