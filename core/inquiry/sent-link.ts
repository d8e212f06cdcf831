import { z } from 'zod'

/** A family's link to a wave's questionnaire as the wave's page sees it: sent, opened, answered; never its token. */
export const sentLinkShape = z.object({
  personId: z.uuid(),
  childId: z.uuid(),
  instrumentId: z.uuid().nullable(),
  madeAt: z.string(),
  endsAt: z.string(),
  openedAt: z.string().nullable(),
  answeredAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type SentLink = z.infer<typeof sentLinkShape>
