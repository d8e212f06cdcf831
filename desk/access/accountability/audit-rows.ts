// The year's figures as rows of words and numbers: what the screen shows, the paper prints and the table file holds are the same rows.
import type { MinorsAudit } from '../../../core/evaluation/minors-audit/minors-audit.ts'
import { formatDay, text, textOrNull } from '../../kit/index.ts'

export interface AuditRow {
  readonly part: AuditPart
  readonly label: string
  readonly value: number | string
}

export const auditParts = [
  'children',
  'consents',
  'access',
  'exports',
  'erasures',
  'incidents',
  'rights',
  'urgent',
  'transfers',
  'requests',
  'staff',
  'organisation',
] as const
export type AuditPart = (typeof auditParts)[number]

function row(part: AuditPart, label: string, value: number | string): AuditRow {
  return { part, label, value }
}

/** Every figure of the audit as a row, in the order of the printed pack. */
export function listAuditRows(figures: MinorsAudit): readonly AuditRow[] {
  return [
    ...childrenRows(figures),
    ...consentRows(figures),
    ...accessRows(figures),
    ...exportRows(figures),
    ...erasureRows(figures),
    ...incidentRows(figures),
    ...rightsRows(figures),
    ...handedRows(figures),
    ...requestRows(figures),
    ...staffRows(figures),
    ...organisationRows(figures),
  ]
}

function childrenRows({ children, withoutConsent }: MinorsAudit): readonly AuditRow[] {
  const names = [
    'under14',
    'from14To17',
    'adult',
    'ageNotKnown',
    'registered',
    'families',
    'frozen',
  ] as const
  return [
    ...names.map((name) =>
      row('children', text(`accountability:year.children.${name}`), children[name]),
    ),
    row('children', text('accountability:year.children.withoutConsent'), withoutConsent),
  ]
}

function consentRows({ consents, proofs, through }: MinorsAudit): readonly AuditRow[] {
  return [
    ...consents.map(({ purpose, given, refused, withdrawn, holds }) =>
      row(
        'consents',
        text(`families:purpose.${purpose}.short`),
        text('accountability:year.consentLine', {
          ...{ given, refused, withdrawn, holds },
          day: formatDay(through),
        }),
      ),
    ),
    ...proofs
      .filter(({ count }) => count > 0)
      .map(({ value, count }) =>
        row(
          'consents',
          text('accountability:year.proofLine', { proof: text(`families:proof.${value}`) }),
          count,
        ),
      ),
  ]
}

function accessRows(figures: MinorsAudit): readonly AuditRow[] {
  return [
    ...figures.readings.map(({ role, people, opened, families }) =>
      row(
        'access',
        textOrNull(`access:roles.${role}`) ?? role,
        text('accountability:year.readingLine', { people, opened, families }),
      ),
    ),
    row('access', text('accountability:year.readingsInAll'), figures.readingsInAll),
    row('access', text('accountability:year.delivered'), figures.delivered),
    row('access', text('accountability:year.denied'), figures.denied),
    row('access', text('accountability:year.failedLogins'), figures.failedLogins),
  ]
}

function exportRows({ exports, links }: MinorsAudit): readonly AuditRow[] {
  return [
    ...exports.map(({ what, times }) =>
      row('exports', textOrNull(`accountability:year.exported.${what}`) ?? what, times),
    ),
    row('exports', text('accountability:year.linksMade'), links.made),
    row('exports', text('accountability:year.linksRevoked'), links.revoked),
  ]
}

function erasureRows({ erasures }: MinorsAudit): readonly AuditRow[] {
  if (erasures.length === 0) return [row('erasures', text('accountability:year.noErasures'), 0)]
  return erasures.map(({ ground, families }) =>
    row(
      'erasures',
      ground === null
        ? text('accountability:year.erasedAgain')
        : text(`families:erase.grounds.${ground}`),
      families,
    ),
  )
}

function incidentRows({ incidents, incidentFamilies }: MinorsAudit): readonly AuditRow[] {
  return [
    ...incidents.map(({ sort, open, closed }) =>
      row(
        'incidents',
        text(`accountability:sort.${sort}`),
        text('accountability:year.incidentLine', { open, closed }),
      ),
    ),
    row('incidents', text('accountability:year.affected'), incidentFamilies.affected),
    row('incidents', text('accountability:year.told'), incidentFamilies.told),
  ]
}

function rightsRows({ rights, urgent }: MinorsAudit): readonly AuditRow[] {
  return [
    ...rights.byRight.map(({ value, count }) =>
      row('rights', text(`accountability:year.right.${value}`), count),
    ),
    ...rights.byOutcome.map(({ value, count }) =>
      row('rights', text(`accountability:year.answered.${value}`), count),
    ),
    row('rights', text('accountability:year.rightsOpen'), rights.open),
    row('rights', text('accountability:year.rightsLate'), rights.late),
    row('urgent', text('accountability:year.urgentOpened'), urgent.opened),
    row('urgent', text('accountability:year.urgentReviewed'), urgent.reviewed),
    row('urgent', text('accountability:year.urgentNotJustified'), urgent.notJustified),
  ]
}

function handedRows({ transfers }: MinorsAudit): readonly AuditRow[] {
  const names = ['handedOver', 'accepted', 'declined', 'revoked', 'override'] as const
  return names.map((name) =>
    row('transfers', text(`accountability:year.transferred.${name}`), transfers[name]),
  )
}

function requestRows({ disclosures }: MinorsAudit): readonly AuditRow[] {
  return [
    row('requests', text('accountability:year.asked'), disclosures.asked),
    ...disclosures.byOutcome.map(({ value, count }) =>
      row('requests', text(`accountability:outcome.${value}`), count),
    ),
    row('requests', text('accountability:year.undecided'), disclosures.undecided),
    row('requests', text('accountability:year.decidedAlone'), disclosures.alone),
  ]
}

function staffRows({ staff }: MinorsAudit): readonly AuditRow[] {
  return [
    row('staff', text('accountability:year.staffActive'), staff.active),
    ...staff.clearance.map(({ value, count }) =>
      row('staff', text(`accountability:year.clearance.${value}`), count),
    ),
    row('staff', text('accountability:year.secondFactor'), staff.secondFactor),
    row('staff', text('accountability:year.undertaking'), staff.undertaking),
    row('staff', text('accountability:year.trained'), staff.trained),
    row('staff', text('accountability:year.trainings'), staff.trainings),
  ]
}

function organisationRows(figures: MinorsAudit): readonly AuditRow[] {
  const { dataGuardian, retentionYears, assessments } = figures
  const notSet = text('accountability:year.notSet')
  return [
    row('organisation', text('accountability:year.dataGuardian'), dataGuardian || notSet),
    row(
      'organisation',
      text('accountability:year.retention'),
      retentionYears === null
        ? notSet
        : text('accountability:year.retentionYears', { count: retentionYears }),
    ),
    row('organisation', text('accountability:year.assessments'), assessments.concluded),
    row(
      'organisation',
      text('accountability:year.lastAssessment'),
      formatDay(assessments.lastConcludedOn, text('accountability:year.never')),
    ),
  ]
}
