import { useCallback, useState } from 'react'
import type { Outcome, Refusal } from '../../core/kit/outcome.ts'

/** One act of a person and what came of it: under way, refused by the rules, or hindered by the world. */
export interface Doing {
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly trouble: unknown
  /** Runs once at a time; answers the value, or null when it came to nothing (the note says why). */
  readonly run: <Value>(act: () => Promise<Outcome<Value>>) => Promise<Value | null>
  readonly reset: () => void
}

interface State {
  readonly busy: boolean
  readonly refusal: Refusal | null
  readonly trouble: unknown
}
const calm: State = { busy: false, refusal: null, trouble: null }

export function useDoing(): Doing {
  const [state, setState] = useState(calm)
  const run = useCallback(
    async <Value>(act: () => Promise<Outcome<Value>>): Promise<Value | null> => {
      setState({ ...calm, busy: true })
      try {
        const outcome = await act()
        setState(outcome.ok ? calm : { ...calm, refusal: outcome.refusal })
        return outcome.ok ? outcome.value : null
      } catch (trouble) {
        setState({ ...calm, trouble })
        return null
      }
    },
    [],
  )
  const reset = useCallback(() => setState(calm), [])
  return { ...state, run, reset }
}
