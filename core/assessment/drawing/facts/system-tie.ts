import { z } from 'zod'
import { defineKind } from '../../../sync/kind.ts'
import { partialDayShape } from './partial-day.ts'
import { needDrawn, refuseDates, refuseDrawn } from './refuse-drawn.ts'

export const systems = [
  'school',
  'teacher',
  'peers',
  'villageCommittee',
  'childrensDirector',
  'relatives',
  'clinic',
  'socialWorkStation',
  'parentsWorkplace',
  'onlineGames',
  'other',
] as const
export const tieStrengths = ['strong', 'ordinary', 'weak'] as const
export const tieFlows = ['none', 'toFamily', 'fromFamily', 'both'] as const

const systemTieShape = z.strictObject({
  familyId: z.uuid(),
  /** Whose tie it is; null: the household's. */
  personId: z.uuid().nullable().default(null),
  system: z.enum(systems),
  /** Which one, in the family's words. */
  name: z.string().max(60).default(''),
  strength: z.enum(tieStrengths).default('ordinary'),
  stressful: z.boolean().default(false),
  /** Where energy and means flow. */
  flow: z.enum(tieFlows).default('none'),
  since: partialDayShape.nullable().default(null),
  until: partialDayShape.nullable().default(null),
  because: z.string().max(400).default(''),
})
export type SystemTie = z.infer<typeof systemTieShape>

/** A tie between the household or one of its people and a system around it (form-F25), for a time. */
export const systemTie = defineKind({
  name: 'systemTie',
  room: 'assessment',
  shape: systemTieShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['system', 'name', 'strength', 'stressful', 'flow', 'since', 'until', 'because'],
  bound: [['since', 'until']],
  references: { familyId: 'family', personId: 'person' },
  columns: ['familyId', 'personId'],
  ruleNeeds: (after) => needDrawn(after.familyId, after.personId === null ? [] : [after.personId]),
  rule: (after, _before, found, context) =>
    refuseDrawn(after.personId === null ? [] : [after.personId], found, context) ??
    refuseDates(after, context),
})
