import type { Agency } from '../../access/agency.ts'
import { type Clearance, clearanceOf, clearanceStates } from '../../access/clearance.ts'
import { type Disclosure, disclosureOutcomes } from '../../access/accountability/disclosure.ts'
import type {
  ImpactAssessment,
  ProcessingLine,
} from '../../access/accountability/impact-assessment.ts'
import { type Incident, incidentSorts } from '../../access/accountability/incident.ts'
import { roles, type Role } from '../../access/roles.ts'
import type { Staff } from '../../access/staff.ts'
import { type Consent, consentProofs, consentPurposes } from '../../families/consent.ts'
import { consentState } from '../../families/consent-state.ts'
import type { Family } from '../../families/family.ts'
import type { Person } from '../../families/person-shape.ts'
import { type EraseGround, eraseGrounds } from '../../families/refuse-erasing.ts'
import { type RightsRequest, rightsAsked, rightsOutcomes } from '../../families/rights-request.ts'
import type { Transfer } from '../../casework/transfer/transfer-shape.ts'
import type { UrgentReading } from '../../access/break-glass.ts'
import type { StaffRecord } from '../../access/staff-record.ts'
import { ageOn, type Day } from '../../kit/dates.ts'
import type { MinorsAudit } from './minors-audit.ts'

type Known<Fields> = Fields & { readonly id: string }

/** Rows of the audit log of one year, added up by who and what; rows about concerns are not among them. */
export interface LoggedReads {
  readonly staffId: string
  readonly opened: number
  /** Ids of the families that these rows are about. */
  readonly families: readonly string[]
}

export interface MinorsAuditRecords {
  readonly year: number
  readonly through: Day
  readonly agency: Pick<Agency, 'dataGuardian' | 'retentionYears' | 'clearanceMonths'>
  readonly families: readonly Known<Pick<Family, 'registeredOn'>>[]
  readonly people: readonly Known<Pick<Person, 'familyId' | 'role' | 'bornOn'>>[]
  readonly consents: readonly Known<Consent>[]
  readonly staff: readonly Known<Pick<Staff, 'roles' | 'state' | 'clearanceCheckedOn'>>[]
  readonly secondFactors: number
  readonly reads: readonly LoggedReads[]
  readonly readsInAll: number
  readonly delivered: number
  readonly exports: readonly { readonly what: string; readonly times: number }[]
  readonly denied: number
  readonly failedLogins: number
  readonly links: { readonly made: number; readonly revoked: number }
  readonly erasures: readonly { readonly erasedOn: Day; readonly ground: EraseGround | null }[]
  readonly incidents: readonly (Pick<Incident, 'sort' | 'state' | 'families'> & {
    readonly noticedOn: Day
  })[]
  readonly disclosures: readonly Pick<Disclosure, 'askedOn' | 'outcome' | 'alone'>[]
  readonly assessments: readonly ImpactAssessment[]
  readonly rights: readonly Pick<
    RightsRequest,
    'right' | 'receivedOn' | 'dueOn' | 'answeredOn' | 'outcome'
  >[]
  /** Days are those of the agency's own zone. */
  readonly urgent: readonly (Pick<UrgentReading, 'reviewedAt' | 'verdict'> & {
    readonly openedOn: Day | null
  })[]
  readonly transfers: readonly Pick<
    Transfer,
    'state' | 'answer' | 'handedOn' | 'answeredOn' | 'revokedOn' | 'ground'
  >[]
  readonly staffRecords: readonly Pick<StaffRecord, 'staffId' | 'undertakingOn' | 'trainings'>[]
  readonly frozen: number
  readonly processing: readonly ProcessingLine[]
}

/**
 * The figures of the yearly audit of minors' data (NPR 37; PR20, P15): children under 14 and from 14 to 17 apart, consents by
 * purpose, who opened files by role, exports, erasures, incidents, requests from outside, staff. Whatever happened is counted in
 * its calendar year; what is on record is counted on the last day.
 */
export function countMinorsAudit(records: MinorsAuditRecords): MinorsAudit {
  const { year, through, agency } = records
  return {
    year,
    through,
    children: countChildren(records),
    ...countConsents(records),
    readings: [...countReadings(records)],
    readingsInAll: records.readsInAll,
    delivered: records.delivered,
    exports: [...records.exports],
    denied: records.denied,
    failedLogins: records.failedLogins,
    links: { ...records.links },
    erasures: [...countErasures(records)],
    ...countIncidents(records),
    disclosures: countDisclosures(records),
    rights: countRights(records),
    urgent: countUrgent(records),
    transfers: countTransfers(records),
    staff: countStaff(records),
    assessments: countAssessments(records),
    dataGuardian: agency.dataGuardian,
    retentionYears: agency.retentionYears,
    processing: [...records.processing],
  }
}

