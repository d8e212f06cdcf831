import type { Instrument } from '../inquiry/instrument.ts'
import type { Subscale } from '../inquiry/scale.ts'
import type { SurveySheet } from '../inquiry/survey-sheet.ts'
import type { Wave } from '../inquiry/wave.ts'
import type { Words } from '../inquiry/words.ts'
import { refuseWrongAnswers } from '../inquiry/check-answers.ts'
import { scalesOf } from '../inquiry/check-scale.ts'
import { rangeOf, scorePart } from '../inquiry/score-sheet.ts'
import { compareSurveyGroups, type GroupComparison } from './compare-survey-groups.ts'
import type { Known } from './evaluation-records.ts'
import { summariseStart, type StartScores } from './find-completeness.ts'
import { measureChange, type ChangeNumbers, type Direction } from './measure-change.ts'
import { noTest, type TestChoice } from './test-change.ts'
import type { ChangeWarning } from './warn-about-change.ts'
import { findComparisonGroup } from './find-comparison-group.ts'
import { warnAboutGroups } from './warn-about-groups.ts'

export interface SurveyRecords {
  readonly instrument: Known<Instrument>
  readonly before: Known<Wave>
  readonly after: Known<Wave>
  readonly sheets: readonly Known<SurveySheet>[]
}

export interface SurveyLine {
  readonly code: string
  readonly group: string
  /** It named another group the second time. */
  readonly moved: boolean
  readonly before: number | null
  readonly after: number | null
  readonly change: number | null
}

export interface SurveyGroup {
  /** Empty where the answers name no group. */
  readonly label: string
  readonly answeredBefore: number
  readonly answeredAfter: number
  readonly lost: StartScores
  readonly kept: StartScores
  readonly numbers: ChangeNumbers
}

export interface SurveyScaleChange {
  readonly id: string
  readonly scaleId: string
  readonly title: Words
  readonly direction: Direction
  readonly range: { readonly min: number; readonly max: number }
  readonly lines: readonly SurveyLine[]
  readonly groups: readonly SurveyGroup[]
  /** null with a single group. */
  readonly comparison: GroupComparison | null
  readonly warnings: readonly ChangeWarning[]
}

export interface SurveyChange {
  readonly instrumentCode: string
  readonly instrumentVersion: string
  readonly scales: readonly SurveyScaleChange[]
}

export interface SurveyOptions {
  readonly test: TestChoice
  /** The group that the others are compared with; null: the one called so, else the last one to appear. */
  readonly reference: string | null
}

/** Change between two waves of a survey by codes, group by group and groups beside each other (EVA-11). */
export function evaluateSurveyChange(
  records: SurveyRecords,
  options: SurveyOptions = { test: noTest, reference: null },
): SurveyChange {
  const { instrument } = records
  return {
    instrumentCode: instrument.code,
    instrumentVersion: instrument.version,
    scales: scalesOf(instrument).map((scale) => evaluateScale(records, scale, options)),
  }
}

function evaluateScale(
  records: SurveyRecords,
  scale: Subscale,
  { test, reference }: SurveyOptions,
): SurveyScaleChange {
  const lines = listLines(records, scale)
  const found = [...new Set(lines.map(({ group }) => group))]
  const last = reference ?? findComparisonGroup(found)
  const labels = [
    ...found.filter((label) => label !== last),
    ...found.filter((label) => label === last),
  ]
  const comparison = compareSurveyGroups(lines, labels)
  const groups = labels.map((label) => summariseGroup(lines, label, scale.direction, test))
  return {
    id: `${records.instrument.code}.${scale.id}`,
    scaleId: scale.id,
    title: titleOf(scale, records.instrument),
    direction: scale.direction,
    range: rangeOf(records.instrument, scale),
    lines,
    groups,
    comparison,
    warnings: warnAboutGroups({ groups, lines, comparison }, false),
  }
}

/** The only scale of a questionnaire may go without a name of its own. */
function titleOf(scale: Subscale, instrument: Instrument): Words {
  const unnamed = Object.values(scale.title).every((title) => title === '')
  return unnamed && scalesOf(instrument).length === 1 ? instrument.title : scale.title
}

/** Lines in the order in which codes first appear; a code that changes its group stays in its first one. */
function listLines(
  { instrument, before, after, sheets }: SurveyRecords,
  scale: Subscale,
): readonly SurveyLine[] {
  const own = sheets.filter(({ instrumentId }) => instrumentId === instrument.id)
  const at = (waveId: string) =>
    new Map(own.filter((sheet) => sheet.waveId === waveId).map((one) => [one.respondentCode, one]))
  const first = at(before.id)
  const second = at(after.id)
  const scoreOf = (sheet: SurveySheet | undefined): number | null =>
    sheet === undefined || refuseWrongAnswers(instrument, sheet.answers) !== null
      ? null
      : scorePart(instrument, scale, sheet.answers).value
  return [...new Set([...first.keys(), ...second.keys()])].map((code) => {
    const start = first.get(code)
    const end = second.get(code)
    const group = start?.groupLabel || end?.groupLabel || ''
    const moved = end !== undefined && end.groupLabel !== '' && end.groupLabel !== group
    const values = { before: scoreOf(start), after: scoreOf(end) }
    const change =
      values.before === null || values.after === null ? null : values.after - values.before
    return { code, group, moved, ...values, change }
  })
}

function summariseGroup(
  lines: readonly SurveyLine[],
  label: string,
  direction: Direction,
  test: TestChoice,
): SurveyGroup {
  const own = lines.filter(({ group }) => group === label)
  const started = own.filter(({ before }) => before !== null)
  const startOf = (some: readonly SurveyLine[]) => summariseStart(some.map(({ before }) => before))
  return {
    label,
    answeredBefore: started.length,
    answeredAfter: own.filter(({ after }) => after !== null).length,
    lost: startOf(started.filter(({ after }) => after === null)),
    kept: startOf(started.filter(({ after }) => after !== null)),
    numbers: measureChange(
      own.map(({ before }) => before),
      own.map(({ after }) => after),
      { direction, test },
    ),
  }
}
