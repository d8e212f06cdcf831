import { refuseLevel } from '../columns.ts'
import {
  chiSquareQuantile,
  fQuantile,
  normalLower,
  normalQuantile,
  tQuantile,
} from '../numeric/distributions.ts'
import { findRoot } from '../numeric/find-root.ts'
import {
  noncentralChiSquareUpper,
  noncentralFUpper,
  noncentralTLower,
  noncentralTUpper,
} from '../numeric/noncentral.ts'
import { conclude, refuse } from '../result.ts'
import type { Method, Refused, Result } from '../result.ts'

/**
 * What is planned. `effect` is d of the differences (paired), d (two groups, nX and nY), r,
 * f (anova, n per group), w (chi-square, n in all) or two proportions (n per group).
 */
export type Design =
  | { kind: 'paired'; n: number; effect: number }
  | { kind: 'two-groups'; nX: number; nY: number; effect: number }
  | { kind: 'correlation'; n: number; effect: number }
  | { kind: 'anova'; groups: number; n: number; effect: number }
  | { kind: 'chi-square'; n: number; df: number; effect: number }
  | { kind: 'proportions'; n: number; p1: number; p2: number }

function tPower(df: number, shift: number, alpha: number): number {
  const bound = tQuantile(1 - alpha / 2, df)
  return noncentralTUpper(bound, df, shift) + noncentralTLower(-bound, df, shift)
}

function correlationPower(n: number, r: number, alpha: number): number {
  const t = tQuantile(1 - alpha / 2, n - 2)
  const bound = Math.atanh(Math.sqrt(t ** 2 / (t ** 2 + n - 2)))
  const z = Math.atanh(r) + r / (2 * (n - 1))
  const root = Math.sqrt(n - 3)
  return normalLower((z - bound) * root) + normalLower((-z - bound) * root)
}

function proportionPower(n: number, p1: number, p2: number, alpha: number): number {
  const pooled = Math.sqrt((p1 + p2) * (1 - (p1 + p2) / 2))
  const separate = Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2))
  const bound = normalQuantile(1 - alpha / 2)
  return normalLower((Math.sqrt(n) * Math.abs(p1 - p2) - bound * pooled) / separate)
}

/** Two-sided power of a design; NaN where the sizes make no sense. */
function powerOf(design: Design, alpha: number): number {
  switch (design.kind) {
    case 'paired':
      return tPower(design.n - 1, design.effect * Math.sqrt(design.n), alpha)
    case 'two-groups': {
      const shift = design.effect * Math.sqrt((design.nX * design.nY) / (design.nX + design.nY))
      return tPower(design.nX + design.nY - 2, shift, alpha)
    }
    case 'correlation':
      return correlationPower(design.n, design.effect, alpha)
    case 'anova': {
      const df2 = design.groups * (design.n - 1)
      const bound = fQuantile(1 - alpha, design.groups - 1, df2)
      const shift = design.groups * design.n * design.effect ** 2
      return noncentralFUpper(bound, design.groups - 1, df2, shift)
    }
    case 'chi-square': {
      const bound = chiSquareQuantile(1 - alpha, design.df)
      return noncentralChiSquareUpper(bound, design.df, design.n * design.effect ** 2)
    }
    case 'proportions':
      return proportionPower(design.n, design.p1, design.p2, alpha)
  }
}

function methodOf(design: Design): Method {
  return { id: `power-${design.kind}`, name: `Power, ${design.kind}, two-sided` }
}

/** Power of a two-sided test at `alpha`, the wrong tail included. Refuses sizes that make no sense. */
export function findPower(
  design: Design,
  options: { alpha?: number } = {},
): Result<{ power: number; alpha: number }> {
  const { alpha = 0.05 } = options
  const wrong = refuseLevel(alpha)
  if (wrong !== null) return wrong
  const power = powerOf(design, alpha)
  if (!Number.isFinite(power)) return refuse('OutOfRange', 'sizes or effect make no sense')
  return conclude({
    estimate: { name: 'power', value: power },
    value: { power, alpha },
    n: 0,
    method: methodOf(design),
  })
}

type Goal = { alpha?: number; power?: number }

function readGoal(goal: Goal): { alpha: number; power: number } | Refused {
  const { alpha = 0.05, power = 0.8 } = goal
  return refuseLevel(alpha) ?? refuseLevel(power) ?? { alpha, power }
}

/** Smallest d that paired or two equal groups of n find with the wanted power. */
export function findDetectableEffect(
  kind: 'paired' | 'two-groups',
  n: number,
  goal: Goal = {},
): Result<{ effect: number }> {
  const read = readGoal(goal)
  if ('ok' in read) return read
  if (!(n >= 2 && n <= 1e6)) return refuse('OutOfRange', 'n must be between 2 and 1,000,000')
  const design = (effect: number): Design =>
    kind === 'paired' ? { kind, n, effect } : { kind, nX: n, nY: n, effect }
  const gap = (effect: number) => powerOf(design(effect), read.alpha) - read.power
  const most = Math.min(100, 900 / Math.sqrt(n))
  let high = Math.min(most, (2 * normalReach(read)) / Math.sqrt(n))
  while (high < most && gap(high) < 0) high = Math.min(most, 2 * high)
  const effect = findRoot(gap, 0, high)
  if (effect === null) return refuse('NotConverged', 'no effect below 100 SD reaches that power')
  return conclude({
    estimate: { name: 'smallest detectable d', value: effect },
    value: { effect },
    n,
    method: { id: `detectable-${kind}`, name: `Smallest detectable effect, ${kind}` },
  })
}

/** Pairs, or people per group, needed to find d with the wanted power (exact and rounded up). */
export function findSampleSize(
  kind: 'paired' | 'two-groups',
  effect: number,
  goal: Goal = {},
): Result<{ exact: number; n: number }> {
  const read = readGoal(goal)
  if ('ok' in read) return read
  if (!(Math.abs(effect) >= 0.01 && Math.abs(effect) <= 20)) {
    return refuse('OutOfRange', 'effect must be between 0.01 and 20')
  }
  const design = (n: number): Design =>
    kind === 'paired' ? { kind, n, effect } : { kind, nX: n, nY: n, effect }
  const gap = (n: number) => powerOf(design(n), read.alpha) - read.power
  if (gap(2) >= 0) {
    return conclude({ value: { exact: 2, n: 2 }, n: 2, method: sizeMethod(kind) })
  }
  const most = Math.min(1e6, 900 ** 2 / effect ** 2)
  let high = Math.min(most, 2 + 2 * (normalReach(read) / effect) ** 2)
  while (high < most && gap(high) < 0) high = Math.min(most, 2 * high)
  const exact = findRoot(gap, 2, high)
  if (exact === null) return refuse('NotConverged', 'no size up to a million reaches that power')
  const n = Math.ceil(exact - 1e-9)
  return conclude({
    estimate: { name: kind === 'paired' ? 'pairs' : 'per group', value: n },
    value: { exact, n },
    n,
    method: sizeMethod(kind),
  })
}

/** Distance between the two hypotheses in standard errors that a normal test would need. */
function normalReach({ alpha, power }: { alpha: number; power: number }): number {
  return Math.max(1, normalQuantile(1 - alpha / 2) + normalQuantile(power))
}

function sizeMethod(kind: string): Method {
  return { id: `sample-size-${kind}`, name: `Sample size, ${kind}` }
}
