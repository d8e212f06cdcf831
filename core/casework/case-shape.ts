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

/** What a rule had found when a person opened the case, or opened it again: the facts of that day, which stay. */
export const caseReasonShape = z.strictObject({
  trigger: z.enum(caseTriggers),
  /** What it rested on: the id of a record, or a day. */
  ground: z.string().min(1).max(120),
  since: dayShape,
  count: z.number().int().min(0).max(9999),
  /** The day on which it was found. */
  on: dayShape,
})
export type CaseReason = z.infer<typeof caseReasonShape>

const longText = z.string().max(4000).default('')
const reopeningShape = z.strictObject({
  on: dayShape,
  byId: z.uuid(),
  /** The day on which it had ended. */
  endedOn: dayShape.nullable(),
  reason: z.string().max(1000),
  /** Who had approved its closing, and in which words. */
  approvedById: z.uuid().nullable().default(null),
  opinion: z.string().max(2000).default(''),
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
  /** Which rule proposed it, as an earlier version kept it: without its facts. */
  trigger: z.enum(caseTriggers).nullable().default(null),
  /** CAS-11: the rules that proposed it, each with its facts. Said when it is opened, and never edited. */
  proposedBy: z.array(caseReasonShape).max(20).default([]),
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
  /** How content each of them is, 1 … 5, as they say it. */
  childSatisfaction: z.number().int().min(1).max(5).nullable().default(null),
  adultSatisfaction: z.number().int().min(1).max(5).nullable().default(null),
  /** The number under which the paper lies; given after the end as well. */
  archiveNo: z.string().max(40).default(''),
  /** Where the phases of the evaluation part, when a person sets them: otherwise the case's own dates. */
  interventionFrom: dayShape.nullable().default(null),
  afterFrom: dayShape.nullable().default(null),
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
