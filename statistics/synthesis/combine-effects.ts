import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import {
  chiSquareUpper,
  normalQuantile,
  normalTail,
  tQuantile,
  tTwoSided,
} from '../numeric/distributions.ts'
import { sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Method, Result, Warning } from '../result.ts'
import { estimateTauSquared, poolWith, qAt, tauSquaredInterval } from './estimate-heterogeneity.ts'
import type { TauMethod } from './estimate-heterogeneity.ts'

export type StudyLine = {
  effect: number
  low: number
  high: number
  weightFixed: number
  weightRandom: number
}
export type Pooled = {
  effect: number
  standardError: number
  interval: Interval
  statistic: number
  p: number
}
export type Synthesis = {
  fixed: Pooled
  random: Pooled
  q: number
  df: number
  pHeterogeneity: number
  tauSquared: number
  /** Q-profile; null when it cannot be solved. */
  tauSquaredInterval: Interval | null
  /** tau² / (tau² + typical sampling variance), 0 … 1; with dl the same as (Q - df) / Q. */
  iSquared: number
  hSquared: number
  /** Where the effect of a new study would lie; null below three studies. */
  prediction: Interval | null
  /** One line of the forest plot per study; weights sum to 1. */
  studies: StudyLine[]
}

export const synthesisIntervals = ['normal', 'hartung-knapp', 'hartung-knapp-modified'] as const
export type SynthesisInterval = (typeof synthesisIntervals)[number]
export type SynthesisOptions = {
  level?: number
  tau?: TauMethod
  interval?: SynthesisInterval
}

/**
 * Inverse-variance synthesis of effects with known standard errors: fixed and random effects,
 * heterogeneity and prediction interval (t, k - 2; Higgins, Thompson & Spiegelhalter 2009). The
 * between-study variance is DerSimonian-Laird's unless told otherwise; the interval of the random
 * mean is normal or Hartung & Knapp's (2001; t, k - 1), better for few studies. Where the effects lie
 * closer together than their errors allow, Hartung-Knapp comes out narrower than the plain error and
 * warns; the modified one (Roever, Knapp & Friede 2015) never takes an error below the plain one. The
 * interval of the result is the random one. Refuses fewer than two studies, errors that are not
 * positive, and a variance that does not converge.
 */
export function combineEffects(
  effects: Column,
  standardErrors: Column,
  options: SynthesisOptions = {},
): Result<Synthesis> {
  const { level = 0.95, tau = 'dl', interval = 'normal' } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const pairs = keepPairs(effects, standardErrors, ['effects', 'standardErrors'])
  if (!pairs.ok) return pairs
  const { first: y, second: se } = pairs.kept
  const k = y.length
  if (k < 2) return refuse('TooFewValues', `${k} studies; at least 2 needed`)
  if (se.some((error) => !(error > 0)))
    return refuse('OutOfRange', 'a standard error is not positive')
  const variances = se.map((error) => error ** 2)
  const tauSquared = estimateTauSquared(y, variances, tau)
  if (tauSquared === null) return refuse('NotConverged', 'the between-study variance')
  const z = normalQuantile((1 + level) / 2)
  const fixed = poolWith(y, variances, 0)
  const mixed = poolWith(y, variances, tauSquared)
  const plain = 1 / Math.sqrt(sumOf(mixed.weights))
  const spread = measureSpread(y, mixed)
  const random =
    interval === 'normal'
      ? describePooled(mixed.effect, plain, level)
      : describeKnapp(mixed.effect, plain, floorSpread(spread, interval), k - 1, level, interval)
  return conclude({
    estimate: { name: 'random-effects mean', value: random.effect },
    interval: random.interval,
    value: {
      fixed: describePooled(fixed.effect, 1 / Math.sqrt(sumOf(fixed.weights)), level),
      random,
      ...describeSpread(y, variances, fixed.weights, tauSquared),
      tauSquaredInterval: tauSquaredInterval(y, variances, level),
      prediction: predict(random, tauSquared, k, level),
      studies: y.map((effect, i) => ({
        effect,
        low: effect - z * at(se, i),
        high: effect + z * at(se, i),
        weightFixed: at(fixed.weights, i) / sumOf(fixed.weights),
        weightRandom: at(mixed.weights, i) / sumOf(mixed.weights),
      })),
    },
    n: k,
    missing: { count: pairs.missing, handling: 'complete-cases' },
    method: nameMethod(tau, interval),
    assumptions: [assumptions.independentUnits],
    warnings: listWarnings(k, spread, interval),
  })
}

