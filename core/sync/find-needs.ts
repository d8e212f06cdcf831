import type { Entry } from './entry.ts'
import type { Found, Need, Reader } from './kind.ts'
import type { StorePort } from './port.ts'

/** Fetches what a verb or rule asked to see. */
export async function findNeeds(
  engine: { readonly port: Pick<StorePort, 'find'> },
  needs: readonly Need[],
): Promise<Found> {
  const entries: Entry[] = []
  for (const need of needs) entries.push(...(await engine.port.find(need)))
  return foundIn(entries)
}

/** Wraps entries at hand as what a rule may look at; removed records are out of sight. */
export function foundIn(entries: readonly Entry[]): Found {
  return {
    of: <Fields extends object>(kind: Reader<Fields>) =>
      entries
        .filter((entry) => entry.kind === kind.name && !entry.removed)
        .map((entry) => kind.readEntry(entry)),
    trailOf: (id) => entries.find((entry) => entry.id === id)?.trail ?? [],
  }
}
