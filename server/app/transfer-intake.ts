// Taking in what another agency hands over: looked at first, then a family of our own, whose consents are asked anew.
import { z } from 'zod'
import { agency } from '../../core/access/agency.ts'
import { staff } from '../../core/access/staff.ts'
import { refuseAction } from '../../core/access/standing.ts'
import {
  receivedTransfer,
  receivedTransferId,
} from '../../core/casework/transfer/received-transfer.ts'
import {
  type TransferPackage,
  transferPackageShape,
} from '../../core/casework/transfer/transfer-package.ts'
import { consent } from '../../core/families/consent.ts'
import { holdsServiceConsent } from '../../core/families/consent-state.ts'
import { family } from '../../core/families/family.ts'
import {
  childrenOf,
  findDuplicates,
  type RegisteredChild,
} from '../../core/families/find-duplicates.ts'
import { pair, pairId } from '../../core/families/pair.ts'
import { person } from '../../core/families/person.ts'
import { deriveId, sha256Hex } from '../../core/kit/ids.ts'
import { canonicalJson } from '../../core/kit/json.ts'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { done, refusal, refuse, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { standingOf } from '../records/standing-of.ts'
import { openBytes, sealBytes } from '../records/seal.ts'
import type { House } from './house.ts'
import { createRateLimit } from './rate.ts'
import { actFor, lookAt, type ServerDraft } from './record-store.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { mostPackageBytes, openPackageFile } from './transfer-file.ts'
import {
  codeRight,
  findTransferLink,
  openPackage,
  type TransferLink,
  tryCode,
} from './transfer-links.ts'
import { answerTransfer } from './transfer-visit.ts'

const lookInput = z.strictObject({
  by: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('link'),
      address: z.string().max(400),
      code: z.string().max(20),
    }),
    z.strictObject({
      kind: z.literal('file'),
      bytes: z.base64().max(Math.ceil((mostPackageBytes * 4) / 3)),
      passphrase: z.string().max(80),
    }),
  ]),
})
const partsShape = transferPackageShape.pick({
  ...{
    agencyName: true,
    agencyPhone: true,
    worker: true,
    workerPhone: true,
    handedOn: true,
    what: true,
  },
  ...{ reason: true, problem: true, expectation: true, purpose: true, people: true },
})
const lookAnswer = z.object({
  comes: partsShape,
  /** Titles alone: what they say is read once the family has agreed to be served here. */
  titles: z.array(z.string()),
  duplicates: z.array(z.object({ name: z.string(), code: z.string().nullable() })),
  takenAs: z.uuid().nullable(),
})
const takeInput = lookInput.extend({
  code: z.string().trim().min(1).max(40),
  village: z.string().max(80),
  township: z.string().max(80),
})

interface Opened {
  readonly content: TransferPackage
  readonly link: TransferLink | null
}

type By = z.infer<typeof lookInput>['by']

async function openWhatCame(house: House, actor: Actor, by: By): Promise<Outcome<Opened>> {
  const opened = by.kind === 'link' ? await openLink(house, by) : await openFile(by)
  if (!opened.ok) return opened
  return opened.value.content.agencyId === actor.agencyId ? refuse('PackageOwn') : opened
}

/** A wrong code counts here as on the page; a link that never was and a code that is wrong are answered alike. */
async function openLink(
  house: House,
  { address, code }: Extract<By, { kind: 'link' }>,
): Promise<Outcome<Opened>> {
  const token = /\/f\/m\/([\w-]{1,64})/.exec(address)?.[1] ?? ''
  const link = await findTransferLink(house, token)
  if (link === null || (await tryCode(house, link, code)) !== codeRight)
    return refuse('TransferLinkClosed')
  return done({ content: await openPackage(house, link), link })
}

async function openFile({
  bytes,
  passphrase,
}: Extract<By, { kind: 'file' }>): Promise<Outcome<Opened>> {
  const content = await openPackageFile(Buffer.from(bytes, 'base64'), passphrase)
  return content === null ? refuse('PackageNotReadable') : done({ content, link: null })
}

async function lookAtPackage(
  house: House,
  actor: Actor,
  { content }: Opened,
): Promise<z.infer<typeof lookAnswer>> {
  const takenId = receivedTransferId(actor.agencyId, content.transferId)
  const taken = await lookAt(house, actor.agencyId, (look) => look.one(receivedTransfer, takenId))
  return {
    comes: partsShape.strip().parse(content),
    titles: content.parts.map(({ title }) => title),
    duplicates: await listDuplicates(house, actor, content),
    takenAs: taken?.familyId ?? null,
  }
}

