import { sumOf } from './moments.ts'

/**
 * How evenly counts are spread over the kinds that occur: 1 all alike, towards 0 nearly all in one (Pielou 1966: H / ln S, with H the
 * Shannon entropy in nats and S the number of kinds counted at least once). null for fewer than two kinds, where it says nothing.
 */
export function evennessOf(counts: readonly number[]): number | null {
  const found = counts.filter((count) => count > 0)
  if (found.length < 2) return null
  const total = sumOf(found)
  const entropy = -sumOf(found.map((count) => (count / total) * Math.log(count / total)))
  return entropy / Math.log(found.length)
}
