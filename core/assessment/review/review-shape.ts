import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { deriveId } from '../../kit/ids.ts'

/** What a paragraph is about; its words stand in the language files. */
export const paragraphHeads = [
  'problem',
  'aim',
  'targets',
  'strategy',
  'collaborators',
  'workerRole',
  'clientRole',
  'actions',
  'goal',
  'reviews',
  'closeReason',
  'closeWords',
  'childWords',
  'adultWords',
  'unmetNeeds',
  'ownReview',
  'need',
  'background',
  'overallGoal',
  'theory',
  'selection',
  'recruitment',
  'risks',
  'evaluation',
  'budget',
  'whom',
  'why',
  'shared',
  'arranged',
  'aboutWhom',
  'workDone',
  'expectation',
  'purpose',
  'ground',
  'overrideWords',
  'nature',
  'sources',
  'timePlace',
  'meeting',
  'planChild',
  'planParent',
  'planGuardian',
  'planJoint',
  'team',
  'waves',
] as const
export type ParagraphHead = (typeof paragraphHeads)[number]

/** As much as one paragraph takes. */
export const mostWords = 60_000

export const paragraphShape = z.strictObject({
  /** Stays the same from one submission to the next: comments hold on to it. */
  id: z.string().min(1).max(80),
  head: z.enum(paragraphHeads),
  /** Which one, where there are several: the words of a goal, the name of a level. */
  of: z.string().max(300).default(''),
  /** A long plan's table of actions is one paragraph. */
  words: z.string().max(mostWords),
})
export type Paragraph = z.infer<typeof paragraphShape>

const submissionShape = z.strictObject({
  on: dayShape,
  byId: z.uuid(),
  note: z.string().max(1000).default(''),
  /** The very words that were handed in: what is approved is these. */
  paragraphs: z.array(paragraphShape).max(400),
  outcome: z.enum(['returned', 'approved']).nullable().default(null),
  decidedOn: dayShape.nullable().default(null),
  decidedById: z.uuid().nullable().default(null),
  opinion: z.string().max(2000).default(''),
  /** Approved by whoever handed it in, for want of any other supervisor: shown wherever the approval is. */
  alone: z.boolean().default(false),
})
export type Submission = z.infer<typeof submissionShape>

const commentShape = z.strictObject({
  /** The submission and the paragraph beside which it was written. */
  no: z.number().int().min(1).max(99),
  paragraph: z.string().max(80),
  words: z.string().trim().min(1).max(2000),
  byId: z.uuid(),
  on: dayShape,
  /** With a second person's answer below the first. */
  answer: z.string().max(20_000).default(''),
  answeredById: z.uuid().nullable().default(null),
  answeredOn: dayShape.nullable().default(null),
  settledOn: dayShape.nullable().default(null),
  settledById: z.uuid().nullable().default(null),
})
export type ReviewComment = z.infer<typeof commentShape>

const commentKey = z.string().min(1).max(40)

/** What every review holds, wherever its record lies. */
export const reviewFields = {
  subjectId: z.uuid(),
  /** Under their numbers, from 1. */
  submissions: z.record(z.string().regex(/^[1-9]\d?$/), submissionShape).default({}),
  comments: z.record(commentKey, commentShape).default({}),
}

export const reviewShape = z.strictObject(reviewFields)
export type Review = z.infer<typeof reviewShape>

export const submitInput = z.strictObject({ note: z.string().trim().max(1000).default('') })
export const commentInput = z.strictObject({
  key: commentKey,
  ...commentShape.pick({ no: true, paragraph: true, words: true }).shape,
})
export const answerInput = z.strictObject({
  key: commentKey,
  answer: z.string().trim().min(1).max(2000),
})
export const settleInput = z.strictObject({ key: commentKey })
export const sendBackInput = z.strictObject({
  no: z.number().int().min(1).max(99),
  opinion: z.string().trim().min(1).max(2000),
})
export const approveInput = z.strictObject({
  no: z.number().int().min(1).max(99),
  opinion: z.string().trim().max(2000).default(''),
})

/** Two phones that hand in the same plan make one review. */
export function reviewId(subjectKind: string, subjectId: string): string {
  return deriveId('review', subjectKind, subjectId)
}
