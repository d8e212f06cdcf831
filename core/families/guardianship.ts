import { z } from 'zod'
import { dayShape } from '../kit/dates.ts'
import { refusal } from '../kit/outcome.ts'
import { defineKind } from '../sync/kind.ts'
import { needPeople, refuseBond } from './same-family.ts'

export const guardianshipBases = [
  'parent',
  'parentsDeadOrIncapable',
  'courtOrder',
  'appointedByCommittee',
  'writtenEntrustment',
  'oralEntrustment',
  'factOnly',
] as const
const legalBases: readonly string[] = [
  'parent',
  'parentsDeadOrIncapable',
  'courtOrder',
  'appointedByCommittee',
]

/** Why a guardianship ended, as somebody was shown or told. */
export const guardianshipEnds = [
  'courtOrder',
  'committee',
  'agreement',
  'parentReturned',
  'death',
  'incapable',
  'other',
] as const

/** Whoever may not be entrusted with care (LPM 22): as the law names it, noted by a person who asked. */
export const barringFacts = ['harmCommitted', 'addiction', 'dutyRefused', 'otherUnfit'] as const

const guardianshipShape = z.strictObject({
  familyId: z.uuid(),
  childId: z.uuid(),
  adultId: z.uuid(),
  /** The law separates the guardian from the person entrusted with care; kinship decides neither. */
  kind: z.enum(['legalGuardian', 'caregiver']),
  basis: z.enum(guardianshipBases),
  since: dayShape.nullable().default(null),
  until: dayShape.nullable().default(null),
  endGround: z.enum(guardianshipEnds).nullable().default(null),
  /** What shows how it began, and how it ended: number of the order, the certificate, where the paper lies. */
  proof: z.string().max(300).default(''),
  endProof: z.string().max(300).default(''),
  /** Older records: a box that nobody had touched was kept as false, so only true says something. Read by `wasChildHeard`. */
  childHeard: z.boolean().nullable().default(null),
  /** Whether the child was heard before care was entrusted (LPM 22), as somebody answered it. */
  heardAnswer: z.enum(['yes', 'no']).nullable().default(null),
  /** 监护情况评估 of form-F1: good, fair, poor; judged by a person. */
  grade: z.enum(['good', 'fair', 'poor']).nullable().default(null),
  /** Whether somebody asked for what bars from being entrusted with care (LPM 22), and which of it is known. */
  barring: z
    .strictObject({ asked: z.boolean(), facts: z.array(z.enum(barringFacts)).max(4) })
    .default({ asked: false, facts: [] }),
})
export type Guardianship = z.infer<typeof guardianshipShape>

/** Null where nobody has asked, or where an older record cannot tell whether anybody did. */
export function wasChildHeard({
  heardAnswer,
  childHeard,
}: Pick<Guardianship, 'heardAnswer' | 'childHeard'>): boolean | null {
  if (heardAnswer !== null) return heardAnswer === 'yes'
  return childHeard === true ? true : null
}

/** Who is guardian of a child, and who looks after the child day by day, each with its basis. */
export const guardianship = defineKind({
  name: 'guardianship',
  room: 'families',
  shape: guardianshipShape,
  scope: { of: 'family', field: 'familyId' },
  key: { of: 'family', field: 'familyId' },
  sealed: ['grade', 'barring', 'endGround', 'proof', 'endProof'],
  bound: [
    ['kind', 'basis'],
    ['since', 'until'],
  ],
  references: { familyId: 'family', childId: 'person', adultId: 'person' },
  columns: ['familyId', 'childId', 'adultId', 'kind'],
  ruleNeeds: (after) => needPeople(after.familyId, [after.childId, after.adultId]),
  /** FAM-6: guardian status needs a legal basis, care by entrustment does not make a guardian. */
  rule: (after, _before, found) => {
    const strange = refuseBond(after, found)
    if (strange !== null) return strange
    if ((after.kind === 'legalGuardian') !== legalBases.includes(after.basis))
      return refusal('BasisDoesNotFit', { basis: after.basis })
    return after.since !== null && after.until !== null && after.until < after.since
      ? refusal('EndsBeforeStart', { from: after.since, to: after.until })
      : null
  },
})
