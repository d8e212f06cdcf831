import { useMemo } from 'react'
import type { FamilyRecords } from '../../core/evaluation/findings/family-records.ts'
import type { CaseBoundary } from '../../core/evaluation/findings/single-case.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { useRecords } from '../sync/index.ts'

/** When the family's first group began and ended, or the day that a person names instead. */
export function useFamilyBoundaries(
  records: FamilyRecords,
  day: string | null,
): readonly CaseBoundary[] {
  const groups = useRecords(supportGroup)
  return useMemo(() => {
    if (day !== null && day !== '') return [{ on: day, next: 'afterDay' as const }]
    const own = groups
      .filter(({ id }) => records.seats.some(({ groupId }) => groupId === id))
      .flatMap(({ startedOn, closedOn }) => (startedOn === null ? [] : [{ startedOn, closedOn }]))
      .sort((left, right) => (left.startedOn < right.startedOn ? -1 : 1))
    const [first] = own
    if (first === undefined) return []
    return [
      { on: first.startedOn, next: 'group' as const },
      ...(first.closedOn === null ? [] : [{ on: first.closedOn, next: 'afterGroup' as const }]),
    ]
  }, [groups, records.seats, day])
}
