import { z } from 'zod'
import { dayShape, type Day } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { clearanceNeeds, refuseUncleared } from '../access/clearance.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { programme } from './programme.ts'

export const teamRoles = ['leader', 'coLeader', 'observer', 'volunteer'] as const

const supportGroupShape = z.strictObject({
  title: z.string().min(1).max(120),
  /** The number on reports, such as P-2026-01. */
  code: z.string().min(1).max(40),
  programmeId: z.uuid().nullable().default(null),
  /** Fixed when the group starts: what its reports say it ran. */
  programmeVersion: z.string().max(20).default(''),
  team: z.record(z.uuid(), z.enum(teamRoles)).default({}),
  place: z.string().max(120).default(''),
  onlineTool: z.string().max(80).default(''),
  startsOn: dayShape.nullable().default(null),
  endsOn: dayShape.nullable().default(null),
  aims: z.array(z.string().min(1).max(600)).max(20).default([]),
  /** What the members agreed on in their own words (form-F7). */
  contract: z.array(z.string().min(1).max(300)).max(30).default([]),
  notes: z.string().max(4000).default(''),
  state: z.enum(['planned', 'running', 'closed']).default('planned'),
  startedOn: dayShape.nullable().default(null),
  closedOn: dayShape.nullable().default(null),
  /** RIG-14: how many of its families are only stored by now: their seats and marks are in none of the group's figures. Kept by the server. */
  frozenFamilies: z.int().min(0).default(0),
})
export type SupportGroup = z.infer<typeof supportGroupShape>

/** One parallel group: both strands, joint meetings and one time line are one record's. Waves are looked up by its id. */
export const supportGroup = defineKind({
  name: 'supportGroup',
  room: 'groupwork',
  shape: supportGroupShape,
  scope: { of: 'group', field: 'id' },
  key: { of: 'group', field: 'id' },
  sealed: ['contract', 'notes'],
  maps: ['team'],
  bound: [['startsOn', 'endsOn']],
  guarded: ['programmeVersion', 'state', 'startedOn', 'closedOn', 'frozenFamilies'],
  references: { programmeId: 'programme' },
  columns: ['code', 'state', 'programmeId'],
  verbs: {
    /**
     * GRP-4: starting fixes the version of the programme that the reports name. A second phone that starts it too, with its
     * first meeting, says nothing new.
     */
    start: defineVerb({
      of: supportGroupShape,
      input: z.strictObject({ startedOn: dayShape }),
      needs: ({ programmeId }) =>
        programmeId === null ? [] : [{ kind: 'programme', where: { id: programmeId } }],
      run: (fields, input, found, context) => {
        if (fields.state !== 'planned') return done({})
        if (input.startedOn > context.today)
          return refuse('DateInFuture', { field: 'startedOn', day: input.startedOn })
        const programmeVersion = found.of(programme)[0]?.version ?? ''
        return done({ state: 'running' as const, startedOn: input.startedOn, programmeVersion })
      },
    }),
    close: defineVerb({
      of: supportGroupShape,
      input: z.strictObject({ closedOn: dayShape }),
      run: (fields, input, _found, context) => {
        if (fields.state !== 'running') return refuse('GroupNotRunning', { title: fields.title })
        if (input.closedOn > context.today)
          return refuse('DateInFuture', { field: 'closedOn', day: input.closedOn })
        if (fields.startedOn !== null && input.closedOn < fields.startedOn)
          return refuse('DaysInWrongOrder', { from: fields.startedOn, to: input.closedOn })
        return done({ state: 'closed' as const, closedOn: input.closedOn })
      },
    }),
    /** GRP-57: closed too early, or by mistake: it runs on as if it had not been closed. */
    reopen: defineVerb({
      of: supportGroupShape,
      input: z.strictObject({}),
      run: (fields) =>
        fields.state === 'closed'
          ? done({ state: 'running' as const, closedOn: null })
          : refuse('GroupNotClosed', { title: fields.title }),
    }),
  },
  ruleNeeds: (after) => clearanceNeeds(Object.keys(after.team)),
  rule: (after, before, found, context) =>
    refuseUncleared(
      newInTeam(after, before),
      found,
      context.today,
      before === null ? context.actor.staffId : null,
    ) ??
    refuseWithoutLeader(after) ??
    refuseDates(after) ??
    (before === null ? refuseBornStarted(after) : refuseOtherProgramme(after, before)),
})

/** GRP-11: did the group run on this day, or does it still? A phone without a network brings a meeting after the group was closed. */
export function hasRunOn({ state, closedOn }: SupportGroup, day: Day): boolean {
  if (state === 'planned') return false
  return state === 'running' || (closedOn !== null && day <= closedOn)
}

/** ACC-25: whoever joins the team has a record check; who is in it already is reminded of the next. */
function newInTeam(after: SupportGroup, before: SupportGroup | null): readonly string[] {
  return Object.keys(after.team).filter((id) => before?.team[id] === undefined)
}

/** GRP-2: a group always has somebody who leads it. */
function refuseWithoutLeader(after: SupportGroup): Refusal | null {
  return Object.values(after.team).includes('leader') ? null : refusal('GroupNeedsLeader')
}

/** GRP-3: a group does not end before it starts. */
function refuseDates({ startsOn, endsOn }: SupportGroup): Refusal | null {
  return startsOn !== null && endsOn !== null && endsOn < startsOn
    ? refusal('DaysInWrongOrder', { from: startsOn, to: endsOn })
    : null
}

/** GRP-4: only the verb starts a group. */
function refuseBornStarted(after: SupportGroup): Refusal | null {
  if (after.frozenFamilies > 0) return refusal('FieldNeedsVerb', { field: 'frozenFamilies' })
  const fresh = after.state === 'planned' && after.startedOn === null && after.closedOn === null
  return fresh ? null : refusal('FieldNeedsVerb', { field: 'state' })
}

/** GRP-4: a group that has started keeps its programme. */
function refuseOtherProgramme(after: SupportGroup, before: SupportGroup): Refusal | null {
  return before.state !== 'planned' && after.programmeId !== before.programmeId
    ? refusal('ProgrammeIsFixed', { title: after.title })
    : null
}
