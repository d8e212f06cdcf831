import { createContext, useContext, useSyncExternalStore } from 'react'
import { assert } from '../../core/kit/outcome.ts'
import type { Desk } from './desk.ts'
import type { OpenDesk, Stage } from './stage.ts'

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  assert(desk !== null, 'a screen outside DeskContext')
  return desk
}

export function useStage(): Stage {
  const desk = useDesk()
  return useSyncExternalStore(desk.subscribe, desk.stage)
}

/** For screens of somebody who is in: rooms and the shell. */
export function useOpenDesk(): OpenDesk {
  const stage = useStage()
  assert(stage.at === 'open', 'a room outside an open desk')
  return stage.open
}
