import type { Agency } from '../../access/agency.ts'
import type { Known } from '../../evaluation/evaluation-records.ts'
import type { Wording } from '../../evaluation/write-numbers.ts'
import type { SplitBy } from '../../inquiry/compare-subgroups.ts'
import type { Instrument } from '../../inquiry/instrument.ts'
import type { SurveySheet } from '../../inquiry/survey-sheet.ts'
import type { Wave } from '../../inquiry/wave.ts'
import type { Day, Instant } from '../../kit/dates.ts'
import type { TableWish } from './cross-on-paper.ts'
import type { SurveyTexts } from './survey-paper.ts'

export interface FamiliesBehind {
  /** Only families that whoever makes it serves. */
  readonly onlyOwn: boolean
  /** Sheets that are left out because the consent does not hold. */
  readonly withoutConsent: number
}

export interface SurveyPaperInput {
  readonly agency: Pick<Agency, 'name' | 'county' | 'sample'>
  readonly madeBy: string
  /** The survey, or the wave before. */
  readonly wave: Known<Wave>
  /** null: one wave alone. */
  readonly after: Known<Wave> | null
  /** Questionnaires of the waves, in their order. */
  readonly instruments: readonly Known<Instrument>[]
  /** Sheets of the waves. */
  readonly sheets: readonly Known<SurveySheet>[]
  /** Of a wave of known families: what its limits must say (EVA-39); null: a survey by codes. */
  readonly ofFamilies: FamiliesBehind | null
  /** By what the scores of one wave are set beside each other; null: not at all. Change goes by group. */
  readonly split: SplitBy | null
  /** The group that the others' change is set against; null: the one called control or waiting. */
  readonly reference: string | null
  /** The cross-tables that go in; null: the usual ones. */
  readonly tables: readonly TableWish[] | null
  /** Whether the answers go in as bars too. */
  readonly withFigures: boolean
  readonly texts: SurveyTexts
  readonly madeOn: Day
  readonly computedAt: Instant
  readonly wording: Wording
}
