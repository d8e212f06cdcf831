import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'
import { refusal, type Refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { refuseAhead } from './refuse-ahead.ts'

export const authorities = [
  'police',
  'civilAffairs',
  'education',
  'villageCommittee',
  'womensFederation',
  'procuratorate',
  'hospital',
  'childLine',
  'other',
] as const

/**
 * SAF-16: whether whom it was told takes reports by the duty to report (LPM 11: public security, civil affairs, education and the other
 * departments in charge). A hospital, a village committee and the women's federation help, and have to report themselves; none of them
 * must look into a report and answer it.
 */
export function takesReports(to: (typeof authorities)[number]): boolean {
  return to !== 'hospital' && to !== 'villageCommittee' && to !== 'womensFederation'
}

const line = z.string().max(200).default('')

const concernReportShape = z.strictObject({
  concernId: z.uuid(),
  to: z.enum(authorities),
  agency: line,
  person: line,
  phone: z.string().max(60).default(''),
  reportedAt: instantShape,
  receiptNo: line,
  supervisorToldAt: instantShape.nullable().default(null),
  guardianTold: z.enum(['yes', 'no']).nullable().default(null),
  /** Why, or why not: telling a guardian can put a child in danger. */
  guardianReason: z.string().max(1000).default(''),
  /** What is kept and where it lies; nothing of it is attached here. */
  evidence: z.string().max(1000).default(''),
  answer: z.string().max(2000).default(''),
  /** Why no answer is to be expected: from then on nobody is asked for one. */
  noAnswer: z.string().max(1000).default(''),
  answeredOn: dayShape.nullable().default(null),
  /** When the authority is asked again how it stands. */
  nextAskOn: dayShape.nullable().default(null),
  /** What followed, each under the moment it was written. */
  followUps: z.record(z.string().max(40), z.string().max(2000)).default({}),
})
export type ConcernReport = z.infer<typeof concernReportShape>

/** One report to one authority (form-F27). Nobody may take it away: it is kept for those who may ask for it by law. */
export const concernReport = defineKind({
  name: 'concernReport',
  room: 'safety',
  shape: concernReportShape,
  scope: { of: 'concern', field: 'concernId' },
  key: { of: 'concern', field: 'concernId' },
  sealed: [
    'to',
    'agency',
    'person',
    'phone',
    'reportedAt',
    'receiptNo',
    'supervisorToldAt',
    'guardianTold',
    'guardianReason',
    'evidence',
    'answer',
    'noAnswer',
    'answeredOn',
    'nextAskOn',
    'followUps',
  ],
  maps: ['followUps'],
  guarded: ['concernId'],
  references: { concernId: 'concern' },
  columns: ['concernId'],
  rule: (after, before, _found, { now }) => {
    const rewritten =
      before === null ? undefined : told.find((field) => isRewritten(field, after, before))
    if (rewritten !== undefined) return refusal('ReportedWordsStay', { field: rewritten })
    // Asked when it is said, not of what has stood since: a clock that was put back keeps nobody from writing on.
    return (
      moments.map((field) => refuseMoment(field, after, before, now)).find((one) => one !== null) ??
      null
    )
  },
})

/** SAF-7: what the authority holds too stays as it was; a number is gone on with, a correction is a line of its own. */
const told = ['reportedAt', 'receiptNo'] as const
const moments = ['reportedAt', 'supervisorToldAt'] as const

function isRewritten(
  field: (typeof told)[number],
  after: ConcernReport,
  before: ConcernReport,
): boolean {
  const [was, is] = [before[field], after[field]]
  return field === 'receiptNo' ? !is.startsWith(was) : is !== was
}

function refuseMoment(
  field: (typeof moments)[number],
  after: ConcernReport,
  before: ConcernReport | null,
  now: string,
): Refusal | null {
  const at = after[field]
  return at === null || at === before?.[field] ? null : refuseAhead(field, at, now)
}

/** SAF-6: whether the authority still owes an answer to this report. */
export function waitsForAnswer({
  answer,
  noAnswer,
}: Pick<ConcernReport, 'answer' | 'noAnswer'>): boolean {
  return answer === '' && noAnswer === ''
}
