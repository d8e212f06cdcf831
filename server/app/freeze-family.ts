// Freezing a family: out of every table that anything reads, into storage alone; and back, on what two people have agreed to.
import { approval } from '../../core/access/approval.ts'
import { family } from '../../core/families/family.ts'
import { freezeGroundOf, refuseFreezing, refuseThawing } from '../../core/families/freeze-family.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import {
  countFrozenIn,
  findFrozen,
  freezeRecords,
  groupsOfFrozen,
  keepWords,
  thawRecords,
} from '../records/freeze-records.ts'
import { placesKeptOutOf } from '../records/kept-out.ts'
import { takeLocks } from '../records/prepare-batch.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { carryOutApproval } from './carry-out-approval.ts'
import type { House } from './house.ts'

export interface FreezeRequest {
  readonly familyId: string
  readonly approvalId: string
}

/** RIG-10. `lastServiceOn` stays with the list, so that its period can be told without opening the drawer. */
export async function freezeFamily(
  house: House,
  actor: Actor,
  request: FreezeRequest & { readonly lastServiceOn: string | null },
): Promise<Outcome<{ readonly rows: number }>> {
  const { agencyId } = actor
  const outcome = await transact(house.pool, agencyId, async (transaction) => {
    await takeLocks(transaction, ['agency', `family:${request.familyId}`])
    return freezeNow(house, transaction, actor, request)
  })
  if (outcome.ok) house.keyRing.forget(agencyId, `family:${request.familyId}`)
  return outcome
}

async function freezeNow(
  house: House,
  transaction: Transaction,
  actor: Actor,
  request: FreezeRequest & { readonly lastServiceOn: string | null },
): Promise<Outcome<{ readonly rows: number }>> {
  const { familyId, approvalId, lastServiceOn } = request
  const port = openUnitOfWork(transaction, house.keyRing, house.now())
  const stored = await port.entry(family, familyId)
  const asked = await port.entry(approval, approvalId)
  if (stored === null || stored.removed) return refuse('NotFound')
  const file = family.read(stored.fields)
  const broken = refuseFreezing(file, familyId, asked === null ? null : approval.read(asked.fields))
  if (broken !== null) return { ok: false, refusal: broken }
  const carried = await carryOutApproval(house, transaction, port, actor, approvalId)
  if (!carried.ok) return carried
  const others = (await port.find({ kind: approval.name, where: { subjectId: familyId } })).filter(
    ({ id }) => id !== approvalId,
  )
  await keepWords(
    transaction,
    familyId,
    others.map(({ id }) => id),
  )
  for (const entry of others)
    port.put({
      ...entry,
      version: entry.version + 1,
      fields: { ...entry.fields, reason: '', answer: '' },
      conflicts: [],
    })
  await port.flush()
  const rows = await freezeRecords(transaction, {
    familyId,
    code: file.code,
    frozenAt: house.now(),
    frozenBy: actor.staffId,
    ground: freezeGroundOf(carried.value) ?? '',
    held: file.heldSince !== null,
    lastServiceOn,
  })
  await countInGroups(house, transaction, await groupsOfFrozen(transaction, familyId))
  await noteStep(transaction, actor, 'family.frozen', familyId, approvalId)
  return done({ rows })
}

/** RIG-11: the file is archived again, as it was when it was frozen. */
export async function thawFamily(
  house: House,
  actor: Actor,
  { familyId, approvalId }: FreezeRequest,
): Promise<Outcome<{ readonly rows: number }>> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    await takeLocks(transaction, ['agency', `family:${familyId}`])
    const frozen = await findFrozen(transaction, familyId)
    const without = await placesKeptOutOf(transaction, actor.staffId)
    if (frozen === null || without.has(`family:${familyId}`)) return refuse('NotFound')
    const port = openUnitOfWork(transaction, house.keyRing, house.now())
    const asked = await port.entry(approval, approvalId)
    const request = asked === null ? null : approval.read(asked.fields)
    const broken = refuseThawing(frozen.frozenAt, familyId, request)
    if (broken !== null) return { ok: false, refusal: broken }
    const carried = await carryOutApproval(house, transaction, port, actor, approvalId)
    if (!carried.ok) return carried
    await port.flush()
    const groups = await groupsOfFrozen(transaction, familyId)
    const rows = await thawRecords(transaction, familyId)
    await countInGroups(house, transaction, groups)
    await noteStep(transaction, actor, 'family.thawed', familyId, approvalId)
    return done({ rows })
  })
}

/**
 * RIG-14: each group says how many of its families its figures leave out; which they are it does not say. A group that is
 * gone by now says nothing.
 */
async function countInGroups(
  house: House,
  transaction: Transaction,
  groups: readonly string[],
): Promise<void> {
  await takeLocks(
    transaction,
    groups.map((groupId) => `group:${groupId}`),
  )
  const counts = await countFrozenIn(transaction, groups)
  const port = openUnitOfWork(transaction, house.keyRing, house.now())
  for (const groupId of groups) {
    const frozenFamilies = counts.get(groupId) ?? 0
    const entry = await port.entry(supportGroup, groupId)
    if (entry === null || entry.removed) continue
    port.put({ ...entry, version: entry.version + 1, fields: { ...entry.fields, frozenFamilies } })
  }
  await port.flush()
}

async function noteStep(
  { agencyId, rows }: Transaction,
  { staffId }: Actor,
  action: string,
  familyId: string,
  approvalId: string,
): Promise<void> {
  await rows(
    `insert into audit (agency_id, actor_id, action, kind, record_id, scope, detail)
     values ($1, $2, $3, 'family', $4, 'family:' || $4::uuid, jsonb_build_object('approvalId', $5::text))`,
    [agencyId, staffId, action, familyId, approvalId],
  )
}
