import { hash, randomUUID } from 'node:crypto'
import { approval, type Approval } from '../../core/access/approval.ts'
import { kindByName } from '../../core/kinds.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { applyBatch } from '../../core/sync/apply.ts'
import type { Change } from '../../core/sync/change.ts'
import { newId } from '../access/accounts.ts'
import type { Transaction } from '../database/sql.ts'
import { openGate } from '../records/gate.ts'
import { ownerOfFile } from '../records/stored-files.ts'
import type { UnitOfWork } from '../records/unit-of-work.ts'
import type { House } from './house.ts'

/** The same verb, rules and rights as on a device: without a second person's yes, or a night's sleep, nothing is done. */
export async function carryOutApproval(
  house: House,
  transaction: Transaction,
  port: UnitOfWork,
  actor: Actor,
  approvalId: string,
): Promise<Outcome<Approval>> {
  const change: Change = {
    id: newId(),
    recordId: approvalId,
    kind: approval.name,
    verb: 'carryOut',
    input: {},
    fields: {},
    bundle: null,
    deviceSeq: 1,
    schemaVersion: approval.schemaVersion,
    actorId: actor.staffId,
    deviceId: randomUUID(),
    claimedAt: house.now(),
  }
  await port.prepare([change])
  const clock = { now: house.now(), today: house.today() }
  const engine = {
    port,
    gate: openGate(actor.agencyId, port, clock, ownerOfFile(transaction)),
    kindByName,
    hashText: (text: string) => hash('sha256', text),
  }
  const [answer] = (await applyBatch(engine, [change], false)).answers
  const entry = await port.entry(approval, approvalId)
  if (answer?.status === 'applied' && entry !== null) return done(approval.read(entry.fields))
  return answer?.status === 'refused' || answer?.status === 'retry'
    ? { ok: false, refusal: answer.refusal }
    : refuse('SecondPersonNeeded')
}
