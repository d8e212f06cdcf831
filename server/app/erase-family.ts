// Erasing a family: the second person's yes is carried out, and everything of the family goes, in one transaction.
import { createHmac } from 'node:crypto'
import { approval } from '../../core/access/approval.ts'
import { family } from '../../core/families/family.ts'
import { eraseGroundOf, refuseErasing } from '../../core/families/refuse-erasing.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { eraseRecords } from '../records/erase-records.ts'
import { findErasure, noteErasure, type Erasure } from '../records/erasures.ts'
import { thawRecords } from '../records/freeze-records.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { carryOutApproval } from './carry-out-approval.ts'
import { settleErased } from './erase-settling.ts'
import type { House } from './house.ts'
import { silenceElsewhere } from './silence-elsewhere.ts'
import { keepTransferSkeletons } from './transfer-register.ts'

export interface EraseRequest {
  readonly familyId: string
  readonly approvalId: string
}

/** FAM-32: asked again, or after it was interrupted, it answers with what was erased then. */
export async function eraseFamily(
  house: House,
  actor: Actor,
  request: EraseRequest,
): Promise<Outcome<Erasure>> {
  const { agencyId } = actor
  const outcome = await transact(house.pool, agencyId, async (transaction) => {
    await takeLocks(transaction, ['agency', `family:${request.familyId}`])
    const earlier = await findErasure(transaction, request.familyId)
    return earlier === null ? eraseStored(house, transaction, actor, request) : done(earlier)
  })
  if (outcome.ok) {
    house.keyRing.forget(agencyId, `family:${request.familyId}`)
    await settleErased(house, agencyId)
  }
  return outcome
}

/** A frozen family is taken out of its drawer first; where it may not be erased it is left in it. */
async function eraseStored(
  house: House,
  transaction: Transaction,
  actor: Actor,
  request: EraseRequest,
): Promise<Outcome<Erasure>> {
  await transaction.rows('savepoint as_it_was', [])
  await thawRecords(transaction, request.familyId)
  const outcome = await eraseNow(house, transaction, actor, request)
  if (!outcome.ok) await transaction.rows('rollback to savepoint as_it_was', [])
  return outcome
}

async function eraseNow(
  house: House,
  transaction: Transaction,
  actor: Actor,
  { familyId, approvalId }: EraseRequest,
): Promise<Outcome<Erasure>> {
  const port = openUnitOfWork(transaction, house.keyRing, house.now())
  const stored = await port.entry(family, familyId)
  const asked = await port.entry(approval, approvalId)
  if (stored === null || stored.removed) return refuse('NotFound')
  const { code, ...file } = family.read(stored.fields)
  const broken = refuseErasing(file, familyId, asked === null ? null : approval.read(asked.fields))
  if (broken !== null) return { ok: false, refusal: broken }
  const carried = await carryOutApproval(house, transaction, port, actor, approvalId)
  if (!carried.ok) return carried
  await keepTransferSkeletons(transaction, port, familyId, house.today())
  await port.flush()
  const openPort = () => openUnitOfWork(transaction, house.keyRing, house.now())
  const elsewhere = await silenceElsewhere(transaction, openPort, familyId, house.today())
  const { counts, ...left } = await eraseRecords(transaction, house.keyRing, familyId)
  const erasure: Erasure = {
    familyId,
    erasedAt: house.now(),
    erasedBy: actor.staffId,
    approvalId,
    codeHash: hashCode(house, actor.agencyId, code),
    ground: eraseGroundOf(carried.value),
    alone: carried.value.alone,
    counts: elsewhere === 0 ? counts : { ...counts, wordsElsewhere: elsewhere },
  }
  await noteErasure(transaction, erasure, left)
  return done(erasure)
}

/** Proves that a certificate is about the file with this number, to whoever has the number and the house's secret. */
function hashCode(house: House, agencyId: string, code: string): string {
  return createHmac('sha256', house.secret).update(`erased|${agencyId}|${code}`).digest('hex')
}
