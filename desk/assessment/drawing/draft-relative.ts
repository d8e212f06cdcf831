import { couple, type Couple } from '../../../core/assessment/drawing/facts/couple.ts'
import { parentage, parentageId } from '../../../core/assessment/drawing/facts/parentage.ts'
import type { Genogram } from '../../../core/assessment/drawing/genogram/genogram.ts'
import { person, type Person } from '../../../core/families/person.ts'
import { ageOn } from '../../../core/kit/dates.ts'
import type { Draft } from '../../../core/sync/device.ts'
import { draftRecord } from '../../../core/sync/draft-record.ts'
import type { LocalRecord } from '../../sync/index.ts'

export const kinships = ['parent', 'partner', 'child', 'sibling'] as const
export type Kinship = (typeof kinships)[number]

export interface RelativeForm {
  readonly kinship: Kinship
  readonly name: string
  readonly sex: Person['sex']
  readonly bornOn: string | null
  readonly alive: boolean
  readonly livesHere: boolean
  readonly state: Couple['state']
  /** The other parent of a new child. */
  readonly otherParentId: string
}

/** A new relative with what binds them to somebody: person and bonds go together or not at all. */
export function draftRelative(
  form: RelativeForm,
  of: LocalRecord<Person>,
  genogram: Genogram,
  today: string,
  id: string,
  coupleId: string,
): readonly Draft[] {
  const { familyId } = of
  const someone = draftRecord(person, id, {
    familyId,
    name: form.name.trim(),
    sex: form.sex,
    bornOn: form.bornOn,
    alive: form.alive,
    livesHere: form.alive && form.livesHere,
    role: roleOf(form, of, genogram, today),
  })
  const born = (parentId: string, childId: string) =>
    draftRecord(parentage, parentageId(parentId, childId), { familyId, parentId, childId })
  switch (form.kinship) {
    case 'parent':
      return [someone, born(id, of.id)]
    case 'partner':
      return [
        someone,
        draftRecord(couple, coupleId, { familyId, oneId: of.id, otherId: id, state: form.state }),
      ]
    case 'child':
      return [
        someone,
        born(of.id, id),
        ...(form.otherParentId === '' ? [] : [born(form.otherParentId, id)]),
      ]
    case 'sibling':
      return [someone, ...parentsOf(of.id, genogram).map((parentId) => born(parentId, id))]
  }
}

export function parentsOf(id: string, { unions }: Genogram): readonly string[] {
  const its = unions.find(({ children }) =>
    children.some((child) => child.id === id && child.nature === 'birth'),
  )
  return its?.partners ?? []
}

export function partnersOf(id: string, { unions }: Genogram): readonly string[] {
  return unions
    .filter(({ partners }) => partners.includes(id))
    .flatMap(({ partners }) => partners.filter((one) => one !== id))
}

/** Children of the household are children of the register; cousins and grown-up brothers and sisters are relatives. */
function roleOf(
  { kinship, bornOn, livesHere }: RelativeForm,
  of: LocalRecord<Person>,
  { generations }: Genogram,
  today: string,
): Person['role'] {
  const step = { parent: -1, partner: 0, child: 1, sibling: 0 }[kinship]
  const generation = (generations.get(of.id) ?? 0) + step
  if (generation <= -2) return 'grandparent'
  if (kinship === 'parent' && of.role === 'child') return 'parent'
  const young = bornOn !== null && ageOn(bornOn, today) < 18
  return generation >= 0 && young && livesHere && kinship !== 'partner' ? 'child' : 'relative'
}
