import type { AnswerSheet } from '../inquiry/answer-sheet.ts'
import type { Instrument } from '../inquiry/instrument.ts'
import type { Item } from '../inquiry/scale.ts'
import { limitsOf } from '../inquiry/read-limits.ts'
import type { Words } from '../inquiry/words.ts'
import type { GroupRecords, Known } from './evaluation-records.ts'
import { measureChange, type ChangeNumbers } from './measure-change.ts'
import { noTest } from './test-change.ts'

/** One question as the child answered it and as the adult did, both as they were given. */
export interface MirroredAnswer {
  readonly childItemId: string
  readonly adultItemId: string
  readonly number: number
  readonly text: Words | null
  readonly child: number | null
  readonly adult: number | null
}

export interface MirrorMoment {
  readonly answers: readonly MirroredAnswer[]
  /** Questions that both answered. */
  readonly compared: number
  /** Means of the answers that both gave; the gap is the mean distance, question by question. */
  readonly childMean: number | null
  readonly adultMean: number | null
  readonly gap: number | null
}

export interface MirrorLine {
  readonly pairId: string
  readonly familyCode: string
  readonly label: string
  readonly before: MirrorMoment
  readonly after: MirrorMoment
  /** Below 0 the two came closer. */
  readonly change: number | null
}

export interface MirrorChange {
  readonly childInstrumentId: string
  readonly adultInstrumentId: string
  readonly childTitle: Words
  readonly adultTitle: Words
  /** Questions whose answers can be set side by side: same limits on both sides. */
  readonly questions: number
  readonly leftOut: readonly string[]
  readonly limits: { readonly min: number; readonly max: number }
  readonly lines: readonly MirrorLine[]
  /** Of the gaps; a smaller gap is better. */
  readonly numbers: ChangeNumbers
}

interface Mirror {
  readonly child: Known<Instrument>
  readonly adult: Known<Instrument>
  readonly items: readonly { readonly child: Item; readonly adult: Item }[]
  readonly leftOut: readonly string[]
  readonly limits: { readonly min: number; readonly max: number }
}

/** EVA-8: the misunderstanding between child and adult, question by question, before and after. */
export function compareMirrors(
  records: GroupRecords,
  instruments: readonly Known<Instrument>[],
): readonly MirrorChange[] {
  const children = instruments.filter(({ respondent }) => respondent === 'child')
  return children.flatMap((child) =>
    instruments.flatMap((adult) => {
      const mirror = matchItems(child, adult)
      return mirror === null ? [] : [compareMirror(records, mirror)]
    }),
  )
}

function matchItems(child: Known<Instrument>, adult: Known<Instrument>): Mirror | null {
  const linked = child.mirrorOf === adult.code || adult.mirrorOf === child.code
  if (!linked || adult.respondent === 'child') return null
  const matched = child.items.flatMap((item) => {
    const other = adult.items.find(({ id, mirror }) => mirror === item.id || item.mirror === id)
    return other === undefined ? [] : [{ child: item, adult: other }]
  })
  const [first] = matched
  const limits = first === undefined ? null : limitsOf(child, first.child.id)
  if (limits === null) return null
  const fits = (itsInstrument: Known<Instrument>, itemId: string): boolean => {
    const own = limitsOf(itsInstrument, itemId)
    return own?.min === limits.min && own.max === limits.max
  }
  const items = matched.filter((one) => fits(child, one.child.id) && fits(adult, one.adult.id))
  const leftOut = matched.filter((one) => !items.includes(one)).map((one) => one.child.id)
  return { child, adult, items, leftOut, limits }
}

function compareMirror(records: GroupRecords, mirror: Mirror): MirrorChange {
  const lines = records.pairs
    .flatMap((pair): MirrorLine[] => {
      const before = compareAt(records, mirror, pair.id, records.waves.before.id)
      const after = compareAt(records, mirror, pair.id, records.waves.after.id)
      if (before.gap === null && after.gap === null) return []
      const familyCode = records.families.find(({ id }) => id === pair.familyId)?.code ?? ''
      const change = before.gap === null || after.gap === null ? null : after.gap - before.gap
      return [{ pairId: pair.id, familyCode, label: familyCode, before, after, change }]
    })
    .sort((left, right) => (left.familyCode < right.familyCode ? -1 : 1))
  return {
    childInstrumentId: mirror.child.id,
    adultInstrumentId: mirror.adult.id,
    childTitle: mirror.child.title,
    adultTitle: mirror.adult.title,
    questions: mirror.items.length,
    leftOut: mirror.leftOut,
    limits: mirror.limits,
    lines: lines.map((line) => labelLine(line, lines)),
    numbers: measureChange(
      lines.map(({ before }) => before.gap),
      lines.map(({ after }) => after.gap),
      { direction: 'lowerIsBetter', test: noTest },
    ),
  }
}

function labelLine(line: MirrorLine, all: readonly MirrorLine[]): MirrorLine {
  const same = all.filter(({ familyCode }) => familyCode === line.familyCode)
  const letter = String.fromCharCode('a'.charCodeAt(0) + same.indexOf(line))
  return same.length === 1 ? line : { ...line, label: `${line.familyCode} ${letter}` }
}

function compareAt(
  { sheets, pairs }: GroupRecords,
  mirror: Mirror,
  pairId: string,
  waveId: string,
): MirrorMoment {
  const pair = pairs.find(({ id }) => id === pairId)
  const answersOf = (instrument: Known<Instrument>, respondentId: string | undefined) =>
    sheets.find(
      (sheet) =>
        sheet.state === 'submitted' &&
        sheet.waveId === waveId &&
        sheet.instrumentId === instrument.id &&
        sheet.respondentId === respondentId &&
        sheet.childId === pair?.childId &&
        (sheet.pairId === pairId || sheet.pairId === null),
    )?.answers ?? {}
  const childAnswers = answersOf(mirror.child, pair?.childId)
  const adultAnswers = answersOf(mirror.adult, pair?.adultId)
  const answers = mirror.items.map(({ child, adult }) => ({
    childItemId: child.id,
    adultItemId: adult.id,
    number: child.number,
    text: child.text,
    child: numberOf(childAnswers, child.id),
    adult: numberOf(adultAnswers, adult.id),
  }))
  return summarise(answers)
}

function numberOf(answers: AnswerSheet['answers'], itemId: string): number | null {
  const answer = answers[itemId] ?? null
  return typeof answer === 'number' ? answer : null
}

function summarise(answers: readonly MirroredAnswer[]): MirrorMoment {
  const both = answers.flatMap(({ child, adult }) =>
    child === null || adult === null ? [] : [{ child, adult }],
  )
  const mean = (values: readonly number[]): number | null =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  return {
    answers,
    compared: both.length,
    childMean: mean(both.map(({ child }) => child)),
    adultMean: mean(both.map(({ adult }) => adult)),
    gap: mean(both.map(({ child, adult }) => Math.abs(child - adult))),
  }
}
