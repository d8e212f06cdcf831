import { useMemo } from 'react'
import { evidenceSource } from '../../../core/inquiry/evidence/evidence-source.ts'
import { type ListedSource, listSources } from '../../../core/inquiry/evidence/list-sources.ts'
import { useRecords } from '../../sync/records.ts'
import { shippedSources } from './shipped-sources.ts'

/** Everything on the shelf, archived sources too: what a plan cites stays cited. */
export function useSources(): readonly ListedSource[] {
  const own = useRecords(evidenceSource)
  return useMemo(() => listSources(shippedSources(), own), [own])
}
