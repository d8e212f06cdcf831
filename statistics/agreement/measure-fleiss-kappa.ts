import { assumptions } from '../assumptions.ts'
import type { Label } from '../categorical/cross-tabulate.ts'
import { at } from '../numeric/at.ts'
import { normalTail } from '../numeric/distributions.ts'
import { conclude, refuse } from '../result.ts'
import type { Result } from '../result.ts'

export type FleissKappa = {
  kappa: number
  /** Share of agreeing pairs of raters, over all pairs and targets, in percent. */
  pairAgreementPercent: number
  /** Targets that all raters put into one category, in percent. */
  fullAgreementPercent: number
  /** Under no agreement beyond chance (Fleiss, Nee & Landis 1979). */
  standardErrorNull: number
  z: number
  p: number
  raters: number
  categories: { label: string; share: number; kappa: number | null }[]
}

/**
 * Kappa of Fleiss (1971) for two or more raters, one column of categories per rater, on targets
 * that every rater placed. Refuses fewer than two raters, fewer than two complete targets and a
 * single category.
 */
export function measureFleissKappa(
  raters: readonly (readonly (Label | null)[])[],
): Result<FleissKappa> {
  const m = raters.length
  if (m < 2) return refuse('TooFewGroups', `${m} raters; at least 2 needed`)
  const rows = raters[0]?.length ?? 0
  if (raters.some((column) => column.length !== rows)) {
    return refuse('LengthMismatch', 'raters have different numbers of targets')
  }
  const targets = Array.from({ length: rows }, (_, i) => raters.map((c) => c[i] ?? null)).filter(
    (row) => !row.includes(null),
  )
  const n = targets.length
  if (n < 2) return refuse('TooFewValues', `${n} targets placed by every rater; at least 2 needed`)
  const labels = [...new Set(targets.flat().map(String))].sort()
  if (labels.length < 2) return refuse('ZeroVariance', 'raters use a single category')
  const counts = targets.map((row) =>
    labels.map((label) => row.filter((entry) => String(entry) === label).length),
  )
  const shares = labels.map((_, j) => counts.reduce((sum, row) => sum + at(row, j), 0) / (n * m))
  const pairs = counts.map((row) => (row.reduce((sum, c) => sum + c * c, 0) - m) / (m * (m - 1)))
  const observed = pairs.reduce((sum, share) => sum + share, 0) / n
  const chance = shares.reduce((sum, p) => sum + p * p, 0)
  const kappa = (observed - chance) / (1 - chance)
  const spread = shares.reduce((sum, p) => sum + p * (1 - p), 0)
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0)
  const standardErrorNull = Math.sqrt((2 * (spread ** 2 - skew)) / (n * m * (m - 1))) / spread
  const z = kappa / standardErrorNull
  return conclude({
    estimate: { name: "Fleiss' kappa", value: kappa },
    value: {
      kappa,
      pairAgreementPercent: 100 * observed,
      fullAgreementPercent: (100 * pairs.filter((share) => share === 1).length) / n,
      standardErrorNull,
      z,
      p: normalTail(z, 'two-sided'),
      raters: m,
      categories: labels.map((label, j) => ({
        label,
        share: at(shares, j),
        kappa: kappaOfCategory(counts, j, m),
      })),
    },
    n,
    missing: { count: rows - n, handling: 'complete-cases' },
    method: { id: 'kappa-fleiss', name: "Fleiss' kappa" },
    assumptions: [assumptions.independentUnits],
  })
}

/** Agreement on one category against all others; null when it is used never or always. */
function kappaOfCategory(
  counts: readonly (readonly number[])[],
  j: number,
  m: number,
): number | null {
  const n = counts.length
  const used = counts.map((row) => at(row, j))
  const share = used.reduce((sum, c) => sum + c, 0) / (n * m)
  if (share === 0 || share === 1) return null
  const split = used.reduce((sum, c) => sum + c * (m - c), 0)
  return 1 - split / (n * m * (m - 1) * share * (1 - share))
}
