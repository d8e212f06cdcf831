// The shape of what is noted around a group's meetings in the sample village: marks are short figures, words are in two languages.
import { z } from 'zod'
import { followUpOutcomes, followUpWays } from '../../core/groupwork/between/absence-follow-up.ts'
import { taskStates } from '../../core/groupwork/between/home-task-return.ts'
import { concernReasons, tieKinds } from '../../core/groupwork/members/member-mark.ts'
import { goalSources } from '../../core/groupwork/planning/group-goal.ts'
import { groupNatures } from '../../core/groupwork/planning/group-plan.ts'
import { learningProcessShape, programmeTargets } from '../../core/groupwork/plan-shape.ts'
import { fidelityAnswers } from '../../core/groupwork/ratings/observer-ticks.ts'
import { recordParts } from '../../core/groupwork/record-comment.ts'
import { planStrandShape } from '../../core/groupwork/strand.ts'
import { daysAgo, key, text } from './sample-shapes.ts'

const colleague = z.enum(['worker', 'coLeader', 'supervisor'])
/** Days after the meeting. */
const daysAfter = z.number().int().min(0).nullable().default(null)

const planShape = z.strictObject({
  nature: z.enum(groupNatures),
  background: text,
  overallGoal: text,
  selection: text,
  recruitment: text,
  risks: text,
  evaluation: text,
  /** Codes of sources that came along. */
  evidence: z.array(z.string()).default([]),
  budget: z.array(z.tuple([text, z.number(), z.number(), text])),
  away: z.array(z.strictObject({ no: z.number().int(), who: colleague })).default([]),
  seen: daysAgo,
  opinion: text,
})

const goalShape = z.strictObject({
  text,
  target: z.enum(programmeTargets),
  indicator: text,
  source: z.enum(goalSources),
  baseline: text,
  hopedFor: text,
  meetings: z.array(z.number().int()),
})

const caughtUpShape = z.strictObject({
  who: key,
  sent: daysAfter,
  listened: daysAfter,
  recalled: daysAfter,
  tried: daysAfter,
  talked: daysAfter,
  minutes: z.number().int().nullable().default(null),
  note: z.string().default(''),
})

const meetingLifeShape = z.strictObject({
  no: z.number().int(),
  /** Participation, mood on coming, mood on leaving, skill; `-` nobody said, `x` no occasion to see the skill. */
  members: z.record(key, z.string().regex(/^[0-4-] [1-4-] [1-4-] [0-4x-]$/)).default({}),
  alone: z.array(key).default([]),
  /** Who turned to whom, and how. */
  ties: z.array(z.tuple([key, z.enum(tieKinds), key])).default([]),
  talks: z
    .array(
      z.strictObject({ who: key, about: z.enum(concernReasons), note: text, talked: z.boolean() }),
    )
    .default([]),
  /** What became of the task given here; told to the worker at the next meeting, or by the family through its link. */
  tasks: z
    .partialRecord(z.enum([...taskStates, 'doneByLink', 'partlyByLink']), z.array(key))
    .default({}),
  taskWords: z.record(key, text).default({}),
  pairs: z
    .array(z.strictObject({ child: key, adult: key, by: colleague, levels: text, faces: text }))
    .default([]),
  /** What the supervisor saw of the theory, beside the leaders' own answer. */
  observed: z
    .partialRecord(planStrandShape, z.partialRecord(learningProcessShape, z.enum(fidelityAnswers)))
    .default({}),
  caughtUp: z.array(caughtUpShape).default([]),
  asked: z
    .array(
      z.strictObject({
        who: key,
        way: z.enum(followUpWays),
        after: z.number().int().min(0),
        outcome: z.enum(followUpOutcomes).nullable(),
        words: text,
      }),
    )
    .default([]),
  lines: z.record(key, text).default({}),
  comments: z
    .array(
      z.strictObject({
        strand: planStrandShape,
        part: z.enum(recordParts),
        words: text,
        answer: z.string().default(''),
      }),
    )
    .default([]),
  /** Minutes: preparing, leading, writing, following up. */
  work: z.partialRecord(colleague, z.tuple([z.number(), z.number(), z.number(), z.number()])),
})
export type SampleMeetingLife = z.infer<typeof meetingLifeShape>

export const lifeShape = z.strictObject({
  group: text,
  plan: planShape,
  goals: z.array(goalShape),
  meetings: z.array(meetingLifeShape),
})
export type SampleLife = z.infer<typeof lifeShape>
