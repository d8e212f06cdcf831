import { useMemo } from 'react'
import { type Evidence, gatherEvidence } from '../../../core/evaluation/gather-evidence.ts'
import type { GroupFile } from '../use-group.ts'
import { useStartRecords } from './use-start.ts'

/** What the records on this device already say of the families that are meant. */
export function useEvidence(file: GroupFile): Evidence {
  const records = useStartRecords(file)
  const groupId = file.group.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of the records is listed
  return useMemo(() => gatherEvidence(records, groupId), [groupId, ...Object.values(records)])
}
