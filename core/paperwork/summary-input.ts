import type { Agency } from '../access/agency.ts'
import type { ChangeOptions } from '../evaluation/evaluate-change.ts'
import type { GroupRecords, Known } from '../evaluation/evaluation-records.ts'
import type { Wording } from '../evaluation/write-numbers.ts'
import type { MeetingRecordEntry } from '../groupwork/meeting-record.ts'
import type { SupportGroup } from '../groupwork/support-group.ts'
import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { ListedSource } from '../inquiry/evidence/list-sources.ts'
import type { Wave } from '../inquiry/wave.ts'
import type { Day, Instant } from '../kit/dates.ts'
import type { WrittenTexts } from './evaluation-summary.ts'

export interface SatisfactionAnswers {
  readonly instruments: readonly Known<Instrument>[]
  readonly waves: readonly Known<Wave>[]
  readonly sheets: readonly Known<AnswerSheet>[]
}

export interface SummaryInput {
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample'>
  readonly group: Known<SupportGroup>
  readonly programmeTitle: string
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly records: GroupRecords
  /** Answers about the group itself, from whichever of its waves asked for them; absent: it was not looked for. */
  readonly satisfaction?: SatisfactionAnswers
  /** What the plan cites, in the order of a reference list. */
  readonly sources: readonly ListedSource[]
  readonly meetingRecords: readonly MeetingRecordEntry[]
  readonly options: ChangeOptions
  /** Ids of the scales that get pages of their own (`instrument code.scale`); null: totals and what changed. */
  readonly scaleIds: readonly string[] | null
  readonly texts: WrittenTexts
  readonly madeOn: Day
  readonly computedAt: Instant
  readonly wording: Wording
}

export const noTexts: WrittenTexts = {
  goalAttainment: '',
  recruitment: '',
  timeAndPlace: '',
  content: '',
  workerSkills: '',
  memberChange: '',
  difficulties: '',
  budget: '',
  satisfaction: '',
  suggestions: '',
  supervisorOpinion: '',
}
