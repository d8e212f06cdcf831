import type { Pair } from '../../../families/pair.ts'
import type { Person } from '../../../families/person-shape.ts'
import type { DrawnUnion } from './genogram.ts'
import type { Known } from './genogram-records.ts'

const generationOfRelation: Readonly<Record<Pair['relation'], number>> = {
  mother: -1,
  father: -1,
  stepmother: -1,
  stepfather: -1,
  grandmother: -2,
  grandfather: -2,
  aunt: -1,
  uncle: -1,
  sibling: 0,
  otherCaregiver: -1,
}
const generationOfRole: Readonly<Record<Person['role'], number>> = {
  child: 0,
  parent: -1,
  grandparent: -2,
  relative: -1,
  other: -1,
}

interface Kin {
  readonly people: readonly Known<Person>[]
  readonly unions: readonly DrawnUnion[]
  readonly pairs: readonly Known<Pair>[]
  readonly indexId: string
}

/** Partners stand in one generation, children one below their parents; who is bound to nobody stands where the register puts them. */
export function findGenerations({
  people,
  unions,
  pairs,
  indexId,
}: Kin): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const steps = listSteps(unions)
  const walk = (startId: string, generation: number) => {
    if (found.has(startId)) return
    found.set(startId, generation)
    const queue = [startId]
    for (const id of queue)
      for (const { to, by } of steps.get(id) ?? []) {
        if (found.has(to)) continue
        found.set(to, (found.get(id) ?? 0) + by)
        queue.push(to)
      }
  }
  walk(indexId, 0)
  const ofIndex = new Map(
    pairs.filter(({ childId }) => childId === indexId).map((one) => [one.adultId, one.relation]),
  )
  for (const { id, role } of people) {
    const relation = ofIndex.get(id)
    walk(id, relation === undefined ? generationOfRole[role] : generationOfRelation[relation])
  }
  return found
}

interface Step {
  readonly to: string
  readonly by: number
}

function listSteps(unions: readonly DrawnUnion[]): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>()
  const add = (from: string, to: string, by: number) => {
    const known = steps.get(from) ?? []
    known.push({ to, by })
    steps.set(from, known)
  }
  for (const { partners, children } of unions) {
    for (const one of partners) {
      for (const other of partners) if (one !== other) add(one, other, 0)
      for (const { id } of children) {
        add(one, id, 1)
        add(id, one, -1)
      }
    }
  }
  return steps
}
