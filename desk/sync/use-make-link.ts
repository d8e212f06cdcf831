import type { Outcome } from '../../core/kit/outcome.ts'
import { useOpenDesk } from './desk-context.ts'
import { type MadeLink, madeLinkShape } from './family-link-shapes.ts'
import { callServer } from './server.ts'

/**
 * Asks the server for a link. A person or a wave that was saved a moment ago lies on this device only, and of it no link can be
 * made: what waits is sent first, also what a round under way did not take along.
 */
export function useMakeLink(): (body: object) => Promise<Outcome<MadeLink>> {
  const { courier, replica } = useOpenDesk()
  const waits = () => replica.outbox.list().some(({ status }) => status === 'pending')
  return async (body) => {
    for (let round = 0; round < 2 && waits(); round += 1) await courier.sendNow()
    return callServer('/api/family-links', body, madeLinkShape)
  }
}
