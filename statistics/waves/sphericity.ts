import { at } from '../numeric/at.ts'
import { chiSquareUpper } from '../numeric/distributions.ts'
import { cell, eigenvaluesOf } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'

export type Sphericity = {
  /** Mauchly's W with its chi-square p; null when the contrasts are singular or too few rows. */
  mauchly: { w: number; p: number } | null
  greenhouseGeisser: number
  /** Capped at 1, as it is used. */
  huynhFeldt: number
  huynhFeldtUncapped: number | null
  /** As SPSS gives it with groups: without Lecoutre's correction; the same without groups. */
  huynhFeldtSpss: number | null
  lowerBound: number
}

/**
 * Sphericity of k waves from the covariances of the waves inside groups (dfError = rows - groups,
 * n rows): Box's epsilon by Greenhouse-Geisser (1959), Huynh-Feldt (1976) with Lecoutre's (1991)
 * correction, Mauchly (1940) with the second-order p of Anderson (2003).
 */
export function measureSphericity(covariances: Table, dfError: number, n: number): Sphericity {
  const p = covariances.length - 1
  const centred = doubleCentre(covariances)
  const trace = centred.reduce((sum, _, i) => sum + cell(centred, i, i), 0)
  const squares = centred.flat().reduce((sum, value) => sum + value * value, 0)
  const gg = Math.min(1, Math.max(1 / p, trace ** 2 / (p * squares)))
  const huynh = (rows: number) => {
    const value = (rows * p * gg - 2) / (p * (dfError - p * gg))
    return Number.isFinite(value) && value > 0 ? value : null
  }
  const uncapped = huynh(dfError + 1)
  return {
    mauchly: testMauchly(centred, trace, p, dfError),
    greenhouseGeisser: gg,
    huynhFeldt: uncapped === null ? 1 : Math.max(gg, Math.min(1, uncapped)),
    huynhFeldtUncapped: uncapped,
    huynhFeldtSpss: huynh(n),
    lowerBound: 1 / p,
  }
}

function doubleCentre(s: Table): number[][] {
  const k = s.length
  const means = s.map((row) => row.reduce((sum, value) => sum + value, 0) / k)
  const grand = means.reduce((sum, value) => sum + value, 0) / k
  return s.map((row, i) => row.map((value, j) => value - at(means, i) - at(means, j) + grand))
}

/** The double-centred covariances have the eigenvalues of the orthonormal contrasts, and one zero. */
function testMauchly(centred: Table, trace: number, p: number, df: number): Sphericity['mauchly'] {
  if (p < 2 || df < p) return null
  const values = eigenvaluesOf(centred).slice(0, p)
  const logW = values.reduce((sum, value) => sum + Math.log((value * p) / trace), 0)
  if (!Number.isFinite(logW) || at(values, p - 1) <= 1e-12 * trace) return null
  const rho = 1 - (2 * p * p + p + 2) / (6 * p * df)
  const second =
    ((p + 2) * (p - 1) * (p - 2) * (2 * p ** 3 + 6 * p * p + 3 * p + 2)) /
    (288 * (df * p * rho) ** 2)
  const z = -df * rho * logW
  const f = (p * (p + 1)) / 2 - 1
  const first = chiSquareUpper(z, f)
  const value = first + second * (chiSquareUpper(z, f + 4) - first)
  return { w: Math.exp(logW), p: Math.min(1, Math.max(0, value)) }
}
