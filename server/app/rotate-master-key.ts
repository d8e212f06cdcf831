// A new master key: every key is wrapped anew in one transaction. Before it the new key lies on the disk, after it the
// old one stays there under its id; a power cut in between is completed at the next start (openKeyOf).
import type { ClientBase, PoolConfig } from 'pg'
import { wrapPlace } from '../records/key-locks.ts'
import { openBytes, sealBytes } from '../records/seal.ts'
import {
  findMasterKey,
  KeyTrouble,
  masterKeyId,
  openNextKey,
  settleKeyFiles,
} from './key-folder.ts'
import { openSecret, readInForce, secretPlace, withMasterKeyLock } from './master-key.ts'

export interface MasterKeyChanged {
  readonly from: string
  readonly to: string
  readonly keys: number
}

/** Where a test cuts the power. */
export type CutPoint = 'beforeCommit' | 'afterCommit'

interface KeyRow {
  readonly agency_id: string
  readonly owner: string
  readonly generation: number
  readonly wrapped: Buffer | null
  readonly earlier: Buffer | null
}

/** Waits for backups and for whoever makes a key at this moment; they wait for it. The servers go on and find the new key. */
export async function rotateMasterKey(
  owner: PoolConfig,
  file: string,
  at: (point: CutPoint) => void = () => undefined,
): Promise<MasterKeyChanged> {
  return withMasterKeyLock(owner, 'alone', async (client) => {
    const inForce = await readInForce(client)
    const from = inForce === null ? null : findMasterKey(file, inForce.id)
    if (inForce === null || from === null)
      throw new KeyTrouble(
        `没有找到正在使用的主密钥 ${file}。\nThe master key in force is not in ${file}.`,
      )
    settleKeyFiles(file, inForce.id)
    const next = openNextKey(file)
    const to = masterKeyId(next)
    await client.query('begin')
    const keys = await wrapAnew(client, from, next)
    const secret = sealBytes(next, openSecret(from, inForce.secret), secretPlace)
    await client.query('update kiteline.master_key set id = $1, secret = $2, changed_at = now()', [
      to,
      secret,
    ])
    at('beforeCommit')
    await client.query('commit')
    at('afterCommit')
    settleKeyFiles(file, to)
    return { from: inForce.id, to, keys }
  })
}

const rowsAtOnce = 2000

async function wrapAnew(client: ClientBase, from: Buffer, next: Buffer): Promise<number> {
  // Nobody may wrap or change one with the old key while they are read.
  await client.query('lock table kiteline.seal_key in share row exclusive mode')
  const { rows } = await client.query<KeyRow>(
    'select agency_id, owner, generation, wrapped, earlier from kiteline.seal_key where wrapped is not null',
  )
  const again = (row: KeyRow, sealed: Buffer | null, number: number): Buffer | null => {
    if (sealed === null) return null
    const place = wrapPlace(row.agency_id, row.owner, number)
    return sealBytes(next, openBytes(from, sealed, place), place)
  }
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const some = rows.slice(at, at + rowsAtOnce)
    await client.query(
      `update kiteline.seal_key k set wrapped = r.wrapped, earlier = r.earlier
       from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[]) as r (agency_id, owner, wrapped, earlier)
       where k.agency_id = r.agency_id and k.owner = r.owner`,
      [
        some.map((row) => row.agency_id),
        some.map((row) => row.owner),
        some.map((row) => again(row, row.wrapped, row.generation)),
        some.map((row) => again(row, row.earlier, row.generation - 1)),
      ],
    )
  }
  return rows.length
}
