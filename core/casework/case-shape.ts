import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { deriveId } from '../kit/ids.ts'
import { readerOf } from '../sync/kind.ts'

export const caseSources = [
  'child',
  'parent',
  'guardian',
  'school',
  'village',
  'group',
  'survey',
  'visit',
  'otherAgency',
  'prompt',
  'other',
] as const
export const urgencies = ['none', 'soon', 'now'] as const
export const eligibilities = ['fits', 'unclear', 'doesNotFit'] as const
export const caseDecisions = ['accept', 'refer', 'advise', 'waiting'] as const
export type CaseDecision = (typeof caseDecisions)[number]
export const closeReasons = ['goalsMet', 'moved', 'refused', 'referred', 'lost'] as const
export type CloseReason = (typeof closeReasons)[number]
/** The rules by which a case is proposed to a person. */
export const caseTriggers = [
  'twoAbsences',
  'silence',
  'scoreBand',
  'childAsks',
  'redFlags',
] as const
export type CaseTrigger = (typeof caseTriggers)[number]

const longText = z.string().max(4000).default('')
const reopeningShape = z.strictObject({
  on: dayShape,
  byId: z.uuid(),
  /** The day on which it had ended. */
  endedOn: dayShape.nullable(),
  reason: z.string().max(1000),
})

export const caseFileShape = z.strictObject({
  familyId: z.uuid(),
  /** Exactly one of the two: a case is on a pair or on a person. */
  pairId: z.uuid().nullable().default(null),
  personId: z.uuid().nullable().default(null),
  /** First, second … case of the same subject. */
  no: z.number().int().min(1).max(99).default(1),
  openedOn: dayShape,
  openedById: z.uuid(),
  /** Who works the case. */
  workerId: z.uuid(),
  source: z.enum(caseSources).default('other'),
  sourceWords: z.string().max(300).default(''),
  /** Which rule proposed it, where one did. */
  trigger: z.enum(caseTriggers).nullable().default(null),
  problem: longText,
  need: longText,
  /** Null: nobody has screened for it yet. */
  urgency: z.enum(urgencies).nullable().default(null),
  riskWords: longText,
  previousHelp: longText,
  expectation: longText,
  eligibility: z.enum(eligibilities).nullable().default(null),
  eligibilityWords: z.string().max(600).default(''),
  decision: z.enum(caseDecisions).nullable().default(null),
  decidedOn: dayShape.nullable().default(null),
  decidedById: z.uuid().nullable().default(null),
  decisionReason: z.string().max(1000).default(''),
  /** How it ends, in people's own words, and what is left. */
  childWords: longText,
  adultWords: longText,
  unmetNeeds: longText,
  ownReview: longText,
  closeReason: z.enum(closeReasons).nullable().default(null),
  closeWords: z.string().max(2000).default(''),
  closeAskedOn: dayShape.nullable().default(null),
  closeAskedById: z.uuid().nullable().default(null),
  closedOn: dayShape.nullable().default(null),
  closeApprovedById: z.uuid().nullable().default(null),
  /** Approved by the person who asked, for want of any other supervisor: shown wherever the closing is. */
  closedAlone: z.boolean().default(false),
  /** The supervisor's word, with the approval or with the return. */
  closeOpinion: z.string().max(2000).default(''),
  reopened: z.array(reopeningShape).max(20).default([]),
})
export type CaseFile = z.infer<typeof caseFileShape>
export type CaseFileEntry = CaseFile & { readonly id: string }
/** Whom a case is on. */
export type CaseSubject = Pick<CaseFile, 'familyId' | 'pairId' | 'personId'>

/** For the rule of the kind itself, which looks at other cases of the same family. */
export const caseReader = readerOf('caseFile', caseFileShape)

/** Two phones that open the same case make one record. */
export function caseFileId({
  pairId,
  personId,
  no,
}: Pick<CaseFile, 'pairId' | 'personId' | 'no'>): string {
  return deriveId('caseFile', pairId ?? personId ?? '', String(no))
}

export function isSameSubject(one: CaseSubject, other: CaseSubject): boolean {
  return (
    one.familyId === other.familyId &&
    one.pairId === other.pairId &&
    one.personId === other.personId
  )
}

export type CaseState = 'undecided' | 'waiting' | 'open' | 'closing' | 'closed' | 'notTaken'

/** CAS-2, CAS-3: read from what was decided and asked, so that no two fields contradict it. */
export function stateOfCase(its: CaseFile): CaseState {
  if (its.closedOn !== null) return 'closed'
  if (its.closeAskedOn !== null) return 'closing'
  switch (its.decision) {
    case null:
      return 'undecided'
    case 'waiting':
      return 'waiting'
    case 'accept':
      return 'open'
    case 'refer':
    case 'advise':
      return 'notTaken'
  }
}

/** Ended: closed, or never taken. */
export function hasEnded(its: CaseFile): boolean {
  const state = stateOfCase(its)
  return state === 'closed' || state === 'notTaken'
}
