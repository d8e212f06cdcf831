import { useOpenDesk } from './desk-context.ts'

/**
 * Before the server carries something out by what it holds: what was saved a moment ago (a person, an agreement) lies on this device
 * only. It is sent first, also what a round under way did not take along; without a network the asking itself says so.
 */
export function useSendFirst(): () => Promise<void> {
  const { courier, replica } = useOpenDesk()
  const waits = () => replica.outbox.list().some(({ status }) => status === 'pending')
  return async () => {
    for (let round = 0; round < 2 && waits(); round += 1) await courier.sendNow()
  }
}
