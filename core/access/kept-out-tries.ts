import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'

/** A colleague who was stopped at a family that they have to stay out of: a nudge to ask, never a finding (FAM-63). */
export const keptOutTriesShape = z.object({
  tries: z.array(
    z.object({
      staffId: z.uuid(),
      familyId: z.uuid(),
      count: z.number().int(),
      lastAt: instantShape,
    }),
  ),
})
export type KeptOutTries = z.infer<typeof keptOutTriesShape>
