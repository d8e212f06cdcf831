import { compareWords, type WordRun } from '../../kit/compare-words.ts'
import type { Paragraph, ParagraphHead, Review, ReviewComment, Submission } from './review-shape.ts'

export const mostSubmissions = 20

export interface NumberedSubmission extends Submission {
  readonly no: number
}

export function listSubmissions({
  submissions,
}: Pick<Review, 'submissions'>): readonly NumberedSubmission[] {
  return Object.entries(submissions)
    .map(([no, submission]) => ({ ...submission, no: Number(no) }))
    .toSorted((left, right) => left.no - right.no)
}

export function latestSubmission(its: Pick<Review, 'submissions'>): NumberedSubmission | null {
  return listSubmissions(its).at(-1) ?? null
}

export type ReviewState = 'none' | 'waiting' | 'returned' | 'approved'

/** SUP-3: read from the newest submission, so that no two fields contradict it. */
export function stateOfReview(its: Pick<Review, 'submissions'> | null): ReviewState {
  const last = its === null ? null : latestSubmission(its)
  if (last === null) return 'none'
  return last.outcome ?? 'waiting'
}

/** SUP-3: an approval is of exactly the words that were handed in: whether the text says something else by now. */
export function isChangedSince(
  its: Pick<Review, 'submissions'>,
  present: readonly Paragraph[],
): boolean {
  const last = latestSubmission(its)
  return last !== null && !samePlainWords(last.paragraphs, asRead(present, last.paragraphs))
}

/** Parts of a group's plan that were not read for a supervisor from the beginning. */
const laterHeads: ReadonlySet<ParagraphHead> = new Set([
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
])

/** GRP-65: what was handed in before those parts were read is compared with what it could hold. */
function asRead(
  present: readonly Paragraph[],
  submitted: readonly Paragraph[],
): readonly Paragraph[] {
  return submitted.some(({ head }) => laterHeads.has(head))
    ? present
    : present.filter(({ head }) => !laterHeads.has(head))
}

/** Paragraph by paragraph; an empty paragraph says as little as one that is not there. */
export function samePlainWords(one: readonly Paragraph[], other: readonly Paragraph[]): boolean {
  const [left, right] = [wordsById(one), wordsById(other)]
  return left.size === right.size && [...left].every(([id, words]) => right.get(id) === words)
}

function wordsById(paragraphs: readonly Paragraph[]): ReadonlyMap<string, string> {
  return new Map(
    paragraphs.flatMap(({ id, of, words }) =>
      words.trim() === '' ? [] : [[id, `${of}\n${words.trim()}`] as const],
    ),
  )
}

export interface PlacedComment extends ReviewComment {
  readonly key: string
  /** The paragraph says something else than when the comment was written. */
  readonly wordsChanged: boolean
}

export interface ComparedParagraph extends Paragraph {
  readonly fate: 'same' | 'changed' | 'new' | 'gone'
  /** What became of it word by word; one run where nothing did. */
  readonly runs: readonly WordRun[]
  readonly comments: readonly PlacedComment[]
}

/**
 * SUP-4: a submission beside the one before it, paragraph by paragraph, each with its comments from every submission. Paragraphs that
 * are gone stand where they were, so that their comments are not lost.
 */
export function readSubmission(
  its: Review,
  no: number,
  /** How a paragraph is read in somebody's language: some hold codes. */
  say: (paragraph: Paragraph) => Paragraph = (paragraph) => paragraph,
): readonly ComparedParagraph[] {
  const shown = (its.submissions[String(no)]?.paragraphs ?? []).map(say)
  const earlier = its.submissions[String(no - 1)]?.paragraphs.map(say) ?? null
  return inOrder(earlier ?? [], shown, no === 1).flatMap(({ before, now }) => {
    const paragraph = now ?? before
    if (paragraph === undefined) return []
    const [from, to] = [before?.words.trim() ?? '', now?.words.trim() ?? '']
    const comments = commentsAt(its, paragraph.id, plainWordsAt(its, no, paragraph.id))
    if (from === '' && to === '' && comments.length === 0) return []
    const runs: readonly WordRun[] =
      earlier === null ? [{ kind: 'same', words: to }] : compareWords(from, to)
    return [{ ...paragraph, fate: fateOf(from, to, earlier === null), runs, comments }]
  })
}

function fateOf(from: string, to: string, isFirst: boolean): ComparedParagraph['fate'] {
  if (isFirst || from === to) return 'same'
  if (from === '') return 'new'
  return to === '' ? 'gone' : 'changed'
}

function inOrder(earlier: readonly Paragraph[], shown: readonly Paragraph[], isFirst: boolean) {
  const known = new Set(shown.map(({ id }) => id))
  const before = new Map(earlier.map((one) => [one.id, one]))
  const rows: { readonly before: Paragraph | undefined; readonly now: Paragraph | undefined }[] =
    shown.map((now) => ({ before: isFirst ? undefined : before.get(now.id), now }))
  for (const [at, gone] of earlier.entries())
    if (!known.has(gone.id))
      rows.splice(Math.min(at, rows.length), 0, { before: gone, now: undefined })
  return rows
}

function commentsAt(its: Review, paragraphId: string, words: string): readonly PlacedComment[] {
  return Object.entries(its.comments)
    .filter(([, { paragraph }]) => paragraph === paragraphId)
    .map(([key, comment]) => {
      const then = plainWordsAt(its, comment.no, paragraphId)
      return { ...comment, key, wordsChanged: then !== words }
    })
    .toSorted((left, right) => left.on.localeCompare(right.on) || left.key.localeCompare(right.key))
}

function plainWordsAt(its: Review, no: number, paragraphId: string): string {
  const at = its.submissions[String(no)]?.paragraphs.find(({ id }) => id === paragraphId)
  return at?.words.trim() ?? ''
}

/** Comments to which nobody has said that they are settled. */
export function countOpenComments({ comments }: Pick<Review, 'comments'>): number {
  return Object.values(comments).filter(({ settledOn }) => settledOn === null).length
}
