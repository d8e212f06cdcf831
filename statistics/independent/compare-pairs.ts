import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalQuantile, normalTail, tQuantile, tTwoSided } from '../numeric/distributions.ts'
import { momentsOf, sumOf } from '../numeric/moments.ts'
import type { Moments } from '../numeric/moments.ts'
import { rankValues, roundForTies, tieCorrection } from '../numeric/ranks.ts'
import { studentizedRangeQuantile, studentizedRangeUpper } from '../numeric/studentized-range.ts'
import { adjustedValues } from '../planning/adjust-p-values.ts'
import type { AdjustMethod } from '../planning/adjust-p-values.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Method, Result } from '../result.ts'
import { splitByLabel } from './read-groups.ts'
import type { LabelledGroups } from './read-groups.ts'

export const pairwiseProcedures = ['games-howell', 'tukey', 'welch', 'pooled', 'dunn'] as const
export type PairwiseProcedure = (typeof pairwiseProcedures)[number]

export type GroupPair = {
  first: string
  second: string
  /** Mean (dunn: mean rank) of `second` minus that of `first`. */
  difference: number
  standardError: number
  /** t, or z for dunn. */
  statistic: number
  df: number | null
  /** Of this pair alone. */
  p: number
  /** Over the family of all pairs. */
  pAdjusted: number
  /** Simultaneous for tukey and games-howell, of this pair alone otherwise. */
  interval: Interval | null
}
export type GroupPairs = {
  pairs: GroupPair[]
  groups: { label: string; n: number; mean: number }[]
}

export type PairwiseOptions = {
  procedure?: PairwiseProcedure
  /** For welch, pooled and dunn; the studentized range adjusts by itself. */
  adjust?: AdjustMethod | 'none'
  level?: number
}

/**
 * Every two groups compared: Games-Howell (unequal variances) or Tukey-Kramer by the studentized
 * range; Welch or pooled t tests (`adjust: 'none'` makes the latter Fisher's LSD) or Dunn's z on
 * mean ranks, adjusted by Holm unless told otherwise. Refuses what one-way ANOVA refuses, and for
 * games-howell and welch a pair of groups that does not vary.
 */
export function compareGroupPairs(
  values: Column,
  labels: readonly (string | number | null)[],
  options: PairwiseOptions = {},
): Result<GroupPairs> {
  const { procedure = 'games-howell', adjust = 'holm', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = splitByLabel(values, labels)
  if (!read.ok) return read
  const raw = procedure === 'dunn' ? compareRanks(read, level) : compareMoments(read, procedure)
  if (raw === null) return refuse('ZeroVariance', 'groups of a pair do not vary')
  const byRange = procedure === 'tukey' || procedure === 'games-howell'
  const pairs = byRange
    ? judgeByRange(raw, read.labels.length, level)
    : adjustEach(raw, adjust, level)
  return conclude({
    value: {
      pairs,
      groups: read.groups.map((group, g) => ({
        label: at(read.labels, g),
        n: group.length,
        mean: momentsOf(group).mean,
      })),
    },
    n: read.groups.flat().length,
    missing: read.missing,
    method: nameMethod(procedure, adjust),
    assumptions:
      procedure === 'dunn'
        ? [assumptions.independentUnits, assumptions.sameShape]
        : [
            assumptions.independentUnits,
            assumptions.normalWithin,
            ...(procedure === 'tukey' || procedure === 'pooled'
              ? [assumptions.equalVariances]
              : []),
          ],
  })
}

type Raw = Omit<GroupPair, 'pAdjusted'>

function listPairs(
  labels: readonly string[],
  compare: (i: number, j: number) => Omit<Raw, 'first' | 'second'> | null,
): Raw[] | null {
  const pairs: Raw[] = []
  for (const [i, first] of labels.entries()) {
    for (let j = i + 1; j < labels.length; j += 1) {
      const compared = compare(i, j)
      if (compared === null) return null
      pairs.push({ first, second: at(labels, j), ...compared })
    }
  }
  return pairs
}

function compareMoments(read: LabelledGroups, procedure: PairwiseProcedure): Raw[] | null {
  const groups = read.groups.map(momentsOf)
  const pooled = procedure === 'tukey' || procedure === 'pooled'
  const dfWithin = sumOf(groups.map((m) => m.n - 1))
  const within = sumOf(groups.map((m) => (m.n - 1) * m.sd ** 2)) / dfWithin
  return listPairs(read.labels, (i, j) => {
    const [a, b] = [at(groups, i), at(groups, j)]
    const standardError = Math.sqrt(
      pooled ? within * (1 / a.n + 1 / b.n) : a.sd ** 2 / a.n + b.sd ** 2 / b.n,
    )
    const largest = Math.max(Math.abs(a.mean), Math.abs(b.mean))
    if (!(standardError > 10 * Number.EPSILON * largest)) return null
    const df = pooled ? dfWithin : welchDf(a, b)
    const difference = b.mean - a.mean
    const statistic = difference / standardError
    return { difference, standardError, statistic, df, p: tTwoSided(statistic, df), interval: null }
  })
}

function welchDf(a: Moments, b: Moments): number {
  const [va, vb] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n]
  return (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1))
}

