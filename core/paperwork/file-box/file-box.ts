// What the file box of a group holds, before it is put on paper: papers, tables and data, in the order evaluators read.
import type { CsvCell } from '../../inquiry/guarded-csv.ts'

/** `evaluators`: sit in the agency and open the files. `outside`: never see a person's line, nor a count below five. */
export const audiences = ['evaluators', 'outside'] as const
export type Audience = (typeof audiences)[number]

export interface PaperColumn {
  readonly label: string
  /** How wide, compared with the other columns. */
  readonly share: number
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
    }

export interface Paper {
  readonly title: string
  /** Lying pages for wide tables. */
  readonly wide: boolean
  readonly blocks: readonly Block[]
}

export interface DataSheet {
  readonly name: string
  /** The first row holds the headings. */
  readonly rows: readonly (readonly CsvCell[])[]
}

export type BoxContent =
  | { readonly type: 'word'; readonly paper: Paper }
  | { readonly type: 'workbook'; readonly sheets: readonly DataSheet[] }
  | { readonly type: 'csv'; readonly rows: DataSheet['rows'] }
  /** A report that was made before: its bytes are added by whoever can read them, with everything recorded hidden. */
  | { readonly type: 'keptReport'; readonly fileId: string }

export interface BoxFile {
  /** Folders included: `05-过程记录/05-01-第1节.docx`. */
  readonly path: string
  readonly content: BoxContent
}

/** One numbered part: what is in it, and what is not, with the reason. */
export interface BoxPart {
  readonly no: string
  readonly title: string
  readonly form: string
  readonly count: string
  readonly files: readonly BoxFile[]
  readonly leftOut: readonly string[]
}

/** Something that must not leave, and what stands in its place. */
export interface Mark {
  readonly hidden: string
  readonly shown: string
  /** `number`: blanks and dashes between its digits do not matter. `guess`: nobody recorded it; names are made so. */
  readonly kind: 'word' | 'day' | 'number' | 'guess'
}

export interface FileBox {
  /** The folder that holds everything, and the archive's name without its ending. */
  readonly name: string
  readonly language: 'zh-CN' | 'en'
  readonly parts: readonly BoxPart[]
  readonly index: BoxFile & { readonly content: { readonly type: 'word'; readonly paper: Paper } }
  readonly marks: readonly Mark[]
  readonly words: {
    readonly header: string
    /** What stands before the page's number, between it and the number of pages, and after both. */
    readonly page: readonly string[]
    readonly sampleNotice: string | null
    readonly hashes: { readonly title: string; readonly columns: readonly PaperColumn[] }
    readonly hashFile: string
    /** Stands for a telephone or identity number that nobody recorded as such. */
    readonly number: string
  }
}
