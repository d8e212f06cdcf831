// Where an account is open: sessions and devices, named to the day; ended one by one or all but this one (R39).
import { nameBrowser } from '../../core/access/browser-name.ts'
import type { WayIn } from '../../core/access/way-in.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import type { SessionDeps } from './sessions.ts'
import { hashToken } from './tokens.ts'

interface Account {
  readonly agencyId: string
  readonly staffId: string
}

interface WayRow {
  readonly id: string
  readonly of: WayIn['of']
  readonly label: string
  readonly first_seen: string | null
  readonly last_seen: string | null
  readonly signed_in: boolean
  readonly here: boolean
  readonly ended: boolean
}

interface Sender {
  readonly revoked: boolean
  /** The session was opened after the device had been ended: its owner is back. */
  readonly fresh: boolean
}

/**
 * A session that sends for a device belongs to it. An ended device is its owner's again with a session opened since; an
 * older one that turns up on it ends too. Answers whether the session may go on.
 */
export async function noteDevice(
  deps: Pick<SessionDeps, 'pool'>,
  { agencyId, staffId }: Account,
  token: string,
  deviceId: string,
): Promise<boolean> {
  const hash = hashToken(token)
  return transact(deps.pool, agencyId, async (transaction) => {
    const { rows } = transaction
    const [sender] = await rows<Sender>(
      `select d.revoked_at is not null as revoked, coalesce(s.created_at > d.revoked_at, true) as fresh
       from device_owner d join login_session s on s.agency_id = $1 and s.token_hash = $3
       where d.agency_id = $1 and d.device_id = $2 for update of d`,
      [agencyId, deviceId, hash],
    )
    if (sender === undefined) return false
    if (!sender.fresh) {
      await rows('delete from login_session where agency_id = $1 and token_hash = $2', [
        agencyId,
        hash,
      ])
      return false
    }
    await rows(
      `with own as (update login_session set device_id = $2, seen_at = now() where agency_id = $1 and token_hash = $3
         returning device_label)
       update device_owner set seen_at = now(), revoked_at = null, label = own.device_label from own
       where agency_id = $1 and device_id = $2`,
      [agencyId, deviceId, hash],
    )
    if (sender.revoked) await noteWay(transaction, staffId, 'device.back', staffId, deviceId)
    return true
  })
}

/** To the minute and later: one browser may stand twice after its PIN was forgotten, and the hour tells which is in use. */
function momentOf(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

export function listWaysIn(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
  ownToken: string | null,
): Promise<readonly WayIn[]> {
  return transact(deps.pool, agencyId, async ({ rows }) => {
    const found = await rows<WayRow>(
      `with own as (select * from login_session where agency_id = $1 and staff_id = $2 and ends_at > now())
       select d.device_id as id, 'device' as of, d.label, ${momentOf('d.first_seen')} as first_seen,
         ${momentOf('d.seen_at')} as last_seen,
         exists (select 1 from own where own.device_id = d.device_id) as signed_in,
         exists (select 1 from own where own.device_id = d.device_id and own.token_hash = $3) as here,
         d.revoked_at is not null as ended
       from device_owner d where d.agency_id = $1 and d.staff_id = $2
       union all
       select id, 'session', device_label, ${momentOf('created_at')},
         ${momentOf('seen_at')}, true, coalesce(token_hash = $3, false), false
       from own where device_id is null
       order by here desc, last_seen desc nulls last, id`,
      [agencyId, staffId, ownToken === null ? null : hashToken(ownToken)],
    )
    return found.map((row) => ({
      id: row.id,
      of: row.of,
      ...nameBrowser(row.label),
      firstSeen: row.first_seen,
      lastSeen: row.last_seen,
      signedIn: row.signed_in,
      here: row.here,
      ended: row.ended,
    }))
  })
}

/** Its sessions end now; the device locks at its next contact, and keeps what it has not sent, sealed. */
export function endWayIn(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
  by: string,
  id: string,
): Promise<Outcome<null>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const { rows } = transaction
    const devices = await rows(
      'update device_owner set revoked_at = now() where agency_id = $1 and staff_id = $2 and device_id = $3 returning 1',
      [agencyId, staffId, id],
    )
    const sessions = await rows(
      'delete from login_session where agency_id = $1 and staff_id = $2 and (device_id = $3 or id = $3) returning 1',
      [agencyId, staffId, id],
    )
    if (devices.length + sessions.length === 0) return refuse('NotFound')
    await noteWay(transaction, by, 'device.ended', staffId, id)
    return done(null)
  })
}

export function endOtherWaysIn(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
  ownToken: string,
  /** A session that has not sent anything yet belongs to no device: the caller names the one it sits on. */
  ownDeviceId: string | null,
): Promise<Outcome<null>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const own = hashToken(ownToken)
    await transaction.rows(
      `update device_owner set revoked_at = now() where agency_id = $1 and staff_id = $2 and revoked_at is null
       and device_id is distinct from (select device_id from login_session where agency_id = $1 and token_hash = $3)
       and device_id is distinct from $4::uuid`,
      [agencyId, staffId, own, ownDeviceId],
    )
    await transaction.rows(
      'delete from login_session where agency_id = $1 and staff_id = $2 and token_hash <> $3',
      [agencyId, staffId, own],
    )
    await noteWay(transaction, staffId, 'device.othersEnded', staffId, null)
    return done(null)
  })
}

/** Which of these devices must lock: ended, or of an account that is suspended. Asked by whoever has no session any more. */
export async function findShutDevices(
  { pool }: Pick<SessionDeps, 'pool'>,
  deviceIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>('select shut_devices($1) as id', [
    [...deviceIds],
  ])
  return rows.map(({ id }) => id)
}

async function noteWay(
  { agencyId, rows }: Transaction,
  by: string,
  deed: 'device.ended' | 'device.othersEnded' | 'device.back',
  staffId: string,
  id: string | null,
): Promise<void> {
  await rows(
    "insert into audit (agency_id, actor_id, action, kind, record_id, detail) values ($1, $2, $3, 'staff', $4, jsonb_build_object('way', $5::text))",
    [agencyId, by, deed, staffId, id],
  )
}
