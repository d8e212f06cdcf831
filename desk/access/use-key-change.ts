import { useEffect, useState } from 'react'
import { type KeyState, keyStateShape } from '../../core/access/change-keys.ts'
import { actionPolicy } from '../../core/access/policy.ts'
import { mayEver } from '../../core/access/standing.ts'
import { type Doing, useDoing } from '../kit/doing.ts'
import { callServer, ServerTrouble } from '../sync/server.ts'
import { useActor } from '../sync/use-act.ts'
import { useOnline } from '../sync/use-state-of-desk.ts'
import { useSendSoon } from '../sync/use-send-soon.ts'

export interface KeyChange {
  /** Null until the server has said. */
  readonly state: KeyState | null
  /** It was pressed here. */
  readonly isBegun: boolean
  /** It was under way here and has come to its end. */
  readonly isDone: boolean
  readonly doing: Doing
  readonly begin: (approvalId: string) => void
}

const lookMilliseconds = 2_000

/** How a change of keys stands, looked at again while one is under way. */
export function useKeyChange(): KeyChange {
  const { roles } = useActor()
  const online = useOnline()
  const sendSoon = useSendSoon()
  const doing = useDoing()
  const [state, setState] = useState<KeyState | null>(null)
  const [isBegun, setIsBegun] = useState(false)
  const may = mayEver(roles, actionPolicy.readKeys)
  const isChanging = state?.state === 'changing'
  useEffect(() => {
    if (!may || !online) return
    let current = true
    const look = () => {
      callServer('/api/keys', {}, keyStateShape)
        .then((answer) => {
          if (current && answer.ok) setState(answer.value)
        })
        .catch((trouble: unknown) => {
          if (!(trouble instanceof ServerTrouble)) reportError(trouble)
        })
    }
    look()
    const timer = isChanging ? setInterval(look, lookMilliseconds) : undefined
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [may, online, isChanging])
  const begin = async (approvalId: string) => {
    const begun = await doing.run(() =>
      callServer('/api/keys/change', { approvalId }, keyStateShape),
    )
    if (begun === null) return
    setState(begun)
    setIsBegun(true)
    sendSoon()
  }
  return {
    state,
    isBegun,
    isDone: isBegun && !isChanging,
    doing,
    begin: (approvalId) => void begin(approvalId).catch(reportError),
  }
}
