import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { settleTry, takeTry, type LoginRow } from './login.ts'
import { verifyPassword } from './password.ts'
import type { SessionDeps } from './sessions.ts'

/**
 * R40: whoever is signed in says the password once more before much leaves the house at once: an unlocked desk is not
 * enough. A wrong one counts and waits like at sign-in.
 */
export async function confirmPassword(
  deps: SessionDeps,
  { agencyId, staffId }: Actor,
  password: string,
): Promise<Outcome<null>> {
  const [row] = await transact(deps.pool, agencyId, ({ rows }) =>
    rows<LoginRow>(
      'select agency_id, staff_id, password_hash from login where agency_id = $1 and staff_id = $2',
      [agencyId, staffId],
    ),
  )
  // An empty field is no try.
  if (row === undefined || row.password_hash === null || password === '')
    return refuse('PasswordWrong')
  const waits = await takeTry(deps, row)
  if (waits > 0) return refuse('TooManyTries', { seconds: waits })
  const right = await verifyPassword(row.password_hash, password)
  await settleTry(deps, row, right)
  return right ? done(null) : refuse('PasswordWrong')
}
