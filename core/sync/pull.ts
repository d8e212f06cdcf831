import { z } from 'zod'
import { entryShape } from './entry.ts'

const numberShape = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** Where a device stands: per scope the last position it holds. `epoch` is null on a new device. */
export const pullRequestShape = z.strictObject({
  epoch: z.uuid().nullable(),
  cursors: z.record(z.string().max(80), z.number().int().min(0)),
  /** Surveys are pulled only when a screen asks for them: they can be as large as a county. */
  surveys: z.array(z.uuid()).max(20).default([]),
  limit: z.number().int().min(1).max(2000).default(500),
  deviceId: z.uuid(),
  /** The highest device sequence number this device has used: the server notices what never arrived (S25). */
  deviceSeq: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** Which of them still lie in its outbox, as ranges: merely unsent is not lost. */
  waiting: z
    .array(z.tuple([numberShape, numberShape]))
    .max(20_000)
    .default([]),
  /** What the last answer said of the rights it was made under; null on a new device. */
  sight: z.string().max(500_000).nullable().default(null),
})
export type PullRequest = z.infer<typeof pullRequestShape>

export const pullAnswerShape = z.strictObject({
  epoch: z.uuid(),
  /** New positions; a scope that is absent here but present in the request has been lost. */
  cursors: z.record(z.string(), z.number().int()),
  lost: z.array(z.string()),
  /** Scopes of which the person now sees other kinds than before: given from their beginning, whatever is not given again has been lost. */
  afresh: z.array(z.string()),
  /** Under which rights this was given; the device sends it back, and reads nothing into it. */
  sight: z.string(),
  entries: z.array(entryShape),
  more: z.boolean(),
  /** Families that were erased for good since this device last asked: whatever is left of them on it goes, unsent or not. */
  erased: z.array(z.uuid()).default([]),
  /** Sequence numbers this device has used that the server never received and that it does not say it still holds. */
  missing: z.array(z.number().int()),
  /** How far this device has ever counted: one that lost its store goes on from here, or a new change would hide a lost one. */
  counted: z.number().int(),
})
export type PullAnswer = z.infer<typeof pullAnswerShape>
