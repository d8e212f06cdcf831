import type { PaperOfAgency } from '../fill-heads.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import type { GroupPaperInput } from '../group-paper-input.ts'

/** One family's file, and whom of it a paper is about. */
export interface FamilyPaperInput extends PaperOfAgency, Pick<GroupPaperInput, 'notice'> {
  readonly file: FamilyOnPaper
  /** Names of those who look after the file. */
  readonly workers: readonly string[]
  /** The child whom the paper is about; null where it is about the whole family. */
  readonly childId: string | null
  /** PAP-20: codes and roles instead of names, for papers that may be printed so. */
  readonly byCode: boolean
}
