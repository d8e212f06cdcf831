import type { Instrument } from '../inquiry/instrument.ts'
import type { ScaleTag, Subscale } from '../inquiry/scale.ts'
import { nameValidation } from '../inquiry/name-validation.ts'
import { rangeOf } from '../inquiry/score-sheet.ts'
import { scalesOf } from '../inquiry/check-scale.ts'
import type { Words } from '../inquiry/words.ts'
import { attendanceOf, measureDoses, type LineAttendance } from './attendance-beside.ts'
import { collectLines, scoreAt, type MeasuredLine } from './collect-lines.ts'
import { compareMirrors, type MirrorChange } from './compare-mirrors.ts'
import type { GroupRecords, Known } from './evaluation-records.ts'
import { findCompleteness, type Completeness } from './find-completeness.ts'
import {
  estimateOwnReliability,
  findPublishedReliability,
  judgePeople,
  readSign,
  type PersonJudgement,
  type ReliableChange,
} from './judge-people.ts'
import { measureChange, type ChangeNumbers, type Direction } from './measure-change.ts'
import { noTest, type TestChoice } from './test-change.ts'
import { warnAboutChange, type ChangeWarning } from './warn-about-change.ts'

export interface ChangeOptions {
  readonly test: TestChoice
  /** The group's own α where nothing is published: noise in a small group, so only when a person asks. */
  readonly ownReliability: boolean
}

export const defaultOptions: ChangeOptions = { test: noTest, ownReliability: false }

/** One line of a scale: a child or pair seen by one side, before and after, with what stands beside it. */
export interface ChangeLine extends MeasuredLine {
  readonly change: number | null
  readonly reading: 'better' | 'worse' | 'same' | null
  readonly reliable: PersonJudgement | null
  readonly attendance: LineAttendance | null
}

export interface ScaleChange {
  /** Stable within a report: instrument code and scale. */
  readonly id: string
  readonly instrumentId: string
  readonly instrumentCode: string
  readonly instrumentVersion: string
  readonly instrumentTitle: Words
  readonly scaleId: string
  readonly title: Words
  readonly isTotal: boolean
  readonly direction: Direction
  readonly range: { readonly min: number; readonly max: number }
  readonly respondent: Instrument['respondent']
  /** What one line is: a pair seen by one side, or a person about themselves. */
  readonly unit: 'pair' | 'child' | 'adult'
  readonly tags: readonly ScaleTag[]
  readonly lines: readonly ChangeLine[]
  readonly completeness: Completeness
  readonly numbers: ChangeNumbers
  /** before → follow-up over those who have both; null without a follow-up wave. */
  readonly followUp: ChangeNumbers | null
  readonly reliable: ReliableChange | null
  readonly warnings: readonly ChangeWarning[]
}

export interface GroupChange {
  readonly waves: GroupRecords['waves']
  readonly scales: readonly ScaleChange[]
  /** Child's and adult's answers to mirrored questions, side by side. */
  readonly mirrors: readonly MirrorChange[]
  readonly warnings: readonly ChangeWarning[]
}

/**
 * What changed in a group between two waves, scale by scale and line by line (EVA-1 … EVA-12). Pure: the same records
 * give the same numbers on every device. Instruments are those of the before wave; nothing is compared across versions.
 */
export function evaluateChange(
  records: GroupRecords,
  options: ChangeOptions = defaultOptions,
): GroupChange {
  const measured = records.instruments.filter(({ id }) =>
    records.waves.before.instrumentIds.includes(id),
  )
  const scales = measured.flatMap((instrument) =>
    scalesOf(instrument).map((scale) => evaluateScale(records, instrument, scale, options)),
  )
  return {
    waves: records.waves,
    scales,
    mirrors: compareMirrors(records, measured),
    warnings: [...warnVersions(records), ...warnTests(scales, options)],
  }
}

