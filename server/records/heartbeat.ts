// A device says with every pull how far it has counted. What it made and we never got is noticed, also when it never
// speaks of it again (S25).
import type { PullAnswer, PullRequest } from '../../core/sync/pull.ts'
import type { Transaction } from '../database/sql.ts'
import {
  countAnnounced,
  noteArrived,
  readDevices,
  writeDevices,
  type DeviceCount,
} from './device-count.ts'

// A device that claims to have counted further than this past what arrived would only cost memory.
const mostAhead = 10_000

/** Keeps what the device announces: cleared by its browser it would return with less, and nobody would know. */
export async function noteAnnounced(
  transaction: Transaction,
  deviceId: string,
  deviceSeq: number,
): Promise<void> {
  const [before] = await readDevices(transaction, [deviceId])
  if (deviceSeq <= (before?.highest ?? 0)) return
  const count = await lockCount(transaction, deviceId)
  const highest = Math.min(deviceSeq, count.highest + mostAhead)
  if (highest > count.highest) await writeDevices(transaction, [countAnnounced(count, highest)])
}

/** Numbers that arrived in what could not be read: answered for, so not lost. Answers what is missing after them. */
export async function countArrived(
  transaction: Transaction,
  deviceId: string,
  numbers: readonly number[],
): Promise<readonly number[]> {
  const count = noteArrived(await lockCount(transaction, deviceId), numbers)
  await writeDevices(transaction, [count])
  return count.missing
}

/** Under the same lock as a batch of this device takes. */
async function lockCount(transaction: Transaction, deviceId: string): Promise<DeviceCount> {
  await transaction.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${transaction.agencyId}|device:${deviceId}`,
  ])
  const [count] = await readDevices(transaction, [deviceId])
  return count ?? { deviceId, highest: 0, missing: [] }
}

/** What never arrived of all that the device has ever counted, but for what it says it still holds. */
export async function noticeHeartbeat(
  transaction: Transaction,
  { deviceId, deviceSeq, waiting }: PullRequest,
): Promise<Pick<PullAnswer, 'missing' | 'counted'>> {
  const [count] = await readDevices(transaction, [deviceId])
  const highest = count?.highest ?? 0
  const ahead = Math.min(mostAhead, Math.max(0, deviceSeq - highest))
  const absent = [
    ...(count?.missing ?? []),
    ...Array.from({ length: ahead }, (_, index) => highest + index + 1),
  ]
  return {
    missing: absent.filter((number) => !isWaiting(waiting, number)),
    counted: Math.max(highest, deviceSeq),
  }
}

function isWaiting(waiting: PullRequest['waiting'], number: number): boolean {
  return waiting.some(([from, to]) => from <= number && number <= to)
}
