import { useMemo } from 'react'
import type { GroupRecords, WavesOfChange } from '../../core/evaluation/evaluation-records.ts'
import { pickGroup } from '../../core/evaluation/pick-group.ts'
import { useEvaluationRecords } from './use-evaluation-records.ts'

/** What the evaluation of one group reads, all from this device; null until two waves are chosen. */
export function useGroupRecords(groupId: string, waves: WavesOfChange | null): GroupRecords | null {
  const all = useEvaluationRecords()
  return useMemo(
    () => (waves === null ? null : pickGroup(all, groupId, waves)),
    [all, groupId, waves],
  )
}
