import { z } from 'zod'
import { dayShape, instantShape } from '../kit/dates.ts'
import { defineKind } from '../sync/kind.ts'

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
  answeredOn: dayShape.nullable().default(null),
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
    'answeredOn',
    'followUps',
  ],
  maps: ['followUps'],
  guarded: ['concernId'],
  references: { concernId: 'concern' },
  columns: ['concernId'],
})
