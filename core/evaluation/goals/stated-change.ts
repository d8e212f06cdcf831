import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { defineKind } from '../../sync/kind.ts'
import { needServed, refuseUnserved } from '../../assessment/goals/refuse-unserved.ts'

export const statedBy = ['child', 'adult', 'caregiver'] as const
export const changeSources = ['service', 'both', 'elsewhere', 'unsure'] as const

const statedChangeShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid().nullable().default(null),
  saidBy: z.enum(statedBy),
  saidOn: dayShape,
  text: z.string().min(1).max(300),
  /** For the better or the worse, as they see it. */
  direction: z.enum(['better', 'worse']).default('better'),
  /** Where they think it came from: asked after the change itself, never before. */
  source: z.enum(changeSources).default('unsure'),
})
export type StatedChange = z.infer<typeof statedChangeShape>

/** Differential impact: first what changed, then what of it came from the service and what from elsewhere. */
export const statedChange = defineKind({
  name: 'statedChange',
  room: 'evaluation',
  shape: statedChangeShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['text'],
  guarded: ['familyId', 'pairId'],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'saidOn'],
  ruleNeeds: (after) => needServed(after),
  rule: (after, _before, found, context) => refuseUnserved(after, after.saidOn, found, context),
})
