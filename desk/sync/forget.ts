// What leaves this device by itself: only what the server has acknowledged, and only what is old or out of reach.
import { kindByName } from '../../core/kinds.ts'
import { keyOfItem, unitName } from './changes-by-record.ts'
import { keep } from './keep.ts'
import type { Replica } from './replica.ts'
import type { SentChange } from './stored-parse.ts'
import { splitKey } from './view.ts'

const sentDays = 30
/** A clock that jumps to 2099 must not empty the store that a restored server is healed from. */
const sentKeptAnyway = 5000

export async function forgetOldSent(replica: Replica, now: number): Promise<void> {
  const spare = replica.sent.size() - sentKeptAnyway
  if (spare <= 0) return
  const old = replica.sent
    .list()
    .toSorted((left, right) => left.sentAt - right.sentAt)
    .slice(0, spare)
    .filter(({ sentAt }) => now - sentAt > sentDays * 86_400_000)
  // A bundle leaves as a whole: half of it could never be sent again.
  const leaving = new Set(old.map(({ change }) => change.id))
  const young = new Set(
    replica.sent
      .list()
      .filter(({ change }) => !leaving.has(change.id))
      .map(({ change }) => unitName(change)),
  )
  const dropSent = old
    .filter(({ change }) => !young.has(unitName(change)))
    .map(({ change }) => change.id)
  if (dropSent.length > 0) await keep(replica, { dropSent })
}

/** Surveys are pulled only where a screen asks: that one is not in the base says nothing about the right to it. */
function isPulledWhole({ change }: SentChange): boolean {
  return kindByName(change.kind)?.scope.of !== 'survey'
}

/**
 * Sent changes of records that this person may not read any more (S10): their words would stay on a device that has
 * lost the family. A bundle leaves as a whole.
 */
export function sentOutOfReach(
  acknowledged: readonly SentChange[],
  isHeld: (key: string) => boolean,
  isLost: (key: string) => boolean,
): readonly SentChange[] {
  const units = new Set(
    acknowledged
      .filter((item) => {
        const key = keyOfItem(item)
        return isLost(key) || (isPulledWhole(item) && !isHeld(key))
      })
      .map(({ change }) => unitName(change)),
  )
  return acknowledged.filter(({ change }) => units.has(unitName(change)))
}

/** Half-written texts about records, families and groups that have left: their names carry the id. */
export async function draftsOutOfReach(
  replica: Replica,
  dropped: readonly string[],
  lost: readonly string[],
): Promise<readonly string[]> {
  const ids = new Set([...dropped, ...lost].map((key) => splitKey(key).id))
  if (ids.size === 0) return []
  const names = await replica.connection.use((database) => database.getAllKeys('drafts'))
  return names.filter((name) => name.split(':').some((part) => ids.has(part)))
}
