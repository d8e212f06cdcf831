import { assumptions } from '../assumptions.ts'
import { keepPairs, refuseLevel } from '../columns.ts'
import { at } from '../numeric/at.ts'
import { normalQuantile } from '../numeric/distributions.ts'
import { sdOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result, Warning } from '../result.ts'

export type ChangeClass = 'recovered' | 'improved' | 'unchanged' | 'deteriorated'
export type Crossing = 'into-functional' | 'out-of-functional' | 'none'

export type PersonChange = {
  /** Row in the input, from 0. */
  row: number
  first: number
  second: number
  change: number
  rci: number
  /** Interval of the change from measurement error alone. */
  low: number
  high: number
  class: ChangeClass
  crossing: Crossing
}

export type IndividualChange = {
  sem: number
  standardErrorOfDifference: number
  /** Smallest change that counts as reliable. */
  reliableChange: number
  cutOff: number | null
  people: PersonChange[]
  counts: Record<ChangeClass, number>
}

export type IndividualOptions = {
  reliability: number
  /** SD of the norm study; without it the SD of the first column is used, with a warning. */
  sd?: number | null
  cutOff?: number | null
  direction?: 'increase' | 'decrease'
  level?: number
}

/**
 * Jacobson-Truax reliable change index for every person: SEM = sd sqrt(1 - r),
 * S_diff = SEM sqrt 2, RCI = change / S_diff, reliable when |RCI| exceeds the normal quantile of
 * `level` (1.96). "Recovered" is reliable improvement that also crosses the cut-off. Refuses
 * reliability outside 0 … 1 (1 included) and a SD that is not positive.
 */
export function assessIndividualChange(
  first: Column,
  second: Column,
  options: IndividualOptions,
): Result<IndividualChange> {
  const { reliability, direction = 'increase', level = 0.95, cutOff = null } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (!(reliability >= 0 && reliability < 1)) {
    return refuse('OutOfRange', `reliability ${reliability} is not in 0 … 1 (1 excluded)`)
  }
  const pairs = keepPairs(first, second)
  if (!pairs.ok) return pairs
  const n = pairs.kept.rows.length
  if (n === 0) return refuse('TooFewValues', 'no complete pair')
  const given = options.sd ?? null
  if (given === null && n < 2) return refuse('TooFewValues', 'no norm SD and only one pair')
  const sd = given ?? sdOf(pairs.kept.first)
  if (!(sd > 0)) return refuse('ZeroVariance', 'the standard deviation is not positive')
  const sem = sd * Math.sqrt(1 - reliability)
  const error = sem * Math.SQRT2
  const critical = normalQuantile((1 + level) / 2)
  const rule = { error, critical, cutOff, sign: direction === 'increase' ? 1 : -1 }
  const people = pairs.kept.rows.map((row, i) => ({
    row,
    ...classify(at(pairs.kept.first, i), at(pairs.kept.second, i), rule),
  }))
  return conclude({
    value: {
      sem,
      standardErrorOfDifference: error,
      reliableChange: critical * error,
      cutOff,
      people,
      counts: countClasses(people),
    },
    n,
    missing: { count: pairs.missing, handling: 'complete-cases' },
    method: { id: 'rci-jacobson-truax', name: 'Reliable change index (Jacobson-Truax 1991)' },
    assumptions: [assumptions.knownReliability, assumptions.intervalScale],
    warnings: given === null ? [warnOwnSd(n)] : [],
  })
}

function warnOwnSd(n: number): Warning {
  return { id: 'own-sd', detail: `the SD comes from these ${n} people, not from a norm study` }
}

type Rule = { error: number; critical: number; cutOff: number | null; sign: number }

function classify(first: number, second: number, rule: Rule): Omit<PersonChange, 'row'> {
  const change = second - first
  const rci = change / rule.error
  const half = rule.critical * rule.error
  const crossing = findCrossing(first, second, rule)
  const better = rci * rule.sign
  return {
    first,
    second,
    change,
    rci,
    low: change - half,
    high: change + half,
    class: nameClass(better, rule.critical, crossing),
    crossing,
  }
}

function nameClass(better: number, critical: number, crossing: Crossing): ChangeClass {
  if (better < -critical) return 'deteriorated'
  if (!(better > critical)) return 'unchanged'
  return crossing === 'into-functional' ? 'recovered' : 'improved'
}

function findCrossing(first: number, second: number, rule: Rule): Crossing {
  if (rule.cutOff === null) return 'none'
  const before = (first - rule.cutOff) * rule.sign
  const after = (second - rule.cutOff) * rule.sign
  if (before < 0 && after >= 0) return 'into-functional'
  if (before >= 0 && after < 0) return 'out-of-functional'
  return 'none'
}

function countClasses(people: readonly { class: ChangeClass }[]): Record<ChangeClass, number> {
  const counts = { recovered: 0, improved: 0, unchanged: 0, deteriorated: 0 }
  for (const person of people) counts[person.class] += 1
  return counts
}
