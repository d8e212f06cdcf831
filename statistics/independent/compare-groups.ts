import { assumptions } from '../assumptions.ts'
import { at } from '../numeric/at.ts'
import { chiSquareUpper, fUpper } from '../numeric/distributions.ts'
import { meanOf, momentsOf, sumOf } from '../numeric/moments.ts'
import { medianOf, rankValues, roundForTies, tieCorrection } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import type { FTest } from '../numeric/compare-fits.ts'
import { splitByLabel } from './read-groups.ts'

export type GroupFigures = { label: string; n: number; mean: number; sd: number }
export type OneWay = {
  groups: GroupFigures[]
  anova: FTest
  welch: FTest | null
  etaSquared: number
  omegaSquared: number
}

type Labels = readonly (string | number | null)[]

/**
 * One-way ANOVA with eta and omega squared, and Welch's version (null when a group does not vary).
 * Refuses fewer than two groups, groups of fewer than two, and groups without any variance.
 */
export function compareGroupMeans(values: Column, labels: Labels): Result<OneWay> {
  const read = splitByLabel(values, labels)
  if (!read.ok) return read
  const anova = analyseVariance(read.groups)
  if (anova === null) return refuse('ZeroVariance', 'values do not vary inside the groups')
  const moments = read.groups.map(momentsOf)
  return conclude({
    estimate: { name: 'eta squared', value: anova.between / (anova.between + anova.within) },
    value: {
      groups: moments.map((m, i) => ({
        label: at(read.labels, i),
        n: m.n,
        mean: m.mean,
        sd: m.sd,
      })),
      anova: anova.test,
      welch: welchAnova(read.groups),
      etaSquared: anova.between / (anova.between + anova.within),
      omegaSquared:
        (anova.between - (anova.test.df1 * anova.within) / anova.test.df2) /
        (anova.between + anova.within + anova.within / anova.test.df2),
    },
    n: read.groups.flat().length,
    missing: read.missing,
    method: { id: 'anova-one-way', name: 'One-way analysis of variance' },
    assumptions: [
      assumptions.independentUnits,
      assumptions.normalWithin,
      assumptions.equalVariances,
    ],
  })
}

type Variance = { test: FTest; between: number; within: number }

function analyseVariance(groups: readonly (readonly number[])[]): Variance | null {
  const all = groups.flat()
  const grand = meanOf(all)
  const centred = groups.map((group) => group.map((value) => value - grand))
  const means = centred.map(meanOf)
  const centre = meanOf(centred.flat())
  const between = sumOf(centred.map((group, i) => group.length * (at(means, i) - centre) ** 2))
  const within = sumOf(
    centred.flatMap((group, i) => group.map((value) => (value - at(means, i)) ** 2)),
  )
  const df1 = groups.length - 1
  const df2 = all.length - groups.length
  if (!(within > 1e-20 * (between + within))) return null
  const f = between / df1 / (within / df2)
  return { test: { f, df1, df2, p: fUpper(f, df1, df2) }, between, within }
}

function welchAnova(groups: readonly (readonly number[])[]): FTest | null {
  const parts = groups.map(momentsOf)
  if (parts.some((m) => m.sd === 0)) return null
  const weights = parts.map((m) => m.n / m.sd ** 2)
  const total = sumOf(weights)
  const centre = sumOf(parts.map((m, i) => at(weights, i) * m.mean)) / total
  const k = groups.length
  const between = sumOf(parts.map((m, i) => at(weights, i) * (m.mean - centre) ** 2)) / (k - 1)
  const spread = sumOf(parts.map((m, i) => (1 - at(weights, i) / total) ** 2 / (m.n - 1)))
  const f = between / (1 + (2 * (k - 2) * spread) / (k * k - 1))
  const df2 = (k * k - 1) / (3 * spread)
  return { f, df1: k - 1, df2, p: fUpper(f, k - 1, df2) }
}

export type Levene = { centre: 'mean' | 'median'; test: FTest }

/** Levene's test about the group means (SPSS) or medians (Brown-Forsythe). Refusals as above. */
export function testEqualSpread(
  values: Column,
  labels: Labels,
  options: { centre?: 'mean' | 'median' } = {},
): Result<Levene> {
  const { centre = 'median' } = options
  const read = splitByLabel(values, labels)
  if (!read.ok) return read
  const distances = read.groups.map((group) => {
    const middle = centre === 'mean' ? meanOf(group) : medianOf(group)
    return group.map((value) => Math.abs(value - middle))
  })
  const anova = analyseVariance(distances)
  if (anova === null) return refuse('ZeroVariance', 'distances from the centre do not vary')
  return conclude({
    value: { centre, test: anova.test },
    n: read.groups.flat().length,
    missing: read.missing,
    method: { id: `levene-${centre}`, name: `Levene test about the ${centre}` },
    assumptions: [assumptions.independentUnits],
  })
}

export type Kruskal = { h: number; df: number; p: number; epsilonSquared: number }

/**
 * Kruskal-Wallis test, tie-corrected, by chi-square. Values are rounded for ties unless told
 * not to (R ranks them raw, so differences that carry float dust rank apart). Refuses values
 * that are all equal.
 */
export function testGroupRanks(
  values: Column,
  labels: Labels,
  options: { roundTies?: boolean } = {},
): Result<Kruskal> {
  const { roundTies = true } = options
  const read = splitByLabel(values, labels)
  if (!read.ok) return read
  const all = roundTies ? roundForTies(read.groups.flat()) : read.groups.flat()
  const n = all.length
  const ranks = rankValues(all)
  if (ranks.ties[0] === n) return refuse('AllTies', 'all values are equal')
  let from = 0
  let sum = 0
  for (const group of read.groups) {
    let own = 0
    for (let i = from; i < from + group.length; i += 1) own += at(ranks.doubled, i) / 2
    sum += (own - (group.length * (n + 1)) / 2) ** 2 / group.length
    from += group.length
  }
  const h = ((12 / (n * (n + 1))) * sum) / (1 - tieCorrection(ranks.ties) / (n ** 3 - n))
  const df = read.groups.length - 1
  return conclude({
    estimate: { name: 'epsilon squared', value: h / (n - 1) },
    value: { h, df, p: chiSquareUpper(h, df), epsilonSquared: h / (n - 1) },
    n,
    missing: read.missing,
    method: {
      id: roundTies ? 'kruskal-wallis' : 'kruskal-wallis-raw',
      name: 'Kruskal-Wallis test, tie-corrected, chi-square',
    },
    assumptions: [assumptions.independentUnits, assumptions.sameShape],
  })
}
