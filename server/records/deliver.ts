// What a device has sent, with what of it cannot be read put aside.
import type { Pool } from 'pg'
import type { BatchAnswer, Change } from '../../core/sync/change.ts'
import { partSpoilt, type SpoiltChange } from '../../core/sync/spoilt.ts'
import { transact } from '../database/transact.ts'
import { countArrived } from './heartbeat.ts'
import type { PushQueue } from './push.ts'

const nothing: BatchAnswer = { answers: [], entries: [], missing: [] }

export async function deliver(
  deps: { readonly pool: Pool; readonly push: PushQueue },
  agencyId: string,
  changes: readonly Change[],
  spoilt: readonly SpoiltChange[],
): Promise<BatchAnswer> {
  if (spoilt.length === 0) return deps.push.push(agencyId, changes)
  const { whole, refused, numbers } = partSpoilt(changes, spoilt)
  const answer = whole.length === 0 ? nothing : await deps.push.push(agencyId, whole)
  const deviceId = changes[0]?.deviceId ?? spoilt.find((one) => one.deviceId !== null)?.deviceId
  const missing =
    typeof deviceId === 'string' && numbers.length > 0
      ? await transact(deps.pool, agencyId, (transaction) =>
          countArrived(transaction, deviceId, numbers),
        )
      : answer.missing
  return { answers: [...answer.answers, ...refused], entries: answer.entries, missing }
}
