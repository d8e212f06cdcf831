import { z } from 'zod'
import { dayShape, instantShape } from '../../kit/dates.ts'

export const traceQuestionShape = z.strictObject({
  staffId: z.uuid(),
  deviceId: z.uuid().nullable(),
  /** Null: from the beginning, until now. */
  from: dayShape.nullable(),
  until: dayShape.nullable(),
})

/** One family whose file an account opened or a device was given in the time asked for. */
const tracedFamilyShape = z.object({
  familyId: z.uuid(),
  /** Null for a family that was erased since. */
  familyCode: z.string().nullable(),
  opened: z.number().int(),
  /** Rows that went to the device. */
  delivered: z.number().int(),
  lastAt: instantShape,
})
export type TracedFamily = z.infer<typeof tracedFamilyShape>

export const readingTraceShape = z.object({ families: z.array(tracedFamilyShape) })
