import { mostWords, type Paragraph } from '../../assessment/review/review-shape.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { MeetingEntry } from '../meeting.ts'
import type { GroupGoalEntry } from '../planning/group-goal.ts'
import type { GroupPlan } from '../planning/group-plan.ts'
import type { StrandPlan } from '../plan-shape.ts'
import { type PlanStrand, planStrands } from '../strand.ts'
import { teamRoles, type SupportGroup } from '../support-group.ts'

/** What form-F3 is read from: the plan, and what lies in records of its own. */
export interface GroupPlanRecords {
  readonly plan: GroupPlan
  readonly goals: readonly GroupGoalEntry[]
  /** Null where it has not reached this device. */
  readonly group: SupportGroup | null
  readonly meetings: readonly MeetingEntry[]
  readonly waves: readonly (Wave & { readonly id: string })[]
}

const headOfStrand = {
  child: 'planChild',
  parent: 'planParent',
  guardian: 'planGuardian',
  joint: 'planJoint',
} as const satisfies Record<PlanStrand, Paragraph['head']>

/**
 * GRP-65: the whole of form-F3 in its order, for a supervisor to read and comment on part by part. Kinds, people and sources stand in
 * codes. When and where a meeting is held is arranged again and again and is no part of what is approved; what is done there is.
 */
export function readGroupPlan(records: GroupPlanRecords): readonly Paragraph[] {
  const { plan, goals } = records
  const { nature, openness, evidenceIds } = plan
  const own = (head: 'background' | 'theory' | 'overallGoal') => part(head, plan[head])
  return [
    part('nature', `${nature} ${openness}`),
    own('background'),
    own('theory'),
    part('sources', evidenceIds.toSorted().join('\n')),
    own('overallGoal'),
    ...goals
      .toSorted(byId)
      .map((each) => ({ ...part('goal', sayGoal(each)), id: `goal.${each.id}` })),
    part('selection', plan.selection),
    part('recruitment', plan.recruitment),
    part('timePlace', sayTimePlace(records)),
    ...records.meetings.toSorted(byNumber).flatMap(readMeeting),
    part('team', sayTeam(records)),
    part('risks', plan.risks),
    part('evaluation', plan.evaluation),
    part('waves', sayWaves(records)),
    part('budget', sayBudget(plan)),
  ]
}

function part(head: Paragraph['head'], words: string): Paragraph {
  return { id: head, head, of: '', words }
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return left.id.localeCompare(right.id)
}

/** By their numbers, which stay when one is put off. */
function byNumber(left: MeetingEntry, right: MeetingEntry): number {
  return left.no - right.no || byId(left, right)
}

function joinLines(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, mostWords)
}

function sayGoal({ text, indicator, baseline, hopedFor }: GroupGoalEntry): string {
  return joinLines([text, indicator, baseline, hopedFor])
}

function sayTimePlace({ group, meetings }: GroupPlanRecords): string {
  if (group === null) return ''
  const { startsOn, endsOn, place, onlineTool } = group
  const days = [startsOn, endsOn].flatMap((day) => day ?? []).join(' – ')
  return joinLines([days, place, onlineTool, meetings.length === 0 ? '' : `× ${meetings.length}`])
}

function readMeeting(meeting: MeetingEntry): readonly Paragraph[] {
  const { id, no, theme, aims, indicators, risks, plan } = meeting
  const of = `${no} · ${theme}`
  return [
    {
      id: `meeting.${id}`,
      head: 'meeting',
      of,
      words: joinLines([...aims, ...indicators, ...risks]),
    },
    ...planStrands.flatMap((strand): readonly Paragraph[] => {
      const its = plan[strand]
      return its === undefined
        ? []
        : [{ id: `meeting.${id}.${strand}`, head: headOfStrand[strand], of, words: sayStrand(its) }]
    }),
  ]
}

/** With the voice lesson for whoever cannot come: its words, the question to remember it by, the task. */
function sayStrand({ segments, homeTask, listen }: StrandPlan): string {
  return joinLines([
    ...segments.map(({ minutes, title, purpose, materials }) =>
      [`${minutes}′ ${title}`, purpose, materials.join(', ')]
        .filter((one) => one !== '')
        .join(' · '),
    ),
    homeTask === '' ? '' : `→ ${homeTask}`,
    ...(listen === null ? [] : [`♪ ${listen.script}`, `? ${listen.recall}`, `→ ${listen.task}`]),
  ])
}

/** Role and person, in codes. */
function sayTeam({ group }: GroupPlanRecords): string {
  const team = Object.entries(group?.team ?? {})
  return joinLines(
    teamRoles.flatMap((role) =>
      team.flatMap(([staffId, its]) => (its === role ? [`${role} ${staffId}`] : [])).toSorted(),
    ),
  )
}

function sayWaves({ waves }: GroupPlanRecords): string {
  return joinLines(
    waves
      .toSorted((left, right) => left.opensOn.localeCompare(right.opensOn) || byId(left, right))
      .map(
        ({ title, opensOn, dueOn }) =>
          `${title} · ${dueOn === null ? opensOn : `${opensOn} – ${dueOn}`}`,
      ),
  )
}

function sayBudget({ budget }: GroupPlan): string {
  return joinLines(
    Object.values(budget)
      .map(
        ({ item, quantity, unitPrice, source }) =>
          `${item} · ${quantity} × ${(unitPrice / 100).toFixed(2)}${source === '' ? '' : ` · ${source}`}`,
      )
      .toSorted(),
  )
}
