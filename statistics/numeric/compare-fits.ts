import { fUpper } from './distributions.ts'
import type { LinearFit } from './matrix.ts'

export type FTest = { f: number; df1: number; df2: number; p: number }

/** F test of what the larger of two nested fits explains beyond the smaller. */
export function compareFits(smaller: LinearFit | null, larger: LinearFit): FTest | null {
  if (smaller === null) return null
  const df1 = smaller.df - larger.df
  const gained = Math.max(0, smaller.residualSum - larger.residualSum)
  const f = gained / df1 / (larger.residualSum / larger.df)
  return { f, df1, df2: larger.df, p: fUpper(f, df1, larger.df) }
}
