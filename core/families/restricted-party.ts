import { z } from 'zod'
import { refuseAlone, refuseNewAccount } from '../access/approval.ts'
import { dayShape, instantShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, readerOf, type Found } from '../sync/kind.ts'
import { peopleReader } from './person-shape.ts'
import { needPeople } from './same-family.ts'

export const restrictionGrounds = ['courtOrder', 'police', 'safetyAssessment'] as const

export const restrictedPartyShape = z.strictObject({
  familyId: z.uuid(),
  /** Who is kept away. */
  personId: z.uuid(),
  /** From which child; null for every child of the family. */
  childId: z.uuid().nullable().default(null),
  ground: z.enum(restrictionGrounds),
  /** Number of the order, name of the station, or what our own assessment saw. */
  groundNote: z.string().max(1000).default(''),
  since: dayShape,
  /** When somebody looks again whether it still needs to stand; it does not end by itself. */
  reviewOn: dayShape,
  state: z.enum(['standing', 'lifted']).default('standing'),
  liftAskedById: z.uuid().nullable().default(null),
  liftAskedAt: instantShape.nullable().default(null),
  liftAskedBySupervisor: z.boolean().default(false),
  liftReason: z.string().max(1000).default(''),
  liftedById: z.uuid().nullable().default(null),
  liftedAt: instantShape.nullable().default(null),
  /** Lifted by the only member of staff after the waiting time: shown with it. */
  alone: z.boolean().default(false),
})
export type RestrictedParty = z.infer<typeof restrictedPartyShape>

/** Reads restrictions for rules of kinds that this one has no need to know. */
export const restrictionReader = readerOf('restrictedParty', restrictedPartyShape)

/** FAM-52: what rules ask for to know whether somebody of this family is kept away. */
export function needRestrictions(familyId: string) {
  return { kind: 'restrictedParty', where: { familyId } }
}

const staffStates = [
  { kind: 'staff', where: { state: 'active' } },
  { kind: 'staff', where: { state: 'suspended' } },
]

/**
 * FAM-50: somebody of the family who is kept away from a child (受限制当事人; C14). One person sets it, at once, on an order
 * or on what was seen; two lift it. It lies in the family's file and nowhere else.
 */
export const restrictedParty = defineKind({
  name: 'restrictedParty',
  room: 'families',
  shape: restrictedPartyShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['ground', 'groundNote', 'liftReason'],
  guarded: [
    'familyId',
    'personId',
    'childId',
    'since',
    'state',
    'liftAskedById',
    'liftAskedAt',
    'liftAskedBySupervisor',
    'liftReason',
    'liftedById',
    'liftedAt',
    'alone',
  ],
  references: { familyId: 'family', personId: 'person', childId: 'person' },
  columns: ['familyId', 'personId', 'childId', 'state'],
  verbs: {
    askLift: defineVerb({
      of: restrictedPartyShape,
      input: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
      run: (fields, { reason }, _found, { actor, now }) => {
        if (fields.state === 'lifted') return refuse('RestrictionLifted')
        return done({
          liftAskedById: actor.staffId,
          liftAskedAt: now,
          liftAskedBySupervisor: actor.roles.includes('supervisor'),
          liftReason: reason,
        })
      },
    }),
    /** FAM-51: whoever asked does not agree, and one of the two is a supervisor; alone it takes a day and a night. */
    agreeLift: defineVerb({
      of: restrictedPartyShape,
      input: z.strictObject({}),
      needs: () => staffStates,
      run: (fields, _input, found, context) => {
        const refused = refuseLifting(fields, found, context)
        if (refused !== null) return { ok: false, refusal: refused }
        return done({
          state: 'lifted' as const,
          liftedById: context.actor.staffId,
          liftedAt: context.now,
          alone: fields.liftAskedById === context.actor.staffId,
        })
      },
    }),
    declineLift: defineVerb({
      of: restrictedPartyShape,
      input: z.strictObject({}),
      run: (fields) =>
        fields.state === 'standing' && fields.liftAskedById !== null
          ? done({
              liftAskedById: null,
              liftAskedAt: null,
              liftAskedBySupervisor: false,
              liftReason: '',
            })
          : refuse('LiftNotAsked'),
    }),
  },
  ruleNeeds: ({ familyId, personId, childId }) =>
    needPeople(familyId, childId === null ? [personId] : [personId, childId]),
  rule: (after, before, found, { today }) => {
    if (before === null && (after.state !== 'standing' || after.liftAskedById !== null))
      return refusal('FieldNeedsVerb', { field: 'state' })
    if (after.since > today) return refusal('DateInFuture', { field: 'since', day: after.since })
    if (after.reviewOn < after.since)
      return refusal('EndsBeforeStart', { from: after.since, to: after.reviewOn })
    return refuseParties(after, found)
  },
})

function refuseParties(after: RestrictedParty, found: Found): Refusal | null {
  const people = found.of(peopleReader)
  const held = people.find(({ id }) => id === after.personId)
  if (held === undefined) return refusal('NotInThisFamily')
  if (after.childId === null) return null
  if (after.childId === after.personId) return refusal('SamePersonTwice')
  const child = people.find(({ id }) => id === after.childId)
  if (child === undefined) return refusal('NotInThisFamily')
  return child.role === 'child' ? null : refusal('NotAChild', { name: child.name })
}

function refuseLifting(
  fields: RestrictedParty,
  found: Found,
  context: Parameters<typeof refuseAlone>[2],
): Refusal | null {
  if (fields.state === 'lifted') return refusal('RestrictionLifted')
  if (fields.liftAskedById === null) return refusal('LiftNotAsked')
  if (fields.liftAskedById === context.actor.staffId)
    return refuseAlone({ requestedAt: fields.liftAskedAt }, found, context)
  if (!fields.liftAskedBySupervisor && !context.actor.roles.includes('supervisor'))
    return refusal('LiftNeedsSupervisor')
  return refuseNewAccount(found, context)
}
