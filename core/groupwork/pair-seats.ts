import type { Pair } from '../families/pair.ts'
import { isSeatedFor, type ParentRelation, parentRelations, type SeatEntry } from './seat.ts'

export interface SeatRow {
  readonly familyId: string
  readonly child: SeatEntry
  readonly parents: readonly SeatEntry[]
  readonly guardians: readonly SeatEntry[]
  /** `filledByOther`: an aunt, a grandmother or another adult sits in the parents' group for this child. */
  /** As what each adult comes for this child, where the viewer may know it. */
  readonly relations: ReadonlyMap<string, Pair['relation']>
  /** Parents for whom a seat beside the child is kept and who do not sit in it themselves (GRP-47). */
  readonly keptFor: readonly ParentRelation[]
  readonly parentSeat: 'open' | 'filledByParent' | 'filledByOther'
}

export interface SeatTable {
  readonly rows: readonly SeatRow[]
  /** Adults whose child has no seat now: the child's seat is open. */
  readonly withoutChild: readonly SeatEntry[]
  readonly left: readonly SeatEntry[]
}

const isParentRelation = (relation: string) => parentRelations.some((one) => one === relation)

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
    return relation === undefined || isParentRelation(relation)
  }
  const known = new Map(
    own.flatMap(({ id, personId }) => {
      const relation = relations.get(`${child.personId}:${personId}`)
      return relation === undefined ? [] : [[id, relation] as const]
    }),
  )
  const seated = new Set<string>(parents.flatMap(({ id }) => known.get(id) ?? []))
  const filled = parents.some(isParent) ? 'filledByParent' : 'filledByOther'
  return {
    familyId: child.familyId,
    child,
    parents,
    guardians: own.filter(({ strand }) => strand === 'guardian'),
    relations: known,
    keptFor: parentRelations.filter((one) => child.keptFor.includes(one) && !seated.has(one)),
    parentSeat: parents.length === 0 ? 'open' : filled,
  }
}
