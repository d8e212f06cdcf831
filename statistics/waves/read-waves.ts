import { keepCompleteRows } from '../columns.ts'
import { refuse } from '../result.ts'
import type { Column, Missing, Refused } from '../result.ts'

export type Waves = { ok: true; columns: number[][]; n: number; missing: Missing }

/** Rows complete in every wave. Refuses fewer than `least` waves and fewer than two such rows. */
export function readWaves(waves: readonly Column[], least = 3): Waves | Refused {
  if (waves.length < least) {
    return refuse('TooFewGroups', `${waves.length} waves; at least ${least} needed`)
  }
  const read = keepCompleteRows(waves)
  if (!read.ok) return read
  const n = read.kept[0]?.length ?? 0
  if (n < 2) return refuse('TooFewValues', `${n} complete rows; at least 2 needed`)
  return {
    ok: true,
    columns: read.kept,
    n,
    missing: { count: read.missing, handling: 'complete-cases' },
  }
}
