import type { DrawnPerson, DrawnUnion, Genogram } from './genogram.ts'

/** Look-ups that ordering asks for again and again. */
export interface Kinship {
  readonly person: (id: string) => DrawnPerson | undefined
  /** Place by age among all. */
  readonly rank: (id: string) => number
  /** The union under which somebody hangs; a second one (adoption) is drawn as a line only. */
  readonly originOf: (id: string) => DrawnUnion | undefined
  /** Whole brothers and sisters, by age. */
  readonly siblingsOf: (id: string) => readonly string[]
  /** Of the same generation, the earliest union first. */
  readonly partnersOf: (id: string) => readonly string[]
}

export function readKinship({ people, unions, generations }: Genogram): Kinship {
  const ranks = new Map(people.map(({ id }, index) => [id, index]))
  const byId = new Map(people.map((one) => [one.id, one]))
  const rank = (id: string) => ranks.get(id) ?? people.length
  const origins = findOrigins(unions)
  const partners = new Map<string, string[]>()
  const inTime = [...unions].sort((left, right) => compareUnions(left, right, rank))
  for (const { partners: both } of inTime)
    for (const one of both)
      for (const other of both)
        if (one !== other && generations.get(one) === generations.get(other))
          partners.set(one, [...(partners.get(one) ?? []), other])
  return {
    person: (id) => byId.get(id),
    rank,
    originOf: (id) => origins.get(id),
    siblingsOf: (id) =>
      (origins.get(id)?.children ?? [])
        .map((child) => child.id)
        .filter((one) => origins.get(one) === origins.get(id))
        .sort((left, right) => rank(left) - rank(right)),
    partnersOf: (id) => partners.get(id) ?? [],
  }
}

function findOrigins(unions: readonly DrawnUnion[]): ReadonlyMap<string, DrawnUnion> {
  const origins = new Map<string, DrawnUnion>()
  const byBirthFirst = (wanted: boolean) => {
    for (const union of unions)
      for (const { id, nature } of union.children)
        if ((nature === 'birth') === wanted && !origins.has(id)) origins.set(id, union)
  }
  byBirthFirst(true)
  byBirthFirst(false)
  return origins
}

/** By the year in which they began, else by the eldest child. */
function compareUnions(left: DrawnUnion, right: DrawnUnion, rank: (id: string) => number): number {
  const eldest = ({ children }: DrawnUnion) => Math.min(...children.map(({ id }) => rank(id)))
  if (left.since !== null && right.since !== null && left.since !== right.since)
    return left.since < right.since ? -1 : 1
  const [one, two] = [eldest(left), eldest(right)]
  if (one !== two) return one < two ? -1 : 1
  return left.id < right.id ? -1 : 1
}
