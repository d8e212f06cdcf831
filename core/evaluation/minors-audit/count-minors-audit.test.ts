import { describe, expect, it } from 'vitest'
import { consent, type Consent } from '../../families/consent.ts'
import { deriveId } from '../../kit/ids.ts'
import { fieldsAsJson } from '../../kit/json-parse.ts'
import { disclosure } from '../../access/accountability/disclosure.ts'
import { incident } from '../../access/accountability/incident.ts'
import { countMinorsAudit, type MinorsAuditRecords } from './count-minors-audit.ts'
import { minorsAuditShape } from './minors-audit.ts'

const [lin, wu] = [deriveId('staff', 'Lin'), deriveId('staff', 'Wu')]
const home = deriveId('family', 'home')
const late = deriveId('family', 'late')
const mother = deriveId('person', 'mother')

function child(name: string, bornOn: string | null, familyId = home) {
  return { id: deriveId('person', name), familyId, role: 'child' as const, bornOn }
}

function decision(name: string, fields: Partial<Consent>): Consent & { readonly id: string } {
  const base = {
    familyId: home,
    subjectId: deriveId('person', 'Mei'),
    subjectBornOn: null,
    purpose: 'service',
    textVersion: '1',
    decision: 'given',
    givenById: mother,
    decidedOn: '2025-03-01',
    proof: 'witnessedCall',
    witness: 'Wu',
  }
  return { ...consent.read(fieldsAsJson({ ...base, ...fields })), id: deriveId('consent', name) }
}

const empty: MinorsAuditRecords = {
  year: 2025,
  through: '2025-12-31',
  agency: { dataGuardian: '陈主任', retentionYears: 10, clearanceMonths: 12 },
  families: [
    { id: home, registeredOn: '2024-05-01' },
    { id: late, registeredOn: '2026-01-01' },
  ],
  people: [],
  consents: [],
  staff: [],
  secondFactors: 0,
  reads: [],
  readsInAll: 0,
  delivered: 0,
  exports: [],
  denied: 0,
  failedLogins: 0,
  links: { made: 0, revoked: 0 },
  erasures: [],
  incidents: [],
  disclosures: [],
  assessments: [],
  rights: [],
  urgent: [],
  transfers: [],
  staffRecords: [],
  frozen: 0,
  processing: [],
}

function audit(part: Partial<MinorsAuditRecords>) {
  return minorsAuditShape.parse(countMinorsAudit({ ...empty, ...part }))
}

/** Doors opened in need, referrals and training of the year and of others. */
const handedOut: Partial<MinorsAuditRecords> = {
  urgent: [
    {
      openedOn: '2025-04-01',
      reviewedAt: '2025-04-03T01:00:00.000Z',
      verdict: 'notJustified',
    },
    { openedOn: '2025-05-01', reviewedAt: null, verdict: null },
    { openedOn: null, reviewedAt: null, verdict: null },
  ],
  transfers: [
    {
      state: 'accepted',
      answer: 'accepted',
      handedOn: '2025-06-01',
      answeredOn: '2025-06-09',
      revokedOn: null,
      ground: 'consent',
    },
    {
      state: 'revoked',
      answer: null,
      handedOn: '2025-07-01',
      answeredOn: null,
      revokedOn: '2025-07-03',
      ground: 'override',
    },
    {
      state: 'handedOver',
      answer: null,
      handedOn: '2024-07-01',
      answeredOn: null,
      revokedOn: null,
      ground: 'consent',
    },
  ],
  staff: [{ id: lin, roles: ['volunteer'], state: 'active', clearanceCheckedOn: null }],
  staffRecords: [
    {
      staffId: lin,
      undertakingOn: '2025-01-01',
      trainings: {
        [wu]: { on: '2025-02-01', topic: '儿童保护', hours: 2 },
        [home]: { on: '2024-02-01', topic: '儿童保护', hours: 2 },
      },
    },
  ],
}

