import { type LevelName, levelNames } from './level-names.ts'
import { bareWords, type LevelRange, readRange } from './read-range.ts'

export const levelFindingIds = ['empty', 'identical', 'overlap', 'gap', 'unordered'] as const

/** What makes five levels hard to rate. Each has its words and a remedy under `assessment:levels.findings`. */
export type LevelFinding =
  | { readonly id: 'empty'; readonly levels: readonly LevelName[] }
  | { readonly id: 'identical'; readonly levels: readonly [LevelName, LevelName] }
  | {
      readonly id: 'overlap' | 'gap'
      readonly levels: readonly [LevelName, LevelName]
      /** The values in both levels, or in neither; `to` is null where there is no end. */
      readonly from: number
      readonly to: number | null
    }
  | { readonly id: 'unordered'; readonly levels: readonly [LevelName, LevelName] }

export type LevelWords = Readonly<Record<LevelName, string>>

interface ReadLevel {
  readonly name: LevelName
  readonly place: number
  readonly words: string
  readonly range: LevelRange | null
}

/**
 * GOA-1: reads the five levels of a goal and names those that cannot be told apart or that leave something out. Numbers are
 * compared only where both levels name exactly one of the same unit and period; words are compared only for being the same.
 * A goal without any level is a checklist and is left alone.
 */
export function checkLevels(words: LevelWords): readonly LevelFinding[] {
  const levels = levelNames.flatMap((name, place): ReadLevel[] =>
    words[name].trim() === ''
      ? []
      : [{ name, place, words: words[name], range: readRange(words[name]) }],
  )
  if (levels.length === 0) return []
  const empty = levelNames.filter((name) => words[name].trim() === '')
  return [
    ...(empty.length === 0 ? [] : [{ id: 'empty', levels: empty } as const]),
    ...findIdentical(levels),
    ...findOverlaps(levels),
    ...findGaps(levels),
    ...findUnordered(levels),
  ]
}

function everyTwo(levels: readonly ReadLevel[]): readonly (readonly [ReadLevel, ReadLevel])[] {
  return levels.flatMap((one, index) =>
    levels.slice(index + 1).map((other) => [one, other] as const),
  )
}

function neighbours(levels: readonly ReadLevel[]): readonly (readonly [ReadLevel, ReadLevel])[] {
  return everyTwo(levels).filter(([one, other]) => other.place - one.place === 1)
}

function isSame(one: ReadLevel, other: ReadLevel): boolean {
  if (bareWords(one.words) === bareWords(other.words)) return true
  const [left, right] = [one.range, other.range]
  return left !== null && right !== null && isSameRange(left, right) && left.rest === right.rest
}

function isSameRange(left: LevelRange, right: LevelRange): boolean {
  return isComparable(left, right) && left.from === right.from && left.to === right.to
}

function isComparable(left: LevelRange, right: LevelRange): boolean {
  return left.unit === right.unit && left.days === right.days
}

function findIdentical(levels: readonly ReadLevel[]): readonly LevelFinding[] {
  return everyTwo(levels)
    .filter(([one, other]) => isSame(one, other))
    .map(([one, other]) => ({ id: 'identical', levels: [one.name, other.name] }))
}

function findOverlaps(levels: readonly ReadLevel[]): readonly LevelFinding[] {
  return everyTwo(levels).flatMap(([one, other]): LevelFinding[] => {
    const [left, right] = [one.range, other.range]
    if (left === null || right === null || !isComparable(left, right)) return []
    // Levels of one range are told apart by what else they say.
    if (isSameRange(left, right)) return []
    const from = Math.max(left.from, right.from)
    const to = lesser(left.to, right.to)
    return to !== null && from > to
      ? []
      : [{ id: 'overlap', levels: [one.name, other.name], from, to }]
  })
}

function findGaps(levels: readonly ReadLevel[]): readonly LevelFinding[] {
  return neighbours(levels).flatMap(([one, other]): LevelFinding[] => {
    const [left, right] = [one.range, other.range]
    if (left === null || right === null || !isComparable(left, right)) return []
    const [low, high] = left.from <= right.from ? [left, right] : [right, left]
    const step = Math.min(low.step, high.step)
    if (low.to === null || high.from - low.to < 1.5 * step) return []
    const [from, to] = [roundTo(low.to + step, step), roundTo(high.from - step, step)]
    return [{ id: 'gap', levels: [one.name, other.name], from, to }]
  })
}

/** Numbers may rise (calls) or fall (quarrels); what goes against most of the others is named. */
function findUnordered(levels: readonly ReadLevel[]): readonly LevelFinding[] {
  const numbered = levels.filter(({ range }) => range !== null)
  const steps = numbered.slice(1).flatMap((other, index) => {
    const one = numbered[index]
    const sign = one === undefined ? null : directionOf(one.range, other.range)
    return one === undefined || sign === null || sign === 0 ? [] : [{ one, other, sign }]
  })
  const trend = Math.sign(steps.reduce((sum, { sign }) => sum + sign, 0))
  return steps
    .filter(({ sign }) => sign !== trend && (trend !== 0 || steps.length > 1))
    .map(({ one, other }) => ({ id: 'unordered', levels: [one.name, other.name] }))
}

function directionOf(left: LevelRange | null, right: LevelRange | null): number | null {
  if (left === null || right === null || left.unit !== right.unit) return null
  if ((left.days === null) !== (right.days === null)) return null
  const middle = ({ from, to, days }: LevelRange): number => (from + (to ?? from + 1)) / (days ?? 1)
  return Math.sign(middle(right) - middle(left))
}

function lesser(left: number | null, right: number | null): number | null {
  if (left === null) return right
  return right === null ? left : Math.min(left, right)
}

function roundTo(value: number, step: number): number {
  return Math.round(value / step) / Math.round(1 / step)
}
