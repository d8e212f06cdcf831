import { isAwayOn } from '../../families/migration.ts'
import type { Pair } from '../../families/pair.ts'
import type { Person } from '../../families/person.ts'
import { ageOn, type Day } from '../../kit/dates.ts'
import type { RegisterAtHand } from './register-at-hand.ts'

export type Away = 'both' | 'mother' | 'father' | 'neither' | 'unknown'
export type Caring =
  | 'parents'
  | 'mother'
  | 'father'
  | 'grandparents'
  | 'relatives'
  | 'others'
  | 'several'
  | 'unknown'

export interface ChildBackground {
  readonly sex: Person['sex']
  readonly age: number | null
  readonly away: Away
  readonly caring: Caring
  /** As it is registered now: the register keeps no day with it. */
  readonly grade: string
  readonly boarding: boolean | null
}

/**
 * What the register says of a child on a day: age, who is away and who cares as of that day, the rest as it stands now. What
 * nobody has said is unknown and never concluded from something else (FAM-6, EVA-39).
 */
export function backgroundOfChild(
  register: RegisterAtHand,
  child: Person & { readonly id: string },
  day: Day,
): ChildBackground {
  return {
    sex: child.sex,
    age: child.bornOn === null || child.bornOn > day ? null : ageOn(child.bornOn, day),
    away: findAway(register, child.id, day),
    caring: findCaring(register, child.id, day),
    grade: child.grade.trim(),
    boarding: child.boarding,
  }
}

function findAway(register: RegisterAtHand, childId: string, day: Day): Away {
  const mother = isParentAway(register, childId, ['mother', 'stepmother'], day)
  const father = isParentAway(register, childId, ['father', 'stepfather'], day)
  if (mother === null || father === null) return 'unknown'
  if (mother && father) return 'both'
  if (mother) return 'mother'
  return father ? 'father' : 'neither'
}

/** The parent by birth before a step-parent. Null where nobody has said where this parent is. */
function isParentAway(
  { pairs, people, migrations }: RegisterAtHand,
  childId: string,
  relations: readonly Pair['relation'][],
  day: Day,
): boolean | null {
  const own = relations.flatMap((relation) =>
    pairs.filter((pair) => pair.childId === childId && pair.relation === relation),
  )
  const parent = people.find(({ id }) => id === own[0]?.adultId)
  if (parent === undefined) return null
  if (!parent.alive) return false
  const isAway = migrations.some((stay) => stay.personId === parent.id && isAwayOn(stay, day))
  if (isAway) return true
  return parent.livesHere === true ? false : null
}

function findCaring(register: RegisterAtHand, childId: string, day: Day): Caring {
  const kinds = new Set(
    register.guardianships
      .filter(
        ({ childId: of, kind, since, until }) =>
          of === childId &&
          kind === 'caregiver' &&
          (since === null || since <= day) &&
          (until === null || until > day),
      )
      .map(({ adultId }) => caringOf(register, childId, adultId)),
  )
  const [first = 'unknown', second] = kinds
  if (second === undefined) return first
  const isParents = kinds.size === 2 && kinds.has('mother') && kinds.has('father')
  return isParents ? 'parents' : 'several'
}

function caringOf({ pairs, people }: RegisterAtHand, childId: string, adultId: string): Caring {
  const relation = pairs.find(
    (pair) => pair.childId === childId && pair.adultId === adultId,
  )?.relation
  switch (relation) {
    case 'mother':
    case 'stepmother':
      return 'mother'
    case 'father':
    case 'stepfather':
      return 'father'
    case 'grandmother':
    case 'grandfather':
      return 'grandparents'
    case 'aunt':
    case 'uncle':
    case 'sibling':
      return 'relatives'
    case 'otherCaregiver':
      return 'others'
    case undefined:
      return caringByRole(people.find(({ id }) => id === adultId)?.role)
  }
}

/** Without a pair the role in the family says it; a parent without a pair is mother or father of nobody in particular. */
function caringByRole(role: Person['role'] | undefined): Caring {
  if (role === 'grandparent') return 'grandparents'
  if (role === 'relative') return 'relatives'
  return role === 'other' ? 'others' : 'unknown'
}
