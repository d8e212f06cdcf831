// What the dry run shows: everything that would be written, and everything that would not, with the place in the file.
import type { Answers } from '../check-answers.ts'
import type { Instrument } from '../instrument.ts'
import type { ColumnProposal, ColumnRole } from './match-columns.ts'
import type { ImportPerson } from './match-respondents.ts'
import type { ImportWave } from './match-wave.ts'
import type { Heading, HeadingChoice } from './read-heading.ts'

export interface AnswerImportOptions {
  readonly instrument: Pick<Instrument, 'items' | 'sections' | 'responseSets'>
  /** `families`: the respondents are people of the register. `codes`: a survey; the file's codes are the respondents. */
  readonly subject: 'families' | 'codes'
  /** Who may have answered; not used for codes. */
  readonly people: readonly ImportPerson[]
  readonly wave:
    | { readonly from: 'fixed'; readonly waveId: string }
    /** Each row names its wave in a column. */
    | { readonly from: 'column'; readonly waves: readonly ImportWave[] }
    /** Each row holds several waves side by side; the headings name them. */
    | { readonly from: 'heading'; readonly waves: readonly ImportWave[] }
    | { readonly from: 'notChosen' }
  readonly heading?: HeadingChoice
  /** What the person decided for a column (counted from 0); the others stay as proposed. */
  readonly columns?: Readonly<Record<number, ColumnRole>>
  readonly numbersAre?: 'values' | 'positions'
  readonly missingNumbers?: readonly number[]
  /** For a survey without codes: the row number becomes the code. */
  readonly numberRespondents?: boolean
  readonly badRows?: 'ask' | 'leaveRowOut' | 'leaveAnswerOut'
  readonly duplicates?: 'ask' | 'first' | 'last'
  /** Sheets that exist already, as `sheetKey(waveId, respondent)`. */
  readonly existing?: ReadonlySet<string>
  readonly today: string
}

export interface PlannedSheet {
  /** The row in the file, as the spreadsheet counts. */
  readonly row: number
  readonly waveId: string
  /** The person's key, or the respondent's code. */
  readonly respondent: string
  readonly groupLabel: string
  readonly answeredOn: string | null
  readonly answers: Answers
  readonly extra: Readonly<Record<string, number | string | null>>
}

export interface BadCell {
  readonly sheet: string
  readonly row: number
  /** Counts from 1. */
  readonly column: number
  readonly letter: string
  readonly reason: string
  readonly value: string
  readonly itemId: string | null
}

export interface LeftOutRow {
  readonly row: number
  readonly why:
    | 'badCells'
    | 'unmatched'
    | 'matchedTwice'
    | 'noWave'
    | 'duplicate'
    | 'existing'
    | 'empty'
}

export interface AnswerImportPlan {
  readonly heading: Heading
  readonly columns: readonly ColumnProposal[]
  /** Why nothing can be planned yet; ids of texts. */
  readonly tableProblems: readonly string[]
  readonly sheets: readonly PlannedSheet[]
  /** The first 1,000; `badCellCount` says how many there are. */
  readonly badCells: readonly BadCell[]
  readonly badCellCount: number
  readonly unmatched: readonly { readonly row: number; readonly value: string }[]
  readonly matchedTwice: readonly {
    readonly row: number
    readonly value: string
    readonly keys: readonly string[]
  }[]
  readonly duplicates: readonly {
    readonly waveId: string
    readonly respondent: string
    readonly rows: readonly number[]
  }[]
  readonly leftOut: readonly LeftOutRow[]
  /** Of the sheets to be made. */
  readonly missingPerItem: readonly { readonly itemId: string; readonly count: number }[]
  /** Out-of-range numbers that come back in several items: perhaps the file's mark for "no answer". */
  readonly suspectedMissing: readonly number[]
  readonly rowCount: number
  /** Nothing is left for the person to decide; agreeing writes exactly `sheets`. */
  readonly ready: boolean
}

export const badCellsShown = 1000

export function sheetKey(waveId: string, respondent: string): string {
  return `${waveId} ${respondent}`
}
