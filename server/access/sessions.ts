import type { Pool } from 'pg'
import { rolesInForce } from '../../core/access/lapsed-clearance.ts'
import { staff as staffKind } from '../../core/access/staff.ts'
import { agency as agencyKind } from '../../core/access/agency.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { KeyRing } from '../records/key-ring.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { transact } from '../database/transact.ts'
import { hashToken, makeToken } from './tokens.ts'

const longestHours = 12

export interface SessionDeps {
  readonly pool: Pool
  readonly keyRing: KeyRing
  readonly now: () => string
  /** The day where the agency works. */
  readonly today: () => string
}

export interface Welcome {
  readonly staff: {
    readonly id: string
    readonly name: string
    readonly roles: readonly string[]
    readonly language: string
  }
  readonly agency: { readonly id: string; readonly name: string; readonly sample: boolean }
  readonly endsAt: string
}

export interface OpenSession {
  readonly actor: Actor
  readonly welcome: Welcome
}

/** Opens a login session: an opaque token for the cookie, its hash for the database (R37). */
export async function openSession(
  deps: SessionDeps,
  agencyId: string,
  staffId: string,
  deviceLabel: string,
): Promise<{ readonly token: string; readonly session: OpenSession } | null> {
  const token = makeToken()
  const endsAt = new Date(Date.parse(deps.now()) + longestHours * 3_600_000).toISOString()
  await transact(deps.pool, agencyId, async ({ rows }) => {
    await rows(
      'insert into login_session (token_hash, agency_id, staff_id, ends_at, device_label) values ($1, $2, $3, $4, $5)',
      [hashToken(token), agencyId, staffId, endsAt, deviceLabel.slice(0, 120)],
    )
    await rows("insert into audit (agency_id, actor_id, action) values ($1, $2, 'login.opened')", [
      agencyId,
      staffId,
    ])
  })
  const session = await describeSession(deps, agencyId, staffId, endsAt)
  return session === null ? null : { token, session }
}

export async function describeSession(
  deps: SessionDeps,
  agencyId: string,
  staffId: string,
  endsAt: string,
): Promise<OpenSession | null> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const port = openUnitOfWork(transaction, deps.keyRing, deps.now())
    await port.loadTogether([
      { kind: staffKind, id: staffId },
      { kind: agencyKind, id: agencyId },
    ])
    const person = await port.entry(staffKind, staffId)
    const house = await port.entry(agencyKind, agencyId)
    if (person === null || house === null || person.removed) return null
    const fields = staffKind.read(person.fields)
    if (fields.state !== 'active') return null
    const rules = agencyKind.read(house.fields)
    const { name, sample } = rules
    const roles = rolesInForce(fields, rules, deps.today())
    return {
      actor: { agencyId, staffId, roles },
      welcome: {
        staff: { id: staffId, name: fields.name, roles, language: fields.language },
        agency: { id: agencyId, name, sample },
        endsAt,
      },
    }
  })
}

export async function closeSession(deps: SessionDeps, actor: Actor, token: string): Promise<void> {
  await transact(deps.pool, actor.agencyId, async ({ rows }) => {
    await rows('delete from login_session where agency_id = $1 and token_hash = $2', [
      actor.agencyId,
      hashToken(token),
    ])
    await rows("insert into audit (agency_id, actor_id, action) values ($1, $2, 'login.closed')", [
      actor.agencyId,
      actor.staffId,
    ])
  })
}

/** Ends every session of a member of staff: after a change of password, roles or state (R39). */
export async function endSessions(
  deps: SessionDeps,
  agencyId: string,
  staffId: string,
): Promise<void> {
  await transact(deps.pool, agencyId, ({ rows }) =>
    rows('delete from login_session where agency_id = $1 and staff_id = $2', [agencyId, staffId]),
  )
}
