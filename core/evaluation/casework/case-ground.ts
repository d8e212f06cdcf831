import type { Instrument } from '../../inquiry/instrument.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { HomeVisitEntry } from '../../inquiry/observation/home-visit.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { ContactEntry } from '../../contact/contact-entry.ts'
import type { Migration } from '../../families/migration.ts'
import type { Pair } from '../../families/pair.ts'
import type { Person } from '../../families/person.ts'
import type { Day } from '../../kit/dates.ts'
import type { Known } from '../evaluation-records.ts'
import type { May } from '../may.ts'
import type { GroupRecords } from '../split-by-group.ts'

export interface GroundRecords
  extends Pick<GroupRecords, 'meetings' | 'seats' | 'attendance' | 'memberMarks'> {
  readonly today: Day
  /** What the reader may not see proposes nothing to them. */
  readonly may: May
  readonly pairs: readonly Known<Pair>[]
  readonly people: readonly Known<Person>[]
  readonly migrations: readonly Known<Migration>[]
  readonly contactEntries: readonly Known<ContactEntry>[]
  readonly sheets: readonly Known<AnswerSheet>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly waves: readonly Known<Wave>[]
  readonly visits: readonly HomeVisitEntry[]
}

/** What a rule found. */
export interface CaseGround {
  readonly familyId: string
  readonly pairId: string | null
  readonly personId: string | null
  /** Names what it rests on: with another ground the same rule proposes again. */
  readonly ground: string
  readonly since: Day
  readonly count: number
}
