// What the server answers about what came by link and waits for a worker.
import { z } from 'zod'
import { refusalShape } from '../../sync/server-shapes.ts'

const whose = {
  id: z.uuid(),
  familyId: z.uuid(),
  personId: z.uuid(),
  childId: z.uuid(),
  purpose: z.string(),
  waveId: z.uuid().nullable(),
}
const keptShape = z.object({
  ...whose,
  sentOn: z.string(),
  keptUntil: z.string(),
  refusal: refusalShape,
})
export type KeptAnswers = z.infer<typeof keptShape>

const lockedShape = z.object(whose)
export type LockedLink = z.infer<typeof lockedShape>

export const waitingShape = z.object({ kept: z.array(keptShape), locked: z.array(lockedShape) })
export type Waiting = z.infer<typeof waitingShape>
