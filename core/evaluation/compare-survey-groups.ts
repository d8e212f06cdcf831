import {
  adjustPValues,
  compareAdjustedMeans,
  compareMeans,
  measureGroupEffect,
  testRankSum,
  type Ancova,
  type Interval,
  type Method,
} from '../../statistics/index.ts'
import type { SurveyLine } from './evaluate-survey-change.ts'

/** The change of one group beside the change of another: `first` minus `second`. */
export interface GroupContrast {
  readonly first: string
  readonly second: string
  readonly n: readonly [number, number]
  /** Difference of the mean changes, Welch. */
  readonly difference: number
  readonly interval: Interval | null
  readonly method: Method
  readonly t: number
  readonly df: number
  readonly p: number
  /** Holm over all contrasts shown. */
  readonly pHolm: number
  /** Hedges' g of the changes. */
  readonly g: number | null
  readonly gInterval: Interval | null
  /** Exact Mann-Whitney of the changes, a companion that asks for no normal distribution. */
  readonly rankSum: { readonly u: number; readonly p: number; readonly method: Method } | null
  /** Morris (2008): difference of the mean changes in units of the pooled SD before, with c_P. */
  readonly dPpc2: number | null
}

export interface GroupComparison {
  readonly contrasts: readonly GroupContrast[]
  /** After, adjusted for before; null with its reason where it cannot be computed. */
  readonly ancova: Ancova | null
  readonly noAncova: string | null
  readonly slopesDiffer: boolean
}

interface GroupValues {
  readonly label: string
  readonly before: readonly number[]
  readonly changes: readonly number[]
}

/**
 * EVA-11: `labels` end with the comparison group, so that a contrast reads "this group minus the comparison". Groups beside each other. Each group against each other by Welch on the change, and all together by ANCOVA;
 * nothing is chosen after seeing the data. One group and one treatment cannot be told apart: the caller says so.
 */
export function compareSurveyGroups(
  lines: readonly SurveyLine[],
  labels: readonly string[],
): GroupComparison | null {
  if (labels.length < 2) return null
  const groups = labels.map((label) => valuesOf(lines, label))
  const contrasts = groups.flatMap((first, index) =>
    groups.slice(index + 1).flatMap((second) => contrastOf(first, second) ?? []),
  )
  const holm = adjustPValues(contrasts.map(({ p }) => p))
  const complete = lines.filter(({ change }) => change !== null)
  const ancova = compareAdjustedMeans(
    complete.map(({ after }) => after),
    complete.map(({ before }) => before),
    complete.map(({ group }) => group),
    { reference: labels.at(-1) ?? '' },
  )
  return {
    contrasts: contrasts.map((contrast, index) => ({
      ...contrast,
      pHolm: (holm.ok ? holm.value.adjusted[index] : null) ?? contrast.p,
    })),
    ancova: ancova.ok ? ancova.value : null,
    noAncova: ancova.ok ? null : ancova.reason,
    slopesDiffer: ancova.ok && ancova.warnings.some(({ id }) => id === 'slopes-differ'),
  }
}

function valuesOf(lines: readonly SurveyLine[], label: string): GroupValues {
  const own = lines.flatMap(({ group, before, change }) =>
    group === label && before !== null && change !== null ? [{ before, change }] : [],
  )
  return {
    label,
    before: own.map(({ before }) => before),
    changes: own.map(({ change }) => change),
  }
}

function contrastOf(first: GroupValues, second: GroupValues): GroupContrast | null {
  const welch = compareMeans(first.changes, second.changes)
  if (!welch.ok) return null
  const effect = measureGroupEffect(first.changes, second.changes)
  const ranks = testRankSum(first.changes, second.changes)
  const { difference, t, df, p, nX, nY } = welch.value
  return {
    first: first.label,
    second: second.label,
    n: [nX, nY],
    difference,
    interval: welch.interval,
    method: welch.method,
    t,
    df,
    p,
    pHolm: p,
    g: effect.ok ? effect.value.hedgesG : null,
    gInterval: effect.ok ? effect.interval : null,
    rankSum: ranks.ok ? { u: ranks.value.u, p: ranks.value.p, method: ranks.method } : null,
    dPpc2: morrisD(first, second, difference),
  }
}

function morrisD(first: GroupValues, second: GroupValues, difference: number): number | null {
  const pooled = measureGroupEffect(first.before, second.before)
  if (!pooled.ok || pooled.value.cohenD === 0) return null
  const start = compareMeans(first.before, second.before)
  if (!start.ok) return null
  const { nX, nY, sdX, sdY } = start.value
  const df = nX + nY - 2
  const sd = Math.sqrt(((nX - 1) * sdX ** 2 + (nY - 1) * sdY ** 2) / df)
  return ((1 - 3 / (4 * df - 1)) * difference) / sd
}
