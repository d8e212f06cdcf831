import { z } from 'zod'
import { instantShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found, type VerbContext } from '../sync/kind.ts'
import { staff } from './staff.ts'

/**
 * With nobody else to ask, a night's sleep stands in for the second person. An account has to be as old before it
 * can be that second person: or whoever is alone invites themselves.
 */
export const hoursAlone = 24

const approvalShape = z.strictObject({
  /** What is to be done, such as `eraseFamily`: named by the room that will do it. */
  action: z.string().regex(/^[a-z][A-Za-z]{1,39}$/),
  subjectKind: z.string().regex(/^[a-z][A-Za-z]{1,39}$/),
  subjectId: z.uuid(),
  reason: z.string().max(1000).default(''),
  /** `drafted` until it is handed in: only then does the deciding side's clock set its time. */
  state: z.enum(['drafted', 'requested', 'approved', 'refused', 'carriedOut']).default('drafted'),
  requestedById: z.uuid().nullable().default(null),
  requestedAt: instantShape.nullable().default(null),
  decidedById: z.uuid().nullable().default(null),
  decidedAt: instantShape.nullable().default(null),
  answer: z.string().max(1000).default(''),
  carriedOutAt: instantShape.nullable().default(null),
  /** Done by the only member of staff after the waiting time: shown wherever the act is shown. */
  alone: z.boolean().default(false),
})
export type Approval = z.infer<typeof approvalShape>

const activeStaff = { kind: 'staff', where: { state: 'active' } }
const suspendedStaff = { kind: 'staff', where: { state: 'suspended' } }

/** A step that needs a second person: asked for, decided by somebody else, then carried out. */
export const approval = defineKind({
  name: 'approval',
  room: 'access',
  shape: approvalShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: ['reason', 'answer'],
  guarded: [
    'action',
    'subjectKind',
    'subjectId',
    'state',
    'requestedById',
    'requestedAt',
    'decidedById',
    'decidedAt',
    'answer',
    'carriedOutAt',
    'alone',
  ],
  columns: ['action', 'subjectKind', 'subjectId', 'state'],
  verbs: {
    request: defineVerb({
      of: approvalShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, context) =>
        fields.state === 'drafted'
          ? done<Partial<Approval>>({
              state: 'requested',
              requestedById: context.actor.staffId,
              requestedAt: context.now,
            })
          : refuse('WrongApprovalState', { state: fields.state }),
    }),
    approve: defineVerb({
      of: approvalShape,
      input: z.strictObject({ answer: z.string().max(1000).default('') }),
      needs: () => [activeStaff],
      run: (fields, input, found, context) => {
        if (fields.subjectKind === staff.name && fields.subjectId === context.actor.staffId)
          return refuse('OwnAccountAgreed')
        const decided = decide(fields, 'approved', input.answer, context)
        const tooNew = decided.ok ? refuseNewAccount(found, context) : null
        return tooNew === null ? decided : { ok: false, refusal: tooNew }
      },
    }),
    refuse: defineVerb({
      of: approvalShape,
      input: z.strictObject({ answer: z.string().trim().min(1).max(1000) }),
      run: (fields, input, _found, context) => decide(fields, 'refused', input.answer, context),
    }),
    carryOut: defineVerb({
      of: approvalShape,
      input: z.strictObject({}),
      needs: () => [activeStaff, suspendedStaff],
      run: (fields, _input, found, context) => carryOut(fields, found, context),
    }),
  },
  rule: (after, before) =>
    before === null && (after.state !== 'drafted' || after.requestedAt !== null)
      ? refusal('FieldNeedsVerb', { field: 'state' })
      : null,
})

/** ACC-10: nobody decides what they asked for themselves. */
function decide(
  fields: Approval,
  state: 'approved' | 'refused',
  answer: string,
  context: VerbContext,
): Outcome<Partial<Approval>> {
  if (fields.state !== 'requested') return refuse('WrongApprovalState', { state: fields.state })
  if (fields.requestedById === context.actor.staffId) return refuse('OwnRequest')
  return done({ state, answer, decidedById: context.actor.staffId, decidedAt: context.now })
}

/** ACC-19: an account that somebody has only just taken into use is no second person yet. */
export function refuseNewAccount(found: Found, context: VerbContext): Refusal | null {
  const own = found.of(staff).find(({ id }) => id === context.actor.staffId)
  const hoursLeft = hoursUntilOld(own?.activeSince ?? context.now, context.now)
  return hoursLeft > 0 ? refusal('SecondPersonTooNew', { count: hoursLeft }) : null
}

/** Whole hours until 24 have passed since a moment; zero or less: they have. For ACC-11 and ACC-19, and for saying so beforehand. */
export function hoursUntilOld(since: string, now: string): number {
  return Math.ceil(hoursAlone - (Date.parse(now) - Date.parse(since)) / 3_600_000)
}

/**
 * ACC-11: what was approved may be carried out. In an agency with a single active member of staff it may be carried out
 * without a second person, 24 hours after the request and after the last colleague was suspended, and stays marked as done
 * alone.
 */
function carryOut(
  fields: Approval,
  found: Found,
  context: VerbContext,
): Outcome<Partial<Approval>> {
  const carried = { state: 'carriedOut', carriedOutAt: context.now } as const
  if (fields.state === 'approved') return done(carried)
  if (fields.state !== 'requested') return refuse('WrongApprovalState', { state: fields.state })
  const broken = refuseAlone(fields, found, context)
  return broken === null ? done({ ...carried, alone: true }) : { ok: false, refusal: broken }
}

/** Whoever is the only active member of staff, a day and a night after they asked and after the last colleague left. */
export function refuseAlone(
  fields: Pick<Approval, 'requestedAt'>,
  found: Found,
  context: VerbContext,
): Refusal | null {
  const active = found.of(staff).filter(({ state }) => state === 'active')
  const isOnlyOne = active.length === 1 && active[0]?.id === context.actor.staffId
  if (!isOnlyOne) return refusal('SecondPersonNeeded')
  const suspensions = found
    .of(staff)
    .flatMap(({ suspendedAt }) => (suspendedAt === null ? [] : [suspendedAt]))
  const since = [fields.requestedAt ?? context.now, ...suspensions]
  const hoursLeft = Math.max(...since.map((moment) => hoursUntilOld(moment, context.now)))
  return hoursLeft > 0 ? refusal('WaitBeforeAlone', { count: hoursLeft }) : null
}
