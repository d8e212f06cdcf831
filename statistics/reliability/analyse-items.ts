import { assumptions } from '../assumptions.ts'
import { compareMeans } from '../independent/compare-means.ts'
import { at } from '../numeric/at.ts'
import { sortAscending } from '../numeric/ranks.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { estimateAlpha } from './estimate-alpha.ts'
import type { ItemFigures } from './estimate-alpha.ts'
import { readItems } from './read-items.ts'
import { warnStructure } from '../structure/assess-factorability.ts'

export type ExtremeGroups = {
  meanHigh: number
  meanLow: number
  difference: number
  /** The critical ratio (t) with pooled variance, and Welch's; null when neither group varies. */
  pooled: { t: number; df: number; p: number } | null
  welch: { t: number; df: number; p: number } | null
}
export type ItemAnalysis = {
  share: number
  /** People at or below `lowScore` and at or above `highScore` of the total. */
  lowScore: number
  highScore: number
  nLow: number
  nHigh: number
  alpha: number
  items: (Pick<ItemFigures, 'name' | 'correctedItemTotal' | 'itemTotal' | 'alphaIfDropped'> &
    ExtremeGroups)[]
}

/**
 * Item analysis with extreme groups (Kelley 1939: 27 %): people are ordered by their total, the
 * lowest and highest share, ties at the border included, are compared on every item; beside it
 * corrected item-total correlation and alpha without the item. Complete rows. Refuses what alpha
 * refuses, shares outside 0 … .5, and extreme groups that overlap or have fewer than two people.
 */
export function analyseItems(
  items: readonly Column[],
  options: { share?: number; names?: readonly string[] } = {},
): Result<ItemAnalysis> {
  const { share = 0.27 } = options
  if (!(share > 0 && share <= 0.5)) return refuse('OutOfRange', 'share is not in 0 … .5')
  const names = options.names === undefined ? {} : { names: options.names }
  const read = readItems(items, options.names, 'listwise')
  if (!read.ok) return read
  const alpha = estimateAlpha(items, names)
  if (!alpha.ok) return alpha
  const rows = read.rows ?? []
  const totals = Array.from({ length: read.n }, (_, i) =>
    rows.reduce((sum, column) => sum + at(column, i), 0),
  )
  const sorted = sortAscending(totals)
  const count = Math.max(1, Math.round(share * read.n))
  const [lowScore, highScore] = [at(sorted, count - 1), at(sorted, read.n - count)]
  if (!(lowScore < highScore)) return refuse('AllTies', 'the extreme groups overlap')
  const pick = (column: readonly number[], keep: (total: number) => boolean) =>
    column.filter((_, i) => keep(at(totals, i)))
  const nLow = totals.filter((total) => total <= lowScore).length
  const nHigh = totals.filter((total) => total >= highScore).length
  if (Math.min(nLow, nHigh) < 2) return refuse('TooFewValues', 'an extreme group has one person')
  return conclude({
    value: {
      share,
      lowScore,
      highScore,
      nLow,
      nHigh,
      alpha: alpha.value.alpha,
      items: alpha.value.items.map((figures, j) => ({
        name: figures.name,
        correctedItemTotal: figures.correctedItemTotal,
        itemTotal: figures.itemTotal,
        alphaIfDropped: figures.alphaIfDropped,
        ...compareExtremes(
          pick(at(rows, j), (total) => total >= highScore),
          pick(at(rows, j), (total) => total <= lowScore),
        ),
      })),
    },
    n: read.n,
    missing: read.missing,
    method: { id: 'item-extreme-groups', name: 'Item analysis, extreme groups and item-total' },
    assumptions: [assumptions.oneDimension, assumptions.independentUnits],
    warnings: warnStructure(read.n, rows.length, read.dropped),
  })
}

function compareExtremes(high: readonly number[], low: readonly number[]): ExtremeGroups {
  const meanOfGroup = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const test = (variances: 'pooled' | 'welch') => {
    const found = compareMeans(high, low, { variances })
    return found.ok ? { t: found.value.t, df: found.value.df, p: found.value.p } : null
  }
  const [meanHigh, meanLow] = [meanOfGroup(high), meanOfGroup(low)]
  return {
    meanHigh,
    meanLow,
    difference: meanHigh - meanLow,
    pooled: test('pooled'),
    welch: test('welch'),
  }
}
