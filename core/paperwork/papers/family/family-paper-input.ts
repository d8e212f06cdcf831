import type { DescribedPlan } from '../../../assessment/plan/describe-plan.ts'
import type { DescribedProfile } from '../../../assessment/profile/describe-profile.ts'
import type { DescribedVisit } from '../../../inquiry/observation/describe-home-visit.ts'
import type { PaperOfAgency } from '../fill-heads.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import type { SourceOnPaper } from '../fill-sources.ts'
import type { GroupPaperInput } from '../group-paper-input.ts'

/** One family's file, and whom of it a paper is about. */
export interface FamilyPaperInput extends PaperOfAgency, Pick<GroupPaperInput, 'notice'> {
  readonly file: FamilyOnPaper
  /** Names of those who look after the file. */
  readonly workers: readonly string[]
  /** The child whom the paper is about; null where it is about the whole family. */
  readonly childId: string | null
  /** The adult of the pair that an assessment is about. */
  readonly adultId: string | null
  /** Null where the form is to be written on by hand; so are plan and assessment. */
  readonly visit: DescribedVisit | null
  readonly plan: {
    readonly described: DescribedPlan
    readonly sources: readonly SourceOnPaper[]
    /** Name of the supervisor who has seen it. */
    readonly seenBy: string
  } | null
  readonly assessment: {
    readonly profile: DescribedProfile
    readonly settledBy: string
  } | null
  /** PAP-20: codes and roles instead of names, for papers that may be printed so. */
  readonly byCode: boolean
}
