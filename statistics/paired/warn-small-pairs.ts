import type { Warning } from '../result.ts'

/** What must be said before anyone reads a p value of a very small group. */
export function warnSmallPairs(n: number): Warning[] {
  const warnings: Warning[] = []
  if (n < 5) warnings.push({ id: 'very-small-n', detail: `only ${n} pairs: look at each one` })
  return warnings
}

/** Smallest two-sided p that a rank or sign test of m non-zero differences can ever reach. */
export function smallestSignP(m: number): number {
  return Math.min(1, 2 ** (1 - m))
}

/** Warns when no outcome whatever could have been below .05. */
export function warnUnreachable(smallest: number): Warning[] {
  if (smallest <= 0.05) return []
  return [
    {
      id: 'p-cannot-reach-05',
      detail: `with so few differences the smallest possible two-sided p is ${smallest}`,
    },
  ]
}
