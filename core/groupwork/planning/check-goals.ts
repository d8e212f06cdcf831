import type { MeetingEntry } from '../meeting.ts'
import { programmeTargets, type ProgrammeTarget } from '../plan-shape.ts'
import type { GroupGoalEntry } from './group-goal.ts'
import type { PlanHint } from './plan-hint.ts'

/**
 * GRP-52: a group has goals; each says what will be seen or counted, where it stands now with the record that says so, and in
 * which meetings it is worked on; what the meetings work on is somebody's goal, and no meeting is without one.
 */
export function checkGoals(
  goals: readonly GroupGoalEntry[],
  all: readonly MeetingEntry[],
): readonly PlanHint[] {
  if (goals.length === 0) return [{ id: 'GoalsMissing', details: {} }]
  const meetings = stillOn(all)
  const open = targetsOf(meetings).filter((target) => goals.every((goal) => goal.target !== target))
  return [
    ...goals.flatMap((goal) => [...checkLevels(goal), ...checkMeetings(goal, meetings)]),
    ...(open.length === 0
      ? []
      : [{ id: 'TargetWithoutGoal' as const, details: { targets: open.join(' ') } }]),
    ...checkIdleMeetings(goals, meetings),
  ]
}

function checkLevels(goal: GroupGoalEntry): readonly PlanHint[] {
  const details = { goal: goal.text }
  if (goal.indicator.trim() === '' || goal.source === null)
    return [{ id: 'GoalWithoutIndicator', details }]
  if (goal.baseline.trim() === '' || goal.hopedFor.trim() === '')
    return [{ id: 'GoalWithoutLevels', details }]
  const countable = goal.source === 'questionnaire' || goal.source === 'contactLog'
  return countable && goal.baselineFrom === null ? [{ id: 'BaselineWithoutSource', details }] : []
}

function checkMeetings(
  goal: GroupGoalEntry,
  meetings: readonly MeetingEntry[],
): readonly PlanHint[] {
  const { target, text } = goal
  const linked = linkedMeetings(goal, meetings)
  if (linked.length === 0) {
    const likely = target === null ? [] : meetingsServing(target, meetings)
    return likely.length === 0
      ? [{ id: 'GoalNotServed', details: { goal: text } }]
      : [{ id: 'GoalNotLinked', details: { goal: text, numbers: numbersOf(likely) } }]
  }
  const off =
    target === null ? [] : linked.filter((one) => !one.targets.some((own) => own === target))
  return off.length === 0 || target === null
    ? []
    : [{ id: 'GoalOffTarget', details: { goal: text, target, numbers: numbersOf(off) } }]
}

/** Once goals name their meetings, a meeting that none of them names has lost its reason. */
function checkIdleMeetings(
  goals: readonly GroupGoalEntry[],
  meetings: readonly MeetingEntry[],
): readonly PlanHint[] {
  const named = goals.flatMap((goal) => linkedMeetings(goal, meetings))
  const idle = meetings.filter((one) => one.form !== 'individual' && !named.includes(one))
  return named.length === 0 || idle.length === 0
    ? []
    : [{ id: 'MeetingWithoutGoal', details: { numbers: numbersOf(idle) } }]
}

function stillOn(meetings: readonly MeetingEntry[]): readonly MeetingEntry[] {
  return meetings.filter(({ state }) => state !== 'notHeld')
}

function linkedMeetings(
  { meetingIds }: GroupGoalEntry,
  meetings: readonly MeetingEntry[],
): readonly MeetingEntry[] {
  return meetings.filter(({ id }) => meetingIds.includes(id))
}

/** The meetings in which a goal is worked on: those it names, or, while it names none, those of its target. */
export function meetingsOfGoal(
  goal: GroupGoalEntry,
  all: readonly MeetingEntry[],
): readonly MeetingEntry[] {
  const meetings = stillOn(all)
  if (goal.meetingIds.length > 0 || goal.target === null) return linkedMeetings(goal, meetings)
  return meetingsServing(goal.target, meetings)
}

export function meetingsServing(
  target: ProgrammeTarget,
  meetings: readonly MeetingEntry[],
): readonly MeetingEntry[] {
  return stillOn(meetings).filter(({ targets }) => targets.includes(target))
}

/** What the meetings that take place work on, in the programme's order. */
export function targetsOf(meetings: readonly MeetingEntry[]): readonly ProgrammeTarget[] {
  return programmeTargets.filter((target) => meetingsServing(target, meetings).length > 0)
}

export function numbersOf(meetings: readonly { readonly no: number }[]): string {
  return meetings.map(({ no }) => no).join(', ')
}
