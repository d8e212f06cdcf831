import type { Translate } from '../../../evaluation/write-numbers.ts'
import type { FieldValues } from '../../field-values.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import { type KnownPerson, parentOf } from './bonds.ts'

export const grandparentColumns = [
  ['grandparentRelation', '祖辈关系'],
  ['grandparentName', '祖辈姓名'],
  ['grandparentBorn', '祖辈出生日期'],
  ['grandparentPhone', '祖辈电话'],
] as const

const lines = [
  ['father', 'male', 'grandfather'],
  ['father', 'female', 'grandmother'],
  ['mother', 'male', 'maternalGrandfather'],
  ['mother', 'female', 'maternalGrandmother'],
] as const

/**
 * Both sides, a line for each of the four whether somebody is on record or not; then grandparents of whom no record says whose
 * mother or father they are: kinship is not guessed from a name.
 */
export function listGrandparents(
  file: FamilyOnPaper,
  childId: string,
  translate: Translate,
): readonly FieldValues[] {
  const found = lines.map(([side, sex, relation]) => {
    const child = parentOf(file, childId, side)
    const parentIds = file.drawn.parentages
      .filter((one) => one.childId === child?.id)
      .map(({ parentId }) => parentId)
    const own = file.people.find((one) => parentIds.includes(one.id) && one.sex === sex)
    return { relation, own: own ?? null }
  })
  const placed = found.flatMap(({ own }) => own?.id ?? [])
  const others = file.people.filter(
    ({ id, role }) => role === 'grandparent' && !placed.includes(id),
  )
  return [
    ...found.map(({ relation, own }) =>
      fillOne(translate(`paperwork:family.grandparent.${relation}`), own, translate),
    ),
    ...others.map((own) => fillOne(translate('families:role.grandparent'), own, translate)),
  ]
}

function fillOne(relation: string, own: KnownPerson | null, translate: Translate): FieldValues {
  const name =
    own === null || own.alive
      ? (own?.name ?? '')
      : `${own.name} ${translate('families:where.dead')}`
  return {
    grandparentRelation: relation,
    grandparentName: name,
    grandparentBorn: own?.bornOn ?? '',
    grandparentPhone: own?.phone ?? '',
  }
}