function isIn(year: number, day: Day | null): boolean {
  return day !== null && Number(day.slice(0, 4)) === year
}

function onRecord({ families, people, through }: MinorsAuditRecords) {
  const known = new Set(
    families.filter(({ registeredOn }) => registeredOn <= through).map(({ id }) => id),
  )
  return {
    known,
    children: people.filter(({ role, familyId }) => role === 'child' && known.has(familyId)),
  }
}

function countChildren(records: MinorsAuditRecords): MinorsAudit['children'] {
  const { known, children } = onRecord(records)
  const fresh = new Set(
    records.families
      .filter(({ registeredOn }) => isIn(records.year, registeredOn))
      .map(({ id }) => id),
  )
  const ages = children.map(({ bornOn }) =>
    bornOn === null ? null : ageOn(bornOn, records.through),
  )
  const between = (from: number, to: number) =>
    ages.filter((age) => age !== null && age >= from && age < to).length
  return {
    under14: between(0, 14),
    from14To17: between(14, 18),
    adult: between(18, 200),
    ageNotKnown: ages.filter((age) => age === null).length,
    registered: children.filter(({ familyId }) => fresh.has(familyId)).length,
    families: known.size,
    frozen: records.frozen,
  }
}

function countConsents(
  records: MinorsAuditRecords,
): Pick<MinorsAudit, 'consents' | 'proofs' | 'withoutConsent'> {
  const { year, through, consents } = records
  const { children } = onRecord(records)
  const ofYear = consents.filter(({ decidedOn }) => isIn(year, decidedOn))
  const bySubject = new Map<string, Known<Consent>[]>()
  for (const one of consents)
    bySubject.set(one.subjectId, [...(bySubject.get(one.subjectId) ?? []), one])
  const holdsFor = (purpose: Consent['purpose']) =>
    children.filter(
      ({ id }) => consentState(bySubject.get(id) ?? [], id, purpose, through).state === 'given',
    ).length
  return {
    consents: consentPurposes.map((purpose) => {
      const own = ofYear.filter((one) => one.purpose === purpose)
      return {
        purpose,
        given: own.filter(({ decision }) => decision === 'given').length,
        refused: own.filter(({ decision }) => decision === 'refused').length,
        withdrawn: countWithdrawals(
          consents.filter((one) => one.purpose === purpose && isIn(year, one.withdrawnOn)),
        ),
        holds: holdsFor(purpose),
      }
    }),
    proofs: tally(consentProofs, ofYear, ({ proof, decision }) =>
      decision === 'given' ? proof : null,
    ),
    withoutConsent: children.length - holdsFor('service'),
  }
}

/** Who takes a purpose back takes back every consent they ever gave to it: several records, one act. */
function countWithdrawals(back: readonly Consent[]): number {
  return new Set(
    back.map(({ subjectId, givenById, withdrawnOn }) =>
      [subjectId, givenById, withdrawnOn].join(' '),
    ),
  ).size
}

/** Of somebody with several roles the first in the list of roles counts: everybody stands in one line. */
function roleOf(staffId: string, staff: MinorsAuditRecords['staff']): Role | null {
  const held = staff.find(({ id }) => id === staffId)?.roles ?? []
  return roles.find((role) => held.includes(role)) ?? null
}

function countReadings({ reads, staff }: MinorsAuditRecords): MinorsAudit['readings'] {
  return roles.flatMap((role) => {
    const own = reads.filter(({ staffId }) => roleOf(staffId, staff) === role)
    if (own.length === 0) return []
    return [
      {
        role,
        people: new Set(own.map(({ staffId }) => staffId)).size,
        opened: own.reduce((sum, { opened }) => sum + opened, 0),
        families: new Set(own.flatMap(({ families }) => families)).size,
      },
    ]
  })
}

function countErasures({ erasures, year }: MinorsAuditRecords): MinorsAudit['erasures'] {
  return [...eraseGrounds, null].flatMap((ground) => {
    const families = erasures.filter(
      (one) => one.ground === ground && isIn(year, one.erasedOn),
    ).length
    return families === 0 ? [] : [{ ground, families }]
  })
}

