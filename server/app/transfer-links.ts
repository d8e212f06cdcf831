// Links to a sealed package as they lie in the database: made once, opened by a code, dead with the transfer.
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { consent } from '../../core/families/consent.ts'
import { refuseGround } from '../../core/casework/transfer/refuse-transfer.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { isTransferOpen, type TransferEntry } from '../../core/casework/transfer/transfer-shape.ts'
import {
  hideInPackage,
  type TransferPackage,
  transferPackageShape,
} from '../../core/casework/transfer/transfer-package.ts'
import { newId } from '../access/accounts.ts'
import { hashToken, makeToken } from '../access/tokens.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { openBytes, sealBytes } from '../records/seal.ts'
import type { House } from './house.ts'
import { hiderOfFamily } from './keep-whereabouts.ts'
import { lookAt } from './record-store.ts'
import { mostFailures } from './stored-links.ts'

export interface TransferLink {
  readonly agencyId: string
  readonly id: string
  readonly familyId: string
  readonly transferId: string
  readonly endsAt: string
  readonly triesLeft: number
  readonly codeHash: Buffer
  readonly sealed: Buffer
}

interface LinkRow {
  readonly agency_id: string
  readonly id: string
  readonly family_id: string
  readonly transfer_id: string
  readonly ends_at: Date
  readonly revoked_at: Date | null
  readonly code_hash: Buffer
  readonly code_failures: number
  readonly package: Buffer
}

export interface MadeLink {
  readonly address: string
  readonly code: string
  readonly endsAt: string
}

function contextOf({ agencyId, id }: Pick<TransferLink, 'agencyId' | 'id'>): string {
  return `transfer|${agencyId}|${id}`
}

function hashCode(house: House, linkId: string, code: string): Buffer {
  return createHmac('sha256', house.secret).update(`transferCode|${linkId}|${code}`).digest()
}

async function keyOf({ keyRing }: House, transaction: Transaction, familyId: string) {
  const owner = `family:${familyId}`
  const key = (await keyRing.keysFor(transaction, [owner])).get(owner)
  if (key === undefined) throw new Error('Bug: a family without a key')
  return key
}

interface NewLink {
  readonly agencyId: string
  readonly staffId: string
  readonly its: TransferEntry
  readonly content: TransferPackage
  readonly days: number
}

/** TRF-10: one address lives at a time; the code is told once and kept as a hash. */
export async function storeTransferLink(
  house: House,
  { agencyId, staffId, its, content, days }: NewLink,
): Promise<MadeLink> {
  const [id, token] = [newId(), makeToken()]
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0')
  const endsAt = new Date(Date.parse(house.now()) + days * 86_400_000).toISOString()
  await transact(house.pool, agencyId, async (transaction) => {
    // Two who ask at once each see no older address than their own: one waits for the other.
    await transaction.rows('select 1 from transfer where agency_id = $1 and id = $2 for update', [
      agencyId,
      its.id,
    ])
    await transaction.rows(
      'update transfer_link set revoked_at = coalesce(revoked_at, now()) where agency_id = $1 and transfer_id = $2',
      [agencyId, its.id],
    )
    await insertPackage(house, transaction, {
      ...{ agencyId, staffId, its, content, id, endsAt, revokedAt: null },
      ...{ tokenHash: hashToken(token), codeHash: hashCode(house, id, code) },
    })
    await transaction.rows(
      "insert into audit (agency_id, actor_id, action, record_id, scope) values ($1, $2, 'transfer.linkMade', $3, $4)",
      [agencyId, staffId, its.id, `family:${its.familyId}`],
    )
  })
  return { address: `${house.publicOrigin ?? ''}/f/m/${token}`, code, endsAt }
}

/** TRF-5: what a paper carries out of the house is kept under an address that nobody was ever told, and ended from the first. */
export async function keepPrinted(
  house: House,
  { agencyId, staffId, its, content }: Omit<NewLink, 'days'>,
): Promise<void> {
  const [id, now] = [newId(), house.now()]
  await transact(house.pool, agencyId, (transaction) =>
    insertPackage(house, transaction, {
      ...{ agencyId, staffId, its, content, id, endsAt: now, revokedAt: now },
      ...{ tokenHash: hashToken(makeToken()), codeHash: hashCode(house, id, makeToken()) },
    }),
  )
}

