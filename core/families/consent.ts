import { z } from 'zod'
import { ageOn, dayShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, readerOf, type Found } from '../sync/kind.ts'
import { guardianUntil } from './guardian-until.ts'
import { guardianship } from './guardianship.ts'
import { mayReach } from './may-reach.ts'
import { pairRelations } from './pair.ts'
import { peopleReader } from './person-shape.ts'
import { needRestrictions, restrictionReader } from './restricted-party.ts'
import { withdrawalWays } from './withdrawal.ts'

/**
 * What is asked, each by itself. Whoever may be told about a child is a purpose of its own: school, village, funder, and the
 * agency to which a case is handed over.
 */
export const consentPurposes = [
  'service',
  'assessment',
  'group',
  'photo',
  'recording',
  'shareSchool',
  'shareVillage',
  'shareFunder',
  'transfer',
  'research',
] as const
/** Until the notice 2026-2 school and village were one point; what was said to it counts for both, and for nobody else. */
export const knownPurposes = [...consentPurposes, 'sharing'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export type KnownPurpose = (typeof knownPurposes)[number]
export const consentProofs = ['paperPhoto', 'onScreen', 'witnessedCall', 'link'] as const

const assentShape = z.strictObject({
  answer: z.enum(['given', 'refused', 'notAsked', 'tooYoung']),
  on: dayShape.nullable(),
  how: z.string().max(200),
  /** What the child said about it, in its own words (LPM 4). */
  view: z.string().max(400).default(''),
})

/** P04: two guardians disagree, and a supervisor has decided which word is followed until one of them speaks anew. */
const rulingShape = z.strictObject({
  on: dayShape,
  byId: z.uuid(),
  reason: z.string().min(1).max(1000),
  /** The decisions of others that were weighed and not followed. */
  over: z.array(z.uuid()).min(1).max(20),
})
export type Ruling = z.infer<typeof rulingShape>

const consentShape = z.strictObject({
  familyId: z.uuid(),
  /** The child whom it concerns. */
  subjectId: z.uuid(),
  /** From the child's record when the consent was taken: who may consent changes at 14 and 18. */
  subjectBornOn: dayShape.nullable(),
  purpose: z.enum(knownPurposes),
  textVersion: z.string().min(1).max(40),
  language: z.string().max(40).default('zh-CN'),
  readAloud: z.boolean().default(false),
  decision: z.enum(['given', 'refused']),
  givenById: z.uuid(),
  /** What they were to the child that day: bonds may change later. Null where an older record does not say. */
  relation: z
    .enum([...pairRelations, 'self'])
    .nullable()
    .default(null),
  decidedOn: dayShape,
  /** The hour of a witnessed call, as the clock showed it. */
  decidedAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable()
    .default(null),
  /** The last day on which it holds; null holds until somebody takes it back. */
  validUntil: dayShape.nullable().default(null),
  proof: z.enum(consentProofs),
  /** The photographed paper, or the signature drawn on screen. */
  proofFileId: z.uuid().nullable().default(null),
  /** For a call: who heard it beside the worker, and the number called. */
  witness: z.string().max(120).default(''),
  assent: assentShape.default({ answer: 'notAsked', on: null, how: '', view: '' }),
  withdrawnOn: dayShape.nullable().default(null),
  withdrawnBy: z.string().max(120).default(''),
  /** Null where an older record does not say. */
  withdrawnWay: z.enum(withdrawalWays).nullable().default(null),
  /** FAM-73: what it is about, as whoever took it back said it. Never asked for as a reason. */
  withdrawnWords: z.string().max(1000).default(''),
  ruling: rulingShape.nullable().default(null),
  /** FAM-55: since when this no is not counted, because whoever said it is kept away from the child. */
  setAsideOn: dayShape.nullable().default(null),
  /** FAM-65: until when whoever agreed was guardian: from then on it holds only while nobody else has spoken. */
  guardianUntil: dayShape.nullable().default(null),
  /** FAM-55: whoever agreed to help is kept away since: their yes holds only while nobody else has spoken. */
  yieldsSince: dayShape.nullable().default(null),
  /** FAM-67: it came by link, and nobody who works with the family has said yet that they saw it. */
  isNews: z.boolean().default(false),
})
export type Consent = z.infer<typeof consentShape>
const consentReader = readerOf('consent', consentShape)

/** One decision for one purpose (P01). It is never edited: a new decision is a new record, withdrawal is a verb. */
export const consent = defineKind({
  name: 'consent',
  room: 'families',
  shape: consentShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['subjectBornOn', 'witness', 'assent', 'withdrawnBy', 'withdrawnWords', 'ruling'],
  guarded: [
    'purpose',
    'subjectId',
    'decision',
    'givenById',
    'decidedOn',
    'proof',
    'proofFileId',
    'textVersion',
    'relation',
    'validUntil',
    'withdrawnOn',
    'withdrawnWay',
    'withdrawnWords',
    'assent',
    'ruling',
    'setAsideOn',
    'guardianUntil',
    'yieldsSince',
    'isNews',
  ],
  references: { familyId: 'family', subjectId: 'person', givenById: 'person' },
  columns: ['familyId', 'subjectId', 'purpose'],
  verbs: {
    /** FAM-11: withdrawing is one step, needs no reason, and takes effect at once. */
    withdraw: defineVerb({
      of: consentShape,
      input: z.strictObject({
        on: dayShape,
        by: z.string().max(120),
        byLink: z.boolean().default(false),
        way: z.enum(withdrawalWays).nullable().default(null),
        words: consentShape.shape.withdrawnWords,
      }),
      needs: ({ familyId }) => [needRestrictions(familyId)],
      run: (fields, input, found, context) => {
        if (fields.withdrawnOn !== null) return refuse('AlreadyWithdrawn')
        if (protects(fields) && isSaidByKeptAway(fields, found))
          return refuse('RestrictedWithdrawal')
        return input.on > context.today
          ? refuse('DateInFuture', { field: 'on', day: input.on })
          : done({
              // A clock that lags must keep nobody from taking a consent back: nothing is taken back before it was given.
              withdrawnOn: input.on < fields.decidedOn ? fields.decidedOn : input.on,
              withdrawnBy: input.by,
              withdrawnWay: input.byLink ? 'link' : input.way,
              withdrawnWords: input.words.trim(),
              isNews: input.byLink || fields.isNews,
            })
      },
    }),
    recordAssent: defineVerb({
      of: consentShape,
      input: z.strictObject({ assent: assentShape }),
      run: (_fields, input) => done({ assent: input.assent }),
    }),
    /** FAM-67: somebody who works with the family has seen what came by link. */
    markSeen: defineVerb({
      of: consentShape,
      input: z.strictObject({}),
      run: () => done({ isNews: false }),
    }),
    /**
     * FAM-55: what somebody who is kept away said no longer counts where it stands in the child's way or in another guardian's, or gives
     * the child away. Their yes to help, while nobody else has spoken, yields to whoever speaks next.
     */
    setAside: defineVerb({
      of: consentShape,
      input: z.strictObject({}),
      needs: ({ familyId, subjectId }) => [
        needRestrictions(familyId),
        { kind: 'consent', where: { subjectId } },
      ],
      run: (fields, _input, found, { today }) => {
        if (!isSaidByKeptAway(fields, found)) return refuse('NothingToSetAside')
        if (countsNoMore(fields, found.of(consentReader)))
          return done({ setAsideOn: fields.setAsideOn ?? today })
        return holdsMeanwhile(fields)
          ? done({ yieldsSince: fields.yieldsSince ?? today })
          : refuse('NothingToSetAside')
      },
    }),
    /** FAM-65: whoever said it is guardian no longer. A yes to help holds until somebody else speaks; all else counts no more. */
    outlive: defineVerb({
      of: consentShape,
      input: z.strictObject({}),
      needs: ({ subjectId }) => [{ kind: 'guardianship', where: { childId: subjectId } }],
      run: (fields, _input, found, { today }) => {
        const until = guardianUntil(
          found.of(guardianship),
          fields.subjectId,
          fields.givenById,
          today,
        )
        if (until === null) return refuse('StillGuardian')
        return holdsMeanwhile(fields)
          ? done({ guardianUntil: fields.guardianUntil ?? until })
          : done({ setAsideOn: fields.setAsideOn ?? today })
      },
    }),
    /** FAM-46: of two guardians who disagree, the supervisor says whose word is followed, and why. */
    settle: defineVerb({
      of: consentShape,
      input: z.strictObject({
        reason: z.string().trim().min(1).max(1000),
        over: rulingShape.shape.over,
      }),
      needs: ({ familyId, subjectId }) => [
        { kind: 'consent', where: { subjectId } },
        needRestrictions(familyId),
      ],
      run: (fields, { reason, over }, found, { actor, today }) => {
        if (isSaidByKeptAway(fields, found)) return refuse('RestrictedNotFollowed')
        if (!mayBeFollowed(fields)) return refuse('NarrowerHolds', { purpose: fields.purpose })
        const others = found.of(consentReader).filter(({ id }) => over.includes(id))
        const weighed = others.filter(
          (other) =>
            other.familyId === fields.familyId &&
            other.purpose === fields.purpose &&
            other.givenById !== fields.givenById,
        )
        return weighed.length === over.length
          ? done({ ruling: { on: today, byId: actor.staffId, reason, over: [...over] } })
          : refuse('NothingToSettle')
      },
    }),
  },
  ruleNeeds: (after) => [
    { kind: 'guardianship', where: { childId: after.subjectId } },
    { kind: 'person', where: { id: after.subjectId } },
    needRestrictions(after.familyId),
  ],
  rule: (after, before, found, context) => {
    // Asked at birth only: a clock that lags must keep nobody from taking a consent back.
    if (before === null && after.decidedOn > context.today)
      return refusal('DateInFuture', { field: 'decidedOn', day: after.decidedOn })
    if (before === null && isNotHeard(after) && isSaidByKeptAway(after, found))
      return refusal('RestrictedGiver')
    if (after.validUntil !== null && after.validUntil < after.decidedOn)
      return refusal('EndsBeforeStart', { from: after.decidedOn, to: after.validUntil })
    const settled = (['ruling', 'setAsideOn', 'guardianUntil', 'yieldsSince'] as const).find(
      (field) => after[field] !== null,
    )
    if (before === null && settled !== undefined)
      return refusal('FieldNeedsVerb', { field: settled })
    return before === null ? (refuseGiver(after, found) ?? refuseProof(after)) : null
  },
})

/** A supervisor may widen what helps the child; a no to photographs, recordings, telling others or research stays a no. */
export function mayBeFollowed(
  said: Pick<Consent, 'purpose' | 'decision' | 'withdrawnOn'>,
): boolean {
  return isNo(said) || protects(said)
}

/** What helps and protects the child: nobody who is kept away from it has a say in these (P04). */
const protectingPurposes: readonly KnownPurpose[] = ['service', 'assessment', 'group']

function protects({ purpose }: Pick<Consent, 'purpose'>): boolean {
  return protectingPurposes.includes(purpose)
}

function isSaidByKeptAway(said: Pick<Consent, 'givenById' | 'subjectId'>, found: Found): boolean {
  return !mayReach(found.of(restrictionReader), said.givenById, said.subjectId)
}

/**
 * FAM-55: what is not taken from somebody who is kept away: yes or no to what protects the child, and a yes to what shows the child
 * to others. A no to that is the narrower choice, and heard.
 */
function isNotHeard(said: Pick<Consent, 'purpose' | 'decision'>): boolean {
  return protects(said) || said.decision === 'given'
}

/** FAM-55: a no to what protects the child, or a standing yes to photographs, recordings, telling others, handing over, research. */
function isAgainstChild(said: Pick<Consent, 'purpose' | 'decision' | 'withdrawnOn'>): boolean {
  return protects(said) === isNo(said)
}

/**
 * FAM-55: beside what is against the child, a yes to what protects it, as soon as another guardian or the child has spoken: the help does
 * not rest on whoever is kept away against their word. A word that runs out by itself does not take its place.
 */
function countsNoMore(said: Consent, consents: readonly Consent[]): boolean {
  return (
    isAgainstChild(said) ||
    consents.some(
      (other) =>
        other.subjectId === said.subjectId &&
        other.purpose === said.purpose &&
        other.givenById !== said.givenById &&
        other.setAsideOn === null &&
        other.guardianUntil === null &&
        (isNo(other) || other.validUntil === null),
    )
  )
}

/** Refused, or given and taken back. */
export function isNo({
  decision,
  withdrawnOn,
}: Pick<Consent, 'decision' | 'withdrawnOn'>): boolean {
  return decision === 'refused' || withdrawnOn !== null
}

/** FAM-65: a standing yes to help: service does not stop because guardianship passes on. */
export function holdsMeanwhile(
  said: Pick<Consent, 'purpose' | 'decision' | 'withdrawnOn'>,
): boolean {
  return protects(said) && !isNo(said)
}

/**
 * FAM-55: which of these decisions a restriction on this person touches: noes to what protects the child, yeses to what shows it to
 * others, and yeses to help; of these `setAside` makes some count no more at once, and lets others yield to whoever speaks next. What
 * was set aside or yields already is not among them. Takes everybody's decisions about the children of the family.
 */
export function listSetAside<Known extends Consent>(
  consents: readonly Known[],
  { personId, childId }: { readonly personId: string; readonly childId: string | null },
): readonly Known[] {
  return consents.filter(
    (one) =>
      one.givenById === personId &&
      (childId === null || one.subjectId === childId) &&
      one.setAsideOn === null &&
      (isAgainstChild(one) || (one.yieldsSince === null && holdsMeanwhile(one))),
  )
}

/** FAM-8: under 14 a legal guardian consents; from 14 the child; from 18 only the person themself (PIPL 31, PR3). */
function refuseGiver(after: Consent, found: Found): Refusal | null {
  // What the consent says of the child's birth is a note; who may decide follows from the child's own record.
  const subject = found.of(peopleReader).find(({ id }) => id === after.subjectId)
  if (subject !== undefined && subject.familyId !== after.familyId)
    return refusal('NotInThisFamily')
  const bornOn = subject === undefined ? after.subjectBornOn : subject.bornOn
  const age = bornOn === null ? null : ageOn(bornOn, after.decidedOn)
  if (age !== null && age >= 14 && after.givenById === after.subjectId) return null
  if (age !== null && age >= 18) return refusal('AdultConsentsAlone')
  const isGuardian = found
    .of(guardianship)
    .some(
      (bond) =>
        bond.childId === after.subjectId &&
        bond.familyId === after.familyId &&
        bond.adultId === after.givenById &&
        bond.kind === 'legalGuardian' &&
        (bond.until === null || bond.until > after.decidedOn),
    )
  return isGuardian ? null : refusal('NotTheGuardian')
}

/** FAM-9: consent that was given has proof: the photographed paper or the drawn signature is attached, a call has a witness. */
export function refuseProof(
  after: Pick<Consent, 'decision' | 'proofFileId' | 'witness'> & { readonly proof: string },
): Refusal | null {
  if (after.decision === 'refused') return null
  const onPaper = after.proof === 'paperPhoto' || after.proof === 'onScreen'
  if (onPaper && after.proofFileId === null) return refusal('ProofMissing', { proof: after.proof })
  return after.proof === 'witnessedCall' && after.witness.trim() === ''
    ? refusal('ProofMissing', { proof: after.proof })
    : null
}
