import { programmeTargets, type ProgrammeTarget, type Session } from '../plan-shape.ts'
import type { GroupGoalEntry } from './group-goal.ts'
import type { PlanHint } from './plan-hint.ts'

/**
 * GRP-52: a group has goals; each says what will be seen or counted, where it stands now, and is served by a meeting; what the
 * meetings work on is somebody's goal.
 */
export function checkGoals(
  goals: readonly GroupGoalEntry[],
  sessions: readonly Session[],
): readonly PlanHint[] {
  if (goals.length === 0) return [{ id: 'GoalsMissing', details: {} }]
  const open = targetsOf(sessions).filter((target) => goals.every((goal) => goal.target !== target))
  return [
    ...goals.flatMap((goal) => checkGoal(goal, sessions)),
    ...(open.length === 0
      ? []
      : [{ id: 'TargetWithoutGoal' as const, details: { targets: open.join(' ') } }]),
  ]
}

function checkGoal(goal: GroupGoalEntry, sessions: readonly Session[]): readonly PlanHint[] {
  const { target } = goal
  const hints: PlanHint[] = []
  if (goal.indicator.trim() === '' || goal.source === null)
    hints.push({ id: 'GoalWithoutIndicator', details: { goal: goal.text } })
  else if (goal.baseline.trim() === '' || goal.hopedFor.trim() === '')
    hints.push({ id: 'GoalWithoutLevels', details: { goal: goal.text } })
  if (target !== null && meetingsServing(target, sessions).length === 0)
    hints.push({ id: 'GoalNotServed', details: { goal: goal.text, target } })
  return hints
}

/** Numbers of the meetings that work on a target. */
export function meetingsServing(
  target: ProgrammeTarget,
  sessions: readonly Session[],
): readonly number[] {
  return sessions.filter(({ targets }) => targets.includes(target)).map(({ no }) => no)
}

export function targetsOf(sessions: readonly Session[]): readonly ProgrammeTarget[] {
  return programmeTargets.filter((target) => meetingsServing(target, sessions).length > 0)
}
