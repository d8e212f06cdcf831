// Files in and out: a spreadsheet to read, a photographed consent, a template. Bytes are judged before anything else sees them.
import { z } from 'zod'
import type { Action } from '../../core/access/policy.ts'
import { family } from '../../core/families/family.ts'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { newId } from '../access/accounts.ts'
import { transact } from '../database/transact.ts'
import { contentDisposition } from '../files/store/content-disposition.ts'
import { FileTrouble } from '../files/store/file-trouble.ts'
import { receiveUpload } from '../files/store/receive-upload.ts'
import { mediaTypeOf, uploadPurposes, type UploadPurpose } from '../files/store/upload-purposes.ts'
import { readSpreadsheet } from '../files/spreadsheet/read-spreadsheet.ts'
import {
  KeyChanged,
  keyNumber,
  keyThatSealed,
  keyToSeal,
  openBytes,
  sealBytes,
  type SealKey,
} from '../records/seal.ts'
import type { Context } from 'hono'
import { refuseCrossSite } from './guard.ts'
import type { House } from './house.ts'
import { partOf } from './answer-part.ts'
import { isHeardStill, refuseRecording } from './interview-audio.ts'
import { lookAt } from './record-store.ts'
import { answerRefusal, readBytes, refuseFor, sessionOf, type Mount } from './route.ts'

