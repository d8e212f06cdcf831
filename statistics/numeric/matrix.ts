import { EigenvalueDecomposition, Matrix, QrDecomposition, inverse } from 'ml-matrix'
import { at } from './at.ts'
import { meanOf, sumOf } from './moments.ts'

export type Table = readonly (readonly number[])[]

/** Entry of a table that is known to be that large. */
export function cell(table: Table, i: number, j: number): number {
  return at(at(table, i), j)
}

/** Covariances (n - 1) of complete columns. */
export function covarianceTable(columns: Table): number[][] {
  const rests = columns.map((column) => {
    const mean = meanOf(column)
    const rest = new Float64Array(column.length)
    for (let i = 0; i < column.length; i += 1) rest[i] = at(column, i) - mean
    return rest
  })
  const n = columns[0]?.length ?? 0
  const table = rests.map(() => rests.map(() => 0))
  for (const [i, a] of rests.entries()) {
    for (let j = i; j < rests.length; j += 1) {
      const covariance = dot(a, at(rests, j)) / (n - 1)
      at(table, i)[j] = covariance
      at(table, j)[i] = covariance
    }
  }
  return table
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/** Correlations from covariances; the diagonal must be positive. */
export function correlationsFrom(covariances: Table): number[][] {
  const sds = covariances.map((_, i) => Math.sqrt(cell(covariances, i, i)))
  return covariances.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / (at(sds, i) * at(sds, j)))),
  )
}

/** Eigenvalues of a symmetric table, largest first. */
export function eigenvaluesOf(table: Table): number[] {
  return eigenpairsOf(table).values
}

/** Inverse of a symmetric positive definite table, or null when it is singular. */
export function invertSymmetric(table: Table): number[][] | null {
  if (!table.flat().every(Number.isFinite)) return null
  const values = eigenvaluesOf(table)
  const largest = at(values, 0)
  if (!(at(values, values.length - 1) > largest * 1e-12)) return null
  return inverse(toMatrix(table)).to2DArray()
}

function toMatrix(table: Table): Matrix {
  return new Matrix(table.map((row) => [...row]))
}

export type LinearFit = {
  coefficients: number[]
  /** (X'X)^-1, to be multiplied by the residual variance. */
  unscaled: number[][]
  residualSum: number
  df: number
  fitted: number[]
}

/** Ordinary least squares by QR; `design` is a list of columns. null when columns are dependent. */
export function fitLinear(design: Table, y: readonly number[]): LinearFit | null {
  const x = toMatrix(design).transpose()
  if (x.rows < x.columns) return null
  const qr = new QrDecomposition(x)
  const r = qr.upperTriangularMatrix
  for (const [j, column] of design.entries()) {
    const length = Math.sqrt(sumOf(column.map((value) => value * value)))
    if (!(Math.abs(r.get(j, j)) > 1e-9 * length)) return null
  }
  const coefficients = qr.solve(Matrix.columnVector([...y])).to1DArray()
  const rInverse = inverse(r)
  const unscaled = rInverse.mmul(rInverse.transpose()).to2DArray()
  const fitted = y.map((_, i) =>
    coefficients.reduce((sum, b, j) => sum + b * cell(design, j, i), 0),
  )
  const residualSum = sumOf(y.map((value, i) => (value - at(fitted, i)) ** 2))
  return { coefficients, unscaled, residualSum, df: y.length - design.length, fitted }
}

/**
 * Eigenvalues of a symmetric table, largest first, with unit vectors in the same order. The table
 * is scaled to unit size first; entries that are not finite give NaN, which `conclude` refuses.
 */
export function eigenpairsOf(table: Table): { values: number[]; vectors: number[][] } {
  const largest = table.reduce((most, row) => Math.max(most, ...row.map(Math.abs)), 0)
  if (!Number.isFinite(largest)) {
    return { values: table.map(() => Number.NaN), vectors: table.map((row) => row.map(() => 0)) }
  }
  const scale = largest === 0 ? 1 : largest
  const scaled = toMatrix(table.map((row) => row.map((value) => value / scale)))
  const found = new EigenvalueDecomposition(scaled, { assumeSymmetric: true })
  const order = [...found.realEigenvalues.keys()].sort(
    (a, b) => at(found.realEigenvalues, b) - at(found.realEigenvalues, a),
  )
  return {
    values: order.map((i) => at(found.realEigenvalues, i) * scale),
    vectors: order.map((i) => found.eigenvectorMatrix.getColumn(i)),
  }
}

/** Solution of a symmetric system, or null when it is singular. */
export function solveSymmetric(table: Table, right: readonly number[]): number[] | null {
  const inverted = invertSymmetric(table)
  return inverted === null
    ? null
    : inverted.map((row) => row.reduce((sum, value, j) => sum + value * at(right, j), 0))
}
