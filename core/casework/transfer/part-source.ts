import type { GoalEntry } from '../../assessment/goals/goal.ts'
import type { PairProfileEntry } from '../../assessment/profile/profile-shape.ts'
import type { ServicePlanEntry } from '../../assessment/plan/plan-shape.ts'
import type { Consent } from '../../families/consent.ts'
import type { Guardianship } from '../../families/guardianship.ts'
import type { Family } from '../../families/family.ts'
import { isAwayOn, type Migration } from '../../families/migration.ts'
import type { Pair } from '../../families/pair.ts'
import type { Person } from '../../families/person.ts'
import type { RestrictedParty } from '../../families/restricted-party.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { WordLanguage } from '../../inquiry/words.ts'
import type { Day } from '../../kit/dates.ts'
import type { CaseContactEntry } from '../case-contact.ts'
import type { Transfer } from './transfer-shape.ts'

export type Known<Fields> = Fields & { readonly id: string }

/** Finds the words of a key in the language of the package. */
export interface PartWording {
  readonly language: WordLanguage
  readonly translate: (key: string, values?: Readonly<Record<string, string | number>>) => string
  /** How a reader meets a day; without it days stand as they are kept, for a fingerprint that is the same everywhere. */
  readonly sayDay?: (day: Day) => string
}

export function sayDayIn({ sayDay }: Pick<PartWording, 'sayDay'>, day: Day): string {
  return sayDay?.(day) ?? day
}

/** Everything of one family from which parts are written; concerns and reports are not among it and cannot be. */
export interface TransferRecords {
  /** Null where it is not here: then nothing is written. */
  readonly family: Known<Pick<Family, 'village' | 'township'>> | null
  readonly restrictions: readonly RestrictedParty[]
  readonly consents: readonly Known<Consent>[]
  /** The day on which the ground is asked. */
  readonly today: Day
  readonly people: readonly Known<Person>[]
  readonly pairs: readonly Known<Pair>[]
  readonly guardianships: readonly Known<Guardianship>[]
  readonly migrations: readonly Known<Migration>[]
  readonly profiles: readonly PairProfileEntry[]
  readonly plans: readonly ServicePlanEntry[]
  readonly goals: readonly GoalEntry[]
  readonly contacts: readonly CaseContactEntry[]
  readonly sheets: readonly Known<AnswerSheet>[]
  readonly instruments: readonly Known<Instrument>[]
}

export interface PartLine {
  readonly label: string
  readonly words: string
}

/** One part as the receiver reads it. */
export interface TransferPart {
  readonly part: string
  readonly title: string
  readonly lines: readonly PartLine[]
}

/** What every writer of a part is given: the records cut to those whom the transfer is about. */
export interface PartSource {
  readonly its: Transfer
  readonly records: TransferRecords
  readonly wording: PartWording
  readonly subjects: readonly Known<Person>[]
  /** Of the pairs, those with one of them in it. */
  readonly pairs: readonly Known<Pair>[]
}

/** The day on which somebody's stay is asked for is the day the transfer was drafted: a preview does not change over night. */
export function staysOf(source: PartSource, personId: string): readonly Known<Migration>[] {
  return byId(source.records.migrations).filter(
    (stay) => stay.personId === personId && isAwayOn(stay, source.its.draftedOn),
  )
}

export function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): readonly Item[] {
  return items.toSorted((left, right) => left.id.localeCompare(right.id))
}
