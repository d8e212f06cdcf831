import { z } from 'zod'
import { addDays, type Day, dayShape } from '../../kit/dates.ts'
import { done, refusal, refuse, type Refusal } from '../../kit/outcome.ts'
import { defineKind, defineVerb } from '../../sync/kind.ts'
import { roleShape } from '../roles.ts'
import { dataClasses } from './data-class.ts'

/** Why it is made: before the first child, before something new, and after something went wrong (PIPL 55). */
export const assessmentReasons = ['first', 'newPurpose', 'newTool', 'yearly', 'incident'] as const

/** The three questions of the law (PIPL 56), and whom one has listened to. */
export const assessmentQuestions = ['necessary', 'impact', 'proportionate', 'heard'] as const

/** Risks that this kind of work is known to carry; an agency adds its own words to each, or says that it has none. */
export const assessedRisks = [
  'sharedPhone',
  'lostDevice',
  'curiousColleague',
  'villageKnows',
  'disclosureReachesSuspect',
  'wrongConsent',
  'wrongRecipient',
  'photoPassedOn',
  'reidentified',
  'keptTooLong',
  'operator',
  'burden',
] as const
export type AssessedRisk = (typeof assessedRisks)[number]

const degree = z.number().int().min(1).max(4).nullable().default(null)
const riskShape = z.strictObject({
  /** 1 hardly … 4 almost certain; 1 slight … 4 grave for the child; before the measures, and after them. */
  likelihood: degree,
  severity: degree,
  measures: z.string().max(2000).default(''),
  likelihoodAfter: degree,
  severityAfter: degree,
})
export type RiskRating = z.infer<typeof riskShape>

/** One line of the record of processing as it stood on the day. */
export const processingLineShape = z.strictObject({
  dataClass: z.enum(dataClasses),
  kinds: z.array(z.string().max(40)).max(80),
  fields: z.number().int().nonnegative(),
  sealedFields: z.number().int().nonnegative(),
  readers: z.array(roleShape).max(9),
  /** Roles that may read only what they raised, handle or took part in themselves. */
  ownOnly: z.array(roleShape).max(9).default([]),
})
export type ProcessingLine = z.infer<typeof processingLineShape>

const words = z.string().max(4000).default('')

const impactAssessmentShape = z.strictObject({
  title: z.string().min(1).max(120),
  reason: z.enum(assessmentReasons),
  begunOn: dayShape,
  answers: z.partialRecord(z.enum(assessmentQuestions), z.string().max(4000)).default({}),
  risks: z.partialRecord(z.enum(assessedRisks), riskShape).default({}),
  decision: z.enum(['proceed', 'proceedWithMeasures', 'stop']).nullable().default(null),
  conclusion: words,
  state: z.enum(['drafted', 'concluded']).default('drafted'),
  concludedOn: dayShape.nullable().default(null),
  concludedById: z.uuid().nullable().default(null),
  /** What was held, under which protection and for whom to read, on the day it was concluded. */
  processing: z.array(processingLineShape).max(40).default([]),
})
export type ImpactAssessment = z.infer<typeof impactAssessmentShape>

/** The law's period: the report is kept for at least three years (PIPL 56). */
export function keptUntil({ concludedOn }: Pick<ImpactAssessment, 'concludedOn'>): Day | null {
  if (concludedOn === null) return null
  const later = `${Number(concludedOn.slice(0, 4)) + 3}${concludedOn.slice(4)}`
  return later.endsWith('-02-29') ? addDays(`${later.slice(0, 4)}-02-28`, 1) : later
}

/** Likelihood × severity, 1 to 16; null while one of the two is not said. */
export function weighRisk(
  likelihood: number | null,
  severity: number | null,
): { readonly weight: number; readonly level: 'low' | 'middle' | 'high' } | null {
  if (likelihood === null || severity === null) return null
  const weight = likelihood * severity
  return { weight, level: weight >= 9 ? 'high' : weight >= 4 ? 'middle' : 'low' }
}

/** What still has to be said before it is concluded: every question, every risk before and after its measures, the decision. */
export function openPoints(
  its: Pick<ImpactAssessment, 'answers' | 'risks' | 'decision'>,
): readonly string[] {
  const questions = assessmentQuestions.filter((one) => (its.answers[one] ?? '').trim() === '')
  const risks = assessedRisks.filter((one) => !isRated(its.risks[one]))
  return [...questions, ...risks, ...(its.decision === null ? ['decision'] : [])]
}

function isRated(risk: RiskRating | undefined): boolean {
  if (risk === undefined) return false
  const { likelihood, severity, likelihoodAfter, severityAfter, measures } = risk
  const before = weighRisk(likelihood, severity)
  const after = weighRisk(likelihoodAfter, severityAfter)
  return before !== null && after !== null && (before.level === 'low' || measures.trim() !== '')
}

/** A person's judgement of what the processing may do to children, made before it begins and kept (PR19, P13, PIPL 55–56). */
export const impactAssessment = defineKind({
  name: 'impactAssessment',
  room: 'access',
  shape: impactAssessmentShape,
  scope: { of: 'agency' },
  key: { of: 'agency' },
  sealed: ['answers', 'risks', 'conclusion'],
  maps: ['answers', 'risks'],
  guarded: ['state', 'concludedOn', 'concludedById', 'processing'],
  columns: ['state'],
  verbs: {
    /** ACC-40: concluded by somebody with their name, and from then on as it is. */
    conclude: defineVerb({
      of: impactAssessmentShape,
      input: z.strictObject({ processing: z.array(processingLineShape).min(1).max(40) }),
      run: (fields, { processing }, _found, { today, actor }) => {
        if (fields.state === 'concluded') return refuse('AssessmentIsConcluded')
        const open = openPoints(fields)
        return open.length > 0
          ? refuse('AssessmentNotComplete', { count: open.length })
          : done({
              state: 'concluded' as const,
              concludedOn: today,
              concludedById: actor.staffId,
              processing,
            })
      },
    }),
  },
  frozen: ({ state }) => state === 'concluded',
  rule: (after, before, _found, { today }) => refuseAssessment(after, before, today),
})

function refuseAssessment(
  after: ImpactAssessment,
  before: ImpactAssessment | null,
  today: Day,
): Refusal | null {
  if (before?.state === 'concluded') return refusal('AssessmentIsConcluded')
  return after.begunOn > today
    ? refusal('DateInFuture', { field: 'begunOn', day: after.begunOn })
    : null
}
