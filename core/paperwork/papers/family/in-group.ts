import type { Wording } from '../../../evaluation/write-numbers.ts'
import type { Day } from '../../../kit/dates.ts'
import type { FieldValues } from '../../field-values.ts'
import type { FamilyOnPaper } from '../family-on-paper.ts'
import { fillGroupHead } from '../fill-heads.ts'
import type { GroupPaperInput } from '../group-paper-input.ts'

/** What the papers read that a family fills in for a group, or before there is one. */
export interface InGroup extends Pick<GroupPaperInput, 'notice'> {
  readonly head: FieldValues
  readonly file: FamilyOnPaper | null
  /** For whom the group's programme is. */
  readonly audience: string
  /** The child whom a drawing is about; null: the eldest. */
  readonly childId: string | null
  readonly madeOn: Day
  readonly wording: Wording
}

/** From a group's papers: the group stands on top. */
export function inGroup(input: GroupPaperInput): InGroup {
  const { file, programme, notice, madeOn, wording, group } = input
  return {
    head: { ...fillGroupHead(input), paperOf: group.title },
    file,
    audience: programme?.audience ?? '',
    childId: null,
    notice,
    madeOn,
    wording,
  }
}
