import { z } from 'zod'
import { jsonObjectShape, jsonShape } from '../kit/json-parse.ts'
import { instantShape } from '../kit/dates.ts'
import type { Refusal } from '../kit/outcome.ts'
import type { Entry } from './entry.ts'

const valueChangeShape = z.strictObject({ from: jsonShape, to: jsonShape })
const setChangeShape = z.strictObject({
  add: z.array(z.string().max(200)).max(500),
  remove: z.array(z.string().max(200)).max(500),
})
/** What became of one field: a value replaced (with the value it was read at), or names added to and removed from a set. */
export const fieldChangeShape = z.union([valueChangeShape, setChangeShape])
export type FieldChange = z.infer<typeof fieldChangeShape>

/** Every write: made once on a device, applied exactly once per id, whatever arrives twice, late or out of order. */
export const changeShape = z.strictObject({
  id: z.uuid(),
  recordId: z.uuid(),
  kind: z.string().max(40),
  verb: z.string().max(40),
  input: jsonObjectShape,
  fields: z.record(z.string().max(200), fieldChangeShape),
  /** Changes of one bundle are visible whole or not at all. */
  bundle: z.strictObject({ id: z.uuid(), of: z.number().int().min(1).max(2000) }).nullable(),
  /** The device's own unbroken count; a hole in it is a lost change, and is noticed. */
  deviceSeq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  schemaVersion: z.number().int().min(1),
  actorId: z.uuid(),
  deviceId: z.uuid(),
  claimedAt: instantShape,
})
export type Change = z.infer<typeof changeShape>

/**
 * What became of a change. `held`: kept by the server until a record it points at arrives. `refused`: final, on a
 * visible list with its reason. `retry`: nothing was kept, the device sends it again (incomplete bundle, newer app).
 */
export type Answer =
  | { readonly changeId: string; readonly status: 'applied'; readonly conflicts: number }
  | { readonly changeId: string; readonly status: 'held'; readonly waitsFor: readonly string[] }
  | { readonly changeId: string; readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly changeId: string; readonly status: 'retry'; readonly refusal: Refusal }

export interface BatchAnswer {
  readonly answers: readonly Answer[]
  /** The records as they stand after the batch, for who keeps no copy. Beside a copy they could show half of a bundle (S09). */
  readonly entries: readonly Entry[]
  /** Device sequence numbers below the highest seen or announced that never arrived; some may still wait in the outbox. */
  readonly missing: readonly number[]
}

export const basicVerbs = ['create', 'edit', 'remove', 'resolve'] as const
