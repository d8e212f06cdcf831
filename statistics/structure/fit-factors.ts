import { at } from '../numeric/at.ts'
import { cell, eigenpairsOf, solveSymmetric } from '../numeric/matrix.ts'
import type { Table } from '../numeric/matrix.ts'

/** Uniquenesses are kept above this, as R's factanal does. */
export const SMALLEST_UNIQUENESS = 0.005
const MOST_STEPS = 2000

export type FactorFit = {
  loadings: number[][]
  uniquenesses: number[]
  /** Discrepancy ln|Σ| - ln|R| + tr(R Σ^-1) - k at the solution. */
  discrepancy: number
  /** Some uniqueness sits at its bound (Heywood case). */
  bounded: boolean
}

type State = {
  f: number
  /** By log uniqueness. */
  gradient: number[]
  hessian: number[][]
  values: number[]
  vectors: number[][]
}

/**
 * Maximum-likelihood factor analysis of a correlation table (Jöreskog 1967): Newton steps on the log
 * uniquenesses with his approximate second derivatives, halved until the fit improves, inside the
 * bound. null when it does not come to rest.
 */
export function fitFactors(r: Table, factors: number): FactorFit | null {
  const low = Math.log(SMALLEST_UNIQUENESS)
  let theta = startFrom(r, factors)
  let state = lookAt(r, theta, factors)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const held = theta.map((t, i) => t <= low + 1e-12 && at(state.gradient, i) > 0)
    const free = theta.map((t, i) => (t >= 0 && at(state.gradient, i) < 0) || at(held, i))
    const slopes = state.gradient.map((g, i) => (at(free, i) ? 0 : g))
    if (Math.max(...slopes.map(Math.abs)) < 1e-12) return finish(state, theta, factors, low)
    const move = newtonMove(state, free) ?? slopes.map((g) => -g)
    const next =
      search(r, theta, state, move, factors, low) ??
      search(
        r,
        theta,
        state,
        slopes.map((g) => -g),
        factors,
        low,
      )
    if (next === null) {
      // No step improves any more: at rest as far as the numbers allow.
      return Math.max(...slopes.map(Math.abs)) < 1e-6 ? finish(state, theta, factors, low) : null
    }
    theta = next.theta
    state = next.state
  }
  return null
}

/** Jöreskog's start: (1 - m/2k) / r^ii; half where the table cannot be inverted. */
function startFrom(r: Table, factors: number): number[] {
  const k = r.length
  return r.map((_, i) => {
    const unit = r.map((_row, j) => (j === i ? 1 : 0))
    const diagonal = solveSymmetric(r, unit)?.[i] ?? 2
    return Math.log(Math.min(1, Math.max(SMALLEST_UNIQUENESS, (1 - factors / (2 * k)) / diagonal)))
  })
}

function lookAt(r: Table, theta: readonly number[], factors: number): State {
  const roots = theta.map((t) => Math.exp(t / 2))
  const scaled = r.map((row, i) => row.map((value, j) => value / (at(roots, i) * at(roots, j))))
  const { values, vectors } = eigenpairsOf(scaled)
  const rest = values.slice(factors)
  const restVectors = vectors.slice(factors)
  const f = rest.reduce((sum, e) => sum + e - Math.log(Math.max(e, 1e-300)) - 1, 0)
  const gradient = theta.map((_, i) =>
    rest.reduce((sum, e, m) => sum + (1 - e) * cell(restVectors, m, i) ** 2, 0),
  )
  const hessian = theta.map((_, i) =>
    theta.map((_t, j) => restVectors.reduce((sum, v) => sum + at(v, i) * at(v, j), 0) ** 2),
  )
  return { f, gradient, hessian, values, vectors }
}

function newtonMove(state: State, fixed: readonly boolean[]): number[] | null {
  const open = fixed.flatMap((isFixed, i) => (isFixed ? [] : [i]))
  const table = open.map((i) => open.map((j) => cell(state.hessian, i, j)))
  const solved = solveSymmetric(
    table,
    open.map((i) => -at(state.gradient, i)),
  )
  if (solved === null) return null
  const move = fixed.map(() => 0)
  for (const [position, i] of open.entries()) move[i] = at(solved, position)
  return move
}

function search(
  r: Table,
  theta: readonly number[],
  state: State,
  move: readonly number[],
  factors: number,
  low: number,
): { theta: number[]; state: State } | null {
  for (let scale = 1; scale > 1e-10; scale /= 2) {
    const tried = theta.map((t, i) => Math.min(0, Math.max(low, t + scale * at(move, i))))
    const found = lookAt(r, tried, factors)
    if (found.f < state.f) return { theta: tried, state: found }
  }
  return null
}

function finish(state: State, theta: readonly number[], factors: number, low: number): FactorFit {
  const roots = theta.map((t) => Math.exp(t / 2))
  const loadings = roots.map((root, i) =>
    Array.from(
      { length: factors },
      (_, m) =>
        root * at(at(state.vectors, m), i) * Math.sqrt(Math.max(0, at(state.values, m) - 1)),
    ),
  )
  return {
    loadings,
    uniquenesses: theta.map(Math.exp),
    discrepancy: state.f,
    bounded: theta.some((t) => t <= low + 1e-9),
  }
}
