import { done, type Outcome } from '../kit/outcome.ts'
import { findNotAsked } from './asked-items.ts'
import { refuseWrongAnswers, type Answers } from './check-answers.ts'
import { scalesOf } from './check-scale.ts'
import { limitsOf } from './read-limits.ts'
import type { Band, MissingRule, Scale, Subscale } from './scale.ts'

/** One item's way into a score: `value` is `raw`, or `min + max − raw` when reversed. */
export interface ScoreStep {
  readonly itemId: string
  readonly number: number
  readonly raw: number | null
  readonly reversed: boolean
  readonly min: number
  readonly max: number
  readonly value: number | null
  /** False where the skip logic passed it by: then it is not missing, and an answer given all the same does not count. */
  readonly asked: boolean
}

/**
 * A score with how it was made, so that anybody can follow it by hand:
 * sum: `sumOfAnswered × factor`; mean: `sumOfAnswered ÷ itemsAnswered × factor`;
 * proratedSum: `sumOfAnswered ÷ itemsAnswered × itemCount × factor`.
 */
export interface ScaleScore {
  readonly scaleId: string
  readonly value: number | null
  readonly reason: 'TooFewAnswers' | 'NotAsked' | null
  readonly itemCount: number
  readonly itemsAnswered: number
  readonly itemsNeeded: number
  readonly missingItems: readonly string[]
  readonly prorated: boolean
  readonly formula: 'sum' | 'mean' | 'proratedSum'
  readonly sumOfAnswered: number
  readonly factor: number
  readonly missingRule: MissingRule
  readonly steps: readonly ScoreStep[]
}

export interface SheetScore {
  readonly subscales: readonly ScaleScore[]
  readonly total: ScaleScore | null
}

type ScoredScale = Pick<Scale, 'items' | 'sections' | 'responseSets' | 'subscales' | 'total'>

/**
 * Scores one sheet by the instrument's own rule (INQ-6). Answers out of range refuse the whole sheet; too few answers
 * give a score of null with its reason, never zero.
 */
export function scoreSheet(scale: ScoredScale, answers: Answers): Outcome<SheetScore> {
  const wrong = refuseWrongAnswers(scale, answers)
  if (wrong !== null) return { ok: false, refusal: wrong }
  return done({
    subscales: scale.subscales.map((part) => scorePart(scale, part, answers)),
    total: scale.total === null ? null : scorePart(scale, scale.total, answers),
  })
}

/** Every score of the sheet, subscales first, total last. */
export function listScores(score: SheetScore): readonly ScaleScore[] {
  return score.total === null ? score.subscales : [...score.subscales, score.total]
}

export function scorePart(scale: ScoredScale, part: Subscale, answers: Answers): ScaleScore {
  const notAsked = findNotAsked(scale, answers)
  const steps = part.items.flatMap(
    (itemId) => stepOf(scale, part, itemId, answers, !notAsked.has(itemId)) ?? [],
  )
  const values = steps.flatMap((step) => step.value ?? [])
  const sumOfAnswered = values.reduce((sum, value) => sum + value, 0)
  const itemCount = part.items.length
  const askedCount = steps.filter(({ asked }) => asked).length
  const itemsNeeded = itemsNeededFor(part.missing, askedCount)
  const enough = values.length >= Math.max(1, itemsNeeded)
  const complete = values.length === itemCount
  const formula = part.scoring === 'mean' ? 'mean' : complete ? 'sum' : 'proratedSum'
  return {
    scaleId: part.id,
    value: enough ? compute(formula, sumOfAnswered, values.length, itemCount) * part.factor : null,
    reason: enough ? null : askedCount === 0 ? 'NotAsked' : 'TooFewAnswers',
    itemCount,
    itemsAnswered: values.length,
    itemsNeeded,
    missingItems: steps
      .filter((step) => step.asked && step.value === null)
      .map((step) => step.itemId),
    prorated: enough && formula === 'proratedSum',
    formula,
    sumOfAnswered,
    factor: part.factor,
    missingRule: part.missing,
    steps,
  }
}

/** How many of the items asked the rule wants answered; at least one, or a mean of nothing would be a number. */
export function itemsNeededFor(rule: MissingRule, itemCount: number): number {
  switch (rule.kind) {
    case 'none':
      return itemCount
    case 'count':
      return Math.min(rule.atLeast, itemCount)
    case 'share':
      // A share such as 0.7 × 10 is a hair above 7 in binary; that hair must not cost a child its score.
      return Math.max(1, Math.ceil(rule.atLeast * itemCount - 1e-9))
  }
}

function compute(
  formula: ScaleScore['formula'],
  sum: number,
  answered: number,
  itemCount: number,
): number {
  switch (formula) {
    case 'sum':
      return sum
    case 'mean':
      return sum / answered
    case 'proratedSum':
      return (sum / answered) * itemCount
  }
}

function stepOf(
  scale: ScoredScale,
  part: Subscale,
  itemId: string,
  answers: Answers,
  asked: boolean,
): ScoreStep | null {
  const item = scale.items.find((one) => one.id === itemId)
  const limits = limitsOf(scale, itemId)
  if (item === undefined || limits === null) return null
  const answer = asked ? (answers[itemId] ?? null) : null
  const raw = typeof answer === 'number' ? answer : null
  const reversed = part.reversedItems === null ? item.reversed : part.reversedItems.includes(itemId)
  const value = raw === null || !reversed ? raw : limits.min + limits.max - raw
  return { itemId, number: item.number, raw, reversed, ...limits, value, asked }
}

/** The lowest and highest score that a scale can give: what a chart's axis spans. */
export function rangeOf(
  scale: ScoredScale,
  part: Subscale,
): { readonly min: number; readonly max: number } {
  const limits = part.items.flatMap((itemId) => limitsOf(scale, itemId) ?? [])
  const low = limits.reduce((sum, one) => sum + one.min, 0)
  const high = limits.reduce((sum, one) => sum + one.max, 0)
  const divisor = part.scoring === 'mean' ? Math.max(1, limits.length) : 1
  return { min: (low / divisor) * part.factor, max: (high / divisor) * part.factor }
}

/** The band of a score under a named norm set; null when the set has none for it. */
export function bandOf(part: Subscale, normId: string, value: number): Band | null {
  const norm = part.norms.find((one) => one.id === normId)
  const holds = ({ from, to }: Band) =>
    (from === null || value >= from) && (to === null || value <= to)
  return norm?.bands.find(holds) ?? null
}

export function findScale(
  scale: Pick<Scale, 'subscales' | 'total'>,
  scaleId: string,
): Subscale | null {
  return scalesOf(scale).find((part) => part.id === scaleId) ?? null
}
