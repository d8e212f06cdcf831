import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper, normalQuantile, tQuantile } from '../numeric/distributions.ts'
import { sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'

export type StudyLine = {
  effect: number
  low: number
  high: number
  weightFixed: number
  weightRandom: number
}
export type Synthesis = {
  fixed: { effect: number; standardError: number; interval: Interval }
  random: { effect: number; standardError: number; interval: Interval }
  q: number
  df: number
  pHeterogeneity: number
  tauSquared: number
  /** Share of the variation that is between studies, 0 … 1. */
  iSquared: number
  /** Where the effect of a new study would lie; null below three studies. */
  prediction: Interval | null
  /** One line of the forest plot per study; weights sum to 1. */
  studies: StudyLine[]
}

/**
 * Inverse-variance synthesis of effects with known standard errors: fixed and random effects
 * (DerSimonian-Laird), heterogeneity and prediction interval (t, k - 2). The interval of the
 * result is the random one. Refuses fewer than two studies and errors that are not positive.
 */
export function combineEffects(
  effects: Column,
  standardErrors: Column,
  options: { level?: number } = {},
): Result<Synthesis> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const pairs = keepPairs(effects, standardErrors, ['effects', 'standardErrors'])
  if (!pairs.ok) return pairs
  const { first: y, second: se } = pairs.kept
  const k = y.length
  if (k < 2) return refuse('TooFewValues', `${k} studies; at least 2 needed`)
  if (se.some((error) => !(error > 0)))
    return refuse('OutOfRange', 'a standard error is not positive')
  const z = normalQuantile((1 + level) / 2)
  const w = se.map((error) => 1 / error ** 2)
  const fixed = pool(y, w, z, level)
  const spread = measureHeterogeneity(y, w, fixed.effect)
  const wRandom = se.map((error) => 1 / (error ** 2 + spread.tauSquared))
  const random = pool(y, wRandom, z, level)
  return conclude({
    estimate: { name: 'random-effects mean', value: random.effect },
    interval: random.interval,
    value: {
      fixed,
      random,
      ...spread,
      prediction: predict(random, spread.tauSquared, k, level),
      studies: y.map((effect, i) => ({
        effect,
        low: effect - z * at(se, i),
        high: effect + z * at(se, i),
        weightFixed: at(w, i) / sumOf(w),
        weightRandom: at(wRandom, i) / sumOf(wRandom),
      })),
    },
    n: k,
    missing: { count: pairs.missing, handling: 'complete-cases' },
    method: { id: 'synthesis-dl', name: 'Inverse-variance synthesis, DerSimonian-Laird' },
    assumptions: [assumptions.independentUnits],
    warnings:
      k < 5
        ? [{ id: 'few-studies', detail: `tau squared from ${k} studies is a rough guess` }]
        : [],
  })
}

type Heterogeneity = Pick<Synthesis, 'q' | 'df' | 'pHeterogeneity' | 'tauSquared' | 'iSquared'>

function measureHeterogeneity(
  y: readonly number[],
  w: readonly number[],
  centre: number,
): Heterogeneity {
  const df = y.length - 1
  const q = sumOf(y.map((value, i) => at(w, i) * (value - centre) ** 2))
  const scale = sumOf(w) - sumOf(w.map((value) => value ** 2)) / sumOf(w)
  return {
    q,
    df,
    pHeterogeneity: chiSquareUpper(q, df),
    tauSquared: Math.max(0, (q - df) / scale),
    iSquared: q === 0 ? 0 : Math.max(0, (q - df) / q),
  }
}

function predict(
  random: Synthesis['random'],
  tauSquared: number,
  k: number,
  level: number,
): Interval | null {
  if (k < 3) return null
  const error = Math.hypot(Math.sqrt(tauSquared), random.standardError)
  const half = tQuantile((1 + level) / 2, k - 2) * error
  return { low: random.effect - half, high: random.effect + half, level, method: 't-prediction' }
}

function pool(
  y: readonly number[],
  w: readonly number[],
  z: number,
  level: number,
): Synthesis['fixed'] {
  const total = sumOf(w)
  const effect = sumOf(y.map((value, i) => value * at(w, i))) / total
  const standardError = 1 / Math.sqrt(total)
  const half = z * standardError
  const interval = { low: effect - half, high: effect + half, level, method: 'normal' }
  return { effect, standardError, interval }
}
