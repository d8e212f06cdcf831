import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'

/** Which part of the log somebody asks for; null asks for all. */
export const readingFilterShape = z.strictObject({
  familyId: z.uuid().nullable(),
  staffId: z.uuid().nullable(),
  from: dayShape.nullable(),
  to: dayShape.nullable(),
  /** Whether what was copied to devices by the feed is listed too: it is much, and nobody need have looked. */
  delivered: z.boolean(),
  /** The last row of the page before. */
  before: z.number().int().positive().nullable(),
})
export type ReadingFilter = z.infer<typeof readingFilterShape>

export const readingShape = z.object({
  seq: z.number(),
  /** When it happened, by the device's own clock where it came from one; and when the server knew. */
  at: instantShape,
  arrivedAt: instantShape,
  staffId: z.uuid(),
  /** `opened` on a screen, `delivered` to a device, `log`: somebody read this log. */
  how: z.enum(['opened', 'delivered', 'log']),
  kind: z.string().nullable(),
  purpose: z.string(),
  /** Which kind of records of a file opened in need; null: what such a file shows at once, or an opening of another purpose. */
  room: z.string().nullable(),
  records: z.number(),
  familyId: z.uuid().nullable(),
  /** The file's number; null where it is about no family, or about one that was erased. */
  familyCode: z.string().nullable(),
})
export type Reading = z.infer<typeof readingShape>

export const readingLogShape = z.object({ readings: z.array(readingShape), more: z.boolean() })
export type ReadingLog = z.infer<typeof readingLogShape>

export const readingsPerPage = 100
