// Large files come in parts: begun with what they will be, resumed wherever the line broke, compared with their hash at the
// end. Rights, consent and limits are asked at the beginning and at the end (S18). Whoever asks about an upload that is not
// theirs gets the answer of one that never was.
import { z } from 'zod'
import { idShape } from '../../core/kit/ids.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import {
  listMissingParts,
  partBytes,
  sizeOfPart,
  uploadShape,
  uploadStateShape,
  type Upload,
  type UploadState,
} from '../../core/sync/upload.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { receiveUpload } from '../files/store/receive-upload.ts'
import { uploadPurposes } from '../files/store/upload-purposes.ts'
import {
  addPart,
  beginUpload,
  dropUpload,
  findUpload,
  joinParts,
  listParts,
  uploadRules,
  type UploadRules,
} from '../records/uploads.ts'
import { findOwnFile, keepFile, refuseKeeping, ownerOf, type StoredId } from './file-routes.ts'
import { refuseCrossSite } from './guard.ts'
import type { House } from './house.ts'
import { createRateLimit } from './rate.ts'
import {
  addStaffRoute,
  answerRefusal,
  readBytes,
  refuseFor,
  sessionOf,
  type Mount,
} from './route.ts'

const stepsPerMinute = 240
/** Of one family or of the shelf, on their way at one moment. */
const mostOnTheirWay = 8
const mostFilesOfOwner = 500
/** On the shelf: 126 cards and a few questionnaires, in two languages and the dialects of a county. */
const mostSpoken = 5000

/** What stands in the way of any file of this purpose for this owner, first and last. */
async function refuseUpload(
  house: House,
  actor: Actor,
  { purpose, owner }: Pick<Upload, 'purpose' | 'owner'>,
): Promise<Refusal | null> {
  if (!ownerOf[purpose].safeParse(owner).success) return refusal('NotFound')
  return refuseKeeping(house, actor, purpose, owner)
}

/** Begins an upload or goes on with it: answers which parts are here. */
export async function startUpload(
  house: House,
  actor: Actor,
  upload: Upload,
): Promise<Outcome<UploadState>> {
  const { id, owner, name, size, purpose } = upload
  if (name !== name.normalize('NFC') || /\p{Cc}/u.test(name))
    return refuse('FieldNotValid', { field: 'name', problem: 'name' })
  const { maxBytes } = uploadPurposes[purpose]
  if (size > maxBytes)
    return refuse('FileTooLarge', { fileName: name, limitMegabytes: maxBytes / 1024 / 1024 })
  const refused = await refuseUpload(house, actor, upload)
  if (refused !== null) return { ok: false, refusal: refused }
  const kept = await findOwnFile(house, actor, owner, id)
  if (kept !== null) return done({ have: [], keptId: kept.id })
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const full = await refuseMore(transaction, upload)
    if (full !== null) return { ok: false, refusal: full }
    const begun = await beginUpload(transaction, house.keyRing, actor.staffId, upload)
    if (!begun) return refuse('NotFound')
    return done({ have: [...(await listParts(transaction, id))], keptId: null })
  })
}

async function refuseMore(
  { agencyId, rows }: Transaction,
  { id, owner, purpose }: Upload,
): Promise<Refusal | null> {
  const [counted] = await rows<{ coming: number; kept: number }>(
    `select (select count(*)::int from upload where agency_id = $1 and key_owner = $2 and id <> $3) as coming,
       (select count(*)::int from stored_file
        where agency_id = $1 and key_owner = $2 and (purpose = 'spokenWords') = $4) as kept`,
    [agencyId, owner, id, purpose === 'spokenWords'],
  )
  const most = purpose === 'spokenWords' ? mostSpoken : mostFilesOfOwner
  if ((counted?.kept ?? 0) >= most) return refusal('TooManyFiles', { most })
  return (counted?.coming ?? 0) >= mostOnTheirWay
    ? refusal('TooManyUploads', { most: mostOnTheirWay })
    : null
}

/** One part; one that was here before changes nothing. */
export function takePart(
  house: House,
  actor: Actor,
  asked: { readonly id: string; readonly owner: string; readonly number: number },
  bytes: Uint8Array,
  rules: UploadRules = uploadRules,
): Promise<Outcome<UploadState>> {
  const { id, owner, number } = asked
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const upload = await findUpload(transaction, house.keyRing, actor.staffId, id, owner)
    if (upload === null) return refuse('NotFound')
    if (sizeOfPart(upload.size, number) !== bytes.byteLength)
      return refuse('FieldNotValid', { field: 'part', problem: 'size' })
    await addPart(transaction, house.keyRing, upload, { number, bytes }, rules)
    return done({ have: [...(await listParts(transaction, id))], keptId: null })
  })
}