/** FAM-30: named with their number only where the actor may open the file. */
async function listDuplicates(house: House, actor: Actor, content: TransferPackage) {
  const standing = await transact(house.pool, actor.agencyId, (transaction) =>
    standingOf(transaction, house.keyRing, actor),
  )
  const coming: RegisteredChild[] = content.people
    .filter(({ role }) => role === 'child')
    .map(({ key, name, bornOn }) => ({ id: key, familyId: '', name, bornOn, notSameAs: [] }))
  return lookAt(house, actor.agencyId, async (look) => {
    const there = childrenOf(await look.many(person, { role: 'child' }))
    const found = findDuplicates([...coming, ...there], []).flatMap(({ left, right }) => {
      const [own, other] = left.familyId === '' ? [left, right] : [right, left]
      return own.familyId === '' && other.familyId !== '' ? [{ own, other }] : []
    })
    return Promise.all(
      found.map(async ({ own, other }) => {
        const near = refuseAction(standing, 'readFile', `family:${other.familyId}`) === null
        const its = near ? await look.one(family, other.familyId) : null
        return { name: own.name, code: its?.code ?? null }
      }),
    )
  })
}

function contextOf(actor: Pick<Actor, 'agencyId'>, id: string): string {
  return `received|${actor.agencyId}|${id}`
}

async function takeIn(
  house: House,
  actor: Actor,
  input: z.infer<typeof takeInput>,
): Promise<Outcome<{ readonly familyId: string }>> {
  const opened = await openWhatCame(house, actor, input.by)
  if (!opened.ok) return opened
  const { content, link } = opened.value
  if (content.people.length === 0) return refuse('PackageWithoutPeople')
  const id = receivedTransferId(actor.agencyId, content.transferId)
  const familyId = deriveId('takenInFamily', id)
  const find = () => lookAt(house, actor.agencyId, (look) => look.one(receivedTransfer, id))
  const before = await find()
  if (before === null) {
    const refused = await makeFamily(house, actor, { content, input, id, familyId })
    // A colleague may have been a moment earlier: what refused is then not this number, nor a right.
    if (refused !== null)
      return (await find()) === null
        ? { ok: false, refusal: refused }
        : refuse('TransferAlreadyTaken')
  } else if (before.digest !== digestPackage(content)) return refuse('TransferAlreadyTaken')
  // Interrupted between the family and what came with it, whoever takes it in again goes on there.
  const parked = await parkPackage(house, actor, { content, id, familyId })
  const takenById = before?.takenById ?? actor.staffId
  const isOwn = takenById === actor.staffId
  if (link !== null) await sayTakenIn(house, { ...actor, staffId: takenById }, link)
  return isOwn && (parked || before === null) ? done({ familyId }) : refuse('TransferAlreadyTaken')
}

async function makeFamily(house: House, actor: Actor, coming: Coming): Promise<Refusal | null> {
  const sameCode = await lookAt(house, actor.agencyId, (look) =>
    look.many(family, { code: coming.input.code }),
  )
  if (sameCode.length > 0) return refusal('FamilyCodeTaken')
  const { agencyId, staffId } = actor
  const answers = await actFor(house, agencyId, staffId, draftFamily(house, actor, coming))
  const refused = answers.find(({ status }) => status !== 'applied')
  if (refused === undefined) return null
  return 'refusal' in refused ? refused.refusal : refusal('NotFound')
}

function digestPackage(content: TransferPackage): string {
  return sha256Hex(canonicalJson(fieldsAsJson(content)))
}

interface Coming {
  readonly content: TransferPackage
  readonly input: z.infer<typeof takeInput>
  readonly id: string
  readonly familyId: string
}

/** TRF-11: contact data and nothing else (FAM-4), codes of our own, and no consent of theirs. */
function draftFamily(house: House, actor: Actor, { content, input, id, familyId }: Coming) {
  const idOf = (key: string) => deriveId('takenInPerson', id, key)
  const known = new Set(content.people.map(({ key }) => key))
  const drafts: ServerDraft[] = [
    {
      ...{ kind: family, recordId: familyId, verb: 'create' },
      fields: {
        ...{ code: input.code, village: input.village, township: input.township },
        ...{ registeredOn: house.today(), staff: [actor.staffId] },
      },
    },
    ...content.people.map(({ key, ...fields }) => ({
      ...{ kind: person, recordId: idOf(key), verb: 'create' },
      fields: { familyId, ...fields, livesHere: null },
    })),
    ...content.pairs
      .filter(({ child, adult }) => known.has(child) && known.has(adult) && child !== adult)
      .map(({ child, adult, relation }) => ({
        ...{ kind: pair, recordId: pairId(idOf(child), idOf(adult)), verb: 'create' },
        fields: { familyId, childId: idOf(child), adultId: idOf(adult), relation },
      })),
    {
      ...{ kind: receivedTransfer, recordId: id, verb: 'create' },
      fields: {
        ...{ familyId, transferId: content.transferId, fromAgency: content.agencyName },
        ...{
          fromWorker: content.worker,
          fromPhone: content.agencyPhone.slice(0, 40) || content.workerPhone,
        },
        ...{ handedOn: content.handedOn, takenOn: house.today(), takenById: actor.staffId },
        ...{ what: content.what, purpose: content.purpose.slice(0, 4000) },
        digest: digestPackage(content),
      },
    },
  ]
  return drafts
}

