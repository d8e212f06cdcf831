import { useCallback, useEffect, useState } from 'react'
import { actionPolicy } from '../../../core/access/policy.ts'
import { callServer, ServerTrouble } from '../../sync/server.ts'
import { useActor } from '../../sync/use-act.ts'
import { useOnline } from '../../sync/use-state-of-desk.ts'
import { type Waiting, waitingShape } from './waiting-link-shapes.ts'

/** A link may lock, or answers arrive, while the page stays open. */
const millisecondsBetween = 180_000

const nothing: Waiting = { kept: [], locked: [] }

export interface WaitingLinks extends Waiting {
  readonly reload: () => void
}

/** Only the server knows them: without a network there is nothing here, and nothing is missing that could be done now. */
export function useWaitingLinks(): WaitingLinks {
  const { roles } = useActor()
  const online = useOnline()
  const [waiting, setWaiting] = useState(nothing)
  const [round, setRound] = useState(0)
  const may = actionPolicy.readWaitingLinks.some((grant) =>
    grant.roles.some((role) => roles.includes(role)),
  )
  const reload = useCallback(() => setRound((before) => before + 1), [])
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') reload()
    }
    const clock = setInterval(again, millisecondsBetween)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(clock)
      document.removeEventListener('visibilitychange', again)
    }
  }, [reload])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    if (!may || !online) return
    let current = true
    const look = async () => {
      const found = await callServer('/api/family-links/waiting', {}, waitingShape)
      if (current) setWaiting(found.ok ? found.value : nothing)
    }
    look().catch((trouble: unknown) => {
      if (!(trouble instanceof ServerTrouble)) reportError(trouble)
    })
    return () => {
      current = false
    }
  }, [may, online, round])
  const shown = online ? waiting : nothing
  return { ...shown, reload }
}
