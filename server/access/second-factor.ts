// Setting up, renewing and taking off a second factor. Whoever calls has asked for the password.
import { agency as agencyKind } from '../../core/access/agency.ts'
import {
  factorDue,
  type FactorCircle,
  type FactorMeans,
  type FactorRule,
  type FactorState,
} from '../../core/access/second-factor.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import { openUnitOfWork } from '../records/unit-of-work.ts'
import { confirmPassword } from './confirm-password.ts'
import {
  lockFactorRow,
  noteFactor,
  openFactor,
  readFactorRow,
  readFactorRule,
  sealFactor,
  type Factor,
  type FactorRow,
} from './factor-row.ts'
import type { SessionDeps } from './sessions.ts'
import { hashToken, makeShortCode } from './tokens.ts'
import { factorAddress, makeFactorSecret } from './totp.ts'
import { askConfirmedFactor, tidyTyped, takeNumber, withoutCode } from './ask-factor.ts'

const howManyCodes = 10
const minutesToConfirm = 15

type Account = Pick<Actor, 'agencyId' | 'staffId'>

export interface BegunFactor {
  /** For an authenticator app, by hand and as the address of a QR code; null where printed codes are the factor. */
  readonly app: { readonly secret: string; readonly address: string } | null
  readonly codes: readonly string[]
}

export async function readFactorState(
  deps: SessionDeps,
  { agencyId, staffId, roles }: Actor,
): Promise<FactorState> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const row = await readFactorRow(transaction, staffId)
    const rule = await readFactorRule(transaction)
    const on = row !== null && row.confirmed_at !== null
    const factor = on ? await openFactor(transaction, deps.keyRing, row, 'sealed') : null
    return {
      by: factor?.by ?? null,
      confirmedAt: row?.confirmed_at?.toISOString() ?? null,
      codesLeft: row?.codes_left ?? 0,
      rule,
      due: factorDue(rule, roles, deps.now()),
    }
  })
}

/** R40: the password once more, and the factor where there is one: an unlocked desk or a stolen cookie changes no way in. */
export async function proveSelf(
  deps: SessionDeps,
  actor: Actor,
  password: string,
  typed: string,
): Promise<Outcome<null>> {
  const confirmed = await confirmPassword(deps, actor, password)
  // The file box's words for it speak of what was not handed out.
  if (!confirmed.ok && confirmed.refusal.id === 'PasswordWrong') return refuse('OwnPasswordWrong')
  return confirmed.ok ? askConfirmedFactor(deps, actor.agencyId, actor.staffId, typed) : confirmed
}

/** A trial, good for a quarter of an hour; what is in force stays so until the new one is confirmed. */
export function beginFactor(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
  by: FactorMeans,
): Promise<BegunFactor> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const codes = by === 'paper' ? drawCodes() : []
    const secret = by === 'app' ? makeFactorSecret() : null
    const pending = await sealFactor(transaction, deps.keyRing, staffId, 'pending', {
      by,
      secret,
      codes: hashCodes(codes),
    })
    await transaction.rows(
      `insert into second_factor (agency_id, staff_id, pending, pending_at) values ($1, $2, $3, $4)
       on conflict (agency_id, staff_id) do update set pending = $3, pending_at = $4`,
      [agencyId, staffId, pending, deps.now()],
    )
    if (secret === null) return { app: null, codes }
    const address = factorAddress(secret, ...(await nameAccount(deps, transaction, staffId)))
    return { app: { secret, address }, codes }
  })
}

/**
 * The first number (or the first printed code) shows that its holder has it. It is in force from now on, and every other
 * session of the account ends: whoever had come in without it is out.
 */
export function confirmFactor(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
  typed: string,
  ownToken: string | null,
): Promise<Outcome<{ codes: readonly string[] }>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const row = await lockFactorRow(transaction, staffId)
    const begun = row === null ? null : await openFactor(transaction, deps.keyRing, row, 'pending')
    const until = (row?.pending_at?.getTime() ?? 0) + minutesToConfirm * 60_000
    if (row === null || begun === null || until < Date.parse(deps.now()))
      return refuse('SecondFactorNotBegun')
    const { number, code } = tidyTyped(typed)
    const tried =
      begun.by === 'app'
        ? await takeNumber(deps, transaction, { ...row, last_step: '0' }, begun, number ?? '')
        : withoutCode(begun.codes, code).length < begun.codes.length
          ? done(null)
          : refuse('SecondFactorWrong')
    if (!tried.ok) return tried
    const codes = begun.by === 'app' ? drawCodes() : []
    const kept = begun.by === 'app' ? hashCodes(codes) : withoutCode(begun.codes, code)
    await keepFactor(deps, transaction, staffId, { ...begun, codes: kept })
    await transaction.rows(
      'delete from login_session where agency_id = $1 and staff_id = $2 and token_hash is distinct from $3',
      [agencyId, staffId, ownToken === null ? null : hashToken(ownToken)],
    )
    await noteFactor(transaction, staffId, 'factor.on', staffId, { by: begun.by })
    return done({ codes })
  })
}

