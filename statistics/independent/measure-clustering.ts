import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { fQuantile, fUpper } from '../numeric/distributions.ts'
import { meanOf, sumOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result } from '../result.ts'
import { splitByLabel } from './read-groups.ts'

export type Clustering = {
  /** ICC(1) = (MSB - MSW) / (MSB + (n0 - 1) MSW); negative values are reported as they are. */
  icc: number
  clusters: number
  meanSize: number
  /** Size that balanced clusters would need for the same expected mean squares. */
  n0: number
  meanSquareBetween: number
  meanSquareWithin: number
  f: number
  df1: number
  df2: number
  p: number
  /** 1 + (mean size - 1) ICC, at least 0; what ignoring the clusters costs in variance. */
  designEffect: number
  /** n / design effect; null when the design effect is not positive. */
  effectiveN: number | null
}

/**
 * How much people of one cluster (school, group) resemble each other: ICC(1) from one-way mean
 * squares, its F interval (Searle 1971; exact for equal sizes), and the design effect (Kish).
 * Clusters of one person are allowed. Refuses fewer than two clusters, clusters that all have one
 * person and clusters without any variance inside.
 */
export function measureClustering(
  values: Column,
  clusters: readonly (string | number | null)[],
  options: { level?: number } = {},
): Result<Clustering> {
  const { level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = splitByLabel(values, clusters, 2, 1)
  if (!read.ok) return read
  const sizes = read.groups.map((group) => group.length)
  const n = sumOf(sizes)
  const k = sizes.length
  if (n === k) return refuse('TooFewValues', 'every cluster has a single value')
  const grand = meanOf(read.groups.flat())
  const means = read.groups.map((group) => meanOf(group.map((value) => value - grand)))
  const between = sumOf(means.map((m, i) => at(sizes, i) * m * m)) / (k - 1)
  const within =
    sumOf(read.groups.flatMap((group, i) => group.map((v) => (v - grand - at(means, i)) ** 2))) /
    (n - k)
  if (!(within > 1e-20 * (between + within))) {
    return refuse('ZeroVariance', 'values do not vary inside the clusters')
  }
  const n0 = (n - sumOf(sizes.map((size) => size * size)) / n) / (k - 1)
  const f = between / within
  const icc = (f - 1) / (f + n0 - 1)
  const designEffect = Math.max(0, 1 + (n / k - 1) * icc)
  return conclude({
    estimate: { name: 'ICC(1)', value: icc },
    interval: clusterInterval(f, k, n, n0, level),
    value: {
      icc,
      clusters: k,
      meanSize: n / k,
      n0,
      meanSquareBetween: between,
      meanSquareWithin: within,
      f,
      df1: k - 1,
      df2: n - k,
      p: fUpper(f, k - 1, n - k),
      designEffect,
      effectiveN: designEffect > 0 ? n / designEffect : null,
    },
    n,
    missing: read.missing,
    method: { id: 'icc1-anova', name: 'ICC(1) from one-way ANOVA, design effect' },
    assumptions: [assumptions.normalWithin, assumptions.equalVariances],
    warnings:
      k < 4 ? [{ id: 'few-clusters', detail: `${k} clusters say little about clustering` }] : [],
  })
}

function clusterInterval(f: number, k: number, n: number, n0: number, level: number): Interval {
  const tail = (1 + level) / 2
  const low = f / fQuantile(tail, k - 1, n - k)
  const high = f * fQuantile(tail, n - k, k - 1)
  const limit = (ratio: number) => (ratio - 1) / (ratio + n0 - 1)
  return { low: limit(low), high: limit(high), level, method: 'searle-f' }
}