function listWarnings(k: number, spread: number, interval: SynthesisInterval): Warning[] {
  return [
    ...(k < 5
      ? [{ id: 'few-studies' as const, detail: `tau squared from ${k} studies is a rough guess` }]
      : []),
    ...(interval === 'hartung-knapp' && spread < 1
      ? [
          {
            id: 'knapp-too-narrow' as const,
            detail: 'effects closer together than their errors allow; take the modified interval',
          },
        ]
      : []),
  ]
}

function describeSpread(
  y: readonly number[],
  variances: readonly number[],
  w: readonly number[],
  tauSquared: number,
): Pick<Synthesis, 'q' | 'df' | 'pHeterogeneity' | 'tauSquared' | 'iSquared' | 'hSquared'> {
  const df = y.length - 1
  const q = qAt(y, variances, 0)
  const total = sumOf(w)
  const typical = (df * total) / (total ** 2 - sumOf(w.map((value) => value ** 2)))
  return {
    q,
    df,
    pHeterogeneity: chiSquareUpper(q, df),
    tauSquared,
    iSquared: tauSquared / (tauSquared + typical),
    hSquared: (tauSquared + typical) / typical,
  }
}

function describePooled(effect: number, standardError: number, level: number): Pooled {
  const half = normalQuantile((1 + level) / 2) * standardError
  const statistic = effect / standardError
  const interval = { low: effect - half, high: effect + half, level, method: 'normal' }
  return { effect, standardError, interval, statistic, p: normalTail(statistic, 'two-sided') }
}

/** Weighted spread of the effects over what their errors and the between-study variance allow: about 1. */
function measureSpread(
  y: readonly number[],
  { effect, weights }: { effect: number; weights: number[] },
): number {
  return sumOf(y.map((value, i) => at(weights, i) * (value - effect) ** 2)) / (y.length - 1)
}

/** Equal effects leave rounding and no spread: then the plain error stands, whichever was asked for. */
const noSpread = 1e-20

function floorSpread(spread: number, interval: SynthesisInterval): number {
  return interval === 'hartung-knapp-modified' || !(spread > noSpread)
    ? Math.max(1, spread)
    : spread
}

function describeKnapp(
  effect: number,
  plain: number,
  spread: number,
  df: number,
  level: number,
  method: SynthesisInterval,
): Pooled {
  const standardError = Math.sqrt(spread) * plain
  const half = tQuantile((1 + level) / 2, df) * standardError
  const statistic = effect / standardError
  const interval = { low: effect - half, high: effect + half, level, method }
  return { effect, standardError, interval, statistic, p: tTwoSided(statistic, df) }
}

function predict(random: Pooled, tauSquared: number, k: number, level: number): Interval | null {
  if (k < 3) return null
  const error = Math.hypot(Math.sqrt(tauSquared), random.standardError)
  const half = tQuantile((1 + level) / 2, k - 2) * error
  return { low: random.effect - half, high: random.effect + half, level, method: 't-prediction' }
}

const tauNames = { dl: 'DerSimonian-Laird', reml: 'REML', pm: 'Paule-Mandel' } as const

const intervalNames = {
  normal: '',
  'hartung-knapp': ', Hartung-Knapp',
  'hartung-knapp-modified': ', modified Hartung-Knapp',
} as const

function nameMethod(tau: TauMethod, interval: SynthesisInterval): Method {
  return {
    id: `synthesis-${tau}${interval === 'normal' ? '' : `-${interval}`}`,
    name: `Inverse-variance synthesis, ${tauNames[tau]}${intervalNames[interval]}`,
  }
}
