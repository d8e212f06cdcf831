import { timingSafeEqual } from 'node:crypto'
import { factorDue } from '../../core/access/second-factor.ts'
import { done, refuse, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { Transaction } from '../database/sql.ts'
import { transact } from '../database/transact.ts'
import {
  lockFactorRow,
  noteFactor,
  openFactor,
  readFactorRule,
  sealFactor,
  type Factor,
  type FactorRow,
} from './factor-row.ts'
import { blockSeconds } from './guessing.ts'
import type { SessionDeps } from './sessions.ts'
import { hashToken, tidyPaperCode } from './tokens.ts'
import { findStep } from './totp.ts'

/** Typed with spaces, hyphens or full-width digits, it is the same. */
export function tidyTyped(typed: string): {
  readonly number: string | null
  readonly code: string
} {
  const plain = typed.normalize('NFKC').replaceAll(/[\s-]/g, '')
  return { number: /^\d{6}$/.test(plain) ? plain : null, code: tidyPaperCode(plain) }
}

/**
 * ACC-27: asks the second factor of whoever has said the right password. Where none is set up: whether the agency's rule
 * asks for one.
 */
export function askFactor(
  deps: SessionDeps,
  { agencyId, staffId, roles }: Actor,
  typed: string,
): Promise<Outcome<null>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const row = await lockFactorRow(transaction, staffId)
    if (row !== null && row.confirmed_at !== null) return takeFactor(deps, transaction, row, typed)
    const due = factorDue(await readFactorRule(transaction), roles, deps.now())
    return due === 'now' ? refuse('SecondFactorToSetUp') : done(null)
  })
}

/** Where a factor is in force it is asked; where there is none, nothing is. */
export function askConfirmedFactor(
  deps: SessionDeps,
  agencyId: string,
  staffId: string,
  typed: string,
): Promise<Outcome<null>> {
  return transact(deps.pool, agencyId, async (transaction) => {
    const row = await lockFactorRow(transaction, staffId)
    return row === null || row.confirmed_at === null
      ? done(null)
      : takeFactor(deps, transaction, row, typed)
  })
}

/** Takes a number or a printed code, each once; the row is locked by the caller. */
async function takeFactor(
  deps: SessionDeps,
  transaction: Transaction,
  row: FactorRow,
  typed: string,
): Promise<Outcome<null>> {
  const factor = await openFactor(transaction, deps.keyRing, row, 'sealed')
  if (factor === null) throw new Error('Bug: a confirmed factor that is not there')
  const { number, code } = tidyTyped(typed)
  if (number === null && code === '') return refuse('SecondFactorNeeded', { by: factor.by })
  return number === null
    ? takePrinted(deps, transaction, row, factor, code)
    : takeNumber(deps, transaction, row, factor, number)
}

/** Guessing numbers waits longer and longer. The wait holds for numbers only: a printed code lets its holder in all the same. */
export async function takeNumber(
  deps: SessionDeps,
  transaction: Transaction,
  row: FactorRow,
  { secret }: Factor,
  number: string,
): Promise<Outcome<null>> {
  const now = Date.parse(deps.now())
  const waits = Math.ceil(((row.blocked_until?.getTime() ?? 0) - now) / 1000)
  if (waits > 0) return refuse('TooManyTries', { seconds: waits })
  const step = secret === null ? null : findStep(secret, number, now, Number(row.last_step))
  const { agencyId, rows } = transaction
  if (step !== null) {
    await rows(
      'update second_factor set last_step = $3, failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2',
      [agencyId, row.staff_id, step],
    )
    return done(null)
  }
  const seconds = blockSeconds(row.failures + 1)
  const until = seconds === 0 ? null : new Date(now + seconds * 1000).toISOString()
  await rows(
    'update second_factor set failures = failures + 1, blocked_until = $3 where agency_id = $1 and staff_id = $2',
    [agencyId, row.staff_id, until],
  )
  await noteFactor(transaction, row.staff_id, 'factor.failed', row.staff_id)
  return refuse('SecondFactorWrong')
}

/** 59 bits: nobody guesses one through the door. It is struck out in the same transaction. */
async function takePrinted(
  deps: SessionDeps,
  transaction: Transaction,
  row: FactorRow,
  factor: Factor,
  code: string,
): Promise<Outcome<null>> {
  const { staff_id: staffId } = row
  const left = withoutCode(factor.codes, code)
  if (left.length === factor.codes.length) {
    await noteFactor(transaction, staffId, 'factor.failed', staffId)
    return refuse('SecondFactorWrong')
  }
  const sealed = await sealFactor(transaction, deps.keyRing, staffId, 'sealed', {
    ...factor,
    codes: left,
  })
  await transaction.rows(
    'update second_factor set sealed = $3, codes_left = $4, failures = 0, blocked_until = null where agency_id = $1 and staff_id = $2',
    [transaction.agencyId, staffId, sealed, left.length],
  )
  await noteFactor(transaction, staffId, 'factor.codeUsed', staffId, { left: left.length })
  return done(null)
}

/** Compares with every code that is left, whole, so that the time says nothing. */
export function withoutCode(codes: readonly string[], code: string): string[] {
  const typed = hashToken(code)
  return codes.filter((hash) => !timingSafeEqual(Buffer.from(hash, 'hex'), typed))
}
