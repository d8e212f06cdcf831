import { z } from 'zod'
import { assert } from '../kit/outcome.ts'
import { jsonObjectShape, jsonShape } from '../kit/json-parse.ts'
import type { JsonObject } from '../kit/json.ts'
import type { KeyRule, Kind, ScopeRule } from './kind.ts'

/** One author's value that lost the race for a field; kept until a person resolves. */
export const offerShape = z.strictObject({
  changeId: z.string(),
  value: jsonShape,
  actorId: z.string(),
  deviceId: z.string(),
  claimedAt: z.string(),
  arrivedAt: z.string(),
})
export type Offer = z.infer<typeof offerShape>

/** A field (or `map.key` path) with two values: the earlier one computes, the offers wait for a person. */
export const conflictShape = z.strictObject({ field: z.string(), offers: z.array(offerShape) })
export type Conflict = z.infer<typeof conflictShape>

/** Who wrote the fields that hold now: one line per change that still holds at least one field. */
export const trailMarkShape = z.strictObject({
  changeId: z.string(),
  actorId: z.string(),
  deviceId: z.string(),
  claimedAt: z.string(),
  fields: z.array(z.string()),
})
export type TrailMark = z.infer<typeof trailMarkShape>

/** A record as it is stored and pulled, whatever its kind. */
export const entryShape = z.strictObject({
  kind: z.string(),
  id: z.uuid(),
  scope: z.string(),
  /** The place in the scope's commit order; 0 on a device before the server has answered. */
  position: z.number().int(),
  version: z.number().int(),
  fields: jsonObjectShape,
  conflicts: z.array(conflictShape),
  trail: z.array(trailMarkShape),
  removed: z.boolean(),
})
export type Entry = z.infer<typeof entryShape>

/** The scope a record of this kind with these fields lies in, such as `agency` or `family:<id>`. */
export function scopeOf(kind: Kind, id: string, fields: JsonObject): string {
  return placeOf(kind.name, kind.scope, id, fields)
}

/** The owner of the sealing key, such as `agency`, `family:<id>`. */
export function keyOwnerOf(kind: Kind, id: string, fields: JsonObject): string {
  return placeOf(kind.name, kind.key, id, fields)
}

function placeOf(
  kindName: string,
  rule: ScopeRule | KeyRule,
  id: string,
  fields: JsonObject,
): string {
  if (rule.of === 'agency') return 'agency'
  const owner = rule.field === 'id' ? id : (fields[rule.field] ?? null)
  if (owner === null && rule.orAgency === true) return 'agency'
  assert(typeof owner === 'string' && owner !== '', `${kindName}.${rule.field} names no owner`)
  return `${rule.of}:${owner}`
}