// In small letters only: another spelling of the same id would make a second key, and outlive the first.
const familyOwner = z.string().regex(/^family:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/**
 * What each purpose's files belong to. A consent paper shows names and signatures: on the agency's shelf everybody could
 * open it; a form of the agency's lies there and nowhere else.
 */
export const ownerOf = {
  consentPaper: familyOwner,
  interviewAudio: familyOwner,
  spokenWords: z.literal('agency'),
  template: z.literal('agency'),
} as const

const keptPurposes = ['consentPaper', 'interviewAudio', 'spokenWords', 'template'] as const

interface Upload {
  readonly actor: Actor
  readonly name: string
  readonly bytes: Buffer
}

/** The steps every raw upload goes through; a Response means it was refused. */
async function takeUpload(
  house: House,
  context: Context,
  action: Action,
  scope: string,
  mostBytes: number,
): Promise<Upload | Response> {
  const crossed = refuseCrossSite(context, 'application/octet-stream')
  if (crossed !== null) return answerRefusal(context, crossed)
  const session = await sessionOf(house, context)
  if (session === null) return answerRefusal(context, refusal('SignInFirst'))
  const denied = await refuseFor(house, session.actor, action, scope)
  if (denied !== null) return answerRefusal(context, denied)
  const name = fileNameOf(context)
  if (name === null)
    return answerRefusal(
      context,
      refusal('FieldNotValid', { field: 'x-file-name', problem: 'name' }),
    )
  const bytes = await readBytes(context, mostBytes)
  return bytes === null
    ? answerRefusal(
        context,
        refusal('FileTooLarge', { fileName: name, limitMegabytes: mostBytes / 1024 / 1024 }),
      )
    : { actor: session.actor, name, bytes }
}

function fileNameOf(context: Context): string | null {
  try {
    const name = decodeURIComponent(context.req.header('x-file-name') ?? '').normalize('NFC')
    return name === '' || name.length > 200 || /\p{Cc}/u.test(name) ? null : name
  } catch {
    return null
  }
}

function addSpreadsheetRoute(mount: Mount): void {
  mount.declared.push({ method: 'post', path: '/api/spreadsheet', action: 'importRegister' })
  mount.app.post('/api/spreadsheet', async (context) => {
    const upload = await takeUpload(
      mount.house,
      context,
      'importRegister',
      'agency',
      uploadPurposes.import.maxBytes,
    )
    if (upload instanceof Response) return upload
    const outcome = await readSpreadsheet(upload.bytes, upload.name)
    return outcome.ok
      ? context.json(outcome.book)
      : answerRefusal(context, refusal(outcome.refusal.id, outcome.refusal.details))
  })
}

/** What a purpose asks besides the right to store: that its owner is there, consent to record, the right to set templates. */
export async function refuseKeeping(
  house: House,
  actor: Actor,
  purpose: (typeof keptPurposes)[number],
  owner: string,
): Promise<Refusal | null> {
  if (!(await ownerExists(house, actor, owner))) return refusal('NotFound')
  if (purpose === 'template') return refuseFor(house, actor, 'manageTemplates', owner)
  return purpose === 'interviewAudio' ? refuseRecording(house, actor.agencyId, owner) : null
}

/** Files are kept for what is there: another agency's family is as little there as one that never was. */
async function ownerExists(house: House, actor: Actor, owner: string): Promise<boolean> {
  const [of, id = ''] = owner.split(':')
  if (of === 'agency') return true
  const entry = await lookAt(house, actor.agencyId, (look) => look.entry(family, id))
  return entry !== null && !entry.removed
}

function addStoreRoute(mount: Mount): void {
  const { house } = mount
  mount.declared.push({ method: 'post', path: '/api/files/:purpose/:owner', action: 'storeFile' })
  mount.app.post('/api/files/:purpose/:owner', async (context) => {
    const asked = context.req.param('purpose')
    const purpose = keptPurposes.find((one) => one === asked) ?? null
    if (purpose === null) return answerRefusal(context, refusal('NotFound'))
    const owner = ownerOf[purpose].safeParse(context.req.param('owner'))
    if (!owner.success) return answerRefusal(context, refusal('NotFound'))
    const upload = await takeUpload(
      house,
      context,
      'storeFile',
      owner.data,
      uploadPurposes[purpose].maxBytes,
    )
    if (upload instanceof Response) return upload
    const unwanted = await refuseKeeping(house, upload.actor, purpose, owner.data)
    if (unwanted !== null) return answerRefusal(context, unwanted)
    const received = await receiveUpload(upload.bytes, upload.name, purpose)
    if (!received.ok)
      return answerRefusal(context, refusal(received.refusal.id, received.refusal.details))
    return context.json(
      await keepFile(house, upload.actor, {
        owner: owner.data,
        purpose,
        name: upload.name,
        bytes: received.value.bytes,
        type: received.value.type,
      }),
    )
  })
}

export interface NewFile {
  readonly owner: string
  readonly purpose: UploadPurpose | 'report' | 'fileBox'
  readonly name: string
  readonly bytes: Uint8Array
  readonly type: Parameters<House['files']['put']>[1]['type']
}

export interface StoredId {
  readonly id: string
  readonly size: number
}

/** Seals a file with its owner's key and notes it; the name a person knows it by is sealed beside it. Under an id it is kept once. */
export async function keepFile(
  house: House,
  actor: Actor,
  file: NewFile,
  id = newId(),
): Promise<StoredId> {
  const key = await transact(house.pool, actor.agencyId, async (transaction) =>
    (await house.keyRing.keysFor(transaction, [file.owner])).get(file.owner),
  )
  if (key === undefined) throw new Error('Bug: no key for a file')
  const about = { name: file.name, type: file.type }
  const stored = await house.files.put(file.bytes, about, keyToSeal(key))
  const sealedName = sealBytes(
    key,
    Buffer.from(JSON.stringify({ name: file.name, storeId: stored.id })),
    `file|${actor.agencyId}|${id}`,
  )
  const noted = await transact(house.pool, actor.agencyId, async (transaction) => {
    const { rows } = transaction
    const inForce = (await house.keyRing.keysFor(transaction, [file.owner])).get(file.owner)
    // The owner's key was changed while the file was on its way to the disk.
    if (inForce === undefined || keyNumber(inForce) !== keyNumber(key)) return 'keyChanged'
    const made = await rows(
      `insert into stored_file (agency_id, id, key_owner, purpose, type, size, sha256, file_name, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning 1`,
      [
        actor.agencyId,
        id,
        file.owner,
        file.purpose,
        file.type,
        stored.size,
        stored.sha256,
        sealedName,
        actor.staffId,
      ],
    )
    if (made.length === 0) return 'there'
    await rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope, detail) values ($1, $2, 'file.stored', $3, $4, jsonb_build_object('purpose', $5::text))",
      [actor.agencyId, actor.staffId, id, file.owner, file.purpose],
    )
    return 'noted'
  })
  if (noted === 'noted') return { id, size: stored.size }
  await house.files.delete(stored.id)
  if (noted === 'keyChanged') return keepFile(house, actor, file, id)
  const there = await findOwnFile(house, actor, file.owner, id)
  if (there === null) throw new Error('Bug: a file under the id of another')
  return there
}

/** A file that this person has kept under this id for this owner before. */
export async function findOwnFile(
  house: House,
  actor: Actor,
  owner: string,
  id: string,
): Promise<StoredId | null> {
  const [row] = await transact(house.pool, actor.agencyId, ({ rows }) =>
    rows<{ size: string }>(
      'select size from stored_file where agency_id = $1 and id = $2 and key_owner = $3 and created_by = $4',
      [actor.agencyId, id, owner, actor.staffId],
    ),
  )
  return row === undefined ? null : { id, size: Number(row.size) }
}

const keptFileShape = z.object({ name: z.string(), storeId: z.string() })

export interface KeptFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

