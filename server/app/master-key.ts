// The key that wraps every other key. Losing it, or sealing with a second one, loses what is protected: so it is made
// whole or not at all, once, and never beside a database that another one has sealed.
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Client, type PoolConfig } from 'pg'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'

const keyBytes = 32

/** The world says no: the key at hand is not the one that the database was sealed with. */
export class KeyTrouble extends Error {
  override readonly name = 'KeyTrouble'
}

/** Opens or makes the master key: readable by one user. Of two who make it at the same moment both get the same. */
export function openMasterKey(file: string): Buffer {
  if (!existsSync(file)) makeMasterKey(file)
  const key = readFileSync(file)
  if (key.length !== keyBytes)
    throw new KeyTrouble(
      `密钥文件 ${file} 已损坏：请从备份中恢复；没有它，受保护的内容无法读取。\nThe key file ${file} is damaged: restore it from a backup; without it the protected fields cannot be read.`,
    )
  return key
}

function makeMasterKey(file: string): void {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
  const handle = openSync(unfinished, 'wx', 0o600)
  writeSync(handle, randomBytes(keyBytes))
  fsyncSync(handle)
  closeSync(handle)
  try {
    // A link never replaces: whoever comes second keeps the first one's key.
    linkSync(unfinished, file)
  } catch (trouble) {
    if (!existsSync(file)) throw trouble
  } finally {
    rmSync(unfinished)
  }
  syncFolder(folder)
}

/** The file's name must survive a power cut before anything is sealed with the key. Windows has no such call. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** One of the keys that the database keeps wrapped; null while nothing was sealed yet. */
async function findWrapped(
  owner: PoolConfig,
): Promise<{ readonly agencyId: string; readonly owner: string } | null> {
  const client = new Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ agency_id: string; owner: string }>(
      'select agency_id, owner from kiteline.seal_key where wrapped is not null limit 1',
    )
    const [row] = rows
    return row === undefined ? null : { agencyId: row.agency_id, owner: row.owner }
  } finally {
    await client.end()
  }
}

/** The key of this database. A fresh one is made only for a database that holds nothing sealed. */
export async function openKeyOf(owner: PoolConfig, file: string): Promise<Buffer> {
  if (!existsSync(file) && (await findWrapped(owner)) !== null)
    throw new KeyTrouble(
      `数据库里已有受保护的内容，但缺少密钥文件 ${file}。请从备份中恢复它；没有新建密钥。\nThe database holds protected fields, but their key file ${file} is missing. Restore it from a backup; no new key was made.`,
    )
  return openMasterKey(file)
}

/** Opens one wrapped key for a try: what another master key has sealed does not open. */
export async function refuseOtherKey(
  owner: PoolConfig,
  { pool, keyRing }: Pick<House, 'pool' | 'keyRing'>,
  file: string,
): Promise<void> {
  const wrapped = await findWrapped(owner)
  if (wrapped === null) return
  try {
    await transact(pool, wrapped.agencyId, (transaction) =>
      keyRing.keysFor(transaction, [wrapped.owner]),
    )
  } catch (trouble) {
    if (!(trouble instanceof Error && trouble.message.includes('authenticate'))) throw trouble
    throw new KeyTrouble(
      `密钥文件 ${file} 不属于这个数据库。请恢复与数据库一起备份的密钥。\nThe key file ${file} does not belong to this database. Restore the key that was backed up with it.`,
    )
  }
}
