import { describeValues } from '../describe/describe-values.ts'
import { splitByLabel } from '../independent/read-groups.ts'
import { testEqualSpread } from '../independent/compare-groups.ts'
import { at } from '../numeric/at.ts'
import { conclude } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { testNormality } from './test-normality.ts'

export const observationIds = [
  'too-few-to-judge',
  'shape-fits-normal',
  'shape-not-normal',
  'strongly-skewed',
  'outliers',
  'no-variance',
  'many-ties',
  'spread-similar',
  'spread-differs',
  'spread-not-tested',
] as const

/** `id` is stable, for translation; `text` is plain English. `group` is null when it is about all. */
export type Observation = {
  id: (typeof observationIds)[number]
  group: string | null
  text: string
}
export type GroupShape = {
  label: string
  n: number
  skewness: number | null
  shapiroW: number | null
  shapiroP: number | null
  /** Values more than 1.5 quartile ranges outside the quartiles (Tukey), and more than 3. */
  outliers: number[]
  farOutliers: number[]
  /** Share of values that some other value equals. */
  tiedShare: number
}
export type AssumptionCheck = {
  groups: GroupShape[]
  spread: { f: number; df1: number; df2: number; p: number } | null
  largestSdRatio: number | null
  observations: Observation[]
}

/**
 * What can be seen of the assumptions of a mean comparison, group by group, in plain words: shape
 * (Shapiro-Wilk, skewness), outliers, ties, equal spread (Levene about medians). It describes and
 * never chooses a test. Without labels all values are one group. Refuses groups of fewer than two.
 */
export function checkAssumptions(
  values: Column,
  labels: readonly (string | number | null)[] | null = null,
): Result<AssumptionCheck> {
  const read = splitByLabel(values, labels ?? values.map(() => 'all'), 1)
  if (!read.ok) return read
  const groups = read.groups.map((group, i) => describeShape(group, at(read.labels, i)))
  const sds = read.groups.map((group) => {
    const found = describeValues(group)
    return found.ok ? (found.value.sd ?? 0) : 0
  })
  const smallest = Math.min(...sds)
  const spread = groups.length < 2 ? null : testEqualSpread(values, labels ?? [])
  const test = spread?.ok === true ? spread.value.test : null
  return conclude({
    value: {
      groups,
      spread: test,
      largestSdRatio: smallest > 0 ? Math.max(...sds) / smallest : null,
      observations: [
        ...groups.flatMap(observeGroup),
        ...(groups.length < 2 ? [] : [observeSpread(test)]),
      ],
    },
    n: read.groups.flat().length,
    missing: read.missing,
    method: { id: 'assumption-checks', name: 'Shape, outliers, ties and spread in plain words' },
  })
}

function describeShape(group: readonly number[], label: string): GroupShape {
  const found = describeValues(group)
  const normality = testNormality(group)
  const counts = new Map<number, number>()
  for (const value of group) counts.set(value, (counts.get(value) ?? 0) + 1)
  const tied = group.filter((value) => (counts.get(value) ?? 0) > 1).length
  const beyond = (times: number): number[] => {
    if (!found.ok) return []
    const { lowerQuartile, upperQuartile, quartileRange } = found.value
    const reach = times * quartileRange
    return group.filter((value) => value < lowerQuartile - reach || value > upperQuartile + reach)
  }
  return {
    label,
    n: group.length,
    skewness: found.ok ? found.value.skewness : null,
    shapiroW: normality.ok ? normality.value.w : null,
    shapiroP: normality.ok ? normality.value.p : null,
    outliers: beyond(1.5),
    farOutliers: beyond(3),
    tiedShare: tied / group.length,
  }
}

function observeGroup(shape: GroupShape): Observation[] {
  const seen: Observation[] = []
  const say = (id: Observation['id'], text: string) =>
    seen.push({ id, group: shape.label, text: `${shape.label}: ${text}` })
  if (shape.shapiroP === null) say('no-variance', 'the shape cannot be judged from these values')
  else if (shape.n < 20) say('too-few-to-judge', `${shape.n} values cannot show a wrong shape`)
  else if (shape.shapiroP < 0.05)
    say('shape-not-normal', 'the values are not shaped like a normal curve')
  else say('shape-fits-normal', 'nothing speaks against a roughly normal shape')
  if (shape.skewness !== null && Math.abs(shape.skewness) > 1 && shape.n >= 8) {
    say('strongly-skewed', `the values lean far to the ${shape.skewness > 0 ? 'left' : 'right'}`)
  }
  if (shape.outliers.length > 0) {
    say('outliers', `${shape.outliers.length} values lie far from the others: check them first`)
  }
  if (shape.tiedShare > 0.5) say('many-ties', 'more than half of the values are shared by several')
  return seen
}

function observeSpread(test: AssumptionCheck['spread']): Observation {
  if (test === null) {
    return { id: 'spread-not-tested', group: null, text: 'the spread cannot be compared' }
  }
  return test.p < 0.05
    ? { id: 'spread-differs', group: null, text: 'the groups differ in spread: use Welch' }
    : { id: 'spread-similar', group: null, text: 'the groups have a similar spread' }
}
