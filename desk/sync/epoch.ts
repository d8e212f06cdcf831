import type { Entry } from '../../core/sync/entry.ts'
import { newItem } from './act.ts'
import { keep } from './keep.ts'
import type { Replica } from './replica.ts'
import { entryKey } from './view.ts'
import { newFeed } from './stored-parse.ts'

/** Is this record from the server newer than the one held? In a new epoch the server's is always the one that counts. */
export function takesOver(replica: Replica, entry: Entry, epoch: string): boolean {
  const held = replica.base.get(entryKey(entry.kind, entry.id))
  return held === undefined || held.epoch !== epoch || entry.version >= held.entry.version
}

/**
 * The server was restored from a backup (S14): positions count anew, and everything this device ever sent goes once
 * more; the server knows what it still has. What is shown stays until the new feed has come to its end.
 */
export async function startEpoch(replica: Replica, epoch: string): Promise<void> {
  const known = new Set(replica.outbox.ids())
  await keep(replica, {
    feed: { ...newFeed, epoch, surveys: replica.values.feed.surveys },
    putItems: replica.sent
      .list()
      .filter(({ change }) => !known.has(change.id))
      .map(({ change }) => newItem(change)),
  })
}
