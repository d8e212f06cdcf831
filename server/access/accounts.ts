// Agencies and accounts come into being here, through the same changes as every other record.
import { randomBytes, randomUUID } from 'node:crypto'
import { makeId } from '../../core/kit/ids.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { agency as agencyKind } from '../../core/access/agency.ts'
import { staff as staffKind } from '../../core/access/staff.ts'
import type { Role } from '../../core/access/roles.ts'
import type { Kind } from '../../core/sync/kind.ts'
import { diffFields } from '../../core/sync/merge.ts'
import { scopeOf, type Entry } from '../../core/sync/entry.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { transact } from '../database/transact.ts'
import type { Transaction } from '../database/sql.ts'
import { checkPassword, hashPassword } from './password.ts'
import type { SessionDeps } from './sessions.ts'
import { hashToken, makePaperCode, tidyPaperCode } from './tokens.ts'
import { askConfirmedFactor } from './ask-factor.ts'

const activationDays = 7

export interface NewAgency {
  readonly name: string
  readonly county: string
  readonly dataGuardian: string
  readonly sample: boolean
}

export interface NewStaff {
  readonly name: string
  readonly loginName: string
  readonly roles: readonly Role[]
  readonly language: 'zh-CN' | 'en'
}

export function newId(): string {
  return makeId(Date.now(), randomBytes(10))
}

/**
 * Founds an agency with its first member of staff. The founding act has no actor above it: it is the console's token.
 * `beside` says beside which others: 'sample' refuses when there is an agency of real people, 'nothing' also when the sample
 * is there; both also when it is being founded at this moment.
 */
export async function foundAgency(
  deps: SessionDeps,
  house: NewAgency,
  first: NewStaff,
  password: string,
  beside: 'any' | 'sample' | 'nothing' = 'any',
): Promise<Outcome<{ agencyId: string; staffId: string }>> {
  const agencyId = newId()
  const staffId = newId()
  if (await isTaken(deps, first.loginName))
    return refuse('LoginNameTaken', { loginName: first.loginName })
  const passwordHash = await hashPassword(password)
  return transact(deps.pool, agencyId, async (transaction) => {
    if (beside !== 'any' && (await isFounded(transaction, beside))) return refuse('AlreadySetUp')
    await plant(deps, transaction, agencyKind, agencyId, staffId, { ...house })
    await plant(deps, transaction, staffKind, staffId, staffId, {
      name: first.name,
      roles: [...first.roles],
      state: 'active',
      activeSince: deps.now(),
      language: first.language,
    })
    await transaction.rows(
      'insert into login (agency_id, staff_id, login_name, password_hash) values ($1, $2, $3, $4)',
      [agencyId, staffId, first.loginName.trim(), passwordHash],
    )
    return done({ agencyId, staffId })
  })
}

/** The lock is held to the end of the transaction: whoever founds at the same moment waits, and then sees. */
async function isFounded({ rows }: Transaction, beside: 'sample' | 'nothing'): Promise<boolean> {
  await rows("select pg_advisory_xact_lock(hashtextextended('found the first agency', 0))", [])
  const there = beside === 'sample' ? 'has_real_agency()' : 'is_set_up()'
  const [found] = await rows<{ done: boolean }>(`select ${there} as done`, [])
  return found?.done === true
}

async function isTaken(deps: SessionDeps, loginName: string): Promise<boolean> {
  const { rows } = await deps.pool.query<{ taken: boolean }>('select is_login_taken($1) as taken', [
    loginName.trim(),
  ])
  return rows[0]?.taken === true
}

/** Writes a record that no device made: with its change-log and audit rows like any other. */
async function plant(
  deps: SessionDeps,
  transaction: Transaction,
  kind: Kind,
  id: string,
  actorId: string,
  fields: JsonObject,
): Promise<void> {
  const port = openUnitOfWork(transaction, deps.keyRing, deps.now())
  const parsed = kind.parse(fields)
  if (!parsed.ok)
    throw new Error(
      `Bug: ${kind.name} does not fit its own shape (${JSON.stringify(parsed.refusal)})`,
    )
  const changeId = newId()
  const claimedAt = deps.now()
  const deviceId = randomUUID()
  const entry: Entry = {
    kind: kind.name,
    id,
    scope: scopeOf(kind, id, parsed.value),
    position: 0,
    version: 1,
    fields: parsed.value,
    conflicts: [],
    trail: [{ changeId, actorId, deviceId, claimedAt, fields: [...kind.fieldNames] }],
    removed: false,
  }
  port.put(entry)
  const change = {
    id: changeId,
    recordId: id,
    kind: kind.name,
    verb: 'create',
    input: {},
    fields: diffFields(kind, {}, parsed.value),
    bundle: null,
    deviceSeq: 1,
    schemaVersion: kind.schemaVersion,
    actorId,
    deviceId,
    claimedAt,
  }
  port.log({
    change,
    payloadHash: '',
    answer: { changeId, status: 'applied', conflicts: 0 },
    keyOwner: 'agency',
    scope: entry.scope,
  })
  await port.flush()
}

