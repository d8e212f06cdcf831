// What a device has sent, with what of it cannot be read put aside.
import type { Pool } from 'pg'
import type { Change } from '../../core/sync/change.ts'
import { partSpoilt, type SpoiltChange } from '../../core/sync/spoilt.ts'
import { transact } from '../database/transact.ts'
import { readEpoch } from './epoch.ts'
import { countArrived } from './heartbeat.ts'
import type { PushAnswer, PushQueue } from './push.ts'

export async function deliver(
  deps: { readonly pool: Pool; readonly push: PushQueue },
  agencyId: string,
  changes: readonly Change[],
  spoilt: readonly SpoiltChange[],
  echo: boolean,
): Promise<PushAnswer> {
  if (spoilt.length === 0) return deps.push.push(agencyId, changes, echo)
  const { whole, refused, numbers } = partSpoilt(changes, spoilt)
  const answer = whole.length === 0 ? null : await deps.push.push(agencyId, whole, echo)
  const deviceId = changes[0]?.deviceId ?? spoilt.find((one) => one.deviceId !== null)?.deviceId
  return transact(deps.pool, agencyId, async (transaction) => ({
    epoch: await readEpoch(transaction),
    answers: [...(answer?.answers ?? []), ...refused],
    entries: answer?.entries ?? [],
    missing:
      typeof deviceId === 'string' && numbers.length > 0
        ? await countArrived(transaction, deviceId, numbers)
        : (answer?.missing ?? []),
  }))
}
