import { Matrix, SingularValueDecomposition } from 'ml-matrix'
import { at } from '../numeric/at.ts'
import { cell } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'
import { sumOf } from '../numeric/moments.ts'

const MOST_SWEEPS = 1000

/** Rows divided by their length (Kaiser 1958), and how to undo it. */
function normaliseRows(loadings: Table): { rows: number[][]; lengths: number[] } {
  const lengths = loadings.map((row) => Math.sqrt(sumOf(row.map((value) => value * value))))
  const rows = loadings.map((row, i) => {
    const length = at(lengths, i)
    return row.map((value) => (length > 0 ? value / length : 0))
  })
  return { rows, lengths }
}

/**
 * Varimax rotation with Kaiser's normalisation to its maximum: pairs of columns are turned in the
 * plane until no turn is left (Kaiser 1958). Rows are items, columns factors.
 */
export function rotateVarimax(loadings: Table): number[][] {
  const { rows: turned, lengths } = normaliseRows(loadings)
  const factors = turned[0]?.length ?? 0
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let largest = 0
    for (let p = 0; p < factors; p += 1) {
      for (let q = p + 1; q < factors; q += 1) {
        const angle = angleOf(turned, p, q)
        largest = Math.max(largest, Math.abs(angle))
        turn(turned, p, q, angle)
      }
    }
    if (largest < 1e-14) break
  }
  return turned.map((row, i) => row.map((value) => value * at(lengths, i)))
}

/**
 * The same rotation by the singular value iteration (Horst 1965; Nevels 1986), stopped when a step
 * gains less than 1e-5: what R and psych print, which is short of the maximum in the fourth digit.
 */
export function rotateVarimaxStopped(loadings: Table): number[][] {
  const { rows, lengths } = normaliseRows(loadings)
  const x = new Matrix(rows)
  let rotation = Matrix.eye(x.columns)
  let gained = 0
  for (let step = 0; step < MOST_SWEEPS; step += 1) {
    const z = x.mmul(rotation)
    const weights = z
      .transpose()
      .to2DArray()
      .map((column) => sumOf(column.map((v) => v * v)) / x.rows)
    const target = new Matrix(
      z.to2DArray().map((row) => row.map((v, j) => v ** 3 - v * at(weights, j))),
    )
    const parts = new SingularValueDecomposition(x.transpose().mmul(target), {
      autoTranspose: true,
    })
    rotation = parts.leftSingularVectors.mmul(parts.rightSingularVectors.transpose())
    const before = gained
    gained = sumOf(parts.diagonal)
    if (!Number.isFinite(gained) || gained < before * (1 + 1e-5)) break
  }
  return x
    .mmul(rotation)
    .to2DArray()
    .map((row, i) => row.map((value) => value * at(lengths, i)))
}

function angleOf(rows: Table, p: number, q: number): number {
  const n = rows.length
  let [a, b, c, d] = [0, 0, 0, 0]
  for (const [i] of rows.entries()) {
    const [x, y] = [cell(rows, i, p), cell(rows, i, q)]
    const u = x * x - y * y
    const v = 2 * x * y
    a += u
    b += v
    c += u * u - v * v
    d += 2 * u * v
  }
  const top = d - (2 * a * b) / n
  const bottom = c - (a * a - b * b) / n
  return top === 0 && bottom >= 0 ? 0 : Math.atan2(top, bottom) / 4
}

function turn(rows: number[][], p: number, q: number, angle: number): void {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  for (const row of rows) {
    const [x, y] = [at(row, p), at(row, q)]
    row[p] = x * cos + y * sin
    row[q] = y * cos - x * sin
  }
}

/** Columns by descending sum of squares, each turned so that its sum is not negative. */
export function orderFactors(loadings: Table): number[][] {
  const factors = Array.from({ length: loadings[0]?.length ?? 0 }, (_, j) => {
    const column = loadings.map((row) => at(row, j))
    const sign = sumOf(column) < 0 ? -1 : 1
    return { column: column.map((v) => sign * v), weight: sumOf(column.map((v) => v * v)) }
  }).sort((x, y) => y.weight - x.weight)
  return loadings.map((_, i) => factors.map(({ column }) => at(column, i)))
}