/** Dunn (1964): mean ranks over all groups, variance corrected for ties. */
function compareRanks(read: LabelledGroups, level: number): Raw[] | null {
  const all = roundForTies(read.groups.flat())
  const n = all.length
  const ranks = rankValues(all)
  const spread = (n * (n + 1)) / 12 - tieCorrection(ranks.ties) / (12 * (n - 1))
  if (!(spread > 0)) return null
  let from = 0
  const meanRanks = read.groups.map((group) => {
    const own = ranks.doubled.slice(from, from + group.length)
    from += group.length
    return own.reduce((sum, rank) => sum + rank, 0) / 2 / group.length
  })
  const z = normalQuantile((1 + level) / 2)
  return listPairs(read.labels, (i, j) => {
    const difference = at(meanRanks, j) - at(meanRanks, i)
    const sizes = 1 / at(read.groups, i).length + 1 / at(read.groups, j).length
    const standardError = Math.sqrt(spread * sizes)
    const statistic = difference / standardError
    const half = z * standardError
    const interval = { low: difference - half, high: difference + half, level, method: 'normal' }
    return {
      difference,
      standardError,
      statistic,
      df: null,
      p: normalTail(statistic, 'two-sided'),
      interval,
    }
  })
}

function judgeByRange(raw: readonly Raw[], groups: number, level: number): GroupPair[] {
  const known = new Map<number, number | null>()
  return raw.map((pair) => {
    const df = pair.df ?? 1
    const q = known.get(df) ?? studentizedRangeQuantile(1 - level, groups, df)
    known.set(df, q)
    const pAdjusted = studentizedRangeUpper(Math.abs(pair.statistic) * Math.SQRT2, groups, df)
    const interval =
      q === null ? null : spanAround(pair, q / Math.SQRT2, level, 'studentized-range')
    return { ...pair, pAdjusted, interval }
  })
}

function spanAround(pair: Raw, factor: number, level: number, method: string): Interval {
  const half = factor * pair.standardError
  return { low: pair.difference - half, high: pair.difference + half, level, method }
}

function adjustEach(
  raw: readonly Raw[],
  adjust: AdjustMethod | 'none',
  level: number,
): GroupPair[] {
  const p = raw.map((pair) => pair.p)
  const adjusted = adjust === 'none' ? p : adjustedValues(p, adjust)
  return raw.map((pair, i) => ({
    ...pair,
    pAdjusted: at(adjusted, i),
    interval:
      pair.df === null
        ? pair.interval
        : spanAround(pair, tQuantile((1 + level) / 2, pair.df), level, 't'),
  }))
}

const procedureNames: Record<PairwiseProcedure, string> = {
  'games-howell': 'Games-Howell',
  tukey: 'Tukey-Kramer',
  welch: 'Pairwise Welch t tests',
  pooled: 'Pairwise t tests, pooled SD',
  dunn: 'Dunn test on mean ranks',
}

function nameMethod(procedure: PairwiseProcedure, adjust: AdjustMethod | 'none'): Method {
  const name = procedureNames[procedure]
  if (procedure === 'tukey' || procedure === 'games-howell') return { id: procedure, name }
  return { id: `${procedure}-${adjust}`, name: `${name}, adjusted: ${adjust}` }
}
