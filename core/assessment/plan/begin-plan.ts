import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import { programmeTargets } from '../../inquiry/programme-targets.ts'
import { cutWords } from '../../kit/cut-words.ts'
import type { Day } from '../../kit/dates.ts'
import type { Goal, GoalEntry } from '../goals/goal.ts'
import type { PairEntry } from '../profile/pair-evidence.ts'
import type { Cause } from '../profile/profile-parts.ts'
import type { PairProfileEntry } from '../profile/profile-shape.ts'
import { type PlanLevel, planLevels, type PlanSubject, type ServicePlan } from './plan-shape.ts'

/** The words of the reader's language, handed in by the page: this file knows none. */
export interface PlanWording {
  readonly target: (target: ProgrammeTarget) => string
  readonly cause: (cause: Cause) => string
  readonly pair: (pair: PairEntry) => string
  /** One line of the problem: what it is about and how it is. */
  readonly line: (about: string, words: string) => string
  readonly causes: (names: readonly string[]) => string
  readonly aim: (targets: readonly string[]) => string
}

export interface PlanGround {
  readonly pairs: readonly PairEntry[]
  readonly profiles: readonly PairProfileEntry[]
  readonly goals: readonly GoalEntry[]
}

/** At which levels something is done for a goal, by whose step it is; one of which nobody has said it stands at none. */
const levelsOf: Readonly<Record<NonNullable<Goal['forWhom']>, readonly PlanLevel[]>> = {
  child: ['child'],
  parent: ['parent'],
  pair: ['child', 'parent'],
  guardian: ['guardian'],
  family: ['child', 'parent', 'guardian'],
}

/** PLN-5: the latest settled profile of each pair whom the plan concerns; a draft is nobody's word yet. */
export function listGroundProfiles(
  subject: PlanSubject,
  { pairs, profiles }: Pick<PlanGround, 'pairs' | 'profiles'>,
): readonly PairProfileEntry[] {
  return listSubjectPairs(subject, pairs).flatMap(({ id }) => {
    const settled = profiles.filter(({ pairId, state }) => pairId === id && state === 'settled')
    return settled.toSorted((left, right) => right.no - left.no).slice(0, 1)
  })
}

/**
 * PLN-5: what a new plan begins with, all of it to be changed by whoever writes it: the problem from what was judged and the causes
 * that were taken, the aim and what is done at each level from the goals that go on, and which profile all this comes from.
 */
export function beginPlan(
  subject: PlanSubject,
  today: Day,
  ground: PlanGround,
  wording: PlanWording,
): Partial<ServicePlan> {
  const profiles = listGroundProfiles(subject, ground)
  const goals = listSubjectGoals(subject, ground)
  const chosen = [...profiles.flatMap(listNeeded), ...goals.flatMap(({ target }) => target ?? [])]
  const targets = programmeTargets.filter((one) => chosen.includes(one))
  return {
    ...subject,
    begunOn: today,
    profileIds: profiles.map(({ id }) => id).slice(0, 20),
    problem: cutWords(writeProblem(profiles, ground.pairs, wording), 4000),
    aim: cutWords(writeAim(goals, targets, wording), 4000),
    targets,
    goalIds: goals.map(({ id }) => id).slice(0, 60),
    strategies: writeStrategies(goals, wording),
  }
}

function listSubjectPairs(
  { familyId, pairId, personId }: PlanSubject,
  pairs: readonly PairEntry[],
): readonly PairEntry[] {
  const own = pairs.filter((one) => one.familyId === familyId)
  if (pairId !== null) return own.filter(({ id }) => id === pairId)
  return personId === null ? own : own.filter(({ childId }) => childId === personId)
}

/** Goals that go on, of the pairs concerned and of the whole family. */
function listSubjectGoals(
  subject: PlanSubject,
  { pairs, goals }: PlanGround,
): readonly GoalEntry[] {
  const its = listSubjectPairs(subject, pairs).map(({ id }) => id)
  return goals
    .filter(
      ({ familyId, pairId, state }) =>
        familyId === subject.familyId &&
        state === 'active' &&
        (pairId === null || its.includes(pairId)),
    )
    .toSorted(
      (left, right) => left.setOn.localeCompare(right.setOn) || left.id.localeCompare(right.id),
    )
}

function listNeeded({ judgements }: PairProfileEntry): readonly ProgrammeTarget[] {
  return programmeTargets.filter((target) => {
    const need = judgements[target]?.need
    return need === 'some' || need === 'strong'
  })
}

function writeProblem(
  profiles: readonly PairProfileEntry[],
  pairs: readonly PairEntry[],
  wording: PlanWording,
): string {
  const parts = profiles.map((profile) => {
    const judged = listNeeded(profile).flatMap((target) => {
      const words = profile.judgements[target]?.words.trim() ?? ''
      return words === '' ? [] : [wording.line(wording.target(target), words)]
    })
    const names = Object.entries(profile.causes)
      .toSorted(([left], [right]) => left.localeCompare(right))
      .map(([, cause]) => wording.cause(cause).trim())
      .filter((name) => name !== '')
    const lines = [...judged, ...(names.length === 0 ? [] : [wording.causes(names)])]
    const its = pairs.find(({ id }) => id === profile.pairId)
    const head = profiles.length < 2 || its === undefined ? [] : [wording.pair(its)]
    return lines.length === 0 ? [] : [...head, ...lines]
  })
  return parts.flat().join('\n')
}

function writeAim(
  goals: readonly GoalEntry[],
  targets: readonly ProgrammeTarget[],
  wording: PlanWording,
): string {
  if (goals.length > 0) return goals.map(({ text }) => text).join('\n')
  return targets.length === 0 ? '' : wording.aim(targets.map(wording.target))
}

function writeStrategies(
  goals: readonly GoalEntry[],
  wording: PlanWording,
): ServicePlan['strategies'] {
  return Object.fromEntries(
    planLevels.flatMap((level) => {
      const lines = goals
        .filter(({ forWhom }) => forWhom !== null && levelsOf[forWhom].includes(level))
        .map(({ text, whoDoes }) => (whoDoes.trim() === '' ? text : wording.line(text, whoDoes)))
      return lines.length === 0 ? [] : [[level, cutWords(lines.join('\n'), 2000)] as const]
    }),
  )
}
