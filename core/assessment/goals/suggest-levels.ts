import type { LevelWords } from './check-levels.ts'
import { writeDigits } from './plain-numbers.ts'
import { type LevelRange, readRange } from './read-range.ts'

export interface SuggestedLevels {
  readonly levels: LevelWords
  /** False where no number could be read: then only the two ends that somebody has written are placed. */
  readonly counted: boolean
}

/** The figure of the record from which the beginning was taken; a rate over so many days. */
export interface StartFigure {
  readonly value: number
  readonly days: number | null
}

interface Ends {
  readonly from: number
  readonly to: number | null
}

const qualifier =
  '(?:至少|最少|不少于|不低于|至多|最多|不超过|超过|少于|不到|at least|no fewer than|no less than|at most|no more than|up to|more than|less than|fewer than)? ?'
const numberPhrase = new RegExp(
  `${qualifier}\\d+(?:\\.\\d+)?(?: ?(?:[-–—~到至]|to|or) ?\\d+(?:\\.\\d+)?)?\\+?`,
  'i',
)

/**
 * GOA-3: five levels to begin from, between where somebody stands and what is hoped for: where they stand is −2, what is hoped for
 * 0, what lies between −1, and beyond it +1 and +2. Written in the aim's own words with other numbers, only where both name one
 * number of the same unit and period; a person reads and changes them. Null where nothing is hoped for yet.
 */
export function suggestLevels(
  baseline: string,
  aim: string,
  figure: StartFigure | null = null,
): SuggestedLevels | null {
  if (aim.trim() === '') return null
  const plain = {
    levels: {
      muchLess: baseline.trim(),
      less: '',
      expected: aim.trim(),
      more: '',
      muchMore: '',
    },
    counted: false,
  }
  const goal = readRange(aim)
  const start = goal === null ? null : readStart(baseline, goal, figure)
  if (goal === null || start === null) return plain
  const ranges = spread(start, goal)
  const write = writerLike(aim)
  if (ranges === null || write === null) return plain
  const [muchLess, less, more, muchMore] = ranges.map((range) =>
    range === null ? '' : write(range),
  )
  return {
    levels: {
      muchLess: muchLess ?? '',
      less: less ?? '',
      expected: aim.trim(),
      more: more ?? '',
      muchMore: muchMore ?? '',
    },
    counted: true,
  }
}

/** Where it begins, in the steps of the aim and rounded so that the lowest level holds it; null where the two cannot be compared. */
function readStart(baseline: string, goal: LevelRange, figure: StartFigure | null): number | null {
  const rising = (value: number): boolean => value < goal.from
  const settle = (value: number): number => {
    const steps = value / goal.step
    return (rising(value) ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)) * goal.step
  }
  if (figure !== null)
    return figure.days === null || figure.days === goal.days ? settle(figure.value) : null
  const read = readRange(baseline)
  if (read === null || read.unit !== goal.unit) return null
  if (read.days !== null && goal.days !== null && read.days !== goal.days) return null
  return settle(rising(read.from) ? (read.to ?? read.from) : read.from)
}

/** −2, −1, +1 and +2 around the aim; null in it where no value is left for a level. */
function spread(start: number, goal: LevelRange): readonly (Ends | null)[] | null {
  const { from, step } = goal
  const top = goal.to ?? from
  const between = start < from ? ends(start + step, from - step) : ends(top + step, start - step)
  if (start < from) {
    const low = { from: 0, to: start }
    if (goal.to === null) return [low, between, null, null]
    const wide = Math.max(step, Math.floor((from - start) / 2 / step) * step)
    const last = { from: round(top + wide + step), to: null }
    return [low, between, ends(top + step, top + wide), last]
  }
  if (start <= top) return null
  const best = from - step
  const middle = Math.floor(best / 2 / step) * step
  const low = { from: start, to: null }
  // With one value left below the aim there is a better level and no best one.
  return best < step / 2
    ? [low, between, ends(0, best), null]
    : [low, between, ends(middle + step, best), ends(0, middle)]
}

function ends(from: number, to: number): Ends | null {
  return from > to + 1e-9 ? null : { from: round(from), to: round(to) }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Writes another number into the place of the aim's own; null where the aim has more than one. */
function writerLike(aim: string): ((range: Ends) => string) | null {
  const words = writeDigits(aim)
  const found = numberPhrase.exec(words)
  if (found === null) return null
  const before = words.slice(0, found.index)
  const after = words.slice(found.index + found[0].length)
  if (/\d/.test(before + after)) return null
  const tail = after.replace(/ ?(?:及?以上|及?以下|以内|或更多|or more|or fewer|or less)/i, '')
  const chinese = /\p{Script=Han}/u.test(words)
  return ({ from, to }) => {
    const lead = found[0].startsWith(' ') ? ' ' : ''
    if (to === null) return `${before}${lead}${chinese ? '至少' : 'at least '}${from}${tail}`.trim()
    const number = from === to ? String(from) : `${from}–${to}`
    return `${before}${lead}${number}${tail}`.trim()
  }
}
