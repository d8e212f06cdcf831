import { useCallback, useRef, useState } from 'react'
import type { Refusal } from '../../../core/kit/outcome.ts'
import type { Draft } from '../../../core/sync/device.ts'
import type { Act } from '../../sync/index.ts'

export interface Trouble {
  readonly refusal: Refusal | null
  readonly trouble: unknown
}
const calm: Trouble = { refusal: null, trouble: null }

/** Fast fingers: what was given first is kept first. */
export function useInOrder(act: Act): {
  readonly wrong: Trouble
  readonly run: (makeDrafts: () => readonly Draft[]) => Promise<boolean>
  readonly calmDown: () => void
} {
  const [wrong, show] = useState(calm)
  const before = useRef<Promise<unknown>>(Promise.resolve())
  const run = useCallback(
    (makeDrafts: () => readonly Draft[]): Promise<boolean> => {
      const next = before.current.then(async () => {
        try {
          const outcome = await act(makeDrafts())
          show(outcome.ok ? calm : { refusal: outcome.refusal, trouble: null })
          return outcome.ok
        } catch (trouble) {
          show({ refusal: null, trouble })
          return false
        }
      })
      before.current = next
      return next
    },
    [act],
  )
  return { wrong, run, calmDown: () => show(calm) }
}
