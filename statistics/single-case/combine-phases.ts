import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { sumOf } from '../numeric/moments.ts'
import { conclude } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'
import { measureNonOverlap } from './measure-non-overlap.ts'
import type { NonOverlap } from './measure-non-overlap.ts'
import type { Direction } from './read-phases.ts'

/** One comparison of a phase with the one before it. */
export type PhaseContrast = Pick<NonOverlap, 'nap' | 'tau' | 'pnd' | 'p' | 'seUnbiased'> & {
  m: number
  n: number
  interval: Interval | null
}

export type CombinedNap = {
  nap: number
  tau: number
  /** Of the weighted mean, from the unbiased errors; null when a comparison has none. */
  standardError: number | null
  interval: Interval | null
}

/** A comparison of two phases in short; null when it is refused. */
export function contrastPhases(
  a: Column,
  b: Column,
  direction: Direction,
  level: number,
): Result<PhaseContrast> {
  const found = measureNonOverlap(a, b, { direction, level })
  if (!found.ok) return found
  const { nap, tau, pnd, p, seUnbiased } = found.value
  const present = (column: Column) => column.filter((value) => value !== null).length
  return {
    ...found,
    value: { nap, tau, pnd, p, seUnbiased, m: present(a), n: present(b), interval: found.interval },
  }
}

/** Mean of NAP weighted by the number of compared pairs (m n), with a normal interval. */
export function combineContrasts(contrasts: readonly PhaseContrast[], level: number): CombinedNap {
  const weights = contrasts.map(({ m, n }) => m * n)
  const total = sumOf(weights)
  const share = (i: number) => (weights[i] ?? 0) / total
  const nap = sumOf(contrasts.map((contrast, i) => share(i) * contrast.nap))
  const errors = contrasts.flatMap(({ seUnbiased }) => (seUnbiased === null ? [] : [seUnbiased]))
  const whole = errors.length === contrasts.length
  const standardError = whole
    ? Math.sqrt(sumOf(errors.map((error, i) => (share(i) * error) ** 2)))
    : null
  const half = standardError === null ? 0 : normalQuantile((1 + level) / 2) * standardError
  return {
    nap,
    tau: 2 * nap - 1,
    standardError,
    interval:
      standardError === null
        ? null
        : {
            low: Math.max(0, nap - half),
            high: Math.min(1, nap + half),
            level,
            method: 'normal-weighted',
          },
  }
}

export type Withdrawal = {
  first: PhaseContrast
  second: PhaseContrast
  /** A1-B1 and A2-B2 together, weighted by m n. */
  combined: CombinedNap
  /** B1 to A2 in the wanted direction: near 0 when what was gained went away again. */
  reversal: PhaseContrast | null
}

/**
 * ABAB design: A1-B1 and A2-B2 each by NAP, combined with weights m n; B1-A2 is the reversal and
 * stands apart. A1 and A2 are never pooled. Refuses fewer than three points in A1 or A2.
 */
export function combinePhases(
  phases: { a1: Column; b1: Column; a2: Column; b2: Column },
  options: { direction?: Direction; level?: number } = {},
): Result<Withdrawal> {
  const { direction = 'increase', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const first = contrastPhases(phases.a1, phases.b1, direction, level)
  if (!first.ok) return first
  const second = contrastPhases(phases.a2, phases.b2, direction, level)
  if (!second.ok) return second
  const back = contrastPhases(phases.b1, phases.a2, direction, level)
  const combined = combineContrasts([first.value, second.value], level)
  return conclude({
    estimate: { name: 'NAP, weighted', value: combined.nap },
    interval: combined.interval,
    value: {
      first: first.value,
      second: second.value,
      combined,
      reversal: back.ok ? back.value : null,
    },
    n: first.n + second.n,
    missing: {
      count: first.missing.count + second.missing.count,
      handling: 'available',
    },
    method: { id: 'abab-nap-weighted', name: 'ABAB: NAP of A1-B1 and A2-B2, weighted by m n' },
    assumptions: [assumptions.noSerialDependence],
    warnings: [...first.warnings, ...second.warnings],
  })
}
