import { at } from './at.ts'

const POINTS = 16

type Rule = { nodes: number[]; weights: number[] }

/** Nodes and weights on -1 … 1: roots of the Legendre polynomial by Newton's method. */
function makeRule(n: number): Rule {
  const nodes: number[] = []
  const weights: number[] = []
  for (let i = 0; i < n; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5))
    let slope = 0
    for (let step = 0; step < 50; step += 1) {
      let [before, value] = [1, x]
      for (let j = 2; j <= n; j += 1) {
        ;[before, value] = [value, ((2 * j - 1) * x * value - (j - 1) * before) / j]
      }
      slope = (n * (x * value - before)) / (x * x - 1)
      const move = value / slope
      x -= move
      if (Math.abs(move) < 1e-16) break
    }
    nodes.push(x)
    weights.push(2 / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}

const rule = makeRule(POINTS)

/** Integral of a smooth function from low to high, 16 points on each of `panels` equal pieces. */
export function integrate(
  f: (x: number) => number,
  low: number,
  high: number,
  panels: number,
): number {
  const half = (high - low) / panels / 2
  let sum = 0
  for (let panel = 0; panel < panels; panel += 1) {
    const centre = low + (2 * panel + 1) * half
    for (let i = 0; i < POINTS; i += 1) {
      sum += at(rule.weights, i) * f(centre + half * at(rule.nodes, i))
    }
  }
  return sum * half
}