/** Invites a colleague: the account exists, the password is chosen by its holder with a paper code (R35). */
export async function inviteStaff(
  deps: SessionDeps,
  agencyId: string,
  invitedBy: string,
  invited: NewStaff,
): Promise<Outcome<{ staffId: string; code: string }>> {
  if (await isTaken(deps, invited.loginName))
    return refuse('LoginNameTaken', { loginName: invited.loginName })
  const staffId = newId()
  const code = makePaperCode()
  await transact(deps.pool, agencyId, async (transaction) => {
    await plant(deps, transaction, staffKind, staffId, invitedBy, {
      name: invited.name,
      roles: [...invited.roles],
      state: 'invited',
      language: invited.language,
    })
    await transaction.rows(
      'insert into login (agency_id, staff_id, login_name, activation_hash, activation_until) values ($1, $2, $3, $4, now() + make_interval(days => $5))',
      [agencyId, staffId, invited.loginName.trim(), hashToken(code), activationDays],
    )
  })
  return done({ staffId, code })
}

/** A fresh code: for a lost invitation or a forgotten password. Nobody but the holder ever chooses the password. */
export async function renewCode(
  deps: SessionDeps,
  agencyId: string,
  renewedBy: string,
  staffId: string,
): Promise<Outcome<{ code: string }>> {
  const code = makePaperCode()
  const updated = await transact(deps.pool, agencyId, async (transaction) => {
    const renewed = await transaction.rows(
      'update login set activation_hash = $3, activation_until = now() + make_interval(days => $4) where agency_id = $1 and staff_id = $2 returning staff_id',
      [agencyId, staffId, hashToken(code), activationDays],
    )
    if (renewed.length > 0) await noteAccount(transaction, renewedBy, 'login.codeMade', staffId)
    return renewed
  })
  return updated.length === 1 ? done({ code }) : refuse('NotFound')
}

/** R59: whoever holds a code can become its account. That one was made, and that it was used, is on record. */
async function noteAccount(
  { agencyId, rows }: Transaction,
  actorId: string,
  action: 'login.codeMade' | 'login.codeUsed',
  staffId: string,
): Promise<void> {
  await rows(
    "insert into audit (agency_id, actor_id, action, kind, record_id) values ($1, $2, $3, 'staff', $4)",
    [agencyId, actorId, action, staffId],
  )
}

interface Activation {
  readonly agency_id: string
  readonly staff_id: string
  readonly login_name: string
}

/** R30: the names around an account are the first that somebody who knows it would try. */
function wordsAround(deps: SessionDeps, row: Activation): Promise<readonly string[]> {
  return transact(deps.pool, row.agency_id, async (transaction) => {
    const port = openUnitOfWork(transaction, deps.keyRing, deps.now())
    const person = await port.entry(staffKind, row.staff_id)
    const house = await port.entry(agencyKind, row.agency_id)
    const names = [person?.fields['name'], house?.fields['name']]
    return [row.login_name, ...names.filter((name) => typeof name === 'string')]
  })
}

export interface Activating {
  readonly code: string
  readonly password: string
  readonly factorCode: string
  /** In which the page was read; undefined: not said. */
  readonly language?: NewStaff['language'] | undefined
}

export async function activate(
  deps: SessionDeps,
  { code: typedCode, password, factorCode, language }: Activating,
): Promise<Outcome<{ agencyId: string; staffId: string; loginName: string }>> {
  const hash = hashToken(tidyPaperCode(typedCode))
  const { rows } = await deps.pool.query<Activation>(
    'select agency_id, staff_id, login_name from find_activation($1)',
    [hash],
  )
  const [row] = rows
  if (row === undefined) return refuse('CodeNotValid')
  const fit = checkPassword(password, await wordsAround(deps, row))
  if (!fit.ok) return fit
  // ACC-27: whoever makes or finds a code for somebody's account has not thereby their second factor.
  const asked = await askConfirmedFactor(deps, row.agency_id, row.staff_id, factorCode)
  if (!asked.ok) return asked
  const passwordHash = await hashPassword(password)
  return transact(deps.pool, row.agency_id, async (transaction) => {
    const used = await transaction.rows(
      'update login set password_hash = $3, activation_hash = null, activation_until = null, failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2 and activation_hash = $4 returning staff_id',
      [row.agency_id, row.staff_id, passwordHash, hash],
    )
    if (used.length === 0) return refuse('CodeNotValid')
    await transaction.rows('delete from login_session where agency_id = $1 and staff_id = $2', [
      row.agency_id,
      row.staff_id,
    ])
    await noteAccount(transaction, row.staff_id, 'login.codeUsed', row.staff_id)
    await noteHolder(deps, transaction, row.staff_id, language)
    return done({ agencyId: row.agency_id, staffId: row.staff_id, loginName: row.login_name })
  })
}

/**
 * The first password makes an invited account active, in the language in which its holder was let in; a suspended one stays
 * suspended, and a forgotten password changes no language. Whoever holds it, holds it from now on.
 */
async function noteHolder(
  deps: SessionDeps,
  transaction: Transaction,
  staffId: string,
  language: Activating['language'],
): Promise<void> {
  // The lock that batches take for the agency's shelf: a suspension under way is waited for, not written over.
  await transaction.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${transaction.agencyId}|agency`,
  ])
  const port = openUnitOfWork(transaction, deps.keyRing, deps.now())
  const entry = await port.entry(staffKind, staffId)
  if (entry === null) return
  const { state, language: own } = staffKind.read(entry.fields)
  const first = state === 'invited'
  const held = {
    state: first ? 'active' : state,
    activeSince: deps.now(),
    language: first ? (language ?? own) : own,
  }
  port.put({ ...entry, version: entry.version + 1, fields: { ...entry.fields, ...held } })
  await port.flush()
}
