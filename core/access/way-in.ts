import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'

/** One place where an account is or was open: a device with its store, or a session that has no store yet. */
export const wayInShape = z.object({
  id: z.uuid(),
  of: z.enum(['device', 'session']),
  browser: z.string(),
  system: z.string(),
  firstSeen: instantShape.nullable(),
  lastSeen: instantShape.nullable(),
  /** Signed in at this moment; a device may lie locked or without a network for weeks. */
  signedIn: z.boolean(),
  here: z.boolean(),
  /** Ended: it locks at its next contact, until its owner signs in there again. */
  ended: z.boolean(),
})
export type WayIn = z.infer<typeof wayInShape>

export const waysInShape = z.object({ ways: z.array(wayInShape) })
