import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'

/** What it looks like at first sight (PR25): for whom to call, never a finding. */
export const concernSorts = [
  'immediateDanger',
  'suspectedHarm',
  'selfHarm',
  'neglect',
  'online',
  'other',
] as const
export type ConcernSort = (typeof concernSorts)[number]
export const concernStates = ['new', 'triaged', 'reported', 'followedUp', 'closed'] as const
export const observerParts = [
  'worker',
  'coLeader',
  'volunteer',
  'childrensDirector',
  'toldByOther',
  'other',
] as const
export const dangers = ['yes', 'no', 'unsure'] as const
export const bodySides = ['front', 'back'] as const

const words = z.string().max(6000).default('')
const line = z.string().max(400).default('')
const key = z.string().max(40)

/** A place on the outline of a body, in hundredths of its picture's width and height. */
const injuryShape = z.strictObject({
  side: z.enum(bodySides),
  x: z.number().min(0).max(100),
  y: z.number().min(0).max(100),
  words: z.string().max(400),
})
export type Injury = z.infer<typeof injuryShape>

/** A question and what the child answered to it, word for word. */
const exchangeShape = z.strictObject({
  asked: z.string().max(400),
  words: z.string().max(2000),
})
export type Exchange = z.infer<typeof exchangeShape>

export const concernShape = z.strictObject({
  /** Plain ids, no references: a family's file neither knows of a concern nor waits for one. */
  familyId: z.uuid().nullable().default(null),
  childId: z.uuid().nullable().default(null),
  /** As it was known then: a report stays readable when the family's file is erased. */
  childName: z.string().max(80).default(''),
  sort: z.enum(concernSorts).nullable().default(null),
  noticedAt: instantShape,
  place: line,
  observer: z.enum(observerParts).nullable().default(null),
  /** Seen and heard; what somebody makes of it goes elsewhere. */
  factsSeen: words,
  /** Word for word, in the child's own language. */
  childsWords: words,
  /** What was asked before these words; further questions stand in `exchanges`. */
  questionAsked: line,
  exchanges: z.record(key, exchangeShape).default({}),
  injuries: z.record(key, injuryShape).default({}),
  presentDanger: z.enum(dangers).nullable().default(null),
  atHome: line,
  otherChildren: line,
  actionTaken: words,
  /** What is kept and where it lies; nothing of it is attached here. */
  evidence: z.string().max(1000).default(''),
  /** Where the button was pressed. */
  source: z
    .strictObject({ kind: z.string().max(40), id: z.uuid() })
    .nullable()
    .default(null),
  /** What is added once the report has gone out, each under the moment it was written. */
  additions: z.record(key, z.string().max(2000)).default({}),
  /** When somebody looks how the child is; what they found, each under the moment it was written. */
  nextCheckOn: dayShape.nullable().default(null),
  checks: z.record(key, z.string().max(2000)).default({}),
  aftercareChild: z.string().max(2000).default(''),
  aftercareWorker: z.string().max(2000).default(''),
  /** Since when somebody who answers for it has taken notice. */
  seenAt: instantShape.nullable().default(null),
  /** Colleagues named by a supervisor; who reported it is not among them. */
  handlers: z.record(z.uuid(), z.literal('named')).default({}),
  state: z.enum(concernStates).default('new'),
  reportedAt: instantShape.nullable().default(null),
  authoritysAnswer: z.string().max(2000).default(''),
  closedAt: instantShape.nullable().default(null),
  /** Why it was closed last; also of one that was opened again since. */
  closingReason: z.string().max(1000).default(''),
})
export type Concern = z.infer<typeof concernShape>
export type ConcernState = Concern['state']
