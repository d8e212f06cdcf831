import { z } from 'zod'
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
  hopedFor: z.string().max(200).default(''),
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
  sealed: ['text', 'indicator', 'baseline', 'hopedFor'],
  guarded: ['groupId'],
  references: { groupId: 'supportGroup' },
  columns: ['groupId'],
})
