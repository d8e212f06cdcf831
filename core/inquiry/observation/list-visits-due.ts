import { type Day, daysBetween } from '../../kit/dates.ts'
import type { HomeVisitEntry } from './home-visit.ts'

/** So many days ahead a visit or an agreed thing is named. */
export const daysAhead = 7

export interface VisitDue {
  readonly visitId: string
  readonly familyId: string
  /** Null: the next visit itself; otherwise the agreed thing. */
  readonly actionKey: string | null
  readonly what: string
  readonly who: string
  readonly on: Day
  /** Days from today; negative when overdue. */
  readonly inDays: number
}

/**
 * OBS-7: the next visit of each family, as long as nobody has been there since, and what was agreed on any visit and is not done;
 * soonest first. A signpost, never a verdict.
 */
export function listVisitsDue(visits: readonly HomeVisitEntry[], today: Day): readonly VisitDue[] {
  return [...nextVisits(visits, today), ...visits.flatMap((one) => openActions(one, today))]
    .filter(({ inDays }) => inDays <= daysAhead)
    .sort((left, right) => left.on.localeCompare(right.on))
}

function nextVisits(visits: readonly HomeVisitEntry[], today: Day): readonly VisitDue[] {
  const latest = new Map<string, HomeVisitEntry>()
  for (const one of visits) {
    const known = latest.get(one.familyId)
    if (known === undefined || known.onDay < one.onDay) latest.set(one.familyId, one)
  }
  return [...latest.values()].flatMap(({ id, familyId, nextOn }) =>
    nextOn === null
      ? []
      : [
          {
            ...{ visitId: id, familyId, actionKey: null, what: '', who: '' },
            ...{ on: nextOn, inDays: daysBetween(today, nextOn) },
          },
        ],
  )
}

function openActions(visit: HomeVisitEntry, today: Day): readonly VisitDue[] {
  return Object.entries(visit.actions).flatMap(([actionKey, { what, who, byDay, doneOn }]) =>
    doneOn !== null || byDay === null
      ? []
      : [
          {
            ...{ visitId: visit.id, familyId: visit.familyId, actionKey, what, who },
            ...{ on: byDay, inDays: daysBetween(today, byDay) },
          },
        ],
  )
}
