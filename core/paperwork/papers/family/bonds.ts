// Who is what to a child, read from a family's file for its papers.
import type { Known } from '../../../evaluation/evaluation-records.ts'
import type { Guardianship } from '../../../families/guardianship.ts'
import { isAwayOn, type Migration } from '../../../families/migration.ts'
import type { Person } from '../../../families/person.ts'
import { type RelationKey, relationWord } from '../../../families/relation-word.ts'
import type { Day } from '../../../kit/dates.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'

export type KnownPerson = Known<Person>

/** The eldest first; whose birth nobody knows last. */
export function childrenOf({ people }: Pick<FamilyOnPaper, 'people'>): readonly KnownPerson[] {
  return people
    .filter(({ role, alive }) => role === 'child' && alive)
    .toSorted((left, right) => ((left.bornOn ?? '9') < (right.bornOn ?? '9') ? -1 : 1))
}

/** Mother or father of the child, by the register; with step-parents the one by birth. */
export function parentOf(
  { people, drawn }: FamilyOnPaper,
  childId: string,
  which: 'mother' | 'father',
): KnownPerson | null {
  const pair = drawn.pairs.find((one) => one.childId === childId && one.relation === which)
  return people.find(({ id }) => id === pair?.adultId) ?? null
}

/** Bonds that hold on the day, with the adults they name. */
export function bondsOf(
  { people, drawn }: FamilyOnPaper,
  childId: string,
  kind: Guardianship['kind'],
  day: Day,
): readonly { readonly bond: Known<Guardianship>; readonly adult: KnownPerson }[] {
  return drawn.guardianships
    .filter(
      (one) =>
        one.childId === childId && one.kind === kind && (one.until === null || one.until > day),
    )
    .flatMap((bond) =>
      people.filter(({ id }) => id === bond.adultId).map((adult) => ({ bond, adult })),
    )
}

/** What the adult is to the child, as far as the records say it: a grandmother of the father's side is 奶奶, of the mother's 外婆. */
export function relationKey(
  { people, drawn }: FamilyOnPaper,
  childId: string,
  adult: KnownPerson,
): RelationKey {
  return relationWord({ people, ...drawn }, childId, adult)
}

/** The stay of somebody who is away on the day. */
export function stayOf(
  { migrations }: FamilyOnPaper,
  personId: string,
  day: Day,
): Known<Migration> | null {
  return migrations.find((one) => one.personId === personId && isAwayOn(one, day)) ?? null
}

/** Province and city, no finer. */
export function placeOf(stay: Pick<Migration, 'province' | 'city'> | null): string {
  return stay === null ? '' : [stay.province, stay.city].filter((part) => part !== '').join(' ')
}

/** Away, at home, or null where nobody has said it. */
export function isAway(file: FamilyOnPaper, adult: KnownPerson | null, day: Day): boolean | null {
  if (adult === null || !adult.alive) return null
  if (stayOf(file, adult.id, day) !== null) return true
  return adult.livesHere === true ? false : null
}

/** Township and village where somebody lives in the household; empty where that is not said. */
export function addressOf({ family }: FamilyOnPaper, who: KnownPerson): string {
  return who.livesHere === true
    ? [family.township, family.village].filter((part) => part !== '').join(' ')
    : ''
}
