import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { fQuantile } from '../numeric/distributions.ts'
import { cell, correlationsFrom } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Interval, Result, Warning } from '../result.ts'
import { readItems } from './read-items.ts'
import type { ItemMissing, Items } from './read-items.ts'

export type ItemFigures = {
  name: string
  mean: number
  sd: number
  /** Alpha of the other items; null when only one is left or their total does not vary. */
  alphaIfDropped: number | null
  correctedItemTotal: number | null
  itemTotal: number
  scaleMeanIfDropped: number
  scaleVarianceIfDropped: number
}

export type Alpha = {
  alpha: number
  standardisedAlpha: number
  meanInterItem: number
  itemCount: number
  totalMean: number
  totalSd: number
  /** Standard error of measurement of the sum score. */
  sem: number
  items: ItemFigures[]
  /** Items without variance, left out as psych and SPSS do. */
  droppedItems: string[]
  /** The formula with those items counted in; the same as alpha when none was left out. */
  alphaWithConstantItems: number
}

export type AlphaOptions = { missing?: ItemMissing; names?: readonly string[]; level?: number }

/**
 * Cronbach's alpha with Feldt's interval, standardised alpha, item statistics and the standard
 * error of measurement. Listwise (as SPSS) or from pairwise covariances (as psych; no interval).
 * Refuses fewer than two items that vary, fewer than three rows and a total without variance.
 */
export function estimateAlpha(items: readonly Column[], options: AlphaOptions = {}): Result<Alpha> {
  const { missing = 'listwise', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  const read = readItems(items, options.names, missing)
  if (!read.ok) return read
  const s = read.covariances
  const k = s.length
  const total = sumAll(s)
  if (!varies(s)) return refuse('ZeroVariance', 'the total score does not vary')
  const alpha = alphaOf(s)
  const meanR = (sumAll(correlationsFrom(s)) - k) / (k * (k - 1))
  return conclude({
    estimate: { name: "Cronbach's alpha", value: alpha },
    interval: missing === 'listwise' ? feldtInterval(alpha, read.n, k, level) : null,
    value: {
      alpha,
      standardisedAlpha: (k * meanR) / (1 + (k - 1) * meanR),
      meanInterItem: meanR,
      itemCount: k,
      totalMean: read.means.reduce((sum, m) => sum + m, 0),
      totalSd: Math.sqrt(total),
      sem: Math.sqrt(total) * Math.sqrt(1 - alpha),
      items: read.names.map((name, i) => describeItem(read, i, name)),
      droppedItems: read.dropped,
      alphaWithConstantItems: stretch(alpha, k, k + read.dropped.length),
    },
    n: read.n,
    missing: read.missing,
    method: { id: `alpha-${missing}`, name: `Cronbach's alpha, ${missing}` },
    assumptions: [assumptions.oneDimension, assumptions.independentUnits],
    warnings: warnAlpha(read, alpha),
  })
}

/** Alpha of k items turned into that of a longer list whose other items do not vary. */
function stretch(alpha: number, k: number, all: number): number {
  return (alpha * (k - 1) * all) / (k * (all - 1))
}

function alphaOf(s: Table): number {
  const k = s.length
  const trace = s.reduce((sum, _, i) => sum + cell(s, i, i), 0)
  return (k / (k - 1)) * (1 - trace / sumAll(s))
}

function sumAll(s: Table): number {
  return s.reduce((sum, row) => sum + row.reduce((part, value) => part + value, 0), 0)
}

/** Items that cancel out leave a total variance of float dust, not exactly zero. */
function varies(s: Table): boolean {
  return sumAll(s) > 1e-12 * s.reduce((sum, _, i) => sum + cell(s, i, i), 0)
}

function without(s: Table, i: number): number[][] {
  return s.filter((_, row) => row !== i).map((row) => row.filter((_, col) => col !== i))
}

function describeItem(read: Items, i: number, name: string): ItemFigures {
  const s = read.covariances
  const variance = cell(s, i, i)
  const rowSum = at(s, i).reduce((sum, value) => sum + value, 0)
  const rest = without(s, i)
  const restVariance = sumAll(rest)
  const usable = varies(rest)
  return {
    name,
    mean: at(read.means, i),
    sd: Math.sqrt(variance),
    alphaIfDropped: usable && rest.length > 1 ? alphaOf(rest) : null,
    correctedItemTotal: usable ? (rowSum - variance) / Math.sqrt(variance * restVariance) : null,
    itemTotal: rowSum / Math.sqrt(variance * sumAll(s)),
    scaleMeanIfDropped: read.means.reduce((sum, m, j) => (j === i ? sum : sum + m), 0),
    scaleVarianceIfDropped: restVariance,
  }
}

/** Feldt's interval of alpha from n rows and k items. */
export function feldtInterval(alpha: number, n: number, k: number, level: number): Interval {
  const tail = (1 - level) / 2
  const df1 = n - 1
  const df2 = (n - 1) * (k - 1)
  return {
    low: 1 - (1 - alpha) * fQuantile(1 - tail, df1, df2),
    high: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
    level,
    method: 'feldt',
  }
}

function warnAlpha(read: Items, alpha: number): Warning[] {
  const warnings: Warning[] = []
  const add = (id: Warning['id'], detail: string) => warnings.push({ id, detail })
  if (read.n < 30)
    add('alpha-small-n', `alpha from ${read.n} people is mostly noise: read the interval`)
  if (read.dropped.length > 0) add('items-dropped', `no variance: ${read.dropped.join(', ')}`)
  if (alpha < 0) add('negative-alpha', 'items disagree with each other: check reversed items')
  for (const [i, name] of read.names.entries()) {
    const s = read.covariances
    const withRest = at(s, i).reduce((sum, value) => sum + value, 0) - cell(s, i, i)
    if (withRest < 0) add('item-against-scale', `${name} runs against the others`)
  }
  return warnings
}
