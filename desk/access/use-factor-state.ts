import { useCallback, useEffect, useState } from 'react'
import { factorStateShape, type FactorState } from '../../core/access/second-factor.ts'
import { useDoing, type Doing } from '../kit/doing.ts'
import { callServer } from '../sync/server.ts'

/** Only the server knows; without a network the page says so. */
export function useFactorState(): {
  readonly state: FactorState | null
  readonly doing: Doing
  readonly ask: () => void
} {
  const doing = useDoing()
  const { run } = doing
  const [state, setState] = useState<FactorState | null>(null)
  const ask = useCallback(() => {
    run(() => callServer('/api/second-factor', {}, factorStateShape))
      .then((answer) => {
        if (answer !== null) setState(answer)
      })
      .catch(reportError)
  }, [run])
  useEffect(ask, [ask])
  return { state, doing, ask }
}