function countIncidents({
  incidents,
  year,
}: MinorsAuditRecords): Pick<MinorsAudit, 'incidents' | 'incidentFamilies'> {
  const ofYear = incidents.filter(({ noticedOn }) => isIn(year, noticedOn))
  const touched = ofYear.flatMap(({ families }) => Object.values(families))
  return {
    incidents: incidentSorts.flatMap((sort) => {
      const own = ofYear.filter((one) => one.sort === sort)
      const closed = own.filter(({ state }) => state === 'closed').length
      return own.length === 0 ? [] : [{ sort, open: own.length - closed, closed }]
    }),
    incidentFamilies: {
      affected: touched.length,
      told: touched.filter(({ telling }) => telling === 'told').length,
      notNeeded: touched.filter(({ telling }) => telling === 'notNeeded').length,
    },
  }
}

function countDisclosures({ disclosures, year }: MinorsAuditRecords): MinorsAudit['disclosures'] {
  const ofYear = disclosures.filter(({ askedOn }) => isIn(year, askedOn))
  return {
    asked: ofYear.length,
    undecided: ofYear.filter(({ outcome }) => outcome === null).length,
    byOutcome: tally(disclosureOutcomes, ofYear, ({ outcome }) => outcome),
    alone: ofYear.filter(({ alone }) => alone).length,
  }
}

function countRights({ rights, year, through }: MinorsAuditRecords): MinorsAudit['rights'] {
  const ofYear = rights.filter(({ receivedOn }) => isIn(year, receivedOn))
  return {
    byRight: tally(rightsAsked, ofYear, ({ right }) => right),
    byOutcome: tally(rightsOutcomes, ofYear, ({ outcome }) => outcome),
    open: ofYear.filter(({ answeredOn }) => answeredOn === null).length,
    late: ofYear.filter(({ answeredOn, dueOn }) => (answeredOn ?? through) > dueOn).length,
  }
}

function countUrgent({ urgent, year }: MinorsAuditRecords): MinorsAudit['urgent'] {
  const ofYear = urgent.filter(({ openedOn }) => isIn(year, openedOn))
  return {
    opened: ofYear.length,
    reviewed: ofYear.filter(({ reviewedAt }) => reviewedAt !== null).length,
    notJustified: ofYear.filter(({ verdict }) => verdict === 'notJustified').length,
  }
}

function countTransfers({ transfers, year }: MinorsAuditRecords): MinorsAudit['transfers'] {
  const handed = transfers.filter(({ handedOn }) => isIn(year, handedOn))
  const answered = transfers.filter(({ answeredOn }) => isIn(year, answeredOn))
  return {
    handedOver: handed.length,
    accepted: answered.filter((one) => answerOf(one) === 'accepted').length,
    declined: answered.filter((one) => answerOf(one) === 'declined').length,
    revoked: transfers.filter(({ revokedOn }) => isIn(year, revokedOn)).length,
    override: handed.filter(({ ground }) => ground === 'override').length,
  }
}

/** Skeletons of before they kept the answer tell it by their state as far as that goes. */
function answerOf({ answer, state }: MinorsAuditRecords['transfers'][number]): Transfer['answer'] {
  if (answer !== null) return answer
  return state === 'declined' ? 'declined' : 'accepted'
}

function countStaff(records: MinorsAuditRecords): MinorsAudit['staff'] {
  const { staff, secondFactors, through, staffRecords, year } = records
  const active = staff.filter(({ state }) => state === 'active')
  const lines = staffRecords.filter(({ staffId }) => active.some(({ id }) => id === staffId))
  const attended = lines.map(
    ({ trainings }) => Object.values(trainings).filter(({ on }) => isIn(year, on)).length,
  )
  return {
    active: active.length,
    undertaking: lines.filter(({ undertakingOn }) => undertakingOn !== null).length,
    trained: attended.filter((times) => times > 0).length,
    trainings: attended.reduce((sum, times) => sum + times, 0),
    clearance: tally(
      clearanceStates,
      active,
      (one): Clearance['state'] => clearanceOf(one, records.agency, through).state,
    ),
    secondFactor: secondFactors,
  }
}

function countAssessments({ assessments, year }: MinorsAuditRecords): MinorsAudit['assessments'] {
  const days = assessments.flatMap(({ concludedOn }) => (concludedOn === null ? [] : [concludedOn]))
  return {
    concluded: days.filter((day) => isIn(year, day)).length,
    lastConcludedOn: days.toSorted().at(-1) ?? null,
    drafted: assessments.filter(({ state }) => state === 'drafted').length,
  }
}

/** How many of the items fall on each of the values; every value has its line, also with none. */
function tally<Value extends string, Item>(
  values: readonly Value[],
  items: readonly Item[],
  read: (item: Item) => Value | null,
): { value: Value; count: number }[] {
  return values.map((value) => ({
    value,
    count: items.filter((item) => read(item) === value).length,
  }))
}
