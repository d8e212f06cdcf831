import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'
import { done, refusal, refuse } from '../kit/outcome.ts'
import { approval } from '../access/approval.ts'
import { clearanceNeeds, refuseUncleared } from '../access/clearance.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'

export const incomeSources = [
  'farming',
  'migrantWork',
  'localWork',
  'business',
  'aid',
  'other',
] as const
export const aids = [
  'dibao',
  'orphanAllowance',
  'disabilityAllowance',
  'schoolAid',
  'temporaryAid',
  'other',
] as const

const familyShape = z.strictObject({
  /** The number on the paper file, such as Z-014; used instead of names on charts and exports. */
  code: z.string().min(1).max(40),
  village: z.string().max(80).default(''),
  township: z.string().max(80).default(''),
  /** Staff who may open this file; every assignment is recorded (NPR 36). */
  staff: z.array(z.uuid()).default([]),
  registeredOn: dayShape,
  incomeSources: z.array(z.enum(incomeSources)).default([]),
  aid: z.array(z.enum(aids)).default([]),
  notes: z.string().max(4000).default(''),
  /** An archived file is out of daily sight; its records stay under the law's retention. */
  state: z.enum(['open', 'archived']).default('open'),
  /** Whatever was agreed before this moment is spent: the next archiving is asked for anew. */
  reopenedAt: instantShape.nullable().default(null),
  /** A legal hold: while it stands the archived file is not erased, whatever period has ended. */
  heldSince: instantShape.nullable().default(null),
  holdReason: z.string().max(1000).default(''),
})
export type Family = z.infer<typeof familyShape>

const assignShape = z.strictObject({
  add: z.array(z.uuid()).max(20),
  remove: z.array(z.uuid()).max(20),
})

/** A household with a member who works away: persons with roles, never mother + father + child. */
export const family = defineKind({
  name: 'family',
  room: 'families',
  shape: familyShape,
  scope: { of: 'family', field: 'id' },
  key: { of: 'family', field: 'id' },
  sealed: ['notes', 'holdReason'],
  sets: ['staff', 'incomeSources', 'aid'],
  guarded: ['staff', 'state', 'reopenedAt', 'heldSince', 'holdReason'],
  columns: ['code', 'village', 'state'],
  verbs: {
    /** FAM-2: a file always has somebody who looks after it; ACC-25: whoever is given it has a record check. */
    assign: defineVerb({
      of: familyShape,
      input: assignShape,
      needs: (_fields, { add }) => clearanceNeeds(add),
      run: (fields, input, found, context) => {
        const fresh = input.add.filter((id) => !fields.staff.includes(id))
        const uncleared = refuseUncleared(fresh, found, context.today)
        if (uncleared !== null) return { ok: false, refusal: uncleared }
        const staff = [
          ...new Set([...fields.staff.filter((id) => !input.remove.includes(id)), ...input.add]),
        ].sort()
        return staff.length === 0 ? refuse('FamilyNeedsStaff') : done({ staff })
      },
    }),
    /** FAM-18: taking a family out of sight is a step for two people, or for one after a night's sleep (approval). */
    archive: defineVerb({
      of: familyShape,
      input: z.strictObject({ approvalId: z.uuid() }),
      needs: (_fields, input) => [{ kind: 'approval', where: { id: input.approvalId } }],
      run: (fields, _input, found, { recordId }) => {
        if (fields.state === 'archived') return refuse('AlreadyArchived')
        const agreed = found
          .of(approval)
          .find((one) => one.action === 'archiveFamily' && one.subjectId === recordId)
        const carriedOutAt = agreed?.state === 'carriedOut' ? agreed.carriedOutAt : null
        return carriedOutAt !== null && carriedOutAt > (fields.reopenedAt ?? '')
          ? done({ state: 'archived' as const })
          : refuse('SecondPersonNeeded')
      },
    }),
    reopen: defineVerb({
      of: familyShape,
      input: z.strictObject({}),
      run: (fields, _input, _found, { now }) =>
        fields.state === 'open'
          ? refuse('AlreadyOpen')
          : done({ state: 'open' as const, reopenedAt: now }),
    }),
    /** FAM-33: an archived file that a court, the police or an inquiry may still need is kept until somebody lifts the hold. */
    placeHold: defineVerb({
      of: familyShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
      run: (fields, { reason }, _found, { now }) => {
        if (fields.state !== 'archived') return refuse('ArchiveFirst')
        if (fields.heldSince !== null) return refuse('AlreadyHeld')
        return done({ heldSince: now, holdReason: reason })
      },
    }),
    liftHold: defineVerb({
      of: familyShape,
      input: z.strictObject({}),
      run: (fields) =>
        fields.heldSince === null ? refuse('NotHeld') : done({ heldSince: null, holdReason: '' }),
    }),
  },
  ruleNeeds: (after) => clearanceNeeds(after.staff),
  /** FAM-1: no registration date lies in the future. */
  rule: (after, before, found, context) => {
    if (after.registeredOn > context.today)
      return refusal('DateInFuture', { field: 'registeredOn', day: after.registeredOn })
    return before === null
      ? refuseUncleared(after.staff, found, context.today, context.actor.staffId)
      : null
  },
})
