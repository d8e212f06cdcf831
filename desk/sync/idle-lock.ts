import { useEffect } from 'react'
import { lock } from './open-desk.ts'
import { useDesk } from './desk-context.ts'
import { useSettings } from './use-state-of-desk.ts'

const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Locks after a while without a touch, also when the phone slept through it. */
export function useIdleLock(): void {
  const desk = useDesk()
  const [{ lockAfterMinutes }] = useSettings()
  useEffect(() => {
    let last = desk.clock.now()
    const touched = () => {
      last = desk.clock.now()
    }
    const look = () => {
      // A clock that jumped counts as time passed: rather one PIN too many.
      if (Math.abs(desk.clock.now() - last) >= lockAfterMinutes * 60_000) {
        lock(desk, false).catch(reportError)
      }
    }
    const timer = setInterval(look, 5_000)
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true })
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, touched)
      document.removeEventListener('visibilitychange', look)
    }
  }, [desk, lockAfterMinutes])
}
