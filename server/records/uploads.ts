// Files on their way to the server: sealed part by part with their owner's key, so that a cut line, a closed lid or a restart
// costs one part at most (S18).
import { createHash } from 'node:crypto'
import { deriveId } from '../../core/kit/ids.ts'
import type { Upload } from '../../core/sync/upload.ts'
import type { Transaction } from '../database/sql.ts'
import type { KeyRing } from './key-ring.ts'
import { openBytes, sealBytes, type SealKey } from './seal.ts'

interface UploadRow extends Record<string, unknown> {
  readonly key_owner: string
  readonly purpose: Upload['purpose']
  readonly size: string
  readonly sha256: string
  readonly file_name: Buffer
}

/** A mutant of one of these is what the tests must notice. */
export interface UploadRules {
  /** Only what its sender meant is kept. */
  readonly isWhole: (declared: Pick<Upload, 'size' | 'sha256'>, bytes: Buffer) => boolean
  /** Where a part lies: the same part in the same place, however often it comes. */
  readonly placeOfPart: (
    uploadId: string,
    number: number,
  ) => { readonly id: string; readonly number: number }
}

export const uploadRules: UploadRules = {
  isWhole: ({ size, sha256 }, bytes) =>
    bytes.byteLength === size && createHash('sha256').update(bytes).digest('hex') === sha256,
  placeOfPart: (uploadId, number) => ({
    id: deriveId('uploadPart', uploadId, String(number)),
    number,
  }),
}

export const uploadPlace = (agencyId: string, id: string): string => `upload|${agencyId}|${id}`
export const partPlace = (agencyId: string, id: string): string => `uploadPart|${agencyId}|${id}`

/** Begins it, or finds it begun; false when there is another of this id. */
export async function beginUpload(
  transaction: Transaction,
  keyRing: KeyRing,
  staffId: string,
  upload: Upload,
): Promise<boolean> {
  const { agencyId, rows } = transaction
  const { id, owner, purpose, size, sha256, name } = upload
  const sealed = sealBytes(
    await keyOf(transaction, keyRing, owner),
    Buffer.from(name),
    uploadPlace(agencyId, id),
  )
  await rows(
    `insert into upload (agency_id, id, key_owner, purpose, size, sha256, file_name, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (agency_id, id) do nothing`,
    [agencyId, id, owner, purpose, size, sha256, sealed, staffId],
  )
  const found = await findUpload(transaction, keyRing, staffId, id, owner)
  return (
    found !== null &&
    found.purpose === purpose &&
    found.size === size &&
    found.sha256 === sha256 &&
    found.name === name
  )
}

async function keyOf(transaction: Transaction, keyRing: KeyRing, owner: string): Promise<SealKey> {
  const key = (await keyRing.keysFor(transaction, [owner])).get(owner)
  if (key === undefined) throw new Error('Bug: no key for an upload')
  return key
}

/** An upload of one's own; anybody else's is as little there as one that never was. */
export async function findUpload(
  transaction: Transaction,
  keyRing: KeyRing,
  staffId: string,
  id: string,
  owner: string,
): Promise<Upload | null> {
  const { agencyId } = transaction
  const [row] = await transaction.rows<UploadRow>(
    `select key_owner, purpose, size, sha256, file_name from upload
     where agency_id = $1 and id = $2 and key_owner = $3 and created_by = $4`,
    [agencyId, id, owner, staffId],
  )
  if (row === undefined) return null
  const key = await keyOf(transaction, keyRing, owner)
  const name = openBytes(key, row.file_name, uploadPlace(agencyId, id)).toString('utf8')
  return { id, owner, purpose: row.purpose, size: Number(row.size), sha256: row.sha256, name }
}

export async function listParts(
  { agencyId, rows }: Transaction,
  id: string,
): Promise<readonly number[]> {
  const found = await rows<{ number: number }>(
    'select number from upload_part where agency_id = $1 and upload_id = $2 order by number',
    [agencyId, id],
  )
  return found.map(({ number }) => number)
}

/** A part that is there already stays as it came first. */
export async function addPart(
  transaction: Transaction,
  keyRing: KeyRing,
  upload: Upload,
  part: { readonly number: number; readonly bytes: Uint8Array },
  { placeOfPart }: UploadRules,
): Promise<void> {
  const { agencyId, rows } = transaction
  const place = placeOfPart(upload.id, part.number)
  const key = await keyOf(transaction, keyRing, upload.owner)
  await rows(
    `insert into upload_part (agency_id, id, upload_id, key_owner, number, bytes)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [
      agencyId,
      place.id,
      upload.id,
      upload.owner,
      place.number,
      sealBytes(key, part.bytes, partPlace(agencyId, place.id)),
    ],
  )
  await rows('update upload set touched_at = now() where agency_id = $1 and id = $2', [
    agencyId,
    upload.id,
  ])
}

/** What has arrived, in the order of the parts' numbers. */
export async function joinParts(
  transaction: Transaction,
  keyRing: KeyRing,
  upload: Upload,
): Promise<Buffer> {
  const { agencyId } = transaction
  const found = await transaction.rows<{ id: string; bytes: Buffer }>(
    'select id, bytes from upload_part where agency_id = $1 and upload_id = $2 order by number',
    [agencyId, upload.id],
  )
  const key = await keyOf(transaction, keyRing, upload.owner)
  return Buffer.concat(found.map(({ id, bytes }) => openBytes(key, bytes, partPlace(agencyId, id))))
}

export async function dropUpload({ agencyId, rows }: Transaction, id: string): Promise<void> {
  await rows('delete from upload where agency_id = $1 and id = $2', [agencyId, id])
}