/** Answers whether it was parked now: what lies there already stays as it came. */
async function parkPackage(
  house: House,
  actor: Actor,
  { content, id, familyId }: Pick<Coming, 'content' | 'id' | 'familyId'>,
): Promise<boolean> {
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const owner = `family:${familyId}`
    const key = (await house.keyRing.keysFor(transaction, [owner])).get(owner)
    if (key === undefined) throw new Error('Bug: a family without a key')
    const [parked] = await transaction.rows(
      'insert into transfer_received (agency_id, id, family_id, package) values ($1, $2, $3, $4) on conflict do nothing returning id',
      [
        ...[actor.agencyId, id, familyId],
        sealBytes(key, Buffer.from(JSON.stringify(content)), contextOf(actor, id)),
      ],
    )
    if (parked === undefined) return false
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope) values ($1, $2, 'transfer.takenIn', $3, $4)",
      [actor.agencyId, actor.staffId, id, owner],
    )
    return true
  })
}

/** The agency that handed it over reads who has it now. */
async function sayTakenIn(house: House, actor: Actor, link: TransferLink): Promise<void> {
  const names = await lookAt(house, actor.agencyId, async (look) => [
    (await look.one(agency, actor.agencyId))?.name ?? '',
    (await look.one(staff, actor.staffId))?.name ?? '',
  ])
  const name = names.filter((part) => part !== '').join(' ')
  await answerTransfer(house, link, { answer: 'accepted', name, words: '', source: 'takenIn' })
}

const receivedAnswer = z.object({
  parts: transferPackageShape.shape.parts,
  told: transferPackageShape.pick({
    ...{ reason: true, problem: true, workDone: true, expectation: true, purpose: true },
  }),
})

/** TRF-11: what came with a family is read once it has agreed to be served here. */
async function readReceived(
  house: House,
  actor: Actor,
  familyId: string,
): Promise<Outcome<z.infer<typeof receivedAnswer>>> {
  const consents = await lookAt(house, actor.agencyId, (look) => look.many(consent, { familyId }))
  if (!holdsServiceConsent(consents, house.today())) return refuse('TransferNotOpen')
  return transact(house.pool, actor.agencyId, async (transaction) => {
    const [row] = await transaction.rows<{ id: string; package: Buffer }>(
      'select id, package from transfer_received where agency_id = $1 and family_id = $2',
      [actor.agencyId, familyId],
    )
    if (row === undefined) return refuse('NotFound')
    const owner = `family:${familyId}`
    const key = (await house.keyRing.keysFor(transaction, [owner])).get(owner)
    if (key === undefined) return refuse('NotFound')
    const plain = openBytes(key, row.package, contextOf(actor, row.id)).toString('utf8')
    const content = transferPackageShape.parse(JSON.parse(plain))
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope) values ($1, $2, 'read.transfer', $3, $4)",
      [actor.agencyId, actor.staffId, row.id, owner],
    )
    return done({ parts: content.parts, told: receivedAnswer.shape.told.strip().parse(content) })
  })
}

const triesPerMinute = 10

export function addTransferIntakeRoutes(mount: Mount): void {
  const tries = createRateLimit(triesPerMinute, () => Date.parse(mount.house.now()))
  const mostBytes = Math.ceil((mostPackageBytes * 4) / 3) + 4096
  addStaffRoute(mount, {
    path: '/api/transfers/look',
    summary: 'What a package of another agency would bring, before anything is kept',
    access: { action: 'takeInTransfer', scope: () => 'agency' },
    mostBytes,
    body: lookInput,
    answer: lookAnswer,
    run: async ({ house, actor }, { by }) => {
      const seconds = tries.take(actor.staffId)
      if (seconds > 0) return refuse('TooManyTries', { seconds })
      const opened = await openWhatCame(house, actor, by)
      return opened.ok ? done(await lookAtPackage(house, actor, opened.value)) : opened
    },
  })
  addStaffRoute(mount, {
    path: '/api/transfers/take-in',
    summary: 'Make a family of our own from a package; its consents are asked anew',
    access: { action: 'takeInTransfer', scope: () => 'agency' },
    mostBytes,
    body: takeInput,
    answer: z.object({ familyId: z.uuid() }),
    run: async ({ house, actor }, body) => {
      const seconds = tries.take(actor.staffId)
      return seconds > 0 ? refuse('TooManyTries', { seconds }) : takeIn(house, actor, body)
    },
  })
  addStaffRoute(mount, {
    path: '/api/transfers/received',
    summary: 'What came with a family from another agency, once the family has agreed to be served',
    access: { action: 'handOverTransfer', scope: ({ familyId }) => `family:${familyId}` },
    body: z.strictObject({ familyId: z.uuid() }),
    answer: receivedAnswer,
    run: ({ house, actor }, { familyId }) => readReceived(house, actor, familyId),
  })
}
