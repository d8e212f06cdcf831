// The steps of a review, the same for every kind of text that is handed in.
import type { z } from 'zod'
import { hasOtherSupervisor } from '../../families/other-supervisors.ts'
import { done, type Outcome, refuse } from '../../kit/outcome.ts'
import type { Found, VerbContext } from '../../sync/kind.ts'
import type {
  answerInput,
  approveInput,
  commentInput,
  Paragraph,
  Review,
  sendBackInput,
  settleInput,
} from './review-shape.ts'
import { latestSubmission, mostSubmissions, samePlainWords } from './review-state.ts'

interface HandingIn {
  readonly paragraphs: readonly Paragraph[]
  readonly note: string
  /** What is asked for each time, as a closing is: the same words wait again once they were decided on. */
  readonly askedAnew?: boolean
}

/** SUP-1: handing in freezes the words as they stand; handing in the same words twice is one. */
export function submitWords(
  its: Review,
  { paragraphs, note, askedAnew = false }: HandingIn,
  { actor, today }: VerbContext,
): Outcome<Partial<Review>> {
  const last = latestSubmission(its)
  const written = paragraphs.filter(({ words }) => words.trim() !== '')
  if (written.length === 0) return refuse('ReviewSaysNothing')
  const stands = askedAnew ? last?.outcome === null : last?.outcome !== 'returned'
  if (last !== null && stands && samePlainWords(last.paragraphs, paragraphs)) return done({})
  const no = (last?.no ?? 0) + 1
  if (no > mostSubmissions) return refuse('ReviewTooOften', { count: mostSubmissions })
  const fresh = {
    ...{ on: today, byId: actor.staffId, note, paragraphs: [...paragraphs] },
    ...{ outcome: null, decidedOn: null, decidedById: null, opinion: '', alone: false },
  }
  return done({ submissions: { ...its.submissions, [no]: fresh } })
}

/** SUP-2: a comment stands beside one paragraph of one submission. */
export function commentBeside(
  its: Review,
  { key, no, paragraph, words }: z.infer<typeof commentInput>,
  { actor, today }: VerbContext,
): Outcome<Partial<Review>> {
  if (its.comments[key] !== undefined) return done({})
  const at = its.submissions[String(no)]
  if (at?.paragraphs.some(({ id }) => id === paragraph) !== true)
    return refuse('CommentWithoutParagraph')
  const fresh = {
    ...{ no, paragraph, words, byId: actor.staffId, on: today },
    ...{ answer: '', answeredById: null, answeredOn: null, settledOn: null, settledById: null },
  }
  return done({ comments: { ...its.comments, [key]: fresh } })
}

/** SUP-2: whoever works on the text answers; the words of the comment stay. */
export function answerComment(
  its: Review,
  { key, answer }: z.infer<typeof answerInput>,
  { actor, today }: VerbContext,
): Outcome<Partial<Review>> {
  const comment = its.comments[key]
  if (comment === undefined) return refuse('CommentWithoutParagraph')
  // Two who answer on two phones: the second answer stands below the first, and nothing is lost.
  const isSecond = comment.answer !== '' && comment.answeredById !== actor.staffId
  const whole = isSecond ? `${comment.answer}\n${answer}` : answer
  const answered = { ...comment, answer: whole, answeredById: actor.staffId, answeredOn: today }
  return done({ comments: { ...its.comments, [key]: answered } })
}

export function settleComment(
  its: Review,
  { key }: z.infer<typeof settleInput>,
  { actor, today }: VerbContext,
): Outcome<Partial<Review>> {
  const comment = its.comments[key]
  if (comment === undefined) return refuse('CommentWithoutParagraph')
  if (comment.settledOn !== null) return done({})
  const settled = { ...comment, settledOn: today, settledById: actor.staffId }
  return done({ comments: { ...its.comments, [key]: settled } })
}

/** SUP-3: what is decided on is the submission before the supervisor; what was handed in since is to be read first. */
export function sendBackWords(
  its: Review,
  { no, opinion }: z.infer<typeof sendBackInput>,
  { actor, today }: VerbContext,
): Outcome<Partial<Review>> {
  const open = openSubmission(its, no)
  if (!open.ok) return open
  const decided = {
    ...its.submissions[String(no)],
    ...open.value,
    ...{ outcome: 'returned' as const, decidedOn: today, decidedById: actor.staffId, opinion },
  }
  return done({ submissions: { ...its.submissions, [no]: decided } })
}

interface Approving {
  /** Who wrote standing words of what is approved. */
  readonly writers?: readonly string[]
  /** Whose file it is about; null for a group's plan. */
  readonly familyId?: string | null
}

/** SUP-3: approved by a supervisor who neither handed it in nor is one of its `writers`; alone only where the agency has no other, and that stays marked. */
export function approveWords(
  its: Review,
  { no, opinion }: z.infer<typeof approveInput>,
  found: Found,
  { actor, today }: VerbContext,
  { writers = [], familyId = null }: Approving = {},
): Outcome<Partial<Review>> {
  const open = openSubmission(its, no)
  if (!open.ok) return open
  const wrote = [open.value.byId, ...writers]
  const own = wrote.includes(actor.staffId)
  const others = hasOtherSupervisor(found, { actorId: actor.staffId, familyId, writers: wrote })
  if (own && others) return refuse('OwnReview')
  const decided = {
    ...open.value,
    ...{ outcome: 'approved' as const, decidedOn: today, decidedById: actor.staffId, opinion },
    alone: own,
  }
  return done({ submissions: { ...its.submissions, [no]: decided } })
}

function openSubmission(its: Review, no: number): Outcome<Review['submissions'][string]> {
  const last = latestSubmission(its)
  if (last === null) return refuse('NothingHandedIn')
  if (last.no !== no) return refuse('HandedInSince')
  const { no: _no, ...submission } = last
  return submission.outcome === null ? done(submission) : refuse('ReviewDecided')
}