async function insertPackage(
  house: House,
  transaction: Transaction,
  row: Omit<NewLink, 'days'> & {
    readonly id: string
    readonly endsAt: string
    readonly revokedAt: string | null
    readonly tokenHash: Buffer
    readonly codeHash: Buffer
  },
): Promise<void> {
  const { agencyId, staffId, its, content, id } = row
  const key = await keyOf(house, transaction, its.familyId)
  const plain = Buffer.from(JSON.stringify(content))
  await transaction.rows(
    `insert into transfer_link (agency_id, id, token_hash, family_id, transfer_id, made_by, ends_at, revoked_at, code_hash, package, approved_digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[agencyId, id, row.tokenHash, its.familyId, its.id, staffId, row.endsAt, row.revokedAt],
      ...[row.codeHash, sealBytes(key, plain, contextOf({ agencyId, id })), its.approvedDigest],
    ],
  )
}

/** TRF-7, TRF-10: a link that lives: neither past nor replaced, of a transfer that stands open and whose ground still holds. */
export async function findTransferLink(house: House, token: string): Promise<TransferLink | null> {
  if (token.length > 64) return null
  const { rows } = await house.pool.query<LinkRow>('select * from find_transfer_link($1)', [
    hashToken(token),
  ])
  const [row] = rows
  if (row === undefined || row.revoked_at !== null || row.ends_at.toISOString() < house.now())
    return null
  const its = await readTransfer(house, row.agency_id, row.transfer_id)
  if (its === null) return null
  return {
    ...{ agencyId: row.agency_id, id: row.id, familyId: row.family_id },
    ...{ transferId: row.transfer_id, endsAt: row.ends_at.toISOString() },
    triesLeft: Math.max(0, mostFailures - row.code_failures),
    ...{ codeHash: row.code_hash, sealed: row.package },
  }
}

/** Null where it was taken back, refused or ended, or where nobody's consent carries it any more. */
async function readTransfer(
  house: House,
  agencyId: string,
  transferId: string,
): Promise<TransferEntry | null> {
  return lookAt(house, agencyId, async (look) => {
    const its = await look.one(transfer, transferId)
    if (its === null || !isTransferOpen(its)) return null
    const consents = await look.many(consent, { familyId: its.familyId })
    return refuseGround(its, consents, house.today()) === null ? its : null
  })
}

/** Counted in the statement that looks whether there are tries left; answers how many are, none when it is locked. */
export async function tryCode(house: House, link: TransferLink, typed: string): Promise<number> {
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  const passed = timingSafeEqual(hashCode(house, link.id, digits), link.codeHash)
  return transact(house.pool, link.agencyId, async ({ rows }) => {
    const change = passed
      ? 'opened_at = coalesce(opened_at, now())'
      : 'code_failures = code_failures + 1'
    const [counted] = await rows<{ code_failures: number }>(
      `update transfer_link set ${change} where agency_id = $1 and id = $2 and code_failures < $3 and revoked_at is null returning code_failures`,
      [link.agencyId, link.id, mostFailures],
    )
    const opened = passed && counted !== undefined
    await noteTransfer({ rows }, link, opened ? 'transfer.opened' : 'transfer.codeWrong')
    if (counted === undefined) return 0
    return passed ? mostFailures + 1 : mostFailures - counted.code_failures
  })
}

/** What `tryCode` answers to the right code. */
export const codeRight = mostFailures + 1

export async function noteTransfer(
  { rows }: Pick<Transaction, 'rows'>,
  link: Pick<TransferLink, 'agencyId' | 'transferId' | 'familyId'>,
  action: 'transfer.opened' | 'transfer.codeWrong' | 'transfer.downloaded' | 'transfer.answered',
): Promise<void> {
  await rows('insert into audit (agency_id, action, record_id, scope) values ($1, $2, $3, $4)', [
    link.agencyId,
    action,
    link.transferId,
    `family:${link.familyId}`,
  ])
}

/** FAM-54: what was packed before somebody was kept away is read without places and numbers from then on. */
export async function openPackage(house: House, link: TransferLink): Promise<TransferPackage> {
  const hide = await hiderOfFamily(house, link.agencyId, link.familyId)
  return transact(house.pool, link.agencyId, async (transaction) => {
    const key = await keyOf(house, transaction, link.familyId)
    const plain = openBytes(key, link.sealed, contextOf(link))
    return hideInPackage(transferPackageShape.parse(JSON.parse(plain.toString('utf8'))), hide)
  })
}

/** The words that were agreed to, as a link or a print of them went out, whatever was written since; null where none did. */
export async function readHandedPackage(
  house: House,
  agencyId: string,
  { id: transferId, familyId, approvedDigest, handedOn }: TransferEntry,
): Promise<TransferPackage | null> {
  return transact(house.pool, agencyId, async (transaction) => {
    const [row] = await transaction.rows<{ id: string; package: Buffer }>(
      "select id, package from transfer_link where agency_id = $1 and transfer_id = $2 and family_id = $3 and approved_digest in ($4, '') order by made_at desc limit 1",
      [agencyId, transferId, familyId, approvedDigest],
    )
    if (row === undefined) return null
    const key = await keyOf(house, transaction, familyId)
    const plain = openBytes(key, row.package, contextOf({ agencyId, id: row.id }))
    const content = transferPackageShape.parse(JSON.parse(plain.toString('utf8')))
    return { ...content, handedOn: handedOn ?? content.handedOn }
  })
}
