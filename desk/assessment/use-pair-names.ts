import type { PairEntry } from '../../core/assessment/profile/pair-evidence.ts'
import { pair } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { text } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'

export interface PairNames {
  readonly pairs: readonly PairEntry[]
  readonly nameOf: (pair: PairEntry) => string
  /** Of a pair's id; the whole family where there is none. */
  readonly whose: (pairId: string | null) => string
}

/** The pairs of a family with the names of both sides. */
export function usePairNames(familyId: string): PairNames {
  const pairs = useRecords(pair, { familyId })
  const people = useRecords(person, { familyId })
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
