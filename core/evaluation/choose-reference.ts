import type { Ancova, Interval } from '../../statistics/index.ts'
import type { GroupComparison, GroupContrast } from './compare-survey-groups.ts'
import type { SurveyScaleChange } from './evaluate-survey-change.ts'

/** The group that the others are compared with stands last. */
export function referenceOf({ groups }: Pick<SurveyScaleChange, 'groups'>): string | null {
  return groups.length < 2 ? null : (groups.at(-1)?.label ?? null)
}

/**
 * EVA-11: the same change with another group to compare with; unknown or the same one changes nothing. Every pair has
 * been compared already, so pairs are turned round and nothing is computed: a large survey answers at once, and what is
 * held back from a reader stays held back.
 */
export function chooseReference(scale: SurveyScaleChange, reference: string): SurveyScaleChange {
  const chosen = scale.groups.find(({ label }) => label === reference)
  if (chosen === undefined || scale.comparison === null || referenceOf(scale) === reference)
    return scale
  return {
    ...scale,
    groups: [...scale.groups.filter((group) => group !== chosen), chosen],
    comparison: turnComparison(scale.comparison, reference),
  }
}

function turnComparison(comparison: GroupComparison, reference: string): GroupComparison {
  const { contrasts, ancova } = comparison
  return {
    ...comparison,
    contrasts: contrasts.map((one) => (one.first === reference ? turnContrast(one) : one)),
    ancova: ancova === null ? null : turnAncova(ancova, reference),
  }
}

function turnContrast(one: GroupContrast): GroupContrast {
  const [nFirst, nSecond] = one.n
  return {
    ...one,
    first: one.second,
    second: one.first,
    n: [nSecond, nFirst],
    difference: -one.difference,
    interval: turnInterval(one.interval),
    t: -one.t,
    g: one.g === null ? null : -one.g,
    gInterval: turnInterval(one.gInterval),
    rankSum: one.rankSum === null ? null : { ...one.rankSum, u: nFirst * nSecond - one.rankSum.u },
    dPpc2: one.dPpc2 === null ? null : -one.dPpc2,
  }
}

/** The library counts second minus first: the reference is the first of its pairs. */
function turnAncova(ancova: Ancova, reference: string): Ancova {
  return {
    ...ancova,
    contrasts: ancova.contrasts.map((one) =>
      one.second === reference
        ? {
            ...one,
            first: one.second,
            second: one.first,
            difference: -one.difference,
            interval: turned(one.interval),
          }
        : one,
    ),
  }
}

function turned(interval: Interval): Interval {
  return { ...interval, low: -interval.high, high: -interval.low }
}

function turnInterval(interval: Interval | null): Interval | null {
  return interval === null ? null : turned(interval)
}
