import type { Transaction } from '../database/sql.ts'

/** A device belongs to whoever used it first; answers whether that is this member of staff. */
export async function isOwnDevice(
  transaction: Transaction,
  deviceId: string,
  staffId: string,
): Promise<boolean> {
  const place = [transaction.agencyId, deviceId]
  const owner = 'select staff_id from device_owner where agency_id = $1 and device_id = $2'
  const [known] = await transaction.rows<{ staff_id: string }>(owner, place)
  if (known !== undefined) return known.staff_id === staffId
  await transaction.rows(
    'insert into device_owner (agency_id, device_id, staff_id) values ($1, $2, $3) on conflict do nothing',
    [...place, staffId],
  )
  // Asked again in a statement of its own: only that sees who else was first a moment ago.
  const [settled] = await transaction.rows<{ staff_id: string }>(owner, place)
  return settled?.staff_id === staffId
}
