import type { Day } from '../../kit/dates.ts'
import type { CasePoint } from '../findings/single-case.ts'
import type { CasePhases, NamedSeries } from './list-case-series.ts'

/** One goal or measure at the start of the work, at its end and at follow-up; null where it was not taken then. */
export interface OutcomeRow {
  readonly key: string
  readonly of: 'goal' | 'scale'
  readonly title: string
  readonly start: CasePoint | null
  readonly end: CasePoint | null
  readonly later: CasePoint | null
}

/**
 * The goal table and the tools of form-F20, worked out from the records: at the start is the last figure up to the day on which
 * the work began, or else the first of all; at the end the last one until the closing; later whatever came after it. One figure
 * alone is never both start and end.
 */
export function outcomeOfCase(
  series: readonly NamedSeries[],
  { interventionFrom, afterFrom }: CasePhases,
): readonly OutcomeRow[] {
  return series.flatMap(({ id: key, of, title, points }): OutcomeRow[] => {
    if (of !== 'goal' && of !== 'scale') return []
    const start = lastUpTo(points, interventionFrom) ?? points[0] ?? null
    const inside = points.filter(({ on }) => start !== null && on > start.on)
    const end = lastUpTo(inside, afterFrom ?? inside.at(-1)?.on ?? null)
    const later = afterFrom === null ? null : (inside.findLast(({ on }) => on > afterFrom) ?? null)
    return end === null && later === null ? [] : [{ key, of, title, start, end, later }]
  })
}

function lastUpTo(points: readonly CasePoint[], day: Day | null): CasePoint | null {
  return day === null ? null : (points.findLast(({ on }) => on <= day) ?? null)
}