describe('the yearly audit of minors’ data', () => {
  it('counts children on the last day of the year: under 14, from 14, grown up, age not known [ACC-41]', () => {
    const people = [
      child('Mei', '2012-01-01'),
      child('on the birthday', '2011-12-31'),
      child('grown up', '2007-12-31'),
      child('unknown', null),
      child('registered later', '2015-01-01', late),
      { ...child('her mother', '1985-01-01'), role: 'parent' as const },
    ]
    expect(audit({ people }).children).toEqual({
      under14: 1,
      from14To17: 1,
      adult: 1,
      ageNotKnown: 1,
      registered: 0,
      families: 1,
      frozen: 0,
    })
  })

  it('counts decisions in their own year, and what holds on the last day [ACC-41]', () => {
    const people = [child('Mei', '2015-01-01'), child('Bo', '2016-01-01')]
    const consents = [
      decision('kept', {}),
      decision('taken back', { purpose: 'photo', withdrawnOn: '2025-11-30' }),
      decision('taken back with it', { purpose: 'photo', withdrawnOn: '2025-11-30' }),
      decision('refused', { purpose: 'research', decision: 'refused' }),
      decision('the year before', { purpose: 'group', decidedOn: '2024-06-01' }),
    ]
    const found = audit({ people, consents })
    const line = (purpose: string) => found.consents.find((one) => one.purpose === purpose)
    expect(line('service')).toMatchObject({ given: 1, refused: 0, withdrawn: 0, holds: 1 })
    expect(line('photo')).toMatchObject({ given: 2, withdrawn: 1, holds: 0 })
    expect(line('research')).toMatchObject({ given: 0, refused: 1, holds: 0 })
    expect(line('group')).toMatchObject({ given: 0, holds: 1 })
    expect(found.withoutConsent).toBe(1)
    expect(found.proofs.find(({ value }) => value === 'witnessedCall')?.count).toBe(3)
  })

  it('puts everybody who read in one line by role, and families once [ACC-41]', () => {
    const staff = [
      {
        id: lin,
        roles: ['socialWorker' as const],
        state: 'active' as const,
        clearanceCheckedOn: '2025-06-01',
      },
      {
        id: wu,
        roles: ['socialWorker' as const, 'supervisor' as const],
        state: 'suspended' as const,
        clearanceCheckedOn: null,
      },
    ]
    const reads = [
      { staffId: lin, opened: 5, families: [home, late] },
      { staffId: lin, opened: 2, families: [home] },
      { staffId: wu, opened: 1, families: [home] },
    ]
    const found = audit({ staff, reads, readsInAll: 8 })
    expect(found.readings).toEqual([
      { role: 'supervisor', people: 1, opened: 1, families: 1 },
      { role: 'socialWorker', people: 1, opened: 7, families: 2 },
    ])
    expect(found.readings.reduce((sum, { opened }) => sum + opened, 0)).toBe(found.readingsInAll)
    expect(found.staff.clearance).toContainEqual({ value: 'valid', count: 1 })
    expect(found.staff.active).toBe(1)
  })

  it('counts incidents, requests from outside and erasures in the year they happened [ACC-41]', () => {
    const happened = (noticedAt: string, state: 'open' | 'closed') => ({
      noticedOn: noticedAt.slice(0, 10),
      ...incident.read(
        fieldsAsJson({
          sort: 'lostDevice',
          noticedAt,
          noticedById: lin,
          state,
          families: { [home]: { telling: 'told', on: '2025-05-02' } },
        }),
      ),
    })
    const asked = (askedOn: string, outcome: 'refused' | null) =>
      disclosure.read(
        fieldsAsJson({
          askedOn,
          asker: 'village',
          organisation: '村委会',
          proposedById: lin,
          outcome,
        }),
      )
    const found = audit({
      incidents: [
        happened('2025-05-01T01:00:00.000Z', 'closed'),
        happened('2025-06-01T01:00:00.000Z', 'open'),
        happened('2024-06-01T01:00:00.000Z', 'open'),
      ],
      disclosures: [
        asked('2025-02-01', 'refused'),
        asked('2025-03-01', null),
        asked('2026-01-01', null),
      ],
      erasures: [
        { erasedOn: '2025-08-01', ground: 'familyAsked' },
        { erasedOn: '2025-09-01', ground: null },
        { erasedOn: '2024-09-01', ground: 'familyAsked' },
      ],
    })
    expect(found.incidents).toEqual([{ sort: 'lostDevice', open: 1, closed: 1 }])
    expect(found.incidentFamilies).toEqual({ affected: 2, told: 2, notNeeded: 0 })
    expect(found.disclosures).toMatchObject({ asked: 2, undecided: 1, alone: 0 })
    expect(found.disclosures.byOutcome).toContainEqual({ value: 'refused', count: 1 })
    expect(found.erasures).toEqual([
      { ground: 'familyAsked', families: 1 },
      { ground: null, families: 1 },
    ])
  })

  it('counts requests of families and the late ones, files opened in need, transfers and training [ACC-41]', () => {
    const asked = (dueOn: string, answeredOn: string | null) => ({
      right: 'copy' as const,
      receivedOn: '2025-03-01',
      dueOn,
      answeredOn,
      outcome: answeredOn === null ? null : ('granted' as const),
    })
    const found = audit({
      rights: [
        asked('2025-03-20', '2025-03-20'),
        asked('2025-03-20', '2025-03-21'),
        asked('2025-12-30', null),
        asked('2026-01-10', null),
      ],
      ...handedOut,
    })
    expect(found.rights).toMatchObject({ open: 2, late: 2 })
    expect(found.rights.byOutcome).toContainEqual({ value: 'granted', count: 2 })
    expect(found.urgent).toEqual({ opened: 2, reviewed: 1, notJustified: 1 })
    expect(found.transfers).toEqual({
      handedOver: 2,
      accepted: 1,
      declined: 0,
      revoked: 1,
      override: 1,
    })
    expect(found.staff).toMatchObject({ undertaking: 1, trained: 1, trainings: 1 })
  })
})
