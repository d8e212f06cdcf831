import type { PairEntry } from '../../core/assessment/profile/pair-evidence.ts'
import { migration } from '../../core/families/migration.ts'
import { orderPairs } from '../../core/families/order-pairs.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { text } from '../kit/index.ts'
import { useRecords, useToday } from '../sync/index.ts'

export interface PairNames {
  readonly pairs: readonly PairEntry[]
  readonly nameOf: (pair: PairEntry) => string
  /** Of a pair's id; the whole family where there is none. */
  readonly whose: (pairId: string | null) => string
}

/** The pairs of a family with the names of both sides, in the order of every page (FAM-37). */
export function usePairNames(familyId: string): PairNames {
  const today = useToday()
  const people = useRecords(person, { familyId })
  const stays = useRecords(migration, { familyId })
  const pairs = orderPairs(useRecords(pair, { familyId }), { people, stays, today })
  const nameOf = ({ childId, adultId }: PairEntry): string => {
    const name = (personId: string) => people.find(({ id }) => id === personId)?.name ?? ''
    return text('assessment:profile.of', { child: name(childId), adult: name(adultId) })
  }
  return {
    pairs,
    nameOf,
    whose: (pairId) => {
      const its = pairs.find(({ id }) => id === pairId)
      return its === undefined ? text('goals:wholeFamily') : nameOf(its)
    },
  }
}
