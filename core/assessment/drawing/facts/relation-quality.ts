import { z } from 'zod'
import { defineKind } from '../../../sync/kind.ts'
import { partialDayShape } from './partial-day.ts'
import { needDrawn, refuseDates, refuseDrawn } from './refuse-drawn.ts'

export const relationQualities = ['close', 'fused', 'conflict', 'distant', 'cutOff'] as const

const relationQualityShape = z.strictObject({
  familyId: z.uuid(),
  oneId: z.uuid(),
  otherId: z.uuid(),
  quality: z.enum(relationQualities),
  since: partialDayShape.nullable().default(null),
  until: partialDayShape.nullable().default(null),
  /** What was seen or said that lets the worker say so. */
  because: z.string().max(400).default(''),
})
export type RelationQuality = z.infer<typeof relationQualityShape>

/** How two people stand to each other, as the worker judges it, for a time: before and after are two records. */
export const relationQuality = defineKind({
  name: 'relationQuality',
  room: 'assessment',
  shape: relationQualityShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['quality', 'since', 'until', 'because'],
  bound: [['since', 'until']],
  references: { familyId: 'family', oneId: 'person', otherId: 'person' },
  columns: ['familyId', 'oneId', 'otherId'],
  ruleNeeds: (after) => needDrawn(after.familyId, [after.oneId, after.otherId]),
  rule: (after, _before, found, context) =>
    refuseDrawn([after.oneId, after.otherId], found, context) ?? refuseDates(after, context),
})
