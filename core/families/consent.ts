import { z } from 'zod'
import { ageOn, dayShape } from '../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../kit/outcome.ts'
import { defineKind, defineVerb, type Found } from '../sync/kind.ts'
import { guardianship } from './guardianship.ts'
import { peopleReader } from './person-shape.ts'

export const consentPurposes = [
  'service',
  'assessment',
  'group',
  'photo',
  'recording',
  'sharing',
  'research',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
export const consentProofs = ['paperPhoto', 'onScreen', 'witnessedCall', 'link'] as const

const assentShape = z.strictObject({
  answer: z.enum(['given', 'refused', 'notAsked', 'tooYoung']),
  on: dayShape.nullable(),
  how: z.string().max(200),
})

const consentShape = z.strictObject({
  familyId: z.uuid(),
  /** The child whom it concerns. */
  subjectId: z.uuid(),
  /** From the child's record when the consent was taken: who may consent changes at 14 and 18. */
  subjectBornOn: dayShape.nullable(),
  purpose: z.enum(consentPurposes),
  textVersion: z.string().min(1).max(40),
  language: z.string().max(40).default('zh-CN'),
  readAloud: z.boolean().default(false),
  decision: z.enum(['given', 'refused']),
  givenById: z.uuid(),
  decidedOn: dayShape,
  proof: z.enum(consentProofs),
  /** The photographed paper, or the signature drawn on screen. */
  proofFileId: z.uuid().nullable().default(null),
  /** For a call: who heard it beside the worker, and the number called. */
  witness: z.string().max(120).default(''),
  assent: assentShape.default({ answer: 'notAsked', on: null, how: '' }),
  withdrawnOn: dayShape.nullable().default(null),
  withdrawnBy: z.string().max(120).default(''),
})
export type Consent = z.infer<typeof consentShape>

/** One decision for one purpose (P01). It is never edited: a new decision is a new record, withdrawal is a verb. */
export const consent = defineKind({
  name: 'consent',
  room: 'families',
  shape: consentShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['subjectBornOn', 'witness', 'assent', 'withdrawnBy'],
  guarded: [
    'purpose',
    'subjectId',
    'decision',
    'givenById',
    'decidedOn',
    'proof',
    'proofFileId',
    'textVersion',
    'withdrawnOn',
    'assent',
  ],
  references: { familyId: 'family', subjectId: 'person', givenById: 'person' },
  columns: ['familyId', 'subjectId', 'purpose'],
  verbs: {
    /** FAM-11: withdrawing is one step, needs no reason, and takes effect at once. */
    withdraw: defineVerb({
      of: consentShape,
      input: z.strictObject({ on: dayShape, by: z.string().max(120) }),
      run: (fields, input, _found, context) => {
        if (fields.withdrawnOn !== null) return refuse('AlreadyWithdrawn')
        return input.on > context.today
          ? refuse('DateInFuture', { field: 'on', day: input.on })
          : done({ withdrawnOn: input.on, withdrawnBy: input.by })
      },
    }),
    recordAssent: defineVerb({
      of: consentShape,
      input: z.strictObject({ assent: assentShape }),
      run: (_fields, input) => done({ assent: input.assent }),
    }),
  },
  ruleNeeds: (after) => [
    { kind: 'guardianship', where: { childId: after.subjectId } },
    { kind: 'person', where: { id: after.subjectId } },
  ],
  rule: (after, before, found, context) => {
    if (after.decidedOn > context.today)
      return refusal('DateInFuture', { field: 'decidedOn', day: after.decidedOn })
    return before === null ? (refuseGiver(after, found) ?? refuseProof(after)) : null
  },
})

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
function refuseProof(after: Consent): Refusal | null {
  if (after.decision === 'refused') return null
  const onPaper = after.proof === 'paperPhoto' || after.proof === 'onScreen'
  if (onPaper && after.proofFileId === null) return refusal('ProofMissing', { proof: after.proof })
  return after.proof === 'witnessedCall' && after.witness.trim() === ''
    ? refusal('ProofMissing', { proof: after.proof })
    : null
}
