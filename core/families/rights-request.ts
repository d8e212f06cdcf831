import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'
import { done, refusal, refuse } from '../kit/outcome.ts'
import { defineKind, defineVerb } from '../sync/kind.ts'
import { guardianship } from './guardianship.ts'
import { peopleReader } from './person-shape.ts'

export const rightsAsked = ['access', 'copy', 'correction', 'deletion'] as const
export type RightAsked = (typeof rightsAsked)[number]
/** Who asks, in relation to whom it is about. */
export const askerRelations = ['self', 'guardian', 'parent', 'other'] as const
export const identityWays = ['knownInPerson', 'idSeen', 'callBack', 'link'] as const
export const rightsOutcomes = ['granted', 'partly', 'refused'] as const
/** Grounds of a refusal: a letter says one of these and nothing that only this family could have (C10). */
export const refusalGrounds = [
  'identityNotShown',
  'notEntitled',
  'othersRights',
  'lawKeeps',
  'notHeld',
] as const

const rightsRequestShape = z.strictObject({
  familyId: z.uuid(),
  /** Whose data it is about: a child or an adult of the family. */
  subjectId: z.uuid(),
  askedById: z.uuid(),
  relation: z.enum(askerRelations),
  right: z.enum(rightsAsked),
  /** In the person's own words. */
  words: z.string().max(2000).default(''),
  came: z.enum(['worker', 'familyPage', 'letter', 'phone']).default('worker'),
  receivedOn: dayShape,
  /** Told to the family; reckoned when it came in, from what the agency has set. */
  dueOn: dayShape,
  writtenById: z.uuid().nullable().default(null),
  state: z.enum(['received', 'inReview', 'returned', 'reviewed', 'answered']).default('received'),
  identity: z.enum(identityWays).nullable().default(null),
  identityById: z.uuid().nullable().default(null),
  identityOn: dayShape.nullable().default(null),
  outcome: z.enum(rightsOutcomes).nullable().default(null),
  ground: z.enum(refusalGrounds).nullable().default(null),
  /** What was done, for the answer: which record was corrected, which data went. */
  doneWords: z.string().max(2000).default(''),
  reviewedById: z.uuid().nullable().default(null),
  reviewedAt: instantShape.nullable().default(null),
  reviewWords: z.string().max(1000).default(''),
  answeredOn: dayShape.nullable().default(null),
  handedTo: z.string().max(120).default(''),
  handedById: z.uuid().nullable().default(null),
  /** Fingerprint of the copy that was handed over, so that it can be told from every other paper. */
  copyHash: z.string().max(64).default(''),
})
export type RightsRequest = z.infer<typeof rightsRequestShape>

const proposalShape = z.strictObject({
  outcome: z.enum(rightsOutcomes),
  ground: z.enum(refusalGrounds).nullable(),
  doneWords: z.string().max(2000).default(''),
})

const wrongState = (state: string) => refuse('WrongRequestState', { state })

