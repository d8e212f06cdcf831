// One spelling per id. The database takes a UUID in capitals for the same one, the engine's memory would not: a record
// could be created over one that exists, in a scope that nobody reads, or once more under the id of a change that was applied.
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import type { Change } from '../../core/sync/change.ts'
import type { Kind } from '../../core/sync/kind.ts'

function isPlain(id: string): boolean {
  return id === id.toLowerCase()
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a change says it points at may be anything; only an id may be looked up, or the database stops the whole batch. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value)
}

export function hasPlainIds(change: Change): boolean {
  const { id, recordId, actorId, deviceId, bundle } = change
  return [id, recordId, actorId, deviceId, bundle?.id ?? ''].every(isPlain)
}

/** The fields that say where a record lies, whose key seals it and what it points at. */
export function refuseLooseIds(kind: Kind, fields: JsonObject): Refusal | null {
  const owners = [kind.scope, kind.key].flatMap((rule) =>
    rule.of === 'agency' ? [] : [rule.field],
  )
  const loose = [...owners, ...Object.keys(kind.references)].find((field) => {
    const id = fields[field]
    return typeof id === 'string' && !isPlain(id)
  })
  return loose === undefined ? null : refusal('FieldNotValid', { field: loose, problem: 'uuid' })
}
