import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'
import { refusal } from '../../kit/outcome.ts'
import { defineKind } from '../../sync/kind.ts'
import { needServed, refuseUnserved } from '../../assessment/goals/refuse-unserved.ts'

export const taskDoers = ['child', 'adult', 'together', 'staff'] as const

const agreedTaskShape = z.strictObject({
  familyId: z.uuid(),
  pairId: z.uuid().nullable().default(null),
  text: z.string().min(1).max(300),
  doneBy: z.enum(taskDoers).default('together'),
  agreedOn: dayShape,
  /** 0 not begun, 1 a little, 2 partly, 3 mostly, 4 done; null: nobody has looked yet, which is not 0. */
  rating: z.number().int().min(0).max(4).nullable().default(null),
  ratedOn: dayShape.nullable().default(null),
})
export type AgreedTask = z.infer<typeof agreedTaskShape>

/** One thing agreed to do, and how far it came. */
export const agreedTask = defineKind({
  name: 'agreedTask',
  room: 'evaluation',
  shape: agreedTaskShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['text'],
  guarded: ['familyId', 'pairId'],
  bound: [['rating', 'ratedOn']],
  references: { familyId: 'family', pairId: 'pair' },
  columns: ['familyId', 'agreedOn'],
  ruleNeeds: (after) => needServed(after),
  rule: (after, _before, found, context) => {
    if ((after.rating === null) !== (after.ratedOn === null)) return refusal('RatingNeedsDay')
    return (
      refuseUnserved(after, after.agreedOn, found, context) ??
      refuseUnserved(after, after.ratedOn ?? after.agreedOn, found, context)
    )
  },
})