/** RIG-1…4: what a person asks about the data that is held on them or their child (PR17; PIPL 44–50, NPR 34). */
export const rightsRequest = defineKind({
  name: 'rightsRequest',
  room: 'families',
  shape: rightsRequestShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['words', 'doneWords', 'reviewWords', 'handedTo'],
  guarded: [
    'familyId',
    'subjectId',
    'askedById',
    'right',
    'receivedOn',
    'dueOn',
    'writtenById',
    'state',
    'identity',
    'identityById',
    'identityOn',
    'outcome',
    'ground',
    'doneWords',
    'reviewedById',
    'reviewedAt',
    'reviewWords',
    'answeredOn',
    'handedTo',
    'handedById',
    'copyHash',
  ],
  references: { familyId: 'family', subjectId: 'person', askedById: 'person' },
  columns: ['familyId', 'state', 'dueOn'],
  verbs: {
    /** RIG-2: who asks is made sure of before anything is handed over; who did it and how stays. */
    checkIdentity: defineVerb({
      of: rightsRequestShape,
      input: z.strictObject({ identity: z.enum(identityWays) }),
      run: (fields, { identity }, _found, { actor, today }) =>
        fields.state === 'answered'
          ? wrongState(fields.state)
          : done({ identity, identityById: actor.staffId, identityOn: today }),
    }),
    /** The worker proposes what is answered; a supervisor looks at it first. */
    submit: defineVerb({
      of: rightsRequestShape,
      input: proposalShape,
      run: (fields, input) => {
        if (fields.state !== 'received' && fields.state !== 'returned')
          return wrongState(fields.state)
        if (fields.identity === null && input.ground !== 'identityNotShown')
          return refuse('IdentityFirst')
        if ((input.outcome !== 'granted') !== (input.ground !== null))
          return refuse('RefusalGroundNeeded')
        // Who is told “a part of it” has to be told which.
        if (input.outcome === 'partly' && input.doneWords.trim() === '')
          return refuse('PartNeedsWords')
        return done({ ...input, state: 'inReview' as const })
      },
    }),
    /** RIG-3: reviewed by a supervisor; whoever is the only one may review their own, and it shows. */
    review: defineVerb({
      of: rightsRequestShape,
      input: z.strictObject({ agrees: z.boolean(), words: z.string().max(1000).default('') }),
      run: (fields, { agrees, words }, _found, { actor, now }) => {
        if (fields.state !== 'inReview') return wrongState(fields.state)
        if (!agrees && words.trim() === '') return refuse('ReasonNeeded')
        return done({
          state: agrees ? ('reviewed' as const) : ('returned' as const),
          reviewedById: actor.staffId,
          reviewedAt: now,
          reviewWords: words,
        })
      },
    }),
    /** The answer went out: to whom, by whom, and of a copy its fingerprint. */
    answer: defineVerb({
      of: rightsRequestShape,
      input: z.strictObject({
        on: dayShape,
        handedTo: z.string().trim().min(1).max(120),
        copyHash: z.string().max(64).default(''),
      }),
      run: (fields, { on, handedTo, copyHash }, _found, { actor, today }) => {
        if (fields.state !== 'reviewed') return wrongState(fields.state)
        if (on > today) return refuse('DateInFuture', { field: 'answeredOn', day: on })
        return done({
          state: 'answered' as const,
          answeredOn: on,
          handedTo,
          handedById: actor.staffId,
          copyHash,
        })
      },
    }),
  },
  ruleNeeds: (after) => [
    { kind: 'person', where: { familyId: after.familyId } },
    { kind: 'guardianship', where: { childId: after.subjectId } },
  ],
  rule: (after, before, found, { today, actor }) => {
    if (before !== null) return null
    if (after.receivedOn > today)
      return refusal('DateInFuture', { field: 'receivedOn', day: after.receivedOn })
    if (after.dueOn < after.receivedOn)
      return refusal('EndsBeforeStart', { from: after.receivedOn, to: after.dueOn })
    if (after.state !== 'received' || after.identity !== null || after.outcome !== null)
      return refusal('FieldNeedsVerb', { field: 'state' })
    if (after.writtenById !== null && after.writtenById !== actor.staffId)
      return refusal('NotAllowed')
    const own = found.of(peopleReader).filter(({ familyId }) => familyId === after.familyId)
    const isOwn = (id: string) => own.some((person) => person.id === id)
    if (!isOwn(after.subjectId) || !isOwn(after.askedById)) return refusal('NotInThisFamily')
    if ((after.relation === 'self') !== (after.askedById === after.subjectId))
      return refusal('RelationDoesNotFit')
    return after.relation === 'guardian' && !isGuardian(after, found.of(guardianship))
      ? refusal('NotTheGuardian')
      : null
  },
})

function isGuardian(
  { askedById, subjectId, receivedOn }: RightsRequest,
  bonds: readonly {
    readonly adultId: string
    readonly childId: string
    readonly kind: string
    readonly until: string | null
  }[],
): boolean {
  return bonds.some(
    ({ adultId, childId, kind, until }) =>
      adultId === askedById &&
      childId === subjectId &&
      kind === 'legalGuardian' &&
      (until === null || until > receivedOn),
  )
}
