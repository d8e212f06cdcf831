import type { Actor } from '../sync/actor.ts'
import type { Entry } from '../sync/entry.ts'

/**
 * A concern's record tells everybody who works on it who wrote which field, and with it who reported (D11). Whoever is no
 * supervisor is given their own lines of it only.
 */
export function hideAuthors(entry: Entry, actor: Pick<Actor, 'staffId' | 'roles'>): Entry {
  if (!entry.scope.startsWith('concern:') || actor.roles.includes('supervisor')) return entry
  const isOwn = ({ actorId }: { readonly actorId: string }) => actorId === actor.staffId
  return {
    ...entry,
    trail: entry.trail.filter(isOwn),
    conflicts: entry.conflicts.map((conflict) => ({
      ...conflict,
      offers: conflict.offers.map((offer) =>
        isOwn(offer) ? offer : { ...offer, actorId: '', deviceId: '' },
      ),
    })),
  }
}
