import { largestOf } from '../numeric/extent.ts'
import { assumptions } from '../assumptions.ts'
import { refuseLevel } from '../columns.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result, Warning } from '../result.ts'
import { combineContrasts, contrastPhases } from './combine-phases.ts'
import type { CombinedNap, PhaseContrast } from './combine-phases.ts'
import { measureNonOverlap } from './measure-non-overlap.ts'
import type { Direction } from './read-phases.ts'

export type Tier = {
  name: string
  /** Baseline points planned: the tier starts after this many. */
  start: number
  contrast: PhaseContrast
  /** The interval of its NAP lies above .5. */
  changed: boolean
  /** Its baseline before and after the tier above started: null when either part is too short. */
  whileWaiting: { nap: number; changed: boolean } | null
}
export type MultipleBaseline = {
  tiers: Tier[]
  combined: CombinedNap
  /** Tiers that changed after their own start. */
  changed: number
  /** Of those, tiers whose baseline is known to have kept still while an earlier tier had started. */
  changedOnlyAfterOwnStart: number
  /** Tiers that moved before their own start. */
  movedBeforeStart: number
}

export type TierInput = { name: string; values: Column; start: number }

/**
 * Multiple baseline: every tier (person, setting, behaviour) by NAP, the mean weighted by m n, and
 * how many tiers changed only after their own start. A change is an interval of NAP that lies above .5;
 * the baseline of a later tier is split where the nearest earlier tier started. Time points of the
 * tiers are taken to be the same. Refuses fewer than two tiers, a start that leaves fewer than three
 * baseline points or no later one, and equal starts in all tiers.
 */
export function compareTiers(
  tiers: readonly TierInput[],
  options: { direction?: Direction; level?: number } = {},
): Result<MultipleBaseline> {
  const { direction = 'increase', level = 0.95 } = options
  const wrongLevel = refuseLevel(level)
  if (wrongLevel !== null) return wrongLevel
  if (tiers.length < 2) return refuse('TooFewGroups', `${tiers.length} tiers; at least 2 needed`)
  const starts = tiers.map((tier) => tier.start)
  if (starts.some((start) => !Number.isInteger(start) || start < 1)) {
    return refuse('OutOfRange', 'a start is not a whole number from 1')
  }
  if (new Set(starts).size < 2) return refuse('AllTies', 'all tiers start at the same time')
  const ordered = [...tiers].sort((x, y) => x.start - y.start)
  const found: Tier[] = []
  const warnings: Warning[] = []
  let missing = 0
  for (const tier of ordered) {
    const [a, b] = [tier.values.slice(0, tier.start), tier.values.slice(tier.start)]
    const contrast = contrastPhases(a, b, direction, level)
    if (!contrast.ok) return { ...contrast, detail: `tier ${tier.name}: ${contrast.detail}` }
    missing += contrast.missing.count
    warnings.push(...contrast.warnings)
    const before = starts.filter((start) => start < tier.start)
    found.push({
      name: tier.name,
      start: tier.start,
      contrast: contrast.value,
      changed: liesAboveHalf(contrast.value),
      whileWaiting: before.length === 0 ? null : watch(a, largestOf(before), direction, level),
    })
  }
  const combined = combineContrasts(
    found.map((tier) => tier.contrast),
    level,
  )
  const moved = found.filter((tier) => tier.whileWaiting?.changed === true)
  return conclude({
    estimate: { name: 'NAP, weighted', value: combined.nap },
    interval: combined.interval,
    value: {
      tiers: found,
      combined,
      changed: found.filter((tier) => tier.changed).length,
      changedOnlyAfterOwnStart: found.filter(
        (tier, i) => tier.changed && (i === 0 || tier.whileWaiting?.changed === false),
      ).length,
      movedBeforeStart: moved.length,
    },
    n: found.reduce((sum, { contrast }) => sum + contrast.m + contrast.n, 0),
    missing: { count: missing, handling: 'available' },
    method: {
      id: 'multiple-baseline-nap',
      name: 'Multiple baseline: NAP by tier, weighted by m n',
    },
    assumptions: [assumptions.noSerialDependence],
    warnings: [...uniqueWarnings(warnings), ...warnMoved(moved)],
  })
}

function liesAboveHalf({ interval }: PhaseContrast): boolean {
  return interval !== null && interval.low > 0.5
}

/** The baseline before and after an earlier tier started, as if it were two phases. */
function watch(
  baseline: Column,
  earlier: number,
  direction: Direction,
  level: number,
): Tier['whileWaiting'] {
  const parts = measureNonOverlap(baseline.slice(0, earlier), baseline.slice(earlier), {
    direction,
    level,
  })
  if (!parts.ok) return null
  return { nap: parts.value.nap, changed: parts.interval !== null && parts.interval.low > 0.5 }
}

/** The first warning of each kind. */
function uniqueWarnings(warnings: readonly Warning[]): Warning[] {
  return warnings.filter((w, i) => warnings.findIndex((other) => other.id === w.id) === i)
}

function warnMoved(moved: readonly Tier[]): Warning[] {
  if (moved.length === 0) return []
  const names = moved.map((tier) => tier.name).join(', ')
  return [{ id: 'changed-before-start', detail: `moved before their own start: ${names}` }]
}
