import { z } from 'zod'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { dayShape, instantShape, type Day } from '../kit/dates.ts'
import { defineKind, defineVerb, type VerbContext } from '../sync/kind.ts'
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
  /** Since when it is suspended, by the deciding side's clock: nobody is alone at once by suspending the second person. */
  suspendedAt: instantShape.nullable().default(null),
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
  guarded: ['roles', 'state', 'activeSince', 'suspendedAt'],
  columns: ['state'],
  verbs: {
    /** ACC-4: nobody suspends themselves by accident: the agency would be locked out. */
    suspend: defineVerb({
      of: staffShape,
      input: z.strictObject({ staffId: z.uuid() }),
      run: (_fields, input, _found, context) =>
        input.staffId === context.actor.staffId
          ? refuse('OwnAccount')
          : done({ state: 'suspended' as const, suspendedAt: context.now }),
    }),
    /** Whoever is back begins anew as a second person; an account that nobody ever took into use is only invited. */
    reinstate: defineVerb({
      of: staffShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, context) =>
        fields.activeSince === null
          ? done({ state: 'invited' as const, suspendedAt: null })
          : done({ state: 'active' as const, activeSince: context.now, suspendedAt: null }),
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
  rule: (after, before, _found, context) =>
    before === null
      ? (refuseBornHeld(after) ?? refuseUnseen(after, context.today))
      : refuseClearing(after, before, context),
})

function refuseBornHeld({ activeSince, suspendedAt, state }: Staff): Refusal | null {
  if (activeSince !== null) return refusal('FieldNeedsVerb', { field: 'activeSince' })
  if (suspendedAt !== null) return refusal('FieldNeedsVerb', { field: 'suspendedAt' })
  return state === 'suspended'
    ? refusal('FieldNotValid', { field: 'state', problem: 'suspended' })
    : null
}

/** ACC-6: people edit their own name and language; who has seen the record check says when. */
function refuseClearing(after: Staff, before: Staff, context: VerbContext): Refusal | null {
  if (after.clearanceCheckedOn === before.clearanceCheckedOn) return null
  return context.actor.roles.includes('agencyAdmin')
    ? refuseUnseen(after, context.today)
    : refusal('NotAllowed')
}

/** ACC-25: a check is seen on a day that has come; a later one would hold for years. */
function refuseUnseen({ clearanceCheckedOn }: Staff, today: Day): Refusal | null {
  return clearanceCheckedOn !== null && clearanceCheckedOn > today
    ? refusal('DateInFuture', { field: 'clearanceCheckedOn', day: clearanceCheckedOn })
    : null
}