/** All parts are here: they are joined, compared and kept under the upload's own id; asked again it answers the same. */
export async function finishUpload(
  house: House,
  actor: Actor,
  { id, owner }: Pick<Upload, 'id' | 'owner'>,
  rules: UploadRules = uploadRules,
): Promise<Outcome<StoredId>> {
  const kept = await findOwnFile(house, actor, owner, id)
  if (kept !== null) return done(kept)
  const arrived = await transact(house.pool, actor.agencyId, async (transaction) => {
    const upload = await findUpload(transaction, house.keyRing, actor.staffId, id, owner)
    if (upload === null) return null
    const missing = listMissingParts(upload.size, await listParts(transaction, id)).length
    const bytes = missing > 0 ? null : await joinParts(transaction, house.keyRing, upload)
    return { upload, missing, bytes }
  })
  if (arrived === null) return refuse('NotFound')
  const { upload, missing, bytes } = arrived
  if (bytes === null) return refuse('UploadIncomplete', { count: missing })
  const judged = await judgeArrived(house, actor, upload, bytes, rules)
  const outcome = judged.ok
    ? done(await keepFile(house, actor, { owner, ...judged.value }, id))
    : judged
  // Kept, or never to be: what came in parts goes.
  await transact(house.pool, actor.agencyId, (transaction) => dropUpload(transaction, id))
  return outcome
}

async function judgeArrived(
  house: House,
  actor: Actor,
  upload: Upload,
  bytes: Buffer,
  { isWhole }: UploadRules,
): Promise<Outcome<Omit<Parameters<typeof keepFile>[2], 'owner'>>> {
  const { name, purpose } = upload
  if (!isWhole(upload, bytes)) return refuse('UploadDamaged', { fileName: name })
  const received = await receiveUpload(bytes, name, purpose)
  if (!received.ok)
    return { ok: false, refusal: refusal(received.refusal.id, received.refusal.details) }
  const refused = await refuseUpload(house, actor, upload)
  return refused === null
    ? done({ purpose, name, bytes: received.value.bytes, type: received.value.type })
    : { ok: false, refusal: refused }
}

const storedShape = z.object({ id: idShape, size: z.number().int() })
const ownedShape = uploadShape.pick({ id: true, owner: true })
const ofOwner = { action: 'storeFile', scope: ({ owner }: { owner: string }) => owner } as const

function addPartRoute(mount: Mount, rate: ReturnType<typeof createRateLimit>): void {
  const { house } = mount
  const path = '/api/uploads/:owner/:id/:number'
  mount.declared.push({ method: 'post', path, action: 'storeFile' })
  mount.app.post(path, async (context) => {
    const crossed = refuseCrossSite(context, 'application/octet-stream')
    if (crossed !== null) return answerRefusal(context, crossed)
    const session = await sessionOf(house, context)
    if (session === null) return answerRefusal(context, refusal('SignInFirst'))
    const { id, owner, number } = context.req.param()
    const asked = ownedShape.safeParse({ id, owner })
    if (!asked.success || !/^\d{1,4}$/.test(number ?? ''))
      return answerRefusal(context, refusal('NotFound'))
    const { actor } = session
    const denied = await refuseFor(house, actor, 'storeFile', asked.data.owner)
    if (denied !== null) return answerRefusal(context, denied)
    const seconds = rate.take(actor.staffId)
    if (seconds > 0) return answerRefusal(context, refusal('UploadsBusy', { seconds }))
    const bytes = await readBytes(context, partBytes)
    if (bytes === null) return answerRefusal(context, refusal('BodyTooLarge', { limit: partBytes }))
    const taken = await takePart(house, actor, { ...asked.data, number: Number(number) }, bytes)
    return taken.ok ? context.json(taken.value) : answerRefusal(context, taken.refusal)
  })
}

export function addUploadRoutes(mount: Mount): void {
  const rate = createRateLimit(stepsPerMinute, () => Date.parse(mount.house.now()))
  addStaffRoute(mount, {
    path: '/api/uploads',
    summary: 'Begin a file that comes in parts of 1 MiB, or ask which parts are here',
    access: ofOwner,
    body: uploadShape,
    answer: uploadStateShape,
    run: ({ house, actor }, upload) => {
      const seconds = rate.take(actor.staffId)
      return seconds > 0
        ? Promise.resolve(refuse('UploadsBusy', { seconds }))
        : startUpload(house, actor, upload)
    },
  })
  addPartRoute(mount, rate)
  addStaffRoute(mount, {
    path: '/api/uploads/finish',
    summary: 'All parts are sent: compare with the hash and keep the file under the same id',
    access: ofOwner,
    body: ownedShape,
    answer: storedShape,
    run: ({ house, actor }, asked) => finishUpload(house, actor, asked),
  })
  addStaffRoute(mount, {
    path: '/api/uploads/drop',
    summary: 'Let go what has arrived of a file that is not to be sent after all',
    access: ofOwner,
    body: ownedShape,
    answer: z.object({}),
    run: async ({ house, actor }, { id, owner }) => {
      await transact(house.pool, actor.agencyId, async (transaction) => {
        if ((await findUpload(transaction, house.keyRing, actor.staffId, id, owner)) !== null)
          await dropUpload(transaction, id)
      })
      return done({})
    },
  })
}
