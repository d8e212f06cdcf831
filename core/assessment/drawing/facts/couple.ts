import { z } from 'zod'
import { defineKind } from '../../../sync/kind.ts'
import { partialDayShape } from './partial-day.ts'
import { needDrawn, refuseDates, refuseDrawn } from './refuse-drawn.ts'

export const coupleStates = ['married', 'cohabiting', 'separated', 'divorced', 'unclear'] as const

const coupleShape = z.strictObject({
  familyId: z.uuid(),
  oneId: z.uuid(),
  otherId: z.uuid(),
  state: z.enum(coupleStates),
  since: partialDayShape.nullable().default(null),
  /** A marriage that ended stays on record with its end; what came after is a record of its own. */
  until: partialDayShape.nullable().default(null),
})
export type Couple = z.infer<typeof coupleShape>

/** How two people of a family live or lived as a couple, stage by stage. */
export const couple = defineKind({
  name: 'couple',
  room: 'assessment',
  shape: coupleShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['state', 'since', 'until'],
  bound: [['since', 'until']],
  references: { familyId: 'family', oneId: 'person', otherId: 'person' },
  columns: ['familyId', 'oneId', 'otherId'],
  ruleNeeds: (after) => needDrawn(after.familyId, [after.oneId, after.otherId]),
  rule: (after, _before, found, context) =>
    refuseDrawn([after.oneId, after.otherId], found, context) ?? refuseDates(after, context),
})
