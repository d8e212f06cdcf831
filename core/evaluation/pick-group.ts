import type { Consent } from '../families/consent.ts'
import type { ContactMatch } from '../contact/contact-match.ts'
import type { Account } from '../contact/match-accounts.ts'
import type { NoContact } from '../contact/no-contact.ts'
import type { Wave } from '../inquiry/wave.ts'
import { sheetsWithConsent } from './consented-sheets.ts'
import type { GroupRecords, Known, WavesOfChange } from './evaluation-records.ts'
import type { FamilyRecords } from './findings/family-records.ts'

/** Everything a device holds that an evaluation may read. */
export interface EvaluationRecords extends Omit<GroupRecords, 'waves' | 'families'> {
  readonly waves: readonly Known<Wave>[]
  readonly families: readonly { readonly id: string; readonly code: string }[]
  readonly consents: readonly Known<Consent>[]
  /** One entry per contact. */
  readonly contacts: readonly Account[]
  /** Everybody's accounts of them. */
  readonly accounts: readonly Account[]
  readonly noContacts: readonly NoContact[]
  readonly contactMatches: readonly ContactMatch[]
  readonly today: string
}

/** One group's part: its families, their sheets of the chosen waves, its seats and meetings (EVA-16: consent holds). */
export function pickGroup(
  all: Omit<EvaluationRecords, 'accounts' | 'noContacts' | 'contactMatches'>,
  groupId: string,
  waves: WavesOfChange,
): GroupRecords {
  const waveIds = [waves.before.id, waves.after.id, waves.followUp?.id]
  const seats = all.seats.filter((seat) => seat.groupId === groupId)
  const here = new Set(seats.map(({ familyId }) => familyId))
  const ofGroup = all.sheets.filter(
    ({ waveId, familyId }) => waveIds.includes(waveId) && here.has(familyId),
  )
  return {
    instruments: all.instruments,
    waves,
    sheets: sheetsWithConsent(ofGroup, all.consents, all.today),
    families: all.families.filter(({ id }) => here.has(id)),
    people: all.people.filter(({ familyId }) => here.has(familyId)),
    pairs: all.pairs.filter(({ familyId }) => here.has(familyId)),
    seats,
    meetings: all.meetings.filter((meeting) => meeting.groupId === groupId),
    attendance: all.attendance.filter((mark) => mark.groupId === groupId),
    ...(all.contested === undefined ? {} : { contested: all.contested }),
  }
}

/** One family's part, over all its groups and waves. */
export function pickFamily(all: EvaluationRecords, familyId: string): FamilyRecords | null {
  const family = all.families.find(({ id }) => id === familyId)
  if (family === undefined) return null
  const own = <Row extends { readonly familyId: string }>(rows: readonly Row[]): readonly Row[] =>
    rows.filter((row) => row.familyId === familyId)
  return {
    family,
    people: own(all.people),
    pairs: own(all.pairs),
    instruments: all.instruments,
    waves: all.waves,
    sheets: sheetsWithConsent(own(all.sheets), all.consents, all.today),
    contacts: own(all.accounts),
    noContacts: own(all.noContacts),
    contactMatches: own(all.contactMatches),
    seats: own(all.seats),
  }
}
