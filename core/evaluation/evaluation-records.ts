// What an evaluation reads. Plain records as the store holds them; nothing here is fetched.
import type { Pair } from '../families/pair.ts'
import type { Person } from '../families/person.ts'
import type { AttendanceEntry } from '../groupwork/attendance.ts'
import type { MeetingEntry } from '../groupwork/meeting.ts'
import type { SeatEntry } from '../groupwork/seat.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { Wave } from '../inquiry/wave.ts'

export type Known<Fields> = Fields & { readonly id: string }

export interface WavesOfChange {
  readonly before: Known<Wave>
  readonly after: Known<Wave>
  readonly followUp: Known<Wave> | null
}

export interface GroupRecords {
  readonly instruments: readonly Known<Instrument>[]
  readonly waves: WavesOfChange
  readonly sheets: readonly Known<AnswerSheet>[]
  /** Codes stand on charts and in reports; names are for the people who know the families. */
  readonly families: readonly { readonly id: string; readonly code: string }[]
  readonly people: readonly Known<Pick<Person, 'familyId' | 'name' | 'role'>>[]
  readonly pairs: readonly Known<Pair>[]
  readonly seats: readonly SeatEntry[]
  readonly meetings: readonly MeetingEntry[]
  readonly attendance: readonly AttendanceEntry[]
  /** Ids of records with two values for a field, of which nobody has chosen one yet. */
  readonly contested?: ReadonlySet<string>
}
