import { at } from '../numeric/at.ts'
import { feldtInterval } from '../reliability/estimate-alpha.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'

export type ItemMoments = { n: number; missing: number; means: number[]; covariances: number[][] }

export type ItemAccumulator = {
  /** Adds rows (one column per item, equal lengths); rows with a gap are counted, not used. */
  add: (columns: readonly Column[]) => boolean
  moments: () => ItemMoments
  /** Cronbach's alpha of the complete rows so far, with Feldt's interval. */
  alpha: (options?: { level?: number }) => Result<{ alpha: number; itemCount: number }>
}

/**
 * Means and covariances of k items, filled piece by piece (Chan, Golub & LeVeque 1983): memory is
 * k² whatever the number of rows, and the work can be stopped between two pieces. `add` answers false,
 * and adds nothing, when columns do not fit or hold a number that is not finite.
 */
export function startItems(k: number): ItemAccumulator {
  let n = 0
  let missing = 0
  const means = new Array<number>(k).fill(0)
  const products = Array.from({ length: k }, () => new Float64Array(k))
  const addPiece = (rows: readonly Float64Array[]) => {
    const m = rows.length
    if (m === 0) return
    const own = means.map((_, j) => rows.reduce((sum, row) => sum + at(row, j), 0) / m)
    const shift = own.map((mean, j) => mean - at(means, j))
    const weight = (n * m) / (n + m)
    for (let i = 0; i < k; i += 1) {
      const line = at(products, i)
      for (let j = 0; j <= i; j += 1) {
        let sum = 0
        for (const row of rows) sum += (at(row, i) - at(own, i)) * (at(row, j) - at(own, j))
        line[j] = at(line, j) + sum + at(shift, i) * at(shift, j) * weight
      }
    }
    for (let j = 0; j < k; j += 1) means[j] = at(means, j) + (at(shift, j) * m) / (n + m)
    n += m
  }
  const moments = (): ItemMoments => ({
    n,
    missing,
    means: [...means],
    covariances: means.map((_, i) =>
      means.map((_m, j) => at(at(products, Math.max(i, j)), Math.min(i, j)) / Math.max(1, n - 1)),
    ),
  })
  return {
    moments,
    add: (columns) => {
      const rows = readRows(columns, k)
      if (rows === null) return false
      missing += rows.missing
      addPiece(rows.complete)
      return true
    },
    alpha: ({ level = 0.95 } = {}) => alphaOf(moments(), level),
  }
}

function readRows(
  columns: readonly Column[],
  k: number,
): { complete: Float64Array[]; missing: number } | null {
  const length = columns[0]?.length ?? 0
  if (columns.length !== k || columns.some((column) => column.length !== length)) return null
  const complete: Float64Array[] = []
  for (let i = 0; i < length; i += 1) {
    const row = new Float64Array(k)
    let whole = true
    for (let j = 0; j < k; j += 1) {
      const value = at(columns, j)[i] ?? null
      if (value === null) whole = false
      else if (!Number.isFinite(value)) return null
      else row[j] = value
    }
    if (whole) complete.push(row)
  }
  return { complete, missing: length - complete.length }
}

function alphaOf(
  { n, missing, covariances }: ItemMoments,
  level: number,
): Result<{ alpha: number; itemCount: number }> {
  const k = covariances.length
  if (k < 2) return refuse('TooFewItems', `${k} items; at least 2 needed`)
  if (n < 3) return refuse('TooFewValues', `${n} complete rows; at least 3 needed`)
  const varying = covariances.flatMap((row, i) => (at(row, i) > 0 ? [i] : []))
  if (varying.length < 2) return refuse('TooFewItems', `${varying.length} items vary`)
  const total = varying.reduce(
    (sum, i) => sum + varying.reduce((part, j) => part + at(at(covariances, i), j), 0),
    0,
  )
  const trace = varying.reduce((sum, i) => sum + at(at(covariances, i), i), 0)
  if (!(total > 1e-12 * trace)) return refuse('ZeroVariance', 'the total score does not vary')
  const m = varying.length
  const alpha = (m / (m - 1)) * (1 - trace / total)
  return conclude({
    estimate: { name: "Cronbach's alpha", value: alpha },
    interval: feldtInterval(alpha, n, m, level),
    value: { alpha, itemCount: m },
    n,
    missing: { count: missing, handling: 'complete-cases' },
    method: { id: 'alpha-listwise', name: "Cronbach's alpha, listwise" },
  })
}
