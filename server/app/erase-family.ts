// Erasing a family: the second person's yes is carried out, and everything of the family goes, in one transaction.
import { createHmac } from 'node:crypto'
import { approval } from '../../core/access/approval.ts'
import { family } from '../../core/families/family.ts'
import { eraseAction, eraseGroundOf, refuseErasing } from '../../core/families/refuse-erasing.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Entry } from '../../core/sync/entry.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { eraseRecords } from '../records/erase-records.ts'
import { findErasure, noteErasure, type Erasure } from '../records/erasures.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import { openUnitOfWork, type UnitOfWork } from '../records/unit-of-work.ts'
import { carryOutApproval } from './carry-out-approval.ts'
import { settleErased } from './erase-settling.ts'
import type { House } from './house.ts'

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
    return earlier === null ? eraseNow(house, transaction, actor, request) : done(earlier)
  })
  if (outcome.ok) {
    house.keyRing.forget(agencyId, `family:${request.familyId}`)
    await settleErased(house, agencyId)
  }
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
  await silenceApprovals(transaction, port, familyId)
  await port.flush()
  const { counts, storeIds } = await eraseRecords(transaction, house.keyRing, familyId)
  const erasure: Erasure = {
    familyId,
    erasedAt: house.now(),
    erasedBy: actor.staffId,
    approvalId,
    codeHash: hashCode(house, actor.agencyId, code),
    ground: eraseGroundOf(carried.value),
    alone: carried.value.alone,
    counts,
  }
  await noteErasure(transaction, erasure, storeIds)
  return done(erasure)
}

/** Proves that a certificate is about the file with this number, to whoever has the number and the house's secret. */
function hashCode(house: House, agencyId: string, code: string): string {
  return createHmac('sha256', house.secret).update(`erased|${agencyId}|${code}`).digest('hex')
}

/** What was written with other requests about the family goes too; that they were made, and by whom, stays. */
async function silenceApprovals(
  transaction: Transaction,
  port: UnitOfWork,
  familyId: string,
): Promise<void> {
  const asked = await port.find({ kind: approval.name, where: { subjectId: familyId } })
  for (const entry of asked) port.put(withoutWords(entry))
  await transaction.rows(
    "update change_log set payload = '', payload_hash = '' where agency_id = $1 and record_id = any($2::uuid[]) and status <> 'held'",
    [transaction.agencyId, asked.map(({ id }) => id)],
  )
}

function withoutWords(entry: Entry): Entry {
  const { action } = approval.read(entry.fields)
  const silent = action === eraseAction ? { answer: '' } : { answer: '', reason: '' }
  return {
    ...entry,
    version: entry.version + 1,
    fields: { ...entry.fields, ...silent },
    conflicts: [],
  }
}
