import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { transact } from '../database/transact.ts'
import { blockSeconds } from './guessing.ts'
import { verifyPassword } from './password.ts'
import { hashToken } from './tokens.ts'
import { describeSession, openSession, type OpenSession, type SessionDeps } from './sessions.ts'
import { askFactor } from './ask-factor.ts'

export interface LoginRow {
  readonly agency_id: string
  readonly staff_id: string
  readonly password_hash: string | null
  readonly failures: number
  readonly blocked_until: Date | null
}

export interface Login {
  readonly loginName: string
  readonly password: string
  /** A number from an app or a printed code; empty as long as none was asked for. */
  readonly code: string
}

/**
 * Signs a member of staff in. Unknown name and wrong password are answered alike and take alike (R31). Guessing is
 * slowed per account by a growing, never permanent, wait. Whether there is a second factor is told only after the right
 * password (ACC-27).
 */
export async function signIn(
  deps: SessionDeps,
  { loginName, password, code }: Login,
  deviceLabel: string,
  strangers: StrangerTries = createStrangerTries(),
): Promise<Outcome<{ token: string; session: OpenSession }>> {
  const proven = await provePassword(deps, loginName, password, strangers)
  if (!proven.ok) return proven
  const { agency_id: agencyId, staff_id: staffId } = proven.value
  const person = await describeSession(deps, agencyId, staffId, deps.now())
  if (person === null) return refuse('LoginWrong')
  const asked = await askFactor(deps, person.actor, code)
  if (!asked.ok) return asked
  return enterAfter(deps, proven.value, deviceLabel)
}

/** What stands after every proof: a fresh session, and the tries counted from nought again. */
export async function enterAfter(
  deps: SessionDeps,
  { agency_id: agencyId, staff_id: staffId }: Pick<LoginRow, 'agency_id' | 'staff_id'>,
  deviceLabel: string,
): Promise<Outcome<{ token: string; session: OpenSession }>> {
  const opened = await openSession(deps, agencyId, staffId, deviceLabel)
  if (opened === null) return refuse('LoginWrong')
  await transact(deps.pool, agencyId, (transaction) =>
    transaction.rows(
      'update login set failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2',
      [agencyId, staffId],
    ),
  )
  return done(opened)
}

/** Whose name and password these are; an account that may not come in is its own secret still. */
export async function provePassword(
  deps: SessionDeps,
  loginName: string,
  password: string,
  strangers: StrangerTries,
): Promise<Outcome<LoginRow>> {
  const { rows } = await deps.pool.query<LoginRow>(
    'select agency_id, staff_id, password_hash, failures, blocked_until from find_login($1)',
    [loginName.trim()],
  )
  const [row] = rows
  const now = Date.parse(deps.now())
  const until = row === undefined ? strangers.blockedUntil(loginName) : blockedUntil(row)
  const waits = Math.ceil((until - now) / 1000)
  if (waits > 0) return refuse('TooManyTries', { seconds: waits })
  const right = await verifyPassword(row?.password_hash ?? null, password)
  if (row === undefined) {
    strangers.note(loginName, now)
    return refuse('LoginWrong')
  }
  if (right) return done(row)
  await noteFailure(deps, row)
  return refuse('LoginWrong')
}

export function blockedUntil(row: LoginRow): number {
  return row.blocked_until?.getTime() ?? 0
}

/** Names that nobody has are slowed like accounts, or the wait would tell which names exist (R31). */
export interface StrangerTries {
  readonly blockedUntil: (loginName: string) => number
  readonly note: (loginName: string, now: number) => void
}

const mostStrangers = 10_000

export function createStrangerTries(): StrangerTries {
  const tries = new Map<string, { readonly failures: number; readonly until: number }>()
  const keyOf = (loginName: string): string =>
    hashToken(loginName.trim().toLowerCase()).toString('hex')
  return {
    blockedUntil: (loginName) => tries.get(keyOf(loginName))?.until ?? 0,
    note: (loginName, now) => {
      const failures = (tries.get(keyOf(loginName))?.failures ?? 0) + 1
      if (tries.size >= mostStrangers) tries.clear()
      tries.set(keyOf(loginName), { failures, until: now + blockSeconds(failures) * 1000 })
    },
  }
}

export async function noteFailure(deps: SessionDeps, row: LoginRow): Promise<void> {
  const failures = row.failures + 1
  const seconds = blockSeconds(failures)
  const until = new Date(Date.parse(deps.now()) + seconds * 1000).toISOString()
  await transact(deps.pool, row.agency_id, async (transaction) => {
    await transaction.rows(
      'update login set failures = failures + 1, blocked_until = $3 where agency_id = $1 and staff_id = $2',
      [row.agency_id, row.staff_id, seconds === 0 ? null : until],
    )
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action) values ($1, $2, 'login.failed')",
      [row.agency_id, row.staff_id],
    )
  })
}
