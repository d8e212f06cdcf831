// What an earlier key still seals, in the whole database.
import type { Transaction } from '../database/sql.ts'
import { KeyDestroyed } from './key-ring.ts'
import { everySealedPlace, underEarlierKey, type SealedPlace } from './sealed-places.ts'

export interface Old {
  /** Which of `everySealedPlace`. */
  readonly place: number
  readonly owner: string
  readonly count: number
}

/** Every place in one statement: what of whom an earlier key still seals. */
const everywhere = everySealedPlace
  .map(
    (place, index) =>
      `select ${index} as place, ${place.owner} as owner, count(*)::int as count from ${underEarlierKey(place)} group by 2`,
  )
  .join(' union all ')

export function lookForOld({ agencyId, rows }: Transaction): Promise<readonly Old[]> {
  return rows<Old>(everywhere, [agencyId])
}

export function isAmong(old: readonly Old[], place: SealedPlace): boolean {
  return old.some((one) => everySealedPlace[one.place] === place)
}

/** A family that is erased meanwhile takes its key along: what was about to be sealed anew is gone. */
export async function untilNone(step: () => Promise<boolean>): Promise<void> {
  for (;;) {
    try {
      if (!(await step())) return
    } catch (trouble) {
      if (!(trouble instanceof KeyDestroyed)) throw trouble
    }
  }
}
