import type { Outcome } from '../../core/kit/outcome.ts'
import { type MadeLink, madeLinkShape } from './family-link-shapes.ts'
import { callServer } from './server.ts'
import { useSendFirst } from './use-send-first.ts'

/** Asks the server for a link, after the person or wave that it is for has been sent. */
export function useMakeLink(): (body: object) => Promise<Outcome<MadeLink>> {
  const sendFirst = useSendFirst()
  return async (body) => {
    await sendFirst()
    return callServer('/api/family-links', body, madeLinkShape)
  }
}
