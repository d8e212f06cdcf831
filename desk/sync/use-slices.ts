import { useMemo, useSyncExternalStore } from 'react'
import type { JsonObject } from '../../core/kit/json.ts'
import type { Kind, Need } from '../../core/sync/kind.ts'
import { useOpenDesk } from './desk-context.ts'

/** So many records are handed on before the screen may breathe. */
const sliceSize = 2000

export interface Slices {
  readonly count: number
  /**
   * Hands the records' fields on as they lie in memory, a slice at a time, unchecked: for counting, never for showing.
   * Ends early when the signal says so.
   */
  readonly read: (
    signal: AbortSignal,
    take: (fields: readonly JsonObject[], part: number) => void,
  ) => Promise<void>
}

/** A survey as large as a county, without reading each sheet by its kind: that alone would hold the screen for seconds. */
export function useSlices(kind: Pick<Kind, 'name'>, where: Need['where']): Slices {
  const { view } = useOpenDesk().replica
  const version = useSyncExternalStore(view.subscribe, () => view.version(kind.name))
  const wanted = JSON.stringify(where)
  // biome-ignore lint/correctness/useExhaustiveDependencies: version stands for the records, wanted for where
  return useMemo(() => {
    const entries = view.find({ kind: kind.name, where })
    return {
      count: entries.length,
      read: async (signal, take) => {
        for (let from = 0; from < entries.length && !signal.aborted; from += sliceSize) {
          const slice = entries.slice(from, from + sliceSize)
          take(
            slice.map(({ fields }) => fields),
            Math.min(1, (from + slice.length) / entries.length),
          )
          await new Promise((resolve) => setTimeout(resolve))
        }
      },
    }
  }, [kind, view, version, wanted])
}
