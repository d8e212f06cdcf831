import { z } from 'zod'
import { clearanceStates } from '../../access/clearance.ts'
import { disclosureOutcomes } from '../../access/accountability/disclosure.ts'
import { incidentSorts } from '../../access/accountability/incident.ts'
import { processingLineShape } from '../../access/accountability/impact-assessment.ts'
import { roleShape } from '../../access/roles.ts'
import { consentProofs, consentPurposes } from '../../families/consent.ts'
import { eraseGrounds } from '../../families/refuse-erasing.ts'
import { rightsAsked, rightsOutcomes } from '../../families/rights-request.ts'
import { dayShape } from '../../kit/dates.ts'

export const auditYearShape = z.number().int().min(2000).max(2200)

const count = z.number().int().nonnegative()

function talliedBy<Values extends readonly [string, ...string[]]>(values: Values) {
  return z.array(z.object({ value: z.enum(values), count }))
}

const consentLineShape = z.object({
  purpose: z.enum(consentPurposes),
  /** Decisions of the year. */
  given: count,
  refused: count,
  withdrawn: count,
  /** Children for whom it holds on the last day counted. */
  holds: count,
})

const readingLineShape = z.object({
  role: roleShape,
  people: count,
  /** Times that a record of a family was opened on a screen, a paper or an answer of it handed out. */
  opened: count,
  /** Different families among them. */
  families: count,
})

/** Figures of one calendar year for the yearly compliance audit of minors' data: numbers, and nobody's name (NPR 37, P15). */
export const minorsAuditShape = z.object({
  year: auditYearShape,
  /** The last day counted: the year's last, or today while the year runs. */
  through: dayShape,
  children: z.object({
    under14: count,
    from14To17: count,
    /** Grown up meanwhile; their file is still kept. */
    adult: count,
    ageNotKnown: count,
    registered: count,
    families: count,
    /** Files that are only stored; their children are not counted above, for nobody looks into them. */
    frozen: count,
  }),
  consents: z.array(consentLineShape),
  proofs: talliedBy(consentProofs),
  /** Children without a consent to be served on the last day: contact data only may be held of them. */
  withoutConsent: count,
  readings: z.array(readingLineShape),
  /** All of the above, counted without roles: both ways agree. */
  readingsInAll: count,
  /** Copies that the feed gave to devices, by rows. */
  delivered: count,
  exports: z.array(z.object({ what: z.string(), times: count })),
  denied: count,
  failedLogins: count,
  links: z.object({ made: count, revoked: count }),
  erasures: z.array(z.object({ ground: z.enum(eraseGrounds).nullable(), families: count })),
  incidents: z.array(z.object({ sort: z.enum(incidentSorts), open: count, closed: count })),
  /** Families that an incident of the year touched, and to how many of them that was told. */
  incidentFamilies: z.object({ affected: count, told: count, notNeeded: count }),
  disclosures: z.object({
    asked: count,
    undecided: count,
    byOutcome: talliedBy(disclosureOutcomes),
    alone: count,
  }),
  /** What families asked about their own data: by right, and how it went. */
  rights: z.object({
    byRight: talliedBy(rightsAsked),
    byOutcome: talliedBy(rightsOutcomes),
    open: count,
    /** Answered after the due day, or still open past it. */
    late: count,
  }),
  /** Files opened in need by somebody who does not serve the family. */
  urgent: z.object({ opened: count, reviewed: count, notJustified: count }),
  transfers: z.object({
    handedOver: count,
    accepted: count,
    declined: count,
    revoked: count,
    /** Handed over without consent, on a documented ground. */
    override: count,
  }),
  staff: z.object({
    active: count,
    undertaking: count,
    trained: count,
    trainings: count,
    clearance: talliedBy(clearanceStates),
    secondFactor: count,
  }),
  assessments: z.object({
    concluded: count,
    lastConcludedOn: dayShape.nullable(),
    drafted: count,
  }),
  dataGuardian: z.string(),
  retentionYears: z.number().int().nullable(),
  processing: z.array(processingLineShape),
})
export type MinorsAudit = z.infer<typeof minorsAuditShape>
