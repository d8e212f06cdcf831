import { useEffect } from 'react'
import { useOpenDesk } from './desk-context.ts'

/** The network came back, or the person did: send at once instead of at the next beat. */
export function useNetworkWake(): void {
  const { courier } = useOpenDesk()
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible') courier.sendSoon()
    }
    window.addEventListener('online', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      window.removeEventListener('online', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [courier])
}
