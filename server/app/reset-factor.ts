import { approval } from '../../core/access/approval.ts'
import { resetFactorAction, resetStillAgreed } from '../../core/access/second-factor.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { noteFactor, lockFactorRow } from '../access/factor-row.ts'
import { removeFactor } from '../access/second-factor.ts'
import { transact } from '../database/transact.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { carryOutApproval } from './carry-out-approval.ts'
import type { House } from './house.ts'

/**
 * ACC-29: somebody has lost phone and codes. An administrator asks, a second person agrees, and only then the factor goes,
 * with every session of the account; the password stays as it was.
 */
export function resetFactor(
  house: House,
  actor: Actor,
  { staffId, approvalId }: { readonly staffId: string; readonly approvalId: string },
): Promise<Outcome<null>> {
  if (staffId === actor.staffId) return Promise.resolve(refuse('OwnAccount'))
  return transact(house.pool, actor.agencyId, async (transaction) => {
    await takeLocks(transaction, ['agency'])
    const port = openUnitOfWork(transaction, house.keyRing, house.now())
    const asked = await port.entry(approval, approvalId)
    const request = asked === null ? null : approval.read(asked.fields)
    const isAsked = request?.action === resetFactorAction && request.subjectId === staffId
    if (!isAsked) return refuse('SecondPersonNeeded')
    const row = await lockFactorRow(transaction, staffId)
    if (row === null || row.confirmed_at === null) return refuse('SecondFactorOff')
    if (!resetStillAgreed(request, row.confirmed_at, house.now()))
      return refuse('ResetAgreementOld')
    const carried = await carryOutApproval(house, transaction, port, actor, approvalId)
    if (!carried.ok) return carried
    await port.flush()
    await removeFactor(transaction, staffId)
    await transaction.rows('delete from login_session where agency_id = $1 and staff_id = $2', [
      actor.agencyId,
      staffId,
    ])
    await noteFactor(transaction, actor.staffId, 'factor.reset', staffId)
    return done(null)
  })
}
