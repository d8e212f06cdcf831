import type { Couple } from '../facts/couple.ts'
import type { Parentage } from '../facts/parentage.ts'
import { holdsOn, liesAfter } from '../facts/partial-day.ts'
import type { DrawnChild, DrawnUnion } from './genogram.ts'
import type { GenogramRecords, Known } from './genogram-records.ts'

export interface ParentLink {
  readonly parentId: string
  readonly childId: string
  readonly nature: Parentage['nature']
}

const parentRelations: readonly string[] = ['mother', 'father']

/** What is written as parentage, and what pairs and guardianships already say: nobody types the same fact twice. */
export function listParentLinks(
  records: GenogramRecords,
  known: ReadonlySet<string>,
  day: string,
): readonly ParentLink[] {
  const links = new Map<string, ParentLink>()
  const add = (link: ParentLink) => {
    const key = `${link.childId} ${link.parentId}`
    if (known.has(link.parentId) && known.has(link.childId) && !links.has(key)) links.set(key, link)
  }
  const step = new Set(
    records.pairs
      .filter(({ relation }) => relation === 'stepmother' || relation === 'stepfather')
      .map(({ childId, adultId }) => `${childId} ${adultId}`),
  )
  for (const { parentId, childId, nature } of records.parentages) add({ parentId, childId, nature })
  for (const { adultId, childId, relation } of records.pairs)
    if (parentRelations.includes(relation)) add({ parentId: adultId, childId, nature: 'birth' })
  for (const { adultId, childId, basis } of records.guardianships)
    if (basis === 'parent' && !step.has(`${childId} ${adultId}`))
      add({ parentId: adultId, childId, nature: 'birth' })
  for (const its of records.lifeFacts)
    if (its.fact === 'expecting' && holdsOn(its, day))
      for (const parentId of [its.personId, partnerOf(its.personId, records, day)])
        if (parentId !== null) add({ parentId, childId: its.id, nature: 'birth' })
  return [...links.entries()].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, it]) => it)
}

function partnerOf(personId: string, { couples }: GenogramRecords, day: string): string | null {
  const together = couples
    .filter(({ oneId, otherId }) => oneId === personId || otherId === personId)
    .filter((one) => (one.state === 'married' || one.state === 'cohabiting') && holdsOn(one, day))
    .sort((left, right) => (left.id < right.id ? -1 : 1))[0]
  if (together === undefined) return null
  return together.oneId === personId ? together.otherId : together.oneId
}

/** Couples, former couples and parents of the same children, each with the children that are theirs. */
export function listUnions(
  records: GenogramRecords,
  links: readonly ParentLink[],
  known: ReadonlySet<string>,
  day: string,
): readonly DrawnUnion[] {
  const unions = new Map<string, DrawnUnion>()
  const childrenOf = groupChildren(links)
  const stages = records.couples.filter(
    (one) => known.has(one.oneId) && known.has(one.otherId) && !liesAfter(one.since, day),
  )
  for (const partners of [
    ...stages.map(({ oneId, otherId }) => [oneId, otherId].sort()),
    ...stepCouples(records, links, known),
    ...[...childrenOf.values()].map(({ parents }) => parents),
  ]) {
    const id = partners.join('+')
    if (unions.has(id)) continue
    const stage = latestStage(
      stages.filter(({ oneId, otherId }) => partners.includes(oneId) && partners.includes(otherId)),
      day,
    )
    unions.set(id, {
      id,
      partners,
      state: stage === undefined ? null : stateOf(stage, records, day),
      since: stage?.since ?? null,
      children: childrenOf.get(id)?.children ?? [],
    })
  }
  return [...unions.values()].sort((left, right) => (left.id < right.id ? -1 : 1))
}

/** A couple whose last stage has ended lives apart, unless death ended it. */
function stateOf(stage: Known<Couple>, { people, lifeFacts }: GenogramRecords, day: string) {
  if (holdsOn(stage, day) || stage.state === 'divorced') return stage.state
  const widowed = [stage.oneId, stage.otherId].some(
    (one) =>
      people.some(({ id, alive }) => id === one && !alive) ||
      lifeFacts.some(({ personId, fact }) => personId === one && fact === 'died'),
  )
  return widowed ? stage.state : 'separated'
}

/** The stage that holds, or else the latest one. */
function latestStage(stages: GenogramRecords['couples'], day: string) {
  const ordered = [...stages].sort((left, right) =>
    `${left.since ?? ''} ${left.id}` < `${right.since ?? ''} ${right.id}` ? 1 : -1,
  )
  return ordered.find((one) => holdsOn(one, day)) ?? ordered[0]
}

/** Children under the set of their parents: by birth first; whoever else is a parent has a union of their own. */
function groupChildren(links: readonly ParentLink[]) {
  const unions = new Map<string, { parents: readonly string[]; children: DrawnChild[] }>()
  const add = (links: readonly ParentLink[]) => {
    const [first] = links
    if (first === undefined) return
    const parents = links.map(({ parentId }) => parentId).sort()
    const id = parents.join('+')
    const nature = links.find((link) => link.nature !== 'birth')?.nature ?? 'birth'
    const known = unions.get(id) ?? { parents, children: [] }
    known.children.push({ id: first.childId, nature })
    unions.set(id, known)
  }
  for (const childId of new Set(links.map((link) => link.childId))) {
    const own = links.filter((link) => link.childId === childId)
    const birth = own.filter(({ nature }) => nature === 'birth').slice(0, 2)
    const others = own.filter((link) => !birth.includes(link))
    add(birth)
    for (let at = 0; at < others.length; at += 2) add(others.slice(at, at + 2))
  }
  return unions
}

/** A stepmother is the father's wife: where no couple is on record, the pair says so. */
function stepCouples(
  { pairs }: GenogramRecords,
  links: readonly ParentLink[],
  known: ReadonlySet<string>,
): readonly (readonly string[])[] {
  return pairs.flatMap(({ childId, adultId, relation }) => {
    const other = { stepmother: 'father', stepfather: 'mother' }[String(relation)]
    const parent = pairs.find((one) => one.childId === childId && one.relation === other)
    return other === undefined ||
      parent === undefined ||
      !known.has(adultId) ||
      !links.some((link) => link.parentId === parent.adultId)
      ? []
      : [[adultId, parent.adultId].sort()]
  })
}
