// How the agency sends, as it lies in the database: sealed whole with the agency's key, and never given back whole.
import {
  channelShape,
  refuseChannel,
  type DeliveryChannel,
} from '../../core/contact/delivery/channel.ts'
import type { DeliveryKind } from '../../core/contact/delivery/notice.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import { newId } from '../access/accounts.ts'
import { refuseTarget } from '../contact/delivery/choose-adapter.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import type { KeyRing } from '../records/key-ring.ts'
import { openBytes, sealBytes } from '../records/seal.ts'
import type { House } from './house.ts'

interface ChannelRow {
  readonly id: string
  readonly kind: DeliveryKind
  readonly sealed: Buffer
  readonly set_by: string
  readonly set_at: Date
}

const placeOf = (agencyId: string, id: string): string => `delivery|${agencyId}|${id}`

/** Locked to the end of the transaction where somebody sends: counts of one agency are taken one after the other. */
async function readRows(
  { agencyId, rows }: Transaction,
  forUpdate: boolean,
): Promise<readonly ChannelRow[]> {
  return rows<ChannelRow & Record<string, unknown>>(
    `select id, kind, sealed, set_by, set_at from delivery_channel where agency_id = $1 order by kind${forUpdate ? ' for update' : ''}`,
    [agencyId],
  )
}

async function openRows(
  transaction: Transaction,
  keyRing: KeyRing,
  stored: readonly ChannelRow[],
): Promise<readonly StoredChannel[]> {
  if (stored.length === 0) return []
  const key = (await keyRing.keysToOpen(transaction, ['agency'])).get('agency')
  if (key === undefined) throw new Error('Bug: an agency without a key')
  return stored.map(({ id, sealed, set_by: setBy, set_at: setAt }) => {
    const plain = openBytes(key, sealed, placeOf(transaction.agencyId, id)).toString('utf8')
    return { channel: channelShape.parse(JSON.parse(plain)), setBy, setAt: setAt.toISOString() }
  })
}

export interface StoredChannel {
  readonly channel: DeliveryChannel
  readonly setBy: string
  readonly setAt: string
}

export async function readChannels(
  transaction: Transaction,
  keyRing: KeyRing,
  forUpdate = false,
): Promise<readonly StoredChannel[]> {
  return openRows(transaction, keyRing, await readRows(transaction, forUpdate))
}

/** Which kinds are set; nothing is opened for it. */
export async function listChannelKinds(transaction: Transaction): Promise<readonly DeliveryKind[]> {
  return (await readRows(transaction, false)).map(({ kind }) => kind)
}

/** DLV-9: the whole of it is replaced; nothing secret of the earlier one is taken over into another address. */
export async function setChannel(
  house: House,
  { agencyId, staffId }: Actor,
  channel: DeliveryChannel,
): Promise<Outcome<null>> {
  const broken = refuseChannel(channel) ?? refuseTarget(channel, house.reach)
  if (broken !== null) return { ok: false, refusal: broken }
  await transact(house.pool, agencyId, async (transaction) => {
    await dropChannel(transaction, channel.kind)
    const key = (await house.keyRing.keysFor(transaction, ['agency'])).get('agency')
    if (key === undefined) throw new Error('Bug: an agency without a key')
    const id = newId()
    const sealed = sealBytes(key, Buffer.from(JSON.stringify(channel)), placeOf(agencyId, id))
    await transaction.rows(
      `insert into delivery_channel (agency_id, id, kind, sealed, set_by) values ($1, $2, $3, $4, $5)
       on conflict (agency_id, kind) do update set id = excluded.id, sealed = excluded.sealed, set_by = excluded.set_by, set_at = now()`,
      [agencyId, id, channel.kind, sealed, staffId],
    )
    await noteSetting(transaction, staffId, 'delivery.set', channel.kind)
  })
  return done(null)
}

export async function deleteChannel(
  { pool }: House,
  { agencyId, staffId }: Actor,
  kind: DeliveryKind,
): Promise<void> {
  await transact(pool, agencyId, async (transaction) => {
    if (await dropChannel(transaction, kind))
      await noteSetting(transaction, staffId, 'delivery.deleted', kind)
  })
}

async function dropChannel({ agencyId, rows }: Transaction, kind: DeliveryKind): Promise<boolean> {
  const gone = await rows(
    'delete from delivery_channel where agency_id = $1 and kind = $2 returning id',
    [agencyId, kind],
  )
  return gone.length > 0
}

async function noteSetting(
  { agencyId, rows }: Transaction,
  staffId: string,
  action: 'delivery.set' | 'delivery.deleted',
  kind: DeliveryKind,
): Promise<void> {
  await rows(
    "insert into audit (agency_id, actor_id, action, scope, detail) values ($1, $2, $3, 'agency', jsonb_build_object('channel', $4::text))",
    [agencyId, staffId, action, kind],
  )
}
