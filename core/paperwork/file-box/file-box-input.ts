import type { Agency } from '../../access/agency.ts'
import type { GroupRecords, Known } from '../../evaluation/evaluation-records.ts'
import type { Wording } from '../../evaluation/write-numbers.ts'
import type { Consent } from '../../families/consent.ts'
import type { Family } from '../../families/family.ts'
import type { Person } from '../../families/person.ts'
import type { MeetingRecordEntry } from '../../groupwork/meeting-record.ts'
import type { Programme } from '../../groupwork/programme.ts'
import type { SupportGroup } from '../../groupwork/support-group.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Day, Instant } from '../../kit/dates.ts'
import type { Report } from '../report.ts'
import type { Audience } from './file-box.ts'

/** One state transition from the change log: when the server took it, and who did it. */
export interface LoggedStep {
  readonly at: Instant
  readonly kind: string
  readonly verb: string
  readonly recordId: string
  readonly actor: string
}

/** Everything on record about one group at one moment. Nothing here is fetched. */
export interface FileBoxInput {
  readonly audience: Audience
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample'>
  readonly group: Known<SupportGroup>
  readonly programme: Programme | null
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly families: readonly Known<Pick<Family, 'code' | 'village' | 'township'>>[]
  readonly people: readonly Known<Person>[]
  readonly pairs: GroupRecords['pairs']
  readonly consents: readonly Known<Consent>[]
  readonly seats: GroupRecords['seats']
  readonly meetings: GroupRecords['meetings']
  readonly attendance: GroupRecords['attendance']
  readonly meetingRecords: readonly MeetingRecordEntry[]
  readonly instruments: GroupRecords['instruments']
  /** All waves of the group. */
  readonly waves: readonly Known<Wave>[]
  /** Those of children whose consent to questionnaires holds; whoever gathers has asked. */
  readonly sheets: GroupRecords['sheets']
  /** Sheets that were left out because that consent does not hold. */
  readonly sheetsWithoutConsent: number
  readonly contested: ReadonlySet<string>
  readonly reports: readonly Known<Report>[]
  readonly steps: readonly LoggedStep[]
  readonly madeOn: Day
  readonly madeAt: Instant
  readonly madeBy: string
  readonly version: string
  readonly wording: Wording
}
