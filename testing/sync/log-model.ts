// What the change log alone says must be true of the records. Knows nothing of how core merges: it only keeps, for
// every field, the values that were written and that no later author has seen and replaced.
import { equalJson, type Json } from '../../core/kit/json.ts'
import { caseKindByName } from '../../core/sync/cases/kinds.ts'
import { keyOf, type LoggedChange } from '../../core/sync/cases/memory-store.ts'
import type { Change, FieldChange } from '../../core/sync/change.ts'
import { splitPath } from '../../core/sync/merge.ts'
import { supervisorId } from './members.ts'
import { hold } from './property.ts'

interface Claim {
  readonly changeId: string
  readonly value: Json
}

export interface RecordModel {
  /** Applied changes so far: the version the record must have. */
  applied: number
  removed: boolean
  /** Path → values that must still be there: as the present value or as an offer. */
  readonly claims: Map<string, readonly Claim[]>
  readonly sets: Map<string, Set<string>>
  calls: number
  state: string
}

export interface LogModel {
  readonly records: Map<string, RecordModel>
  /** The version of its record that a change made: whoever holds that version has seen the change. */
  readonly versionOf: Map<string, number>
  readonly bundles: Map<string, LoggedChange[]>
}

export function createLogModel(): LogModel {
  return { records: new Map(), versionOf: new Map(), bundles: new Map() }
}

export function recordKeyOf(change: Change): string {
  return keyOf({ kind: change.kind, id: change.recordId })
}

/** Takes the next row of the log; `check` is off when a restored log is read again. */
export function addRow(model: LogModel, row: LoggedChange, check: boolean): void {
  const { change } = row
  const key = recordKeyOf(change)
  if (check) checkRow(model, row, model.records.get(key))
  const record = model.records.get(key) ?? createRecord(change)
  model.records.set(key, record)
  record.applied += 1
  model.versionOf.set(change.id, record.applied)
  if (change.bundle !== null) {
    model.bundles.set(change.bundle.id, [...(model.bundles.get(change.bundle.id) ?? []), row])
  }
  takeEffect(record, change)
}

function createRecord({ kind }: Change): RecordModel {
  const sets = new Map(
    (caseKindByName(kind)?.sets ?? []).map((field) => [field, new Set<string>()]),
  )
  return { applied: 0, removed: false, claims: new Map(), sets, calls: 0, state: 'open' }
}

function checkRow(model: LogModel, row: LoggedChange, record: RecordModel | undefined): void {
  const { change } = row
  hold('S02', !model.versionOf.has(change.id), () => `change ${change.id} took effect twice`)
  hold(
    'S12',
    record?.removed !== true,
    () => `${change.verb} reached the removed ${change.kind} ${change.recordId}`,
  )
  hold(
    'S10',
    hadRight(model, row, record),
    () => `${change.verb} of ${change.kind} was applied without a right to ${row.scope}`,
  )
}

function hadRight(
  model: LogModel,
  { change, scope }: LoggedChange,
  record: RecordModel | undefined,
): boolean {
  if (change.actorId === supervisorId || scope === 'agency') return true
  const [of, owner = ''] = scope.split(':')
  const root = model.records.get(of === 'family' ? `house:${owner}` : `circle:${owner}`)
  const field = of === 'family' ? 'staff' : 'team'
  const founding = change.fields[field]
  if (
    record === undefined &&
    founding !== undefined &&
    'add' in founding &&
    founding.add.includes(change.actorId)
  )
    return true
  return root?.sets.get(field)?.has(change.actorId) === true
}

function takeEffect(record: RecordModel, change: Change): void {
  const kind = caseKindByName(change.kind)
  if (kind === null) return
  switch (change.verb) {
    case 'remove':
      record.removed = true
      record.claims.clear()
      return
    case 'call':
      record.calls += Number(change.input['times'])
      return
    case 'close':
    case 'reopen':
      record.state = change.verb === 'close' ? 'closed' : 'open'
      return
    default:
      for (const [path, field] of Object.entries(change.fields)) {
        if (!kind.guarded.includes(splitPath(kind, path).field)) claim(record, change, path, field)
      }
  }
}

function claim(record: RecordModel, change: Change, path: string, field: FieldChange): void {
  if ('add' in field) {
    const names = record.sets.get(path) ?? new Set()
    for (const name of field.remove) names.delete(name)
    for (const name of field.add) names.add(name)
    record.sets.set(path, names)
    return
  }
  const seen = change.verb === 'resolve' ? change.input['seen'] : []
  const kept = (record.claims.get(path) ?? []).filter(
    ({ changeId, value }) =>
      !equalJson(value, field.from) &&
      !equalJson(value, field.to) &&
      !(Array.isArray(seen) && seen.includes(changeId)),
  )
  record.claims.set(path, [...kept, { changeId: change.id, value: field.to }])
}