function evaluateScale(
  records: GroupRecords,
  instrument: Known<Instrument>,
  scale: Subscale,
  options: ChangeOptions,
): ScaleChange {
  const lines = collectLines(records, instrument, scale)
  const before = lines.map((line) => scoreAt(line.before))
  const after = lines.map((line) => scoreAt(line.after))
  const choices = { direction: scale.direction, test: options.test }
  const reliable = judgePeople(before, after, chooseReliability(lines, scale, options))
  const numbers = measureChange(before, after, choices)
  const range = rangeOf(instrument, scale)
  const validation = nameValidation(instrument)
  const { direction } = scale
  return {
    id: `${instrument.code}.${scale.id}`,
    instrumentId: instrument.id,
    instrumentCode: instrument.code,
    instrumentVersion: instrument.version,
    instrumentTitle: instrument.title,
    scaleId: scale.id,
    title: scale.title,
    isTotal: instrument.total?.id === scale.id,
    direction,
    range,
    respondent: instrument.respondent,
    unit: unitOf(instrument, lines),
    tags: scale.tags,
    lines: finishLines(records, lines, direction, reliable),
    completeness: findCompleteness(lines),
    numbers,
    followUp:
      records.waves.followUp === null
        ? null
        : measureChange(
            before,
            lines.map((line) => scoreAt(line.followUp)),
            choices,
          ),
    reliable,
    warnings: [
      ...warnContested(records, lines),
      ...warnAboutChange({ lines, numbers, direction, range, reliable, validation }),
    ],
  }
}

/** EVA-17: a number made from an answer that has two values says so until a person has chosen (S07). */
function warnContested(
  { contested, attendance, meetings, seats }: GroupRecords,
  lines: readonly MeasuredLine[],
): readonly ChangeWarning[] {
  if (contested === undefined || contested.size === 0) return []
  const isOpen = (measured: MeasuredLine['before'] | null): boolean => {
    const sheetId = measured === null ? null : measured.ok ? measured.at.sheetId : measured.sheetId
    return sheetId !== null && contested.has(sheetId)
  }
  const answers = lines.filter(
    ({ before, after, followUp }) => isOpen(before) || isOpen(after) || isOpen(followUp),
  )
  const presence = [...attendance, ...meetings, ...seats].filter(({ id }) => contested.has(id))
  const count = answers.length + presence.length
  const names = answers.map(({ label }) => label).join(', ')
  return count === 0 ? [] : [{ id: 'openConflict', details: { count, names } }]
}

function unitOf({ respondent }: Instrument, lines: readonly MeasuredLine[]): ScaleChange['unit'] {
  if (lines.some(({ pairId }) => pairId !== null)) return 'pair'
  return respondent === 'child' ? 'child' : 'adult'
}

function chooseReliability(
  lines: readonly MeasuredLine[],
  scale: Subscale,
  options: ChangeOptions,
): ReturnType<typeof findPublishedReliability> {
  const published = findPublishedReliability(scale)
  if (published !== null || !options.ownReliability) return published
  return estimateOwnReliability(lines.flatMap(({ before }) => (before.ok ? [before.at.score] : [])))
}

function finishLines(
  records: GroupRecords,
  lines: readonly MeasuredLine[],
  direction: Direction,
  reliable: ReliableChange | null,
): readonly ChangeLine[] {
  const doses = measureDoses(records)
  return lines.map((line, row) => {
    const change = changeOf(line)
    const adultId = records.pairs.find(({ id }) => id === line.pairId)?.adultId ?? null
    return {
      ...line,
      change,
      reading: change === null ? null : readSign(change, direction),
      reliable: reliable?.people[row] ?? null,
      attendance: attendanceOf({ ...line, adultId }, doses),
    }
  })
}

/** Sums of prorated scores carry float dust: two equal scores are no change. */
function changeOf({ before, after }: MeasuredLine): number | null {
  if (!before.ok || !after.ok) return null
  const change = after.at.value - before.at.value
  return Math.abs(change) < 1e-9 ? 0 : change
}

/** A new version of a questionnaire at the second wave is another questionnaire. */
function warnVersions({ instruments, waves }: GroupRecords): readonly ChangeWarning[] {
  const before = instruments.filter(({ id }) => waves.before.instrumentIds.includes(id))
  return instruments
    .filter(({ id }) => waves.after.instrumentIds.includes(id))
    .filter(({ id }) => !waves.before.instrumentIds.includes(id))
    .flatMap(({ code, version }) => {
      const older = before.find((one) => one.code === code)
      return older === undefined
        ? []
        : [
            {
              id: 'otherVersion' as const,
              details: { code, before: older.version, after: version },
            },
          ]
    })
}

function warnTests(
  scales: readonly ScaleChange[],
  { test }: ChangeOptions,
): readonly ChangeWarning[] {
  return test.kind !== 'none' && scales.length > 1
    ? [{ id: 'severalTests', details: { count: scales.length } }]
    : []
}
