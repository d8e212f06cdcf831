import { z } from 'zod'
import { programmeTargets } from '../inquiry/programme-targets.ts'
import { pictureShape } from '../kit/pictures.ts'
import { planStrandShape } from './strand.ts'

/** The processes of social learning theory that an activity can serve. */
export const learningProcesses = [
  'attention',
  'retention',
  'reproduction',
  'motivation',
  'selfEfficacy',
  'reciprocalDeterminism',
] as const
export const learningProcessShape = z.enum(learningProcesses)
export type LearningProcess = z.infer<typeof learningProcessShape>

/** Stages of a group in MZ/T 095-2017. */
export const groupStages = ['preparation', 'forming', 'transition', 'mature', 'ending'] as const
export const meetingForms = ['joint', 'parallel', 'guardianCircle', 'individual'] as const
export type MeetingForm = (typeof meetingForms)[number]

export {
  programmeTargets,
  type ProgrammeTarget,
} from '../inquiry/programme-targets.ts'

const longText = z.string().max(4000)
const line = z.string().min(1).max(600)

export const segmentShape = z.strictObject({
  /** Ticks and fidelity hang on it; unique within a session. */
  id: z.string().min(1).max(40),
  title: z.string().min(1).max(120),
  minutes: z.number().int().min(0).max(240),
  /** Null for what serves no learning process: greeting, questionnaires. */
  process: learningProcessShape.nullable().default(null),
  purpose: longText.default(''),
  content: longText.default(''),
  leaderWords: longText.default(''),
  materials: z.array(line).max(30).default([]),
  /** What to do when the network or the phone fails. */
  fallback: longText.default(''),
})
export type Segment = z.infer<typeof segmentShape>

/** What members take home: half an A4 page in large type, one skill, at most five short lines. */
const cueCardShape = z.strictObject({
  title: z.string().min(1).max(60),
  lines: z.array(z.string().min(1).max(120)).min(1).max(5),
  picture: pictureShape.nullable().default(null),
})
export type CueCard = z.infer<typeof cueCardShape>

/** The session for a parent who cannot come: a voice lesson of at most three minutes, a question to remember it by, one task. */
const listenShape = z.strictObject({
  script: z.string().min(1).max(2800),
  recall: z.string().min(1).max(600),
  task: z.string().min(1).max(600),
})
export type Listen = z.infer<typeof listenShape>

/** For who does not read: a picture, and a short sentence to be said to it, best in dialect. */
const pictureStepShape = z.strictObject({
  picture: pictureShape,
  words: z.string().min(1).max(160),
})
export type PictureStep = z.infer<typeof pictureStepShape>

/** What one strand does in one session. */
export const strandPlanShape = z.strictObject({
  /** The time these people have, which the segments must fit into. */
  minutes: z.number().int().min(0).max(480),
  segments: z.array(segmentShape).max(30).default([]),
  homeTask: longText.default(''),
  cueCard: cueCardShape.nullable().default(null),
  listen: listenShape.nullable().default(null),
  pictureSteps: z.array(pictureStepShape).max(8).default([]),
})
export type StrandPlan = z.infer<typeof strandPlanShape>

export const planShape = z.partialRecord(planStrandShape, strandPlanShape)
export type Plan = z.infer<typeof planShape>

/** A session of a programme, and what a meeting carries of it. */
export const sessionFields = {
  no: z.number().int().min(1).max(99),
  stage: z.enum(groupStages),
  form: z.enum(meetingForms),
  theme: z.string().min(1).max(160),
  aims: z.array(line).max(12).default([]),
  targets: z.array(z.enum(programmeTargets)).max(9).default([]),
  indicators: z.array(line).max(20).default([]),
  risks: z.array(line).max(20).default([]),
}

export const sessionShape = z.strictObject({
  ...sessionFields,
  /** Days after the last session of the rhythm, which goes on as if this one were not; null is one step of the rhythm. */
  daysAfter: z.number().int().min(0).max(400).nullable().default(null),
  strands: planShape,
})
export type Session = z.infer<typeof sessionShape>

/** HH:MM on a 24-hour clock, or empty while nobody has decided. */
export const clockTimeShape = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/)
