import {
  assessIndividualChange,
  estimateAlpha,
  type Column,
  type Interval,
} from '../../statistics/index.ts'
import type { Subscale } from '../inquiry/scale.ts'
import type { Direction } from './measure-change.ts'
import type { ScaleScore } from '../inquiry/score-sheet.ts'

/** Where the two numbers behind a reliable change come from; it is printed beside every use. */
export interface ReliabilitySource {
  readonly reliability: number
  readonly kind: 'alpha' | 'retest' | 'icc'
  readonly sd: number | null
  /** `ownSd`: published reliability, spread of this group. `own`: both from this group, asked for by a person. */
  readonly from: 'published' | 'ownSd' | 'own'
  readonly population: string
  readonly source: string
}

export interface PersonJudgement {
  /** Larger than measurement error alone explains in 95 of 100 people, up or down; `within`: not larger. */
  readonly size: 'up' | 'down' | 'within'
  readonly rci: number
  readonly interval: Interval
}

export interface ReliableChange {
  readonly source: ReliabilitySource
  /** Smallest change that counts as reliable. */
  readonly needed: number
  /** One per row; null where a value is missing. */
  readonly people: readonly (PersonJudgement | null)[]
  readonly up: number
  readonly down: number
  readonly within: number
}

/**
 * Published figures that may stand behind a reliable change (EVA-6): those with a spread first; a reliability of 1 or
 * below 0 measures nothing.
 */
export function findPublishedReliability(scale: Subscale): ReliabilitySource | null {
  const usable = scale.reliability.filter(({ value }) => value >= 0 && value < 1)
  const best = usable.find(({ sd }) => sd !== null) ?? usable[0]
  if (best === undefined) return null
  const { value, kind, sd, population, source } = best
  return {
    reliability: value,
    kind,
    sd,
    from: sd === null ? 'ownSd' : 'published',
    population,
    source,
  }
}

/** Cronbach's α of the people measured before: noise in a small group, so only when a person asks for it. */
export function estimateOwnReliability(scores: readonly ScaleScore[]): ReliabilitySource | null {
  const itemCount = scores[0]?.steps.length ?? 0
  const columns = Array.from({ length: itemCount }, (_, item) =>
    scores.map((score) => score.steps[item]?.value ?? null),
  )
  const found = estimateAlpha(columns)
  if (!found.ok || found.value.alpha < 0 || found.value.alpha >= 1) return null
  const base = { kind: 'alpha', sd: null, from: 'own', population: '', source: '' } as const
  return { ...base, reliability: found.value.alpha }
}

/** Reliable change of every person (Jacobson-Truax); null when nothing stands behind it or nobody has both values. */
export function judgePeople(
  before: Column,
  after: Column,
  source: ReliabilitySource | null,
): ReliableChange | null {
  if (source === null) return null
  const found = assessIndividualChange(before, after, {
    reliability: source.reliability,
    sd: source.sd,
  })
  if (!found.ok) return null
  const byRow = new Map(found.value.people.map((person) => [person.row, person]))
  const people = before.map((_, row): PersonJudgement | null => {
    const person = byRow.get(row)
    if (person === undefined) return null
    const { rci, low, high } = person
    const size = low > 0 ? 'up' : high < 0 ? 'down' : 'within'
    return { size, rci, interval: { low, high, level: 0.95, method: 'rci-jacobson-truax' } }
  })
  const count = (size: PersonJudgement['size']): number =>
    people.filter((person) => person?.size === size).length
  return {
    source,
    needed: found.value.reliableChange,
    people,
    up: count('up'),
    down: count('down'),
    within: count('within'),
  }
}

/** Up is better, worse or just up, as the scale says. */
export function readSign(sign: number, direction: Direction): 'better' | 'worse' | 'same' | null {
  if (direction === 'neutral') return null
  if (sign === 0) return 'same'
  return sign > 0 === (direction === 'higherIsBetter') ? 'better' : 'worse'
}
