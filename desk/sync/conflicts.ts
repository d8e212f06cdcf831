import { useMemo, useSyncExternalStore } from 'react'
import { allKinds } from '../../core/kinds.ts'
import type { LocalEntry } from '../../core/sync/device.ts'
import { useOpenDesk } from './desk-context.ts'
import type { View } from './view.ts'

function versionOfAll(view: View): number {
  return allKinds.reduce((sum, kind) => sum + view.version(kind.name), 0)
}

/** Every record here in which two values of a field wait for a person. */
export function useConflicts(): readonly LocalEntry[] {
  const { view } = useOpenDesk().replica
  const version = useSyncExternalStore(view.subscribe, () => versionOfAll(view))
  // biome-ignore lint/correctness/useExhaustiveDependencies: version stands for the records
  return useMemo(
    () =>
      allKinds.flatMap((kind) =>
        [...view.ofKind(kind.name).values()].filter(
          (entry) => !entry.removed && entry.conflicts.length > 0,
        ),
      ),
    [view, version],
  )
}

export interface Holding {
  readonly count: number
  /** Written by a newer version of the program: kept, shown after an update. */
  readonly unreadable: number
}

export function useHolding(): Holding {
  const { base, view } = useOpenDesk().replica
  const version = useSyncExternalStore(view.subscribe, () => versionOfAll(view))
  // biome-ignore lint/correctness/useExhaustiveDependencies: version stands for the records
  return useMemo(() => {
    const known = new Set(allKinds.map((kind) => kind.name))
    const unknown = [...base.values()].filter(({ entry }) => !known.has(entry.kind)).length
    return { count: base.size, unreadable: unknown }
  }, [base, view, version])
}
