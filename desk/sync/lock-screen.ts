// While a child holds the device there is one screen: no way back, nothing behind it, other windows of the desk locked.
import { useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import { useOpenDesk } from './desk-context.ts'
import { unlockVaults } from './vaults.ts'

/** The place to draw on, outside of everything else; the rest of the page is not shown, not read and not reachable. */
export function useLockedPlace(): HTMLElement | null {
  const { tabs } = useOpenDesk()
  const [place, setPlace] = useState<HTMLElement | null>(null)
  useBlocker(true)
  useEffect(() => {
    const rest = [...document.body.children].filter((child) => child instanceof HTMLElement)
    const shown = rest.map((element) => element.style.display)
    const own = document.createElement('div')
    for (const element of rest) element.style.display = 'none'
    document.body.append(own)
    tabs.tell({ type: 'lock' })
    setPlace(own)
    return () => {
      own.remove()
      rest.forEach((element, index) => {
        element.style.display = shown[index] ?? ''
      })
    }
  }, [tabs])
  return place
}

/** Only the PIN of the person who handed the device over gives it back; wrong ones are counted as at the door. */
export function useOwnPin(): (pin: string) => Promise<Outcome<null>> {
  const { replica, clock } = useOpenDesk()
  return async (pin) => {
    const opened = await unlockVaults(pin, clock.now())
    if (!opened.ok) return opened
    const own = opened.value.some(({ vault }) => vault.staffId === replica.staffId)
    return own ? done(null) : refuse('PinOfSomeoneElse')
  }
}
