// The sources that a plan cites: those that came along stand in content, the agency's own in its records.
import { evidenceSource } from '../../core/inquiry/evidence/evidence-source.ts'
import {
  citedSources,
  type ListedSource,
  listSources,
} from '../../core/inquiry/evidence/list-sources.ts'
import { idShape } from '../../core/kit/ids.ts'
import type { Look } from './record-store.ts'
import { shippedSources } from './shipped-sources.ts'

/** In the order of a reference list; a source that is nowhere any more is left out. */
export async function gatherSources(
  look: Look,
  ids: readonly string[],
): Promise<readonly ListedSource[]> {
  const shipped = shippedSources()
  const own = await Promise.all(
    ids
      .filter((id) => idShape.safeParse(id).success && shipped.every((source) => source.id !== id))
      .map((id) => look.one(evidenceSource, id)),
  )
  const known = own.filter((source) => source !== null)
  return citedSources(listSources(shipped, known), ids)
}
