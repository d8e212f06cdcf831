import { z } from 'zod'
import { done, refusal, refuse } from '../kit/outcome.ts'
import { dayShape, instantShape } from '../kit/dates.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { roleShape } from './roles.ts'

const staffShape = z.strictObject({
  name: z.string().min(1).max(80),
  roles: z.array(roleShape).min(1).max(9),
  state: z.enum(['invited', 'active', 'suspended']).default('invited'),
  /** Date of the yearly criminal-record check (LPM 62); without a valid one nobody is assigned to children. */
  clearanceCheckedOn: dayShape.nullable().default(null),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  /** Since when its present holder has the account: set by the server with every code that is used, and on reinstating. */
  activeSince: instantShape.nullable().default(null),
})
export type Staff = z.infer<typeof staffShape>

/** A member of staff. The login itself (name, password hash) lives on the server only. */
export const staff = defineKind({
  name: 'staff',
  room: 'access',
  shape: staffShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: ['name'],
  guarded: ['roles', 'state', 'activeSince'],
  columns: ['state'],
  verbs: {
    /** ACC-4: nobody suspends themselves by accident: the agency would be locked out. */
    suspend: defineVerb({
      of: staffShape,
      input: z.strictObject({ staffId: z.uuid() }),
      run: (_fields, input, _found, context) =>
        input.staffId === context.actor.staffId
          ? refuse('OwnAccount')
          : done({ state: 'suspended' as const }),
    }),
    /** Whoever is back begins anew as a second person; an account that nobody ever took into use is only invited. */
    reinstate: defineVerb({
      of: staffShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, context) =>
        fields.activeSince === null
          ? done({ state: 'invited' as const })
          : done({ state: 'active' as const, activeSince: context.now }),
    }),
    /** ACC-5: nobody changes their own roles. */
    changeRoles: defineVerb({
      of: staffShape,
      input: z.strictObject({ staffId: z.uuid(), roles: z.array(roleShape).min(1).max(9) }),
      run: (_fields, input, _found, context) =>
        input.staffId === context.actor.staffId
          ? refuse('OwnAccount')
          : done({ roles: input.roles }),
    }),
  },
  rule: (after, before, _found, context) => {
    if (before === null && after.activeSince !== null)
      return refusal('FieldNeedsVerb', { field: 'activeSince' })
    if (before === null)
      return after.state === 'suspended'
        ? refusal('FieldNotValid', { field: 'state', problem: 'suspended' })
        : null
    // ACC-6: people edit their own name and language; who has seen the record check says when.
    const cleared = after.clearanceCheckedOn !== before.clearanceCheckedOn
    return cleared && !context.actor.roles.includes('agencyAdmin') ? refusal('NotAllowed') : null
  },
})
