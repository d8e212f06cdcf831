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
}

interface TriesRow {
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

/** What stands after every proof: a fresh session. */
export async function enterAfter(
  deps: SessionDeps,
  { agency_id: agencyId, staff_id: staffId }: Account,
  deviceLabel: string,
): Promise<Outcome<{ token: string; session: OpenSession }>> {
  const opened = await openSession(deps, agencyId, staffId, deviceLabel)
  return opened === null ? refuse('LoginWrong') : done(opened)
}

/** Whose name and password these are; an account that may not come in is its own secret still. */
export async function provePassword(
  deps: SessionDeps,
  loginName: string,
  password: string,
  strangers: StrangerTries,
): Promise<Outcome<LoginRow>> {
  const { rows } = await deps.pool.query<LoginRow>(
    'select agency_id, staff_id, password_hash from find_login($1)',
    [loginName.trim()],
  )
  const [row] = rows
  const now = Date.parse(deps.now())
  const waits = row === undefined ? strangers.take(loginName, now) : await takeTry(deps, row)
  if (waits > 0) return refuse('TooManyTries', { seconds: waits })
  const right = await verifyPassword(row?.password_hash ?? null, password)
  if (row === undefined) return refuse('LoginWrong')
  await settleTry(deps, row, right)
  return right ? done(row) : refuse('LoginWrong')
}

/** Names that nobody has are slowed like accounts, or the wait would tell which names exist (R31). */
export interface StrangerTries {
  /** Seconds to wait, or 0: then the try is counted, before anything is compared. */
  readonly take: (loginName: string, now: number) => number
}

const mostStrangers = 10_000

export function createStrangerTries(): StrangerTries {
  const tries = new Map<string, { readonly failures: number; readonly until: number }>()
  const keyOf = (loginName: string): string =>
    hashToken(loginName.trim().toLowerCase()).toString('hex')
  return {
    take: (loginName, now) => {
      const earlier = tries.get(keyOf(loginName))
      const waits = Math.ceil(((earlier?.until ?? 0) - now) / 1000)
      if (waits > 0) return waits
      const failures = (earlier?.failures ?? 0) + 1
      if (tries.size >= mostStrangers) tries.clear()
      tries.set(keyOf(loginName), { failures, until: now + blockSeconds(failures) * 1000 })
      return 0
    },
  }
}

type Account = Pick<LoginRow, 'agency_id' | 'staff_id'>

/**
 * Counts the try, and blocks the next, before the password is compared: of many sent at the same moment no more are
 * compared than one after the other. Answers the seconds to wait, or 0 for a free try.
 */
export function takeTry(
  deps: SessionDeps,
  { agency_id: agencyId, staff_id: staffId }: Account,
): Promise<number> {
  return transact(deps.pool, agencyId, async ({ rows }) => {
    const [row] = await rows<TriesRow>(
      'select failures, blocked_until from login where agency_id = $1 and staff_id = $2 for update',
      [agencyId, staffId],
    )
    if (row === undefined) return 0
    const now = Date.parse(deps.now())
    const waits = Math.ceil(((row.blocked_until?.getTime() ?? 0) - now) / 1000)
    if (waits > 0) return waits
    const seconds = blockSeconds(row.failures + 1)
    await rows(
      'update login set failures = failures + 1, blocked_until = $3 where agency_id = $1 and staff_id = $2',
      [agencyId, staffId, seconds === 0 ? null : new Date(now + seconds * 1000).toISOString()],
    )
    return 0
  })
}

/** A right password was no guess: it counts from nought again. A wrong one stays counted, and goes on record. */
export async function settleTry(
  deps: SessionDeps,
  { agency_id: agencyId, staff_id: staffId }: Account,
  right: boolean,
): Promise<void> {
  await transact(deps.pool, agencyId, ({ rows }) =>
    right
      ? rows(
          'update login set failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2',
          [agencyId, staffId],
        )
      : rows("insert into audit (agency_id, actor_id, action) values ($1, $2, 'login.failed')", [
          agencyId,
          staffId,
        ]),
  )
}
