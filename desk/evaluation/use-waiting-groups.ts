import { useMemo } from 'react'
import { chooseWaitingWaves } from '../../core/evaluation/choose-waves.ts'
import { evaluateChange } from '../../core/evaluation/evaluate-change.ts'
import { pickGroup, type EvaluationRecords } from '../../core/evaluation/pick-group.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { useRecords } from '../sync/index.ts'
import { type MeasuredGroup, newestFirst } from './use-measured-groups.ts'

/** Groups that were measured twice before they began: families on the waiting list. */
export function useWaitingGroups(all: EvaluationRecords): readonly MeasuredGroup[] {
  const groups = useRecords(supportGroup)
  return useMemo(
    () =>
      newestFirst(groups).flatMap((group) => {
        const waves = chooseWaitingWaves(all.waves.filter(({ groupId }) => groupId === group.id))
        if (waves === null) return []
        const records = pickGroup(all, group.id, waves)
        return [{ group, records, change: evaluateChange(records) }]
      }),
    [all, groups],
  )
}
