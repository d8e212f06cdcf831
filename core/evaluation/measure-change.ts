import {
  countImproved,
  describeValues,
  measurePairedEffect,
  testPairedMean,
  testSignedRank,
  type Column,
  type Interval,
  type RefusalReason,
} from '../../statistics/index.ts'
import type { Subscale } from '../inquiry/scale.ts'
import { testChange, type TestChoice, type TestFigure } from './test-change.ts'

export type Direction = Subscale['direction']

/** Values of the people who have both measurements. */
export interface Spread {
  readonly mean: number
  readonly sd: number | null
  readonly median: number
  readonly lowerQuartile: number
  readonly upperQuartile: number
  readonly min: number
  readonly max: number
}

/**
 * Mean change in units of the mean of the two SDs (d_av), and the same with Hedges' exact correction J (g_av).
 * `gInterval` is the noncentral-t interval of d_z moved to that unit and corrected by J, the ratio of the two
 * standardisers treated as known: an approximation, and named so.
 */
export interface EffectSize {
  readonly dAv: number
  readonly gAv: number
  readonly hedgesFactor: number
  readonly gInterval: Interval | null
  readonly dZ: number | null
  readonly gZ: number | null
  readonly gZInterval: Interval | null
}

export interface ImprovedShare {
  readonly improved: number
  readonly same: number
  readonly worse: number
  readonly share: number
  readonly interval: Interval | null
}

export interface ChangeNumbers {
  /** People with both measurements: every figure below is about them. */
  readonly n: number
  readonly before: Spread | null
  readonly after: Spread | null
  /** after − before. */
  readonly mean: number | null
  readonly sd: number | null
  readonly interval: Interval | null
  /** Why there is no interval. */
  readonly noInterval: RefusalReason | null
  readonly median: number | null
  readonly hodgesLehmann: { readonly value: number; readonly interval: Interval | null } | null
  readonly effect: EffectSize | null
  readonly noEffect: RefusalReason | null
  /** null when the scale has no better and worse, or nobody has both. */
  readonly improved: ImprovedShare | null
  /** Only when it was asked for. */
  readonly test: TestFigure | null
}

/** The change from one measurement to another over the same people; a missing value leaves its person out. */
export function measureChange(
  before: Column,
  after: Column,
  options: { readonly direction: Direction; readonly test: TestChoice },
): ChangeNumbers {
  const complete = before.flatMap((first, index) => {
    const second = after[index] ?? null
    return first === null || second === null ? [] : [{ first, second }]
  })
  const changes = describeValues(complete.map(({ first, second }) => second - first))
  const paired = testPairedMean(before, after)
  const centre = testSignedRank(before, after, { zeros: 'pratt' })
  const effect = measurePairedEffect(before, after)
  return {
    n: complete.length,
    before: spreadOf(complete.map(({ first }) => first)),
    after: spreadOf(complete.map(({ second }) => second)),
    mean: changes.ok ? changes.value.mean : null,
    sd: changes.ok ? changes.value.sd : null,
    interval: paired.ok ? paired.interval : null,
    noInterval: paired.ok ? null : paired.reason,
    median: changes.ok ? changes.value.median : null,
    hodgesLehmann:
      centre.ok && centre.value.hodgesLehmann !== null
        ? { value: centre.value.hodgesLehmann, interval: centre.interval }
        : null,
    effect: effect.ok && paired.ok ? readEffect(effect.value, paired.value) : null,
    noEffect: effect.ok ? (paired.ok ? null : paired.reason) : effect.reason,
    improved: improvedOf(before, after, options.direction),
    test: testChange(before, after, options.test),
  }
}

export function spreadOf(values: Column): Spread | null {
  const found = describeValues(values)
  if (!found.ok) return null
  const { mean, sd, median, lowerQuartile, upperQuartile, min, max } = found.value
  return { mean, sd, median, lowerQuartile, upperQuartile, min, max }
}

type Measured<Result> = Result extends { readonly ok: true; readonly value: infer Value }
  ? Value
  : never

function readEffect(
  effect: Measured<ReturnType<typeof measurePairedEffect>>,
  paired: Measured<ReturnType<typeof testPairedMean>>,
): EffectSize | null {
  const { dAv, gAv, dZ, dZInterval, gZ, gZInterval, hedgesFactor } = effect
  if (dAv === null || gAv === null) return null
  const scale = (paired.sdDifference / ((paired.sdFirst + paired.sdSecond) / 2)) * hedgesFactor
  const gInterval =
    dZInterval === null
      ? null
      : {
          low: dZInterval.low * scale,
          high: dZInterval.high * scale,
          level: dZInterval.level,
          method: 'noncentral-t-rescaled',
        }
  return { dAv, gAv, hedgesFactor, gInterval, dZ, gZ, gZInterval }
}

function improvedOf(before: Column, after: Column, direction: Direction): ImprovedShare | null {
  if (direction === 'neutral') return null
  const wanted = direction === 'higherIsBetter' ? 'increase' : 'decrease'
  const found = countImproved(before, after, { direction: wanted })
  if (!found.ok) return null
  const { improved, same, worse, shareImproved } = found.value
  return { improved, same, worse, share: shareImproved, interval: found.interval }
}
