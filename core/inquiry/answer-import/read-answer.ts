import type { Answer } from '../check-answers.ts'
import { refuseAnswer } from '../check-answers.ts'
import { joinChosen } from '../chosen.ts'
import type { Item, ResponseSet, Scale } from '../scale.ts'
import { showCell, type PlainCell } from '../../kit/table.ts'
import { isBlank, plainText, readDayText, tightText } from './read-table.ts'

export type AnswerReading =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly reason: string }

export interface AnswerReadingOptions {
  /** `positions`: 1 is the first option, 2 the second; what some tools write instead of the option's value. */
  readonly numbersAre: 'values' | 'positions'
  /** Numbers that stand for "no answer" in this file, chosen by the person. */
  readonly missingNumbers: readonly number[]
}

const blankWords = new Set([
  '-',
  '--',
  '—',
  '——',
  '/',
  'na',
  'n/a',
  'null',
  '空',
  '(空)',
  '跳过',
  '(跳过)',
  '未答',
  '未作答',
  '缺失',
  'missing',
])

/** Makes the reader of one item's cells: numbers, option texts in either language, and nothing else. */
export function makeAnswerReader(
  scale: Pick<Scale, 'items' | 'responseSets'>,
  item: Item,
  options: AnswerReadingOptions,
): (cell: PlainCell) => AnswerReading {
  const { response } = item
  if (response.kind === 'date') return (cell) => readDayAnswer(scale, item, cell)
  const set =
    response.kind === 'choice' || response.kind === 'multi'
      ? scale.responseSets.find((one) => one.id === response.set)
      : undefined
  const labels = set === undefined ? new Map<string, number | null>() : labelsOf(set)
  const missing = new Set(options.missingNumbers)
  const settle = (answer: number | string): AnswerReading => {
    if (typeof answer === 'number' && missing.has(answer)) return { ok: true, answer: null }
    const value =
      typeof answer === 'number' && options.numbersAre === 'positions' && set !== undefined
        ? atPosition(set, answer)
        : answer
    if (value === null) return { ok: false, reason: 'AnswerOutOfRange' }
    const wrong = refuseAnswer(scale, item, value)
    return wrong === null ? { ok: true, answer: value } : { ok: false, reason: wrong.id }
  }
  return (cell) => {
    if (isBlank(cell)) return { ok: true, answer: null }
    if (response.kind === 'multi') return readSeveral(scale, item, cell, labels)
    if (cell.kind === 'error') return { ok: false, reason: 'CellError' }
    if (cell.kind === 'number')
      return response.kind === 'text' ? settle(String(cell.value)) : settle(cell.value)
    if (response.kind === 'text')
      return settle(cell.kind === 'text' ? cell.text.trim() : showCell(cell))
    if (cell.kind !== 'text') return { ok: false, reason: 'AnswerNotNumber' }
    return readChoice(cell.text, labels, settle)
  }
}

/** Tools part several options with a bar of their own, a comma, a semicolon or a space. */
function readSeveral(
  scale: Pick<Scale, 'items' | 'responseSets'>,
  item: Item,
  cell: PlainCell,
  labels: ReadonlyMap<string, number | null>,
): AnswerReading {
  if (cell.kind === 'error') return { ok: false, reason: 'CellError' }
  const words = showCell(cell)
  if (blankWords.has(plainText(words))) return { ok: true, answer: null }
  const isNumbers = /^[\d\s,;，；、┋|-]+$/.test(words)
  const parts = words
    .split(isNumbers ? /[\s,;，；、┋|]+/ : /[,;，；、┋|\n]+/)
    .filter((part) => part !== '')
  const values: number[] = []
  for (const part of parts) {
    const reading = readChoice(part, labels, (answer) =>
      typeof answer === 'number'
        ? { ok: true, answer }
        : { ok: false, reason: 'AnswerNotAnOption' },
    )
    if (!reading.ok) return reading
    if (typeof reading.answer === 'number') values.push(reading.answer)
  }
  const answer = joinChosen(values)
  const wrong = refuseAnswer(scale, item, answer === '' ? null : answer)
  return wrong === null
    ? { ok: true, answer: answer === '' ? null : answer }
    : { ok: false, reason: wrong.id }
}

function readDayAnswer(
  scale: Pick<Scale, 'items' | 'responseSets'>,
  item: Item,
  cell: PlainCell,
): AnswerReading {
  if (isBlank(cell) || blankWords.has(plainText(showCell(cell)))) return { ok: true, answer: null }
  const day = readDayText(cell.kind === 'date' ? cell.date : showCell(cell))
  if (cell.kind === 'number' || day === null) return { ok: false, reason: 'DateNotReadable' }
  const wrong = refuseAnswer(scale, item, day)
  return wrong === null ? { ok: true, answer: day } : { ok: false, reason: wrong.id }
}

function readChoice(
  raw: string,
  labels: ReadonlyMap<string, number | null>,
  settle: (answer: number | string) => AnswerReading,
): AnswerReading {
  const text = plainText(raw)
  const label = labels.get(tightText(raw)) ?? labels.get(tightText(withoutMark(text)))
  if (label === null) return { ok: false, reason: 'OptionAmbiguous' }
  if (label !== undefined) return { ok: true, answer: label }
  if (blankWords.has(text)) return { ok: true, answer: null }
  const number = /^([+-]?\d+(?:\.\d+)?)\s*(?:分|points?)?$/.exec(text)?.[1]
  if (number !== undefined) return settle(Number(number))
  const led = labels.size === 0 ? /^(\d+)\s*[=:、.]\s*\S/.exec(text)?.[1] : undefined
  if (led !== undefined) return settle(Number(led))
  return { ok: false, reason: labels.size === 0 ? 'AnswerNotNumber' : 'AnswerNotAnOption' }
}

/** The option without the letter or number that some tools put in front: "B. 不太像", "(2) 不太像". */
function withoutMark(text: string): string {
  return text.replace(/^[([【]?(?:[a-z]|\d{1,2})[)\]】.、:=-]\s*/, '')
}

/** Option labels in both languages → value; null where two options share a name. */
function labelsOf(set: ResponseSet): Map<string, number | null> {
  const labels = new Map<string, number | null>()
  for (const option of set.options) {
    for (const words of new Set([option.label['zh-CN'], option.label.en].map(tightText))) {
      if (words === '') continue
      labels.set(
        words,
        labels.has(words) && labels.get(words) !== option.value ? null : option.value,
      )
    }
  }
  return labels
}

function atPosition(set: ResponseSet, position: number): number | null {
  if (!Number.isInteger(position) || position < 1) return null
  if (set.options.length > 0) return set.options[position - 1]?.value ?? null
  return set.min + position - 1 <= set.max ? set.min + position - 1 : null
}
