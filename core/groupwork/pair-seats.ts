import type { Pair } from '../families/pair.ts'
import { isSeatedFor, type SeatEntry } from './seat.ts'

export interface SeatRow {
  readonly familyId: string
  readonly child: SeatEntry
  readonly parents: readonly SeatEntry[]
  readonly guardians: readonly SeatEntry[]
  /** `filledByOther`: an aunt, a grandmother or another adult sits in the parents' group for this child. */
  readonly parentSeat: 'open' | 'filledByParent' | 'filledByOther'
}

export interface SeatTable {
  readonly rows: readonly SeatRow[]
  /** Adults whose child has no seat now: the child's seat is open. */
  readonly withoutChild: readonly SeatEntry[]
  readonly left: readonly SeatEntry[]
}

const parentRelations: readonly string[] = ['mother', 'father', 'stepmother', 'stepfather']

/**
 * GRP-21: which child's seat belongs to which adult's seat, family by family. An open parents' seat is shown and never an
 * error: the parent may be unreachable. `pairs` are those that the viewer may see; without them a parents' seat counts as the parent's.
 */
export function pairSeats(
  seats: readonly SeatEntry[],
  day: string,
  pairs: readonly (Pair & { readonly id: string })[] = [],
): SeatTable {
  const present = seats.filter(({ leftOn }) => leftOn === null || day < leftOn)
  const children = present.filter(({ strand }) => strand === 'child')
  const adults = present.filter(({ strand }) => strand !== 'child')
  const relations = new Map(pairs.map((one) => [`${one.childId}:${one.adultId}`, one.relation]))
  return {
    rows: children
      .map((child) => rowOf(child, adults, relations))
      .sort(
        (left, right) =>
          left.familyId.localeCompare(right.familyId) ||
          left.child.id.localeCompare(right.child.id),
      ),
    withoutChild: adults.filter((adult) =>
      children.every((child) => !isSeatedFor(adult, child.personId)),
    ),
    left: seats.filter((seat) => !present.includes(seat)),
  }
}

function rowOf(
  child: SeatEntry,
  adults: readonly SeatEntry[],
  relations: ReadonlyMap<string, Pair['relation']>,
): SeatRow {
  const own = adults.filter((adult) => isSeatedFor(adult, child.personId))
  const parents = own.filter(({ strand }) => strand === 'parent')
  const isParent = (adult: SeatEntry) => {
    const relation = relations.get(`${child.personId}:${adult.personId}`)
    return relation === undefined || parentRelations.includes(relation)
  }
  const filled = parents.some(isParent) ? 'filledByParent' : 'filledByOther'
  return {
    familyId: child.familyId,
    child,
    parents,
    guardians: own.filter(({ strand }) => strand === 'guardian'),
    parentSeat: parents.length === 0 ? 'open' : filled,
  }
}
