import { useEffect, useState } from 'react'
import { type KeptOutTries, keptOutTriesShape } from '../../../core/access/kept-out-tries.ts'
import { actionPolicy } from '../../../core/access/policy.ts'
import { mayEver } from '../../../core/access/standing.ts'
import { callServer, ServerTrouble } from '../../sync/server.ts'
import { useActor } from '../../sync/use-act.ts'
import { useOnline } from '../../sync/use-state-of-desk.ts'

const none: KeptOutTries['tries'] = []

/** Only the server sees who is stopped there: without a network there is nothing here. */
export function useKeptOutTries(): KeptOutTries['tries'] {
  const may = mayEver(useActor().roles, actionPolicy.watchKeptOut)
  const online = useOnline()
  const [tries, setTries] = useState(none)
  useEffect(() => {
    if (!may || !online) return
    let current = true
    callServer('/api/reading-watch/kept-out', {}, keptOutTriesShape)
      .then((found) => {
        if (current) setTries(found.ok ? found.value.tries : none)
      })
      .catch((trouble: unknown) => {
        if (!(trouble instanceof ServerTrouble)) reportError(trouble)
      })
    return () => {
      current = false
    }
  }, [may, online])
  return online ? tries : none
}
