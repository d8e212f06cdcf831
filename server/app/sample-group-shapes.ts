// The shape of a group in the sample village: what differed from the plan is written down, the rest follows from it.
import { z } from 'zod'
import { absenceReasons, presenceModes, standInRelations } from '../../core/groupwork/attendance.ts'
import { learningProcessShape } from '../../core/groupwork/plan-shape.ts'
import { leaveReasons, parentRelations } from '../../core/groupwork/seat.ts'
import { planStrandShape, strandShape } from '../../core/groupwork/strand.ts'
import { daysAgo, key, text } from './sample-shapes.ts'

const recordShape = z.strictObject({
  /** Still being written: not handed in, and only some segments ticked. */
  draft: z.boolean().default(false),
  ticked: z.array(z.string()).default([]),
  goal: z.string(),
  evidence: z.string(),
  events: z.array(
    z.strictObject({
      at: z.string(),
      who: text,
      seen: text,
      said: z.string(),
      response: z.string(),
    }),
  ),
  dynamics: z.string(),
  reflection: z.string(),
  next: z.string(),
  /** Sent back by the supervisor with this comment, and handed in again. */
  comment: z.string().default(''),
  /** The supervisor has read it. */
  seen: z.boolean().default(true),
  fidelity: z.partialRecord(learningProcessShape, z.enum(['yes', 'partly', 'no'])).default({}),
  changed: z
    .record(z.string(), z.strictObject({ state: z.enum(['changed', 'dropped']), reason: text }))
    .default({}),
})
export type SampleRecord = z.infer<typeof recordShape>

const markShape = z.strictObject({
  who: key,
  presence: z.enum(presenceModes),
  reason: z.enum(absenceReasons).nullable().default(null),
  by: z.string().default(''),
  late: z.number().int().default(0),
  leftEarly: z.boolean().default(false),
  note: z.string().default(''),
  /** What they are to the child for whom they stand in. */
  as: z.enum(standInRelations).nullable().default(null),
  /** Beside a child: a parent's seat that was kept, and who sat there. */
  kept: z
    .partialRecord(
      z.enum(parentRelations),
      z.strictObject({ by: z.string(), as: z.enum(standInRelations).nullable() }),
    )
    .default({}),
})
export type SampleMark = z.infer<typeof markShape>

export const groupShape = z.strictObject({
  key: text,
  code: text,
  title: text,
  place: text,
  onlineTool: text,
  firstDay: daysAgo,
  closed: daysAgo.nullable(),
  aims: z.array(text),
  contract: z.array(text),
  notes: text,
  seats: z.array(
    z.strictObject({
      who: key,
      strand: strandShape,
      for: key.nullable().default(null),
      siblings: z.array(key).default([]),
      /** Beside a child: for whom a seat is kept at joint meetings. */
      keeps: z.array(z.enum(parentRelations)).default([]),
      joins: daysAgo.nullable().default(null),
    }),
  ),
  leaves: z.array(
    z.strictObject({ who: key, on: daysAgo, reason: z.enum(leaveReasons), note: text }),
  ),
  meetings: z.array(
    z.strictObject({
      no: z.number().int(),
      minutes: z.number().int(),
      marks: z.array(markShape),
      records: z.partialRecord(planStrandShape, recordShape),
    }),
  ),
})
export type SampleGroup = z.infer<typeof groupShape>
