import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'
import { done, refuse } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'

const concernExclusionShape = z.strictObject({
  concernId: z.uuid(),
  /** Whom it is about, or who stands too near to them. */
  staffId: z.uuid(),
  note: z.string().max(1000).default(''),
  state: z.enum(['standing', 'lifted']).default('standing'),
  liftedAt: instantShape.nullable().default(null),
})

/**
 * SAF-20: a colleague who is kept out of one concern, a supervisor too: to them it is not there, from the moment in which
 * this arrives with it. Whoever raises a concern may say so in the same step.
 */
export const concernExclusion = defineKind({
  name: 'concernExclusion',
  room: 'safety',
  shape: concernExclusionShape,
  scope: { of: 'concern', field: 'concernId' },
  key: { of: 'concern', field: 'concernId' },
  sealed: ['note'],
  guarded: ['concernId', 'staffId', 'state', 'liftedAt'],
  references: { concernId: 'concern' },
  columns: ['concernId', 'staffId', 'state'],
  verbs: {
    lift: defineVerb({
      of: concernExclusionShape,
      input: z.strictObject({}),
      run: ({ state }, _input, _found, { now }) =>
        state === 'lifted'
          ? refuse('ExclusionLifted')
          : done({ state: 'lifted' as const, liftedAt: now }),
    }),
  },
})
