import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { transact } from '../database/transact.ts'
import { verifyPassword } from './password.ts'
import { hashToken } from './tokens.ts'
import { openSession, type OpenSession, type SessionDeps } from './sessions.ts'

export interface LoginRow {
  readonly agency_id: string
  readonly staff_id: string
  readonly password_hash: string | null
  readonly failures: number
  readonly blocked_until: Date | null
}

const freeTries = 5
const longestBlockSeconds = 900

/**
 * Signs a member of staff in. Unknown name and wrong password are answered alike and take alike (R31). Guessing is
 * slowed per account by a growing, never permanent, wait.
 */
export async function signIn(
  deps: SessionDeps,
  loginName: string,
  password: string,
  deviceLabel: string,
  strangers: StrangerTries = createStrangerTries(),
): Promise<Outcome<{ token: string; session: OpenSession }>> {
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
  if (!right) {
    await noteFailure(deps, row)
    return refuse('LoginWrong')
  }
  const opened = await openSession(deps, row.agency_id, row.staff_id, deviceLabel)
  if (opened === null) return refuse('LoginWrong')
  await transact(deps.pool, row.agency_id, (transaction) =>
    transaction.rows(
      'update login set failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2',
      [row.agency_id, row.staff_id],
    ),
  )
  return done(opened)
}

export function blockedUntil(row: LoginRow): number {
  return row.blocked_until?.getTime() ?? 0
}

function blockSeconds(failures: number): number {
  return failures < freeTries ? 0 : Math.min(longestBlockSeconds, 2 ** (failures - freeTries) * 5)
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
