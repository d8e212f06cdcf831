import type { Day } from '../../kit/dates.ts'
import type { SupervisionQuestion } from './supervision-question.ts'
import { type SupervisionRecord, wordsOfSupervision } from './supervision-record.ts'

/** What goes from a record that outlives an erased family. */
export interface ErasedFamily {
  /** The family and its cases. */
  readonly ids: ReadonlySet<string>
  /** A text in which nothing names the family any more. */
  readonly hide: (text: string) => string
  readonly on: Day
}

const nothing = '–'

/**
 * FAM-64: a supervision record after a family it is about was erased; null where it is not about it. What it is about goes. Where it
 * was about nothing else, everything that was said goes; otherwise what names the family. That it took place stays, with whom, how
 * long and what for; a signature stays with its day, under the words that are left.
 */
export function eraseSupervisionWords(
  its: SupervisionRecord,
  { ids, hide, on }: ErasedFamily,
): SupervisionRecord | null {
  const others = Object.entries(its.about).filter(([, { id }]) => !ids.has(id))
  if (others.length === Object.keys(its.about).length) return null
  const rest = others.length > 0 ? hide : () => ''
  const { question, discussion, suggestion, strengths, feelings, actions } = its
  const left: SupervisionRecord = {
    ...its,
    about: Object.fromEntries(others),
    question: rest(question),
    discussion: rest(discussion),
    suggestion: rest(suggestion),
    strengths: rest(strengths),
    feelings: rest(feelings),
    actions: Object.fromEntries(
      Object.entries(actions).map(([key, one]) => [
        key,
        { ...one, what: rest(one.what) || nothing },
      ]),
    ),
    wordsErasedOn: on,
  }
  const [were, are] = [wordsOfSupervision(its), wordsOfSupervision(left)]
  // A fingerprint of words that are gone would still tell whether a guess at them is right.
  const signatures = Object.entries(its.signatures).map(([id, { on: day, words }]) => [
    id,
    { on: day, words: words === were ? are : '' },
  ])
  return { ...left, signatures: Object.fromEntries(signatures) }
}

/** FAM-64: a question about the family that was erased keeps its day and its people; null where it is about something else. */
export function eraseQuestionWords(
  its: SupervisionQuestion,
  { ids, on }: Pick<ErasedFamily, 'ids' | 'on'>,
): SupervisionQuestion | null {
  if (its.about === null || !ids.has(its.about.id)) return null
  return { ...its, about: null, words: nothing, wordsErasedOn: on }
}
