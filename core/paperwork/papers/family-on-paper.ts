import type { FamilyRecords } from '../../assessment/drawing/draw-family.ts'
import type { Known } from '../../evaluation/evaluation-records.ts'
import type { Goal } from '../../assessment/goals/goal.ts'
import type { GoalRating } from '../../assessment/goals/goal-rating.ts'
import type { StatedChange } from '../../evaluation/goals/stated-change.ts'
import type { Translate } from '../../evaluation/write-numbers.ts'
import type { Consent } from '../../families/consent.ts'
import type { Availability } from '../../families/availability.ts'
import type { Family } from '../../families/family.ts'
import { isAwayOn, type Migration } from '../../families/migration.ts'
import type { MemberLine } from '../../groupwork/members/member-line.ts'
import type { Person } from '../../families/person.ts'

/** What the family drawing shows beyond the register. */
export type DrawnOnPaper = Pick<
  FamilyRecords,
  'guardianships' | 'pairs' | 'couples' | 'parentages' | 'lifeFacts' | 'qualities' | 'ties'
>

/** One family's file, opened for a paper about this family. */
export interface FamilyOnPaper {
  readonly family: Known<Family>
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly availabilities: readonly Availability[]
  readonly consents: readonly Known<Consent>[]
  /** What meetings showed of its members. */
  readonly memberLines: readonly MemberLine[]
  readonly goals: readonly Known<Goal>[]
  readonly ratings: readonly GoalRating[]
  readonly statedChanges: readonly StatedChange[]
  readonly drawn: DrawnOnPaper
}

/** Where somebody lives: in the village, or away, no finer than the city. */
export function writeWhere(
  { migrations }: FamilyOnPaper,
  one: Known<Person>,
  day: string,
  translate: Translate,
): string {
  const stay = migrations.find((its) => its.personId === one.id && isAwayOn(its, day))
  // Nobody has said: left blank, to be asked and written by hand.
  if (stay === undefined && one.livesHere === null) return ''
  if (stay === undefined)
    return translate(`paperwork:paper.where.${one.livesHere ? 'here' : 'away'}`)
  const place = [stay.province, stay.city].filter((part) => part !== '').join(' ')
  return [
    place || translate('paperwork:paper.where.away'),
    translate(`families:rhythm.${stay.returnRhythm}`),
  ].join('\n')
}
