// Who works in the model's agency, and what they may: a supervisor everything, a worker what they are assigned to.
import { deriveId } from '../../core/kit/ids.ts'
import { isJsonArray, type JsonObject } from '../../core/kit/json.ts'
import { refusal } from '../../core/kit/outcome.ts'
import { circle, house } from '../../core/sync/cases/kinds.ts'
import type { Entry } from '../../core/sync/entry.ts'
import { scopeOf } from '../../core/sync/entry.ts'
import type { Gate, StorePort } from '../../core/sync/port.ts'

const agencyId = deriveId('agency')
export const supervisorId = deriveId('staff', 'supervisor')
export const workerIds: readonly string[] = [
  deriveId('staff', 'first worker'),
  deriveId('staff', 'second worker'),
]
export const memberIds: readonly string[] = [supervisorId, ...workerIds]

/** Rights are asked with each change, of the records as they stand in the same transaction. */
export function createGate(port: StorePort, now: string): Gate {
  return {
    now,
    today: now.slice(0, 10),
    actorOf: async (staffId) =>
      memberIds.includes(staffId)
        ? { agencyId, staffId, roles: staffId === supervisorId ? ['supervisor'] : ['worker'] }
        : null,
    allows: async (actor, kind, _verb, before, after, id) => {
      const scope = before?.scope ?? scopeOf(kind, id, after)
      const founds = before === null && names(after, actor.staffId)
      const near = founds || (await isNear(port, actor.staffId, scope))
      return near ? null : refusal('NotAllowed')
    },
  }
}

async function isNear(port: StorePort, staffId: string, scope: string): Promise<boolean> {
  if (staffId === supervisorId || scope === 'agency') return true
  const [of, owner = ''] = scope.split(':')
  const entry = await port.entry(of === 'family' ? house : circle, owner)
  return entry !== null && names(entry.fields, staffId)
}

export function names(fields: JsonObject, staffId: string): boolean {
  const { staff, team } = fields
  return (
    (isJsonArray(staff) && staff.includes(staffId)) || (isJsonArray(team) && team.includes(staffId))
  )
}

export function readableScopes(entries: Iterable<Entry>, staffId: string): ReadonlySet<string> {
  const scopes = new Set(['agency'])
  for (const entry of entries) {
    if (entry.kind !== house.name && entry.kind !== circle.name) continue
    if (staffId === supervisorId || names(entry.fields, staffId)) scopes.add(entry.scope)
  }
  return scopes
}
