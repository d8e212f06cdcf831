import type { Pair } from '../families/pair.ts'
import type { AnswerSheet, sheetModes } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { Subscale } from '../inquiry/scale.ts'
import { scorePart, type ScaleScore } from '../inquiry/score-sheet.ts'
import { refuseWrongAnswers } from '../inquiry/check-answers.ts'
import type { GroupRecords, Known } from './evaluation-records.ts'
import { isAnswerTo, listExpectedAnswers, type ExpectedAnswer } from './list-expected-answers.ts'

export const moments = ['before', 'after', 'followUp'] as const
export type Moment = (typeof moments)[number]
export type SheetMode = (typeof sheetModes)[number]

/** One score at one moment, with everything needed to open how it was made. */
export interface MeasuredValue {
  readonly value: number
  readonly sheetId: string
  readonly waveId: string
  readonly respondentId: string
  readonly mode: SheetMode
  readonly answeredOn: string | null
  readonly score: ScaleScore
}

export type WhyMissing =
  | 'noSheet'
  | 'notSubmitted'
  | 'declined'
  | 'setAside'
  | 'tooFewAnswers'
  | 'wrongAnswers'

export type Measurement =
  | { readonly ok: true; readonly at: MeasuredValue }
  | { readonly ok: false; readonly why: WhyMissing; readonly sheetId: string | null }

/** One child, or one pair, seen by one side, on one scale. */
export interface MeasuredLine {
  readonly key: string
  readonly familyId: string
  readonly familyCode: string
  /** The family's code, with a letter where a family has several lines: what stands on charts and in reports. */
  readonly label: string
  readonly childId: string
  readonly pairId: string | null
  readonly relation: Pair['relation'] | null
  readonly side: 'child' | 'adult'
  /** For screens of people who know the family; never on charts or in reports. */
  readonly names: { readonly child: string; readonly respondent: string; readonly other: string }
  readonly before: Measurement
  readonly after: Measurement
  readonly followUp: Measurement | null
}

type Place = Omit<ExpectedAnswer, 'instrumentId'>

/** EVA-3: a line for everyone who is expected to answer and for everyone who did, with both waves side by side. */
export function collectLines(
  records: GroupRecords,
  instrument: Known<Instrument>,
  scale: Subscale,
): readonly MeasuredLine[] {
  const places = listPlaces(records, instrument)
  const lines = places.map((place) => {
    const read = (waveId: string): Measurement =>
      measureAt(records, instrument, scale, place, waveId)
    const { before, after, followUp } = records.waves
    return {
      ...describePlace(records, place),
      before: read(before.id),
      after: read(after.id),
      followUp: followUp === null ? null : read(followUp.id),
    }
  })
  return labelLines(lines)
}

function listPlaces(records: GroupRecords, instrument: Known<Instrument>): readonly Place[] {
  const { waves, seats, pairs } = records
  const waveIds = [waves.before.id, waves.after.id, waves.followUp?.id]
  const expected = listExpectedAnswers([instrument], seats, pairs)
  const extra = records.sheets.filter(
    (sheet) =>
      sheet.instrumentId === instrument.id &&
      waveIds.includes(sheet.waveId) &&
      !expected.some((one) => isSamePlace(one, sheet)),
  )
  const all: readonly Place[] = [...expected, ...extra]
  return [...new Map(all.map((place) => [placeKey(place), place])).values()]
}

/** A pair's line goes on when another person answers at the second wave: that is warned about, not hidden. */
function isSamePlace(expected: ExpectedAnswer, sheet: AnswerSheet): boolean {
  const sameSide =
    (sheet.respondentId === sheet.childId) === (expected.respondentId === expected.childId)
  return (
    isAnswerTo(expected, sheet) ||
    (sameSide && sheet.pairId !== null && sheet.pairId === expected.pairId)
  )
}

function placeKey({ childId, respondentId, pairId }: Place): string {
  const side = respondentId === childId ? 'child' : 'adult'
  return `${side} ${pairId ?? `${childId} ${respondentId}`}`
}

function describePlace(
  { families, people, pairs }: GroupRecords,
  place: Place,
): Omit<MeasuredLine, Moment | 'label'> & { readonly label: string } {
  const nameOf = (id: string | null): string => people.find((one) => one.id === id)?.name ?? ''
  const pair = pairs.find(({ id }) => id === place.pairId) ?? null
  const familyCode = families.find(({ id }) => id === place.familyId)?.code ?? ''
  const side = place.respondentId === place.childId ? 'child' : 'adult'
  return {
    key: placeKey(place),
    familyId: place.familyId,
    familyCode,
    label: familyCode,
    childId: place.childId,
    pairId: place.pairId,
    relation: pair?.relation ?? null,
    side,
    names: {
      child: nameOf(place.childId),
      respondent: nameOf(place.respondentId),
      other: side === 'child' ? nameOf(pair?.adultId ?? null) : nameOf(place.childId),
    },
  }
}

/** In a stable order: by code, child and relation, never by how well it went; ids only break what is left. */
function labelLines(lines: readonly MeasuredLine[]): readonly MeasuredLine[] {
  const sorted = [...lines].sort(
    (left, right) =>
      compareCodes(left.label, right.label) ||
      compareCodes(left.names.child, right.names.child) ||
      compareCodes(left.relation ?? '', right.relation ?? '') ||
      compareCodes(left.key, right.key),
  )
  return sorted.map((line) => {
    const same = sorted.filter(({ familyCode }) => familyCode === line.familyCode)
    return same.length === 1 ? line : { ...line, label: `${line.label} ${letterOf(same, line)}` }
  })
}

function letterOf(same: readonly MeasuredLine[], line: MeasuredLine): string {
  return String.fromCharCode('a'.charCodeAt(0) + same.indexOf(line))
}

function compareCodes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Drafts and sheets set aside do not count; the line says which of them it is. */
function measureAt(
  { sheets }: GroupRecords,
  instrument: Known<Instrument>,
  scale: Subscale,
  place: Place,
  waveId: string,
): Measurement {
  const own = sheets.filter(
    (sheet) =>
      sheet.waveId === waveId && isSamePlace({ instrumentId: instrument.id, ...place }, sheet),
  )
  const counted = own.filter(({ state }) => state === 'submitted')
  const sheet =
    counted.find(({ respondentId }) => respondentId === place.respondentId) ?? counted[0]
  if (sheet === undefined) return explainMissing(own)
  if (refuseWrongAnswers(instrument, sheet.answers) !== null)
    return { ok: false, why: 'wrongAnswers', sheetId: sheet.id }
  const score = scorePart(instrument, scale, sheet.answers)
  if (score.value === null) return { ok: false, why: 'tooFewAnswers', sheetId: sheet.id }
  const { respondentId, mode } = sheet
  const answeredOn = sheet.answeredOn ?? sheet.submittedOn
  return {
    ok: true,
    at: { value: score.value, sheetId: sheet.id, waveId, respondentId, mode, answeredOn, score },
  }
}

function explainMissing(own: readonly Known<AnswerSheet>[]): Measurement {
  const draft = own.find(({ state }) => state === 'draft')
  if (draft !== undefined) return { ok: false, why: 'notSubmitted', sheetId: draft.id }
  const declined = own.find(({ state }) => state === 'declined')
  if (declined !== undefined) return { ok: false, why: 'declined', sheetId: declined.id }
  const aside = own[0]
  return aside === undefined
    ? { ok: false, why: 'noSheet', sheetId: null }
    : { ok: false, why: 'setAside', sheetId: aside.id }
}

export function scoreAt(measurement: Measurement | null): number | null {
  return measurement?.ok === true ? measurement.at.value : null
}
