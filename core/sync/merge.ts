// Merge per field: `from` equals the present value → apply; already equal to `to` → nothing to do;
// otherwise both values are kept and a person decides. Bound fields go together.
import { equalJson, isJsonArray, isJsonObject, type Json, type JsonObject } from '../kit/json.ts'
import type { FieldChange } from './change.ts'
import type { Kind } from './kind.ts'

export interface Merge {
  readonly fields: JsonObject
  /** Paths whose present value now stems from this change. */
  readonly written: readonly string[]
  /** Paths where the present value stands and the change's value is offered beside it. */
  readonly offered: readonly { readonly field: string; readonly value: Json }[]
}

/** A path is a field name, or `map.key` for a field that merges per key. */
export function splitPath(
  kind: Kind,
  path: string,
): { readonly field: string; readonly key: string | null } {
  const dot = path.indexOf('.')
  if (dot < 0) return { field: path, key: null }
  const field = path.slice(0, dot)
  return kind.maps.includes(field)
    ? { field, key: path.slice(dot + 1) }
    : { field: path, key: null }
}

export function valueAt(kind: Kind, fields: JsonObject, path: string): Json {
  const { field, key } = splitPath(kind, path)
  const value = fields[field] ?? null
  if (key === null) return value
  return isJsonObject(value) ? (value[key] ?? null) : null
}

/** The same fields with one path set; a map key set to null disappears. */
export function withValue(kind: Kind, fields: JsonObject, path: string, value: Json): JsonObject {
  const { field, key } = splitPath(kind, path)
  if (key === null) return { ...fields, [field]: value }
  const map = fields[field]
  const kept: Record<string, Json> = isJsonObject(map) ? { ...map } : {}
  delete kept[key]
  return { ...fields, [field]: value === null ? kept : { ...kept, [key]: value } }
}

