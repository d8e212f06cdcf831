import type { Day } from '../kit/dates.ts'
import type { Migration } from './migration.ts'
import type { Pair } from './pair.ts'
import type { Person } from './person.ts'

/**
 * Pairs in the order in which every page and paper names them, so that the first of them is the same everywhere: parents who are away
 * on that day, then other parents, then whoever else looks after the child; within these by the child's and the adult's name.
 */
export function orderPairs<Entry extends Pair & { readonly id: string }>(
  pairs: readonly Entry[],
  {
    people,
    stays,
    today,
  }: {
    readonly people: readonly (Pick<Person, 'name' | 'role'> & { readonly id: string })[]
    readonly stays: readonly Pick<Migration, 'personId' | 'since' | 'until'>[]
    readonly today: Day
  },
): readonly Entry[] {
  const away = new Set(
    stays
      .filter(
        ({ since, until }) =>
          (since === null || since <= today) && (until === null || until >= today),
      )
      .map(({ personId }) => personId),
  )
  const byId = new Map(people.map((one) => [one.id, one]))
  const keyOf = ({ id, childId, adultId }: Entry): readonly string[] => {
    const adult = byId.get(adultId)
    const rank = adult?.role !== 'parent' ? 2 : away.has(adultId) ? 0 : 1
    return [String(rank), byId.get(childId)?.name ?? '', adult?.name ?? '', id]
  }
  return pairs.toSorted((left, right) => {
    const [one, other] = [keyOf(left), keyOf(right)]
    const at = one.findIndex((word, index) => word !== other[index])
    return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
  })
}
