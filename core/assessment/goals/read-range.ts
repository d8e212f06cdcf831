import { readPlainNumbers } from './plain-numbers.ts'

export type RangeUnit = 'count' | 'minute' | 'hour' | 'day' | 'percent'

/** Whole numbers or numbers of so many decimals; both ends belong to it, and `to` is null where it is open. */
export interface LevelRange {
  readonly from: number
  readonly to: number | null
  /** The distance of two neighbouring values as they were written: 1, or 0.1 and so on. */
  readonly step: number
  readonly unit: RangeUnit
  /** Days of the period that it is counted over; null where none is named. */
  readonly days: number | null
  /** What the level says besides; two levels of one range differ by it. */
  readonly rest: string
}

const number = '(\\d+(?:\\.\\d+)?)'
const counter =
  '(?: ?(?:次|回|遍|通|件|句|顿|封|节|天|个|分钟|小时|%|times?|calls?|minutes?|hours?|days?))?'
const dash = ' ?(?:-|–|—|~|到|至|或者?|to|or|and) ?'

interface Pattern {
  readonly of: RegExp
  readonly ends: (first: number, second: number, step: number) => readonly [number, number | null]
}

/** The first that fits is taken: "not less than" stands before "less than". By Chinese usage 以上 and 以下 include the number. */
const patterns: readonly Pattern[] = [
  {
    of: new RegExp(`(?:between )?${number}${counter}${dash}${number}`),
    ends: (first, second) => [Math.min(first, second), Math.max(first, second)],
  },
  {
    of: new RegExp(
      `(?:至少|最少|不少于|不低于|at least|no fewer than|no less than|not less than|minimum(?: of)?) ?${number}`,
    ),
    ends: (first) => [first, null],
  },
  {
    of: new RegExp(
      `(?:至多|最多|不超过|不多于|没超过|没有超过|at most|no more than|not more than|up to) ?${number}`,
    ),
    ends: (first) => [0, first],
  },
  {
    of: new RegExp(`(?:超过|多于|大于|高于|more than|over|above) ?${number}`),
    ends: (first, _second, step) => [first + step, null],
  },
  {
    of: new RegExp(`(?:少于|不到|不足|低于|小于|fewer than|less than|under|below) ?${number}`),
    ends: (first, _second, step) => [0, Math.max(0, first - step)],
  },
  {
    of: new RegExp(`${number}(?:\\+|${counter} ?(?:及?以上|或更多|or more|and more|or above))`),
    ends: (first) => [first, null],
  },
  {
    of: new RegExp(`${number}${counter} ?(?:及?以下|以内|或更少|or fewer|or less|or below)`),
    ends: (first) => [0, first],
  },
  { of: new RegExp(number), ends: (first) => [first, first] },
]

/** The one number or range that a level's words name; null where there is none, or more than one and it would be a guess. */
export function readRange(written: string): LevelRange | null {
  const { words, days } = readPlainNumbers(written)
  for (const { of, ends } of patterns) {
    const found = of.exec(words)
    if (found === null) continue
    const [whole, first = '', second = first] = found
    const rest = words.replace(whole, ' ')
    if (/\d/.test(rest)) return null
    const step = stepOf(first, second)
    const [from, to] = ends(Number(first), Number(second), step)
    return { from, to, step, days, unit: unitOf(words), rest: bareWords(rest) }
  }
  return null
}

/** Words alone, so that a comma or a blank makes no difference. */
export function bareWords(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()
}

function stepOf(...written: readonly string[]): number {
  const decimals = Math.max(...written.map((one) => (one.split('.')[1] ?? '').length))
  return 1 / 10 ** decimals
}

function unitOf(words: string): RangeUnit {
  if (/\d ?(?:分钟|minutes?|mins?)/.test(words)) return 'minute'
  if (/\d ?(?:小时|hours?)/.test(words)) return 'hour'
  if (/\d ?(?:天|days?)/.test(words)) return 'day'
  return /\d ?(?:%|percent)/.test(words) ? 'percent' : 'count'
}