function addAndRemove(
  present: Json,
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Json {
  const names = new Set(
    isJsonArray(present) ? present.filter((item) => typeof item === 'string') : [],
  )
  for (const name of change.remove) names.delete(name)
  for (const name of change.add) names.add(name)
  return [...names].sort()
}

/** Groups the changed paths into units that are decided together. */
function unitsOf(kind: Kind, paths: readonly string[]): readonly (readonly string[])[] {
  if (kind.bound.length === 0) return paths.map((path) => [path])
  const taken = new Set<string>()
  const units: string[][] = []
  for (const group of kind.bound) {
    const unit = paths.filter(
      (path) => group.includes(splitPath(kind, path).field) && !taken.has(path),
    )
    for (const path of unit) taken.add(path)
    if (unit.length > 0) units.push(unit)
  }
  for (const path of paths) if (!taken.has(path)) units.push([path])
  return units
}

/** Fields under way: a record and each of its maps are copied once, however many paths are set. */
function openDraft(kind: Kind, present: JsonObject) {
  // Paths come from outside: in a Map no name means anything but itself.
  const fields = new Map<string, Json>()
  const maps = new Map<string, Map<string, Json>>()
  const openMap = (field: string): Map<string, Json> => {
    const stored = fields.get(field) ?? present[field]
    const map = maps.get(field) ?? new Map(isJsonObject(stored) ? Object.entries(stored) : [])
    maps.set(field, map)
    return map
  }
  return {
    set: (path: string, value: Json): void => {
      const { field, key } = splitPath(kind, path)
      if (key === null) {
        maps.delete(field)
        fields.set(field, value)
      } else if (value === null) openMap(field).delete(key)
      else openMap(field).set(key, value)
    },
    close: (): JsonObject => {
      for (const [field, map] of maps) fields.set(field, Object.fromEntries(map))
      return { ...present, ...Object.fromEntries(fields) }
    },
  }
}

/** Merges one change's fields into a record's present fields (rule S07; DESIGN §2). */
export function mergeFields(
  kind: Kind,
  present: JsonObject,
  changes: Readonly<Record<string, FieldChange>>,
): Merge {
  const draft = openDraft(kind, present)
  const written: string[] = []
  const offered: { field: string; value: Json }[] = []
  for (const unit of unitsOf(kind, Object.keys(changes))) {
    const stale = unit.some((path) => isStale(valueAt(kind, present, path), changes[path]))
    for (const path of unit) {
      const change = changes[path]
      const before = valueAt(kind, present, path)
      if (change === undefined) continue
      if ('add' in change) {
        draft.set(path, addAndRemove(before, change))
        written.push(path)
      } else if (equalJson(before, change.to)) continue
      else if (stale) offered.push({ field: path, value: change.to })
      else {
        draft.set(path, change.to)
        written.push(path)
      }
    }
  }
  return { fields: draft.close(), written, offered }
}

/**
 * A second create of one natural key, as an edit of what is there. A form brings all its fields along: one that stands as nobody
 * has touched it says nothing about the record of somebody else (bound fields together), and a field begun from nothing
 * was begun from its default.
 */
export function readAsEdit(
  kind: Kind,
  changes: Readonly<Record<string, FieldChange>>,
): Readonly<Record<string, FieldChange>> {
  const edit: Record<string, FieldChange> = {}
  for (const unit of unitsOf(kind, Object.keys(changes))) {
    if (unit.every((path) => isUntouched(kind, path, changes[path]))) continue
    for (const path of unit) {
      const change = changes[path]
      if (change === undefined) continue
      const begun = 'add' in change || change.from !== null
      edit[path] = begun ? change : { ...change, from: valueAt(kind, kind.defaults, path) }
    }
  }
  return edit
}

function isUntouched(kind: Kind, path: string, change: FieldChange | undefined): boolean {
  if (change === undefined) return true
  if ('add' in change) return change.add.length + change.remove.length === 0
  const { field, key } = splitPath(kind, path)
  return (
    key === null &&
    Object.hasOwn(kind.defaults, field) &&
    equalJson(valueAt(kind, kind.defaults, path), change.to)
  )
}

function isStale(present: Json, change: FieldChange | undefined): boolean {
  if (change === undefined || 'add' in change) return false
  return !equalJson(present, change.from) && !equalJson(present, change.to)
}

/** What changed between two versions of a record, as the fields of a change; bound siblings travel along. */
export function diffFields(
  kind: Kind,
  before: JsonObject,
  after: JsonObject,
): Record<string, FieldChange> {
  const changes: Record<string, FieldChange> = {}
  for (const field of kind.fieldNames) {
    const from = before[field] ?? null
    const to = after[field] ?? null
    if (equalJson(from, to)) continue
    if (kind.sets.includes(field)) changes[field] = diffSet(from, to)
    else if (kind.maps.includes(field)) Object.assign(changes, diffMap(field, from, to))
    else changes[field] = { from, to }
  }
  for (const group of kind.bound) {
    if (!group.some((field) => field in changes)) continue
    for (const field of group)
      changes[field] ??= { from: before[field] ?? null, to: after[field] ?? null }
  }
  return changes
}

function diffSet(from: Json, to: Json): FieldChange {
  const before = isJsonArray(from) ? from.filter((item) => typeof item === 'string') : []
  const after = isJsonArray(to) ? to.filter((item) => typeof item === 'string') : []
  return {
    add: after.filter((name) => !before.includes(name)),
    remove: before.filter((name) => !after.includes(name)),
  }
}

function diffMap(field: string, from: Json, to: Json): Record<string, FieldChange> {
  const before = isJsonObject(from) ? from : {}
  const after = isJsonObject(to) ? to : {}
  const changes: Record<string, FieldChange> = {}
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = before[key] ?? null
    const fresh = after[key] ?? null
    if (!equalJson(old, fresh)) changes[`${field}.${key}`] = { from: old, to: fresh }
  }
  return changes
}
