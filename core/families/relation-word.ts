import type { Pair } from './pair.ts'
import type { Person } from './person.ts'

/** Who is what to a child, as far as the register and the drawing of the family say it. */
export interface Relations {
  readonly people: readonly (Pick<Person, 'sex' | 'role'> & { readonly id: string })[]
  readonly pairs: readonly Pick<Pair, 'childId' | 'adultId' | 'relation'>[]
  readonly parentages: readonly { readonly parentId: string; readonly childId: string }[]
}

type Side = 'paternal' | 'maternal'
export type KinWord = `${Side}${'Grandmother' | 'Grandfather' | 'Aunt' | 'Uncle'}`

export type RelationKey =
  | `families:relation.${Pair['relation']}`
  | `families:kin.${KinWord}`
  | `families:role.${Person['role']}`

/** A mother's mother is called otherwise than a father's: which side is read from who is whose parent, never guessed. */
const broad: readonly Pair['relation'][] = [
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
  'otherCaregiver',
]

/** The text that names what an adult is to a child; the role in the family where nothing more is on record. */
export function relationWord(
  relations: Relations,
  childId: string,
  adult: Pick<Person, 'role'> & { readonly id: string },
): RelationKey {
  const own = relations.pairs.find((one) => one.childId === childId && one.adultId === adult.id)
  if (own !== undefined && !broad.includes(own.relation)) return `families:relation.${own.relation}`
  const kin = findKin(relations, childId, adult.id)
  if (kin !== null) return `families:kin.${kin}`
  return own === undefined ? `families:role.${adult.role}` : `families:relation.${own.relation}`
}

function findKin(relations: Relations, childId: string, adultId: string): KinWord | null {
  const sex = relations.people.find(({ id }) => id === adultId)?.sex ?? 'unknown'
  if (sex === 'unknown') return null
  for (const [side, parentId] of parentsOf(relations, childId)) {
    const above = parentIdsOf(relations, parentId)
    if (above.includes(adultId)) return `${side}${sex === 'female' ? 'Grandmother' : 'Grandfather'}`
    const isSibling =
      adultId !== parentId && parentIdsOf(relations, adultId).some((id) => above.includes(id))
    if (isSibling) return `${side}${sex === 'female' ? 'Aunt' : 'Uncle'}`
  }
  return null
}

function parentIdsOf({ parentages }: Relations, childId: string): readonly string[] {
  return parentages.filter((one) => one.childId === childId).map(({ parentId }) => parentId)
}

/** By the pair, otherwise by the drawing and the parent's sex. */
function parentsOf(relations: Relations, childId: string): readonly (readonly [Side, string])[] {
  const paired = relations.pairs.flatMap(({ childId: of, adultId, relation }) => {
    if (of !== childId || (relation !== 'mother' && relation !== 'father')) return []
    return [[relation === 'mother' ? 'maternal' : 'paternal', adultId] as const]
  })
  const drawn = parentIdsOf(relations, childId).flatMap((parentId) => {
    const sex = relations.people.find(({ id }) => id === parentId)?.sex ?? 'unknown'
    if (sex === 'unknown') return []
    return [[sex === 'female' ? 'maternal' : 'paternal', parentId] as const]
  })
  return [...paired, ...drawn]
}
