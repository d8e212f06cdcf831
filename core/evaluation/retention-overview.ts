import { z } from 'zod'
import { listedClasses } from '../access/retention-classes.ts'
import { eraseGrounds } from '../families/refuse-erasing.ts'
import { dayShape, instantShape } from '../kit/dates.ts'

/** What is known of an erased family: a certificate is made of it. */
export const erasureShape = z.strictObject({
  familyId: z.uuid(),
  erasedAt: instantShape,
  /** Null: done again by the server, after an older backup had brought the family back. */
  erasedBy: z.uuid().nullable(),
  approvalId: z.uuid().nullable(),
  codeHash: z.string(),
  ground: z.enum(eraseGrounds).nullable(),
  alone: z.boolean(),
  /** Rows of each kind, with `changes`, `links` and `files` beside them. */
  counts: z.record(z.string(), z.number().int()),
})
export type ErasureNote = z.infer<typeof erasureShape>

/** What whoever answers for retention sees of the whole agency: numbers of files and days, nobody's name (EVA-18). */
export const retentionOverviewShape = z.strictObject({
  families: z.number().int(),
  ended: z.array(
    z.strictObject({
      familyId: z.uuid(),
      code: z.string(),
      state: z.enum(['open', 'archived']),
      lastServiceOn: dayShape,
      endedOn: dayShape,
    }),
  ),
  archived: z.array(z.strictObject({ familyId: z.uuid(), code: z.string(), held: z.boolean() })),
  /** Only stored (P10): this list is all that anybody sees of them. */
  frozen: z.array(
    z.strictObject({
      familyId: z.uuid(),
      code: z.string(),
      frozenAt: instantShape,
      ground: z.string(),
      held: z.boolean(),
      /** The last day of the period that the agency keeps files; null where no period is set. */
      endedOn: dayShape.nullable(),
    }),
  ),
  /** Records of other classes whose confirmed period is over; `held` of them belong to a family on hold (RIG-13). */
  classes: z.array(
    z.strictObject({
      name: z.enum(listedClasses),
      years: z.number().int(),
      count: z.number().int(),
      held: z.number().int(),
      oldestOn: dayShape.nullable(),
    }),
  ),
  erased: z.array(erasureShape),
})
export type RetentionOverview = z.infer<typeof retentionOverviewShape>
