// What the records say about one child and one adult, target by target. Everything here is computed; nothing is stored.
import type { ContactEntry } from '../../contact/contact-entry.ts'
import type { MeasuredLog } from '../../contact/measure-log.ts'
import type { Migration } from '../../families/migration.ts'
import type { Pair } from '../../families/pair.ts'
import type { Person } from '../../families/person.ts'
import type { AnswerSheet } from '../../inquiry/answer-sheet.ts'
import type { CodebookCodeEntry } from '../../inquiry/coding/codebook-code.ts'
import type { CodedSpanEntry } from '../../inquiry/coding/coded-span.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { InterviewEntry } from '../../inquiry/interview/interview.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Words } from '../../inquiry/words.ts'
import type { Day } from '../../kit/dates.ts'
import type { ProgrammeTarget } from '../../inquiry/programme-targets.ts'
import type { SignOf } from './cause-ids.ts'
import type { Sense } from './signs-of-target.ts'

type Known<Fields> = Fields & { readonly id: string }
export type PairEntry = Known<Pair>

/** As much of an observed episode as the profile reads. */
export interface EpisodeFacts {
  readonly id: string
  readonly familyId: string | null
  readonly childId: string | null
  readonly personIds: readonly string[]
  readonly onDay: Day
  readonly targets: readonly ProgrammeTarget[]
  readonly sense: Sense
  readonly seen: string
  readonly said: string
  readonly inference: string
}

export interface PairRecords {
  readonly today: Day
  readonly people: readonly Pick<Known<Person>, 'id' | 'role'>[]
  /** Of the family. */
  readonly pairs: readonly PairEntry[]
  readonly stays: readonly Known<Migration>[]
  readonly instruments: readonly Known<Instrument>[]
  readonly waves: readonly Known<Wave>[]
  readonly sheets: readonly Known<AnswerSheet>[]
  readonly contacts: readonly ContactEntry[]
  readonly interviews: readonly InterviewEntry[]
  readonly codes: readonly CodebookCodeEntry[]
  readonly spans: readonly CodedSpanEntry[]
  readonly episodes: readonly EpisodeFacts[]
}

/** `other`: a guardian who is not of this pair, a teacher, somebody of the village. */
export type Side = 'child' | 'adult' | 'other'

/** A number as it was answered, where it could lie, and how far it lies from the worst (0) to the best (1). */
export interface Placed {
  readonly value: number
  readonly range: { readonly min: number; readonly max: number }
  /** Null where neither end is better. */
  readonly share: number | null
}

export interface TargetScore extends Placed {
  readonly side: Side
  readonly on: Day
  readonly sheetId: string
  readonly instrument: { readonly id: string; readonly title: Words; readonly version: string }
}

/** One measure, as both sides answered it over time; the questionnaires of one row ask the same. */
export interface ScoreRow {
  readonly id: string
  readonly title: Words
  readonly child: readonly TargetScore[]
  readonly adult: readonly TargetScore[]
  readonly other: readonly TargetScore[]
}

export interface Quotation {
  readonly spanId: string
  /** Marks of the same code that lie over this one. */
  readonly otherIds: readonly string[]
  readonly interviewId: string
  readonly side: Side
  /** Null while nobody has noted when it was said. */
  readonly on: Day | null
  readonly words: string
  readonly code: { readonly id: string; readonly name: string }
  readonly sense: Sense
}

/** What was seen and said, with the observer's own reading apart; `sides` are those of the pair who were there. */
export interface Episode {
  readonly episodeId: string
  readonly on: Day
  readonly sides: readonly ('child' | 'adult')[]
  readonly sense: Sense
  readonly seen: string
  readonly said: string
  readonly inference: string
}

/** The adult of the pair is away: parting as a fact. */
export interface Stay {
  readonly stayId: string
  readonly since: Day | null
  readonly province: string
  readonly city: string
}

/** Passages that speak of a cause, a harm or a strength. */
export type SignEvidence = SignOf & { readonly quotations: readonly Quotation[] }

/** An answer that the contact log can be set beside. */
export interface LoggedAnswer extends Placed {
  readonly about: 'weekly' | 'childBegins' | 'adultBegins'
  readonly side: Side
  readonly on: Day
  readonly sheetId: string
  readonly text: Words
}

export interface TargetEvidence {
  readonly target: ProgrammeTarget
  readonly rows: readonly ScoreRow[]
  readonly quotations: readonly Quotation[]
  readonly episodes: readonly Episode[]
  readonly answers: readonly LoggedAnswer[]
  /** The contact log where it says something about this target; null where it does not, or nothing was logged. */
  readonly log: MeasuredLog | null
}

export const evidenceSources = [
  'childScores',
  'adultScores',
  'quotations',
  'episodes',
  'contactLog',
] as const
export type EvidenceSource = (typeof evidenceSources)[number]

export interface PairEvidence {
  readonly pairId: string
  readonly today: Day
  readonly targets: readonly TargetEvidence[]
  readonly signs: readonly SignEvidence[]
  readonly stays: readonly Stay[]
  /** Marked words of which nobody has said whom they mean: shown, but they count for no pair. */
  readonly unclear: readonly Quotation[]
  /** What must be collected first; empty when every source has something. */
  readonly missing: readonly EvidenceSource[]
}
