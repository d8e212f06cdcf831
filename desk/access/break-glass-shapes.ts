import { z } from 'zod'

export const ownReadingsShape = z.object({
  readings: z.array(
    z.object({
      id: z.string(),
      familyId: z.string(),
      code: z.string(),
      state: z.enum(['drafted', 'asked', 'open', 'refused']),
      openedAt: z.string().nullable(),
      endsAt: z.string().nullable(),
      verdict: z.string().nullable(),
    }),
  ),
})
export type OwnReading = z.infer<typeof ownReadingsShape>['readings'][number]

export const urgentFileShape = z.object({
  code: z.string(),
  endsAt: z.string(),
  records: z.array(
    z.object({ kind: z.string(), id: z.string(), fields: z.record(z.string(), z.unknown()) }),
  ),
  rooms: z.array(z.object({ room: z.string(), count: z.number() })),
})
export type UrgentFile = z.infer<typeof urgentFileShape>
export type UrgentRecord = UrgentFile['records'][number]
