import { meanOf } from '../numeric/moments.ts'
import { conclude, refuse } from '../result.ts'
import type { Column, Result } from '../result.ts'
import { readPhases } from './read-phases.ts'
import type { Direction } from './read-phases.ts'

export type StartPoint = { difference: number; p: number; arrangements: number }

/**
 * Edgington's randomisation test over all start points that leave `least` points in each phase;
 * statistic: difference of phase means, one-sided in the better direction. p means something only
 * if the start was really drawn at random beforehand. Refuses when the actual start was not possible.
 */
export function testStartPoint(
  baseline: Column,
  intervention: Column,
  options: { direction?: Direction; least?: number } = {},
): Result<StartPoint> {
  const { direction = 'increase', least = 3 } = options
  const read = readPhases(baseline, intervention, direction, least)
  if (!read.ok) return read
  if (read.b.length < least) {
    return refuse('TooFewValues', `${read.b.length} later points; at least ${least} needed`)
  }
  const all = [...read.a, ...read.b]
  const differenceAt = (start: number) => meanOf(all.slice(start)) - meanOf(all.slice(0, start))
  const observed = differenceAt(read.a.length)
  const starts = Array.from({ length: all.length - 2 * least + 1 }, (_, i) => i + least)
  const asGood = starts.filter((start) => differenceAt(start) >= observed - 1e-9).length
  return conclude({
    estimate: { name: 'difference of phase means', value: read.sign * observed },
    value: {
      difference: read.sign * observed,
      p: asGood / starts.length,
      arrangements: starts.length,
    },
    n: all.length,
    missing: read.missing,
    method: { id: 'start-point-randomisation', name: 'Start-point randomisation test (Edgington)' },
    warnings: [
      {
        id: 'only-if-randomised',
        detail: 'valid only if the start was drawn at random beforehand',
      },
    ],
  })
}
