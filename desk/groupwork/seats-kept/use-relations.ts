import { useMemo } from 'react'
import { pair, type Pair } from '../../../core/families/pair.ts'
import { useRecords } from '../../sync/index.ts'

/** As what the adults of a family come, by pair; empty for whoever sees the group and not the family. */
export function useRelations(familyId: string): ReadonlyMap<string, Pair['relation']> {
  const pairs = useRecords(pair, { familyId })
  return useMemo(() => new Map(pairs.map(({ id, relation }) => [id, relation])), [pairs])
}
