import { useEffect, useState } from 'react'
import { type KnownLink, linkListShape } from './family-link-shapes.ts'
import { askServer, callServer, ServerTrouble } from './server.ts'
import { statusShape } from './server-shapes.ts'

type Standing = 'asking' | 'offline' | 'noOrigin' | 'ready'

/** The links of a family. They need the server, and an address that a phone elsewhere can reach. */
export function useFamilyLinks(familyId: string) {
  const [standing, setStanding] = useState<Standing>('asking')
  const [links, setLinks] = useState<readonly KnownLink[]>([])
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    let current = true
    const look = async () => {
      try {
        const status = await askServer('/api/status', statusShape)
        const listed = await callServer('/api/family-links/list', { familyId }, linkListShape)
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
