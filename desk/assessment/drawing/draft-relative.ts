import { couple, type Couple } from '../../../core/assessment/drawing/facts/couple.ts'
import { lifeFact } from '../../../core/assessment/drawing/facts/life-fact.ts'
import { parentage, parentageId } from '../../../core/assessment/drawing/facts/parentage.ts'
import { partialDayShape } from '../../../core/assessment/drawing/facts/partial-day.ts'
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
  /** A year is enough; empty where not even that is known. */
  readonly born: string
  readonly alive: boolean
  readonly livesHere: boolean
  /** null until somebody has said how the two stand: a second partner is not taken for married. */
  readonly state: Couple['state'] | null
  /** The other parent of a new child. */
  readonly otherParentId: string
}

/** A new relative with what binds them to somebody: person and bonds go together or not at all. */
export function draftRelative(
  form: RelativeForm,
  of: LocalRecord<Person>,
  genogram: Genogram,
  today: string,
  ids: { readonly person: string; readonly couple: string; readonly birth: string },
): readonly Draft[] {
  const { familyId } = of
  const id = ids.person
  const isWholeDay = form.born.length === today.length
  const someone = draftRecord(person, id, {
    familyId,
    name: form.name.trim(),
    sex: form.sex,
    bornOn: isWholeDay ? form.born : null,
    alive: form.alive,
    livesHere: form.alive && form.livesHere,
    role: roleOf(form, of, genogram, today),
  })
  const birth =
    form.born === '' || isWholeDay
      ? []
      : [
          draftRecord(lifeFact, ids.birth, {
            familyId,
            personId: id,
            fact: 'born',
            since: form.born,
          }),
        ]
  const whoever = [someone, ...birth]
  const born = (parentId: string, childId: string) =>
    draftRecord(parentage, parentageId(parentId, childId), { familyId, parentId, childId })
  switch (form.kinship) {
    case 'parent':
      return [...whoever, born(id, of.id)]
    case 'partner':
      return [
        ...whoever,
        draftRecord(couple, ids.couple, {
          familyId,
          oneId: of.id,
          otherId: id,
          state: form.state ?? 'unclear',
        }),
      ]
    case 'child':
      return [
        ...whoever,
        born(of.id, id),
        ...(form.otherParentId === '' ? [] : [born(form.otherParentId, id)]),
      ]
    case 'sibling':
      return [...whoever, ...parentsOf(of.id, genogram).map((parentId) => born(parentId, id))]
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

/** What is still missing before a relative can be kept. */
export function isComplete({ name, born, kinship, state }: RelativeForm): boolean {
  const isDated = born === '' || partialDayShape.safeParse(born).success
  return name.trim() !== '' && isDated && (kinship !== 'partner' || state !== null)
}

/**
 * The role follows from whom was tapped. Only sons and daughters of the household's own parents who are said to live here
 * are children of the register; cousins and grown-up brothers and sisters are relatives; a former partner is neither.
 */
function roleOf(
  { kinship, born, livesHere, state }: RelativeForm,
  of: LocalRecord<Person>,
  { generations }: Genogram,
  today: string,
): Person['role'] {
  switch (kinship) {
    case 'parent':
      if (of.role === 'child') return 'parent'
      return (generations.get(of.id) ?? 0) <= -1 ? 'grandparent' : 'relative'
    case 'partner':
      if (state !== 'married' && state !== 'cohabiting') return 'other'
      return of.role === 'grandparent' ? 'grandparent' : 'relative'
    case 'child':
      return of.role === 'parent' && livesHere && isYoung(born, today) ? 'child' : 'relative'
    case 'sibling':
      return of.role === 'child' && livesHere && isYoung(born, today) ? 'child' : 'relative'
  }
}

function isYoung(born: string, today: string): boolean {
  if (born === '') return false
  return born.length === today.length
    ? ageOn(born, today) < 18
    : Number(today.slice(0, 4)) - Number(born.slice(0, 4)) < 18
}