interface KeptRow extends Record<string, unknown> {
  readonly key_owner: string
  readonly purpose: string
  readonly file_name: Buffer
  readonly type: string
}

/** A file box holds consents and everybody's line: it is opened by those who may make one, not by the whole team. */
function readingOf(purpose: string): Action {
  return purpose === 'fileBox' ? 'makeFileBox' : 'readFile'
}

/** A kept file for an actor who may read its owner's files; null hides whether it exists. */
export function readKeptFile(house: House, actor: Actor, id: string): Promise<KeptFile | null> {
  return movedMeanwhile(() => readNow(house, actor, id))
}

/** Once more where it was sealed anew between the look at its row and the look at the disk. */
async function movedMeanwhile<Read>(read: () => Promise<Read>): Promise<Read> {
  try {
    return await read()
  } catch (trouble) {
    const movedAway = trouble instanceof FileTrouble && trouble.id === 'FileMissing'
    if (!movedAway && !(trouble instanceof KeyChanged)) throw trouble
    return read()
  }
}

interface FoundFile {
  readonly row: KeptRow
  readonly key: SealKey
}

async function findKept(house: House, agencyId: string, id: string): Promise<FoundFile | null> {
  return transact(house.pool, agencyId, async (transaction) => {
    const [row] = await transaction.rows<KeptRow>(
      'select key_owner, purpose, file_name, type from stored_file where agency_id = $1 and id = $2',
      [agencyId, id],
    )
    const key =
      row === undefined
        ? undefined
        : (await house.keyRing.keysFor(transaction, [row.key_owner])).get(row.key_owner)
    return row === undefined || key === undefined ? null : { row, key }
  })
}

async function openKept(
  house: House,
  agencyId: string,
  id: string,
  { row, key }: FoundFile,
): Promise<KeptFile> {
  const kept = keptFileShape.parse(
    JSON.parse(openBytes(key, row.file_name, `file|${agencyId}|${id}`).toString('utf8')),
  )
  const opened = await house.files.get(kept.storeId, keyThatSealed(key, row.file_name))
  const type = mediaTypeOf[opened.type] ?? 'application/octet-stream'
  return { name: kept.name, type, bytes: opened.bytes }
}

async function readNow(house: House, actor: Actor, id: string): Promise<KeptFile | null> {
  const { agencyId } = actor
  const found = await findKept(house, agencyId, id)
  if (found === null) return null
  const { key_owner: owner, purpose } = found.row
  if ((await refuseFor(house, actor, readingOf(purpose), owner)) !== null) return null
  const isAudio = purpose === 'interviewAudio'
  if (isAudio && !(await isHeardStill(house, agencyId, owner, id))) return null
  const file = await openKept(house, agencyId, id, found)
  await transact(house.pool, agencyId, ({ rows }) =>
    rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope) values ($1, $2, 'read.file', $3, $4)",
      [agencyId, actor.staffId, id, owner],
    ),
  )
  return file
}

/** A worker's voice for a family's page: of this purpose only, so that no other file goes out by this way. */
export async function readSpokenFile(
  house: House,
  agencyId: string,
  id: string,
): Promise<KeptFile | null> {
  const read = async (): Promise<KeptFile | null> => {
    const found = await findKept(house, agencyId, id)
    return found === null || found.row.purpose !== 'spokenWords'
      ? null
      : openKept(house, agencyId, id, found)
  }
  return movedMeanwhile(read)
}

/** R21: never shown inline: an attachment in a sandbox, whatever it claims to be. */
export function answerFile(context: Context, file: KeptFile): Response {
  context.header('content-type', file.type)
  context.header('content-disposition', contentDisposition(file.name))
  context.header('content-security-policy', "default-src 'none'; sandbox")
  if (!file.type.startsWith('audio/')) return context.body(Uint8Array.from(file.bytes))
  const { status, headers, bytes } = partOf(context.req.header('range'), file.bytes)
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  return context.body(bytes, status)
}

function addReadRoute(mount: Mount): void {
  const { house } = mount
  mount.declared.push({ method: 'get', path: '/api/files/:id', action: 'readFile' })
  mount.app.get('/api/files/:id', async (context) => {
    const session = await sessionOf(house, context)
    if (session === null) return answerRefusal(context, refusal('SignInFirst'))
    const id = z.uuid().safeParse(context.req.param('id'))
    const file = id.success ? await readKeptFile(house, session.actor, id.data) : null
    return file === null ? answerRefusal(context, refusal('NotFound')) : answerFile(context, file)
  })
}

export function addFileRoutes(mount: Mount): void {
  addSpreadsheetRoute(mount)
  addStoreRoute(mount)
  addReadRoute(mount)
}
