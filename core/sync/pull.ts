import { z } from 'zod'
import { entryShape } from './entry.ts'

/** Where a device stands: per scope the last position it holds. `epoch` is null on a new device. */
export const pullRequestShape = z.strictObject({
  epoch: z.uuid().nullable(),
  cursors: z.record(z.string().max(80), z.number().int().min(0)),
  /** Surveys are pulled only when a screen asks for them: they can be as large as a county. */
  surveys: z.array(z.uuid()).max(20).default([]),
  limit: z.number().int().min(1).max(2000).default(500),
  /** The highest device sequence number this device has used: the server notices what never arrived (S25). */
  deviceId: z.uuid(),
  deviceSeq: z.number().int().min(0),
})
export type PullRequest = z.infer<typeof pullRequestShape>

export const pullAnswerShape = z.strictObject({
  epoch: z.uuid(),
  /** New positions; a scope that is absent here but present in the request has been lost. */
  cursors: z.record(z.string(), z.number().int()),
  lost: z.array(z.string()),
  entries: z.array(entryShape),
  more: z.boolean(),
  /** Sequence numbers of this device that the server never received. */
  missing: z.array(z.number().int()),
})
export type PullAnswer = z.infer<typeof pullAnswerShape>
