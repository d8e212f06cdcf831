// What the server answers about family links.
import { z } from 'zod'

export const madeLinkShape = z.object({
  id: z.uuid(),
  address: z.string(),
  qrSvg: z.string(),
  checkCode: z.string().nullable(),
  endsAt: z.string(),
})
export type MadeLink = z.infer<typeof madeLinkShape>

export const linkListShape = z.object({
  links: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid(),
      childId: z.uuid(),
      purpose: z.string(),
      waveId: z.uuid().nullable(),
      instrumentId: z.uuid().nullable(),
      madeAt: z.string(),
      endsAt: z.string(),
      openedAt: z.string().nullable(),
      answeredAt: z.string().nullable(),
      revokedAt: z.string().nullable(),
      /** What came by it was not taken yet. */
      waits: z.boolean().default(false),
    }),
  ),
})
export type KnownLink = z.infer<typeof linkListShape>['links'][number]
