import { useMemo } from 'react'
import { chooseWaves } from '../../core/evaluation/choose-waves.ts'
import { evaluateChange, type GroupChange } from '../../core/evaluation/evaluate-change.ts'
import type { GroupRecords, Known } from '../../core/evaluation/evaluation-records.ts'
import { pickGroup, type EvaluationRecords } from '../../core/evaluation/pick-group.ts'
import { supportGroup, type SupportGroup } from '../../core/groupwork/support-group.ts'
import { compareNames } from '../kit/index.ts'
import { useRecords } from '../sync/index.ts'
import { useEvaluationRecords } from './use-evaluation-records.ts'

/** A stable order: ids say nothing to a person. */
export function newestFirst<Group extends SupportGroup>(
  groups: readonly Group[],
): readonly Group[] {
  return [...groups].sort(
    (left, right) =>
      (right.startsOn ?? '').localeCompare(left.startsOn ?? '') ||
      compareNames(left.code, right.code),
  )
}

export interface MeasuredGroup {
  readonly group: Known<SupportGroup>
  readonly records: GroupRecords
  readonly change: GroupChange
}

/** Every group on this device that was measured before and after, newest first. */
export function useMeasuredGroups(): {
  readonly all: EvaluationRecords
  readonly groups: readonly MeasuredGroup[]
} {
  const all = useEvaluationRecords()
  const groups = useRecords(supportGroup)
  return useMemo(
    () => ({
      all,
      groups: newestFirst(groups).flatMap((group) => {
        const waves = chooseWaves(all.waves.filter(({ groupId }) => groupId === group.id))
        if (waves === null) return []
        const records = pickGroup(all, group.id, waves)
        const change = evaluateChange(records)
        const answered = change.scales.some(({ completeness }) => completeness.after > 0)
        return answered ? [{ group, records, change }] : []
      }),
    }),
    [all, groups],
  )
}
