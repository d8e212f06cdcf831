import { useEffect, useState } from 'react'
import { z } from 'zod'
import { askServer, callServer, ServerTrouble } from '../../sync/index.ts'
import { statusShape } from '../../sync/server-shapes.ts'

const linksShape = z.object({
  links: z.array(
    z.object({
      id: z.uuid(),
      personId: z.uuid(),
      childId: z.uuid(),
      purpose: z.string(),
      madeAt: z.string(),
      endsAt: z.string(),
      openedAt: z.string().nullable(),
      answeredAt: z.string().nullable(),
      revokedAt: z.string().nullable(),
    }),
  ),
})
export type SentLink = z.infer<typeof linksShape>['links'][number]

/** Links need the server, and an address that a phone elsewhere can reach. */
export function useLinkServer(familyId: string) {
  const [standing, setStanding] = useState<'asking' | 'offline' | 'noOrigin' | 'ready'>('asking')
  const [links, setLinks] = useState<readonly SentLink[]>([])
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    let current = true
    const look = async () => {
      try {
        const status = await askServer('/api/status', statusShape)
        const listed = await callServer('/api/family-links/list', { familyId }, linksShape)
        if (!current) return
        setStanding(status.ok && status.value.publicOrigin !== null ? 'ready' : 'noOrigin')
        setLinks(listed.ok ? listed.value.links : [])
      } catch (trouble) {
        if (!(trouble instanceof ServerTrouble)) throw trouble
        if (current) setStanding('offline')
      }
    }
    look().catch(reportError)
    return () => {
      current = false
    }
  }, [familyId, round])
  return { standing, links, reload: () => setRound((before) => before + 1) }
}
