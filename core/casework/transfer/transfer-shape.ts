import { z } from 'zod'
import { dayShape } from '../../kit/dates.ts'

/** 转介 in both senses: the whole case goes to somebody else, or somebody beside us does one thing for it. */
export const transferWhats = ['wholeCase', 'service'] as const
export const transferGrounds = ['consent', 'override'] as const
/** Without consent only where the law itself lets us (PIPL 13): each is explained in words and agreed to by a second person. */
export const overrideCategories = ['emergency', 'legalDuty', 'authority'] as const
export const transferStates = [
  'drafted',
  'asked',
  'approved',
  'handedOver',
  'accepted',
  'declined',
  'completed',
  'revoked',
] as const
export type TransferState = (typeof transferStates)[number]
export const transferChannels = ['paper', 'link'] as const
export const answerSources = ['paper', 'phone', 'link', 'takenIn'] as const

/** Deny by default: what is not named here cannot be handed over at all – concerns, reports, risk, quotes, other children. */
export const wholeParts = ['basics', 'family', 'contacts', 'scores'] as const
export type WholePart = (typeof wholeParts)[number]
const partShape = z
  .string()
  .regex(
    /^(basics|family|contacts|scores|(profile|plan):[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/,
  )

const text = z.string().max(4000).default('')
const line = z.string().max(200).default('')

export const transferShape = z.strictObject({
  familyId: z.uuid(),
  caseId: z.uuid().nullable().default(null),
  draftedById: z.uuid(),
  draftedOn: dayShape,
  what: z.enum(transferWhats),
  /** Whom it is about: consent is theirs, and only of them is anything handed over. */
  subjectIds: z.array(z.uuid()).max(10).default([]),
  /** The language in which the receiver reads it. */
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  receiverOrg: line,
  receiverPerson: line,
  receiverPhone: z.string().max(40).default(''),
  receiverPlace: line,
  reason: text,
  problem: text,
  workDone: text,
  expectation: text,
  /** What the receiver may use it for, and for nothing else (PIPL 23). */
  purpose: text,
  /** Item by item: `basics`, `profile:<id>` … */
  parts: z.array(partShape).max(40).default([]),
  ground: z.enum(transferGrounds).default('consent'),
  overrideCategory: z.enum(overrideCategories).nullable().default(null),
  overrideWords: text,
  followUpOn: dayShape.nullable().default(null),
  state: z.enum(transferStates).default('drafted'),
  askedOn: dayShape.nullable().default(null),
  askedById: z.uuid().nullable().default(null),
  approvedOn: dayShape.nullable().default(null),
  approvedById: z.uuid().nullable().default(null),
  approvedAlone: z.boolean().default(false),
  /** Of the words that were approved: nothing else is handed over. */
  approvedDigest: z.string().max(64).default(''),
  opinion: z.string().max(2000).default(''),
  handedOn: dayShape.nullable().default(null),
  handedById: z.uuid().nullable().default(null),
  channel: z.enum(transferChannels).nullable().default(null),
  answer: z.enum(['accepted', 'declined']).nullable().default(null),
  answeredOn: dayShape.nullable().default(null),
  answerName: line,
  answerWords: z.string().max(2000).default(''),
  answerSource: z.enum(answerSources).nullable().default(null),
  /** The photographed receipt, where it came on paper. */
  proofFileId: z.uuid().nullable().default(null),
  revokedOn: dayShape.nullable().default(null),
  revokedById: z.uuid().nullable().default(null),
  revokeReason: z.string().max(1000).default(''),
  completedOn: dayShape.nullable().default(null),
  completedById: z.uuid().nullable().default(null),
  outcomeWords: z.string().max(2000).default(''),
})
export type Transfer = z.infer<typeof transferShape>
export type TransferEntry = Transfer & { readonly id: string }

/** What people write freely, while it is a draft. */
export const transferWords = [
  'what',
  'subjectIds',
  'language',
  'receiverOrg',
  'receiverPerson',
  'receiverPhone',
  'receiverPlace',
  'reason',
  'problem',
  'workDone',
  'expectation',
  'purpose',
  'parts',
  'ground',
  'overrideCategory',
  'overrideWords',
] as const satisfies readonly (keyof Transfer)[]

/** Nothing more is expected of it. */
export function hasTransferEnded({ state }: Pick<Transfer, 'state'>): boolean {
  return state === 'completed' || state === 'revoked'
}

/**
 * The word for where it stands: what was dropped before anybody outside had it was no referral to be revoked, and a draft to which a
 * supervisor has answered is one that was given back.
 */
export function stateWordOf({
  state,
  handedOn,
  opinion = '',
}: Pick<Transfer, 'state' | 'handedOn'> & Partial<Pick<Transfer, 'opinion'>>):
  | Transfer['state']
  | 'dropped'
  | 'givenBack' {
  if (state === 'revoked' && handedOn === null) return 'dropped'
  return state === 'drafted' && opinion !== '' ? 'givenBack' : state
}

/** TRF-7: what taking it back means: a draft is thrown away; after that it depends on what the receiver holds. */
export function wayOfRevoking({
  state,
  handedOn,
  channel,
}: Pick<Transfer, 'state' | 'handedOn' | 'channel'>): 'draft' | 'before' | 'paper' | 'link' {
  if (handedOn === null) return state === 'drafted' ? 'draft' : 'before'
  return channel === 'link' ? 'link' : 'paper'
}

/** TRF-7: may the receiver still read what was handed over? Not after a refusal, the end, or a revocation. */
export function isTransferOpen({ state }: Pick<Transfer, 'state'>): boolean {
  return state === 'handedOver' || state === 'accepted'
}