async function keepFactor(
  deps: SessionDeps,
  transaction: Transaction,
  staffId: string,
  factor: Factor,
): Promise<void> {
  const sealed = await sealFactor(transaction, deps.keyRing, staffId, 'sealed', factor)
  await transaction.rows(
    `update second_factor set sealed = $3, codes_left = $4, pending = null, pending_at = null, confirmed_at = $5,
     failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2`,
    [transaction.agencyId, staffId, sealed, factor.codes.length, deps.now()],
  )
}

/** Ten new printed codes; the old ones open nothing from now on. */
export function renewPrintedCodes(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
): Promise<Outcome<{ codes: readonly string[] }>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const row = await lockFactorRow(transaction, staffId)
    const factor = row === null ? null : await openConfirmed(deps, transaction, row)
    if (factor === null) return refuse('SecondFactorOff')
    const codes = drawCodes()
    const sealed = await sealFactor(transaction, deps.keyRing, staffId, 'sealed', {
      ...factor,
      codes: hashCodes(codes),
    })
    await transaction.rows(
      'update second_factor set sealed = $3, codes_left = $4 where agency_id = $1 and staff_id = $2',
      [agencyId, staffId, sealed, codes.length],
    )
    await noteFactor(transaction, staffId, 'factor.codesMade', staffId)
    return done({ codes })
  })
}

/** Its holder takes it off, unless the agency's rule asks for it. */
export function takeFactorOff(
  deps: SessionDeps,
  { agencyId, staffId, roles }: Actor,
): Promise<Outcome<null>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const due = factorDue(await readFactorRule(transaction), roles, deps.now())
    if (due !== 'no') return refuse('SecondFactorAsked')
    await removeFactor(transaction, staffId)
    await noteFactor(transaction, staffId, 'factor.off', staffId)
    return done(null)
  })
}

/** Answers whether there was one. */
export async function removeFactor(
  { agencyId, rows }: Transaction,
  staffId: string,
): Promise<boolean> {
  const gone = await rows(
    'delete from second_factor where agency_id = $1 and staff_id = $2 returning 1',
    [agencyId, staffId],
  )
  return gone.length > 0
}

export function setFactorRule(
  deps: SessionDeps,
  { agencyId, staffId }: Account,
  circle: FactorCircle,
  graceDays: number,
): Promise<FactorRule> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const from = new Date(Date.parse(deps.now()) + graceDays * 86_400_000).toISOString()
    await transaction.rows(
      `insert into factor_rule (agency_id, circle, starts_at, set_by) values ($1, $2, $3, $4)
       on conflict (agency_id) do update set circle = $2, starts_at = $3, set_by = $4, set_at = now()`,
      [agencyId, circle, circle === 'nobody' ? null : from, staffId],
    )
    await noteFactor(transaction, staffId, 'factor.ruleSet', staffId, { circle, graceDays })
    return readFactorRule(transaction)
  })
}

function openConfirmed(
  deps: SessionDeps,
  transaction: Transaction,
  row: FactorRow,
): Promise<Factor | null> {
  return row.confirmed_at === null
    ? Promise.resolve(null)
    : openFactor(transaction, deps.keyRing, row, 'sealed')
}

async function nameAccount(
  deps: SessionDeps,
  transaction: Transaction,
  staffId: string,
): Promise<[agency: string, loginName: string]> {
  const { agencyId } = transaction
  const port = openUnitOfWork(transaction, deps.keyRing, deps.now())
  const house = await port.entry(agencyKind, agencyId)
  const [login] = await transaction.rows<{ login_name: string }>(
    'select login_name from login where agency_id = $1 and staff_id = $2',
    [agencyId, staffId],
  )
  const name = house === null ? '' : agencyKind.read(house.fields).name
  return [name, login?.login_name ?? '']
}

function drawCodes(): readonly string[] {
  return Array.from({ length: howManyCodes }, makeShortCode)
}

function hashCodes(codes: readonly string[]): string[] {
  return codes.map((code) => hashToken(code).toString('hex'))
}
