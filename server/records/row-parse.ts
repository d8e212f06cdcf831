// Between a row of the database and an entry of core: sealing on the way in, opening on the way out.
import { z } from 'zod'
import { conflictShape, trailMarkShape, keyOwnerOf, type Entry } from '../../core/sync/entry.ts'
import { changeShape, type Answer, type Change } from '../../core/sync/change.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { jsonObjectShape } from '../../core/kit/json-parse.ts'
import type { Json, JsonObject } from '../../core/kit/json.ts'
import { openBytes, type Seal, type SealKey } from './seal.ts'

export interface EntryRow {
  readonly kind: string
  readonly id: string
  readonly scope: string
  readonly position: string
  readonly version: number
  readonly key_owner: string
  readonly body: JsonObject
  readonly sealed: Buffer | null
  readonly trail: unknown
  readonly removed: boolean
}

/** A row with what tells this state of it from every other. */
export interface StampedRow extends EntryRow {
  readonly stamp: string
}

const sealedPartShape = z.strictObject({
  fields: jsonObjectShape,
  conflicts: z.array(conflictShape),
})
const trailShape = z.array(trailMarkShape)

/** What binds a record's sealed part to its place. */
export function recordPlace(agencyId: string, kind: string, id: string): string {
  return `record|${agencyId}|${kind}|${id}`
}

export interface WritableRow {
  readonly id: string
  readonly scope: string
  readonly version: number
  readonly keyOwner: string
  readonly body: JsonObject
  readonly sealed: string | null
  readonly trail: Entry['trail']
  readonly removed: boolean
}

export function entryToRow(
  seal: Seal,
  agencyId: string,
  kind: Kind,
  entry: Entry,
  key: SealKey,
): WritableRow {
  const open: Record<string, Json> = {}
  const hidden: Record<string, Json> = {}
  for (const [field, value] of Object.entries(entry.fields)) {
    if (kind.sealed.includes(field)) hidden[field] = value
    else open[field] = value
  }
  const hides = kind.sealed.length > 0 || entry.conflicts.length > 0
  const text = JSON.stringify({ fields: hidden, conflicts: entry.conflicts })
  return {
    id: entry.id,
    scope: entry.scope,
    version: entry.version,
    keyOwner: keyOwnerOf(kind, entry.id, entry.fields),
    body: open,
    sealed: hides
      ? seal(key, Buffer.from(text), recordPlace(agencyId, kind.name, entry.id)).toString('base64')
      : null,
    trail: entry.trail,
    removed: entry.removed,
  }
}

export function rowToEntry(agencyId: string, row: EntryRow, key: SealKey): Entry {
  const opened =
    row.sealed === null
      ? { fields: {}, conflicts: [] }
      : sealedPartShape.parse(
          JSON.parse(
            openBytes(key, row.sealed, recordPlace(agencyId, row.kind, row.id)).toString('utf8'),
          ),
        )
  return {
    kind: row.kind,
    id: row.id,
    scope: row.scope,
    position: Number(row.position),
    version: row.version,
    fields: { ...row.body, ...opened.fields },
    conflicts: opened.conflicts,
    trail: trailShape.parse(row.trail),
    removed: row.removed,
  }
}

/** What binds a change in the log to its place. */
export function changePlace(agencyId: string, id: string): string {
  return `change|${agencyId}|${id}`
}

export function sealChange(seal: Seal, agencyId: string, change: Change, key: SealKey): Buffer {
  return seal(key, Buffer.from(JSON.stringify(change)), changePlace(agencyId, change.id))
}

export function openChange(agencyId: string, id: string, payload: Buffer, key: SealKey): Change {
  return changeShape.parse(
    JSON.parse(openBytes(key, payload, changePlace(agencyId, id)).toString('utf8')),
  )
}

/** An answer that we wrote ourselves into the change log. */
export function parseAnswer(stored: unknown): Answer {
  return stored as Answer
}
