// Which of a device's sequence numbers have arrived: a hole below the highest is a lost change, and is noticed (S25).
import type { Transaction } from '../database/sql.ts'

export interface DeviceCount {
  readonly deviceId: string
  readonly highest: number
  readonly missing: readonly number[]
}

// A device that claims to have skipped more than this is not counting; listing the holes would only cost memory.
const mostHoles = 10_000

export async function readDevices(
  transaction: Transaction,
  deviceIds: readonly string[],
): Promise<readonly DeviceCount[]> {
  const rows = await transaction.prepared<{
    device_id: string
    highest: string
    missing: string[]
  }>(
    'devices',
    'select device_id, highest, missing from device where agency_id = $1 and device_id = any($2)',
    [transaction.agencyId, deviceIds],
  )
  return rows.map((row) => ({
    deviceId: row.device_id,
    highest: Number(row.highest),
    missing: row.missing.map(Number),
  }))
}

export function noteArrived(count: DeviceCount, sequence: readonly number[]): DeviceCount {
  const highest = sequence.reduce((most, number) => Math.max(most, number), count.highest)
  const arrived = new Set(sequence)
  const missing = count.missing.filter((number) => !arrived.has(number))
  for (let hole = Math.max(count.highest + 1, highest - mostHoles); hole < highest; hole += 1)
    if (!arrived.has(hole)) missing.push(hole)
  return { ...count, highest, missing }
}

/** The device has counted up to this number: whatever of it has not arrived is missing until it does. */
export function countAnnounced(count: DeviceCount, announced: number): DeviceCount {
  if (announced <= count.highest) return count
  const ahead = noteArrived(count, [announced])
  return { ...ahead, missing: [...ahead.missing, announced] }
}

export async function writeDevices(
  transaction: Transaction,
  counts: readonly DeviceCount[],
): Promise<void> {
  if (counts.length === 0) return
  await transaction.prepared(
    'count devices',
    `insert into device (agency_id, device_id, highest, missing)
     select $1, "deviceId", highest, missing from jsonb_to_recordset($2::jsonb) as d ("deviceId" uuid, highest bigint, missing bigint[])
     on conflict (agency_id, device_id) do update set seen_at = now(), highest = excluded.highest, missing = excluded.missing`,
    [transaction.agencyId, JSON.stringify(counts)],
  )
}
