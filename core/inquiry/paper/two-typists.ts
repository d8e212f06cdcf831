// What holds of two people's readings of one sheet of paper, of a survey by code and of a known person alike.
import { equalJson } from '../../kit/json.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../../kit/outcome.ts'
import type { Answers } from '../check-answers.ts'

export interface Reading {
  readonly typistId: string
  readonly state: 'typing' | 'done'
  readonly answers: Answers
}

/** INQ-22: each finishes their own reading. */
export function finishReading(own: Reading, staffId: string): Outcome<{ state: 'done' }> {
  if (own.typistId !== staffId) return refuse('EntryOfSomeoneElse')
  return own.state === 'done' ? refuse('EntryFinished') : done({ state: 'done' })
}

/** INQ-22: once both have finished, both may have been seen; then the paper decides, not a second try. */
export function reopenReading(
  own: Reading,
  others: readonly Reading[],
  staffId: string,
  twice: Refusal,
): Outcome<{ state: 'typing' }> {
  if (own.typistId !== staffId) return refuse('EntryOfSomeoneElse')
  if (own.state === 'typing') return refuse('EntryNotFinished')
  return others.some(({ state }) => state === 'done')
    ? { ok: false, refusal: twice }
    : done({ state: 'typing' })
}

/** INQ-22: two people type a sheet, each only their own reading, and a finished one stays as it was read. */
export function refuseReading(
  after: Reading,
  before: Reading | null,
  others: readonly Reading[],
  staffId: string,
  twice: Refusal,
): Refusal | null {
  if (after.typistId !== staffId) return refusal('EntryOfSomeoneElse')
  if (before === null && others.length > 1) return twice
  return before?.state === 'done' && !equalJson(after.answers, before.answers)
    ? refusal('EntryFinished')
    : null
}
