import type { ConsentState } from '../../../families/consent-state.ts'
import type { CodebookCodeEntry } from '../../../inquiry/coding/codebook-code.ts'
import type { CodedSpanEntry } from '../../../inquiry/coding/coded-span.ts'
import type { InterviewEntry } from '../../../inquiry/interview/interview.ts'
import type { TextLine } from '../../../inquiry/interview/text-lines.ts'
import type { PaperOfAgency } from '../fill-heads.ts'

/** One talk with its text and the marks that the person who asks may see (INQ-34). */
export interface TalkOnPaper {
  readonly its: InterviewEntry
  /** Null: the talk is about no family. */
  readonly familyCode: string | null
  readonly respondent: string
  readonly interviewer: string
  /** Of the guardian, for the child whom the talk concerns; null where it concerns none. */
  readonly consent: ConsentState | null
  readonly lines: readonly TextLine[]
  readonly spans: readonly CodedSpanEntry[]
}

export interface TalkPaperInput extends PaperOfAgency {
  readonly talks: readonly TalkOnPaper[]
  readonly codes: readonly CodebookCodeEntry[]
  /** The one code whose passages are wanted; null: all. */
  readonly codeId: string | null
  /** INQ-35: words that name nobody; null where names are printed. */
  readonly hide: ((words: string) => string) | null
}
