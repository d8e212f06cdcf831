import { keepPairs, keepValues } from '../columns.ts'
import { sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'

export type GoalAttainment = { t: number; weightedSum: number; goals: number }

/**
 * Goal attainment T (Kiresuk & Sherman 1968): 50 + 10 Σwx / sqrt((1-ρ)Σw² + ρ(Σw)²) with levels
 * x from -2 to 2, positive weights w (1 when not given) and ρ = .3. 50 means: as expected.
 * Refuses levels outside -2 … 2, weights that are not positive, and no goal.
 */
export function scoreGoals(
  levels: Column,
  weights: Column | null = null,
  options: { correlation?: number } = {},
): Result<GoalAttainment> {
  const { correlation = 0.3 } = options
  if (!(correlation >= 0 && correlation < 1))
    return refuse('OutOfRange', 'correlation not in 0 … 1')
  const pairs = keepPairs(levels, weights ?? levels.map(() => 1), ['levels', 'weights'])
  if (!pairs.ok) return pairs
  const { first: x, second: w } = pairs.kept
  if (x.length === 0) return refuse('TooFewValues', 'no goal has a level')
  if (x.some((level) => level < -2 || level > 2)) {
    return refuse('OutOfRange', 'a level is outside -2 … 2')
  }
  if (w.some((weight) => !(weight > 0))) return refuse('OutOfRange', 'a weight is not positive')
  const weightedSum = sumOf(x.map((level, i) => level * (w[i] ?? 0)))
  const squares = sumOf(w.map((weight) => weight * weight))
  const spread = Math.sqrt((1 - correlation) * squares + correlation * sumOf(w) ** 2)
  const t = 50 + (10 * weightedSum) / spread
  return conclude({
    estimate: { name: 'GAS T', value: t },
    value: { t, weightedSum, goals: x.length },
    n: x.length,
    missing: { count: pairs.missing, handling: 'available' },
    method: { id: 'gas-t', name: 'Goal attainment T (Kiresuk-Sherman)' },
  })
}

export type Completion = { percent: number; sum: number; possible: number; complete: number }

/**
 * Task completion in percent: sum of ratings / (tasks x highest rating). Ratings run from 0 (no
 * progress) to `highest` (4: fully done). Unrated tasks are missing, never zero. Refuses ratings
 * outside the range and no rated task.
 */
export function rateCompletion(
  ratings: Column,
  options: { highest?: number } = {},
): Result<Completion> {
  const { highest = 4 } = options
  if (!(highest > 0)) return refuse('OutOfRange', 'the highest rating must be positive')
  const read = keepValues(ratings, 'ratings')
  if (!read.ok) return read
  if (read.kept.length === 0) return refuse('TooFewValues', 'no task is rated')
  if (read.kept.some((rating) => rating < 0 || rating > highest)) {
    return refuse('OutOfRange', `a rating is outside 0 … ${highest}`)
  }
  const sum = sumOf(read.kept)
  const possible = read.kept.length * highest
  return conclude({
    estimate: { name: 'completion in percent', value: (100 * sum) / possible },
    value: {
      percent: (100 * sum) / possible,
      sum,
      possible,
      complete: read.kept.filter((rating) => rating === highest).length,
    },
    n: read.kept.length,
    missing: { count: read.missing, handling: 'available' },
    method: { id: 'task-completion', name: 'Task completion, percent of the possible sum' },
  })
}
