import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { defineKind } from '../../sync/kind.ts'
import { programmeTargets } from '../plan-shape.ts'

/** Where one will see whether a goal was reached. */
export const goalSources = [
  'questionnaire',
  'contactLog',
  'observation',
  'homeTasks',
  'interview',
  'attendance',
  'other',
] as const

/** A figure of the records as it stood on the day on which it was taken for a goal's beginning. */
const baselineFromShape = z.strictObject({
  of: z.enum(['scale', 'contact']),
  /** Code of the questionnaire and its scale, or the name of a figure of the contact log. */
  figure: z.string().min(1).max(160),
  waveId: z.uuid().nullable().default(null),
  value: z.number(),
  /** From how many, and of how many who were asked. */
  n: z.number().int().min(0),
  expected: z.number().int().min(0),
  on: dayShape,
})
export type BaselineFrom = z.infer<typeof baselineFromShape>

const words = z.string().max(600).default('')

const groupGoalShape = z.strictObject({
  groupId: z.uuid(),
  text: z.string().trim().min(1).max(300),
  /** Which change of the programme it belongs to; null for a goal of another kind, such as attendance. */
  target: z.enum(programmeTargets).nullable().default(null),
  /** What can be seen or counted. */
  indicator: words,
  source: z.enum(goalSources).nullable().default(null),
  /** Where the group stands before it begins, and what is hoped for, in the indicator's own terms. */
  baseline: z.string().max(200).default(''),
  /** Null where the worker wrote it by hand. */
  baselineFrom: baselineFromShape.nullable().default(null),
  hopedFor: z.string().max(200).default(''),
  /** The meetings that work on it, as somebody has said; none: nobody has said it yet. */
  meetingIds: z.array(z.uuid()).max(99).default([]),
  /** Goals of members' families that it was taken over from. */
  fromGoalIds: z.array(z.uuid()).max(99).default([]),
})
export type GroupGoal = z.infer<typeof groupGoalShape>
export type GroupGoalEntry = GroupGoal & { readonly id: string }

/** A specific goal of a whole group (form-F3). What one family wants to reach is a goal of that family (EVA-29). */
export const groupGoal = defineKind({
  name: 'groupGoal',
  room: 'groupwork',
  shape: groupGoalShape,
  scope: { of: 'group', field: 'groupId' },
  key: { of: 'group', field: 'groupId' },
  sealed: ['text', 'indicator', 'baseline', 'baselineFrom', 'hopedFor'],
  sets: ['meetingIds', 'fromGoalIds'],
  bound: [['baseline', 'baselineFrom']],
  guarded: ['groupId'],
  references: { groupId: 'supportGroup' },
  columns: ['groupId'],
})
