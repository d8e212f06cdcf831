// One visit to a family link: who holds it, whether the light check was passed, what may be shown. Nothing of it reaches a log.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { transact } from '../database/transact.ts'
import { hashToken } from '../access/tokens.ts'
import type { House } from './house.ts'

export interface FamilyLink {
  readonly agencyId: string
  readonly id: string
  readonly familyId: string
  readonly personId: string
  readonly childId: string
  readonly purpose: string
  readonly waveId: string | null
  readonly instrumentId: string | null
  readonly pairId: string | null
  readonly targetId: string | null
  readonly madeBy: string
  readonly checkCode: string | null
  readonly answeredAt: string | null
}

interface LinkRow {
  readonly agency_id: string
  readonly id: string
  readonly family_id: string
  readonly person_id: string
  readonly child_id: string
  readonly purpose: string
  readonly wave_id: string | null
  readonly instrument_id: string | null
  readonly pair_id: string | null
  readonly target_id: string | null
  readonly made_by: string
  readonly ends_at: Date
  readonly revoked_at: Date | null
  readonly check_code: string | null
  readonly check_failures: number
  readonly answered_at: Date | null
}

const mostFailures = 8
const minutesOpen = 30

/** A link that lives, by its token; null for one that ended, was taken back, was guessed at too often, or never was. */
export async function findLink(house: House, token: string): Promise<FamilyLink | null> {
  if (token.length > 64) return null
  const { rows } = await house.pool.query<LinkRow>('select * from find_link($1)', [
    hashToken(token),
  ])
  const [row] = rows
  if (
    row === undefined ||
    row.revoked_at !== null ||
    row.ends_at.toISOString() < house.now() ||
    row.check_failures >= mostFailures
  )
    return null
  return {
    agencyId: row.agency_id,
    id: row.id,
    familyId: row.family_id,
    personId: row.person_id,
    childId: row.child_id,
    purpose: row.purpose,
    waveId: row.wave_id,
    instrumentId: row.instrument_id,
    pairId: row.pair_id,
    targetId: row.target_id,
    madeBy: row.made_by,
    checkCode: row.check_code,
    answeredAt: row.answered_at?.toISOString() ?? null,
  }
}

function cookieName(link: FamilyLink): string {
  return `__Host-kf-${link.id.replaceAll('-', '').slice(-12)}`
}

function sign(house: House, link: FamilyLink, until: string): string {
  return createHmac('sha256', house.secret)
    .update(`visit|${link.agencyId}|${link.id}|${until}`)
    .digest('base64url')
}

/** Seals the phone's own draft: whoever has not passed the check cannot read it there either. */
export function draftKeyOf(house: House, link: FamilyLink): string {
  return createHmac('sha256', house.secret)
    .update(`draft|${link.agencyId}|${link.id}`)
    .digest('base64')
}

export function hasPassed(house: House, context: Context, link: FamilyLink): boolean {
  const [until = '', signature = ''] = (getCookie(context, cookieName(link)) ?? '').split('.')
  if (until === '' || Number(until) * 1000 < Date.parse(house.now())) return false
  const wanted = Buffer.from(sign(house, link, until))
  const given = Buffer.from(signature)
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

export function notePassed(house: House, context: Context, link: FamilyLink): void {
  const until = String(Math.floor(Date.parse(house.now()) / 1000) + minutesOpen * 60)
  setCookie(context, cookieName(link), `${until}.${sign(house, link, until)}`, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: minutesOpen * 60,
  })
}

/**
 * Counts a try at the light check in the very statement that looks whether there are tries left: guesses sent at the same
 * moment do not slip past the count. False when the link has ended meanwhile, or the tries have.
 */
export async function noteCheck(house: House, link: FamilyLink, passed: boolean): Promise<boolean> {
  return transact(house.pool, link.agencyId, async ({ rows }) => {
    const change = passed
      ? 'opened_at = coalesce(opened_at, now())'
      : 'check_failures = check_failures + 1'
    const counted = await rows(
      `update family_link set ${change} where agency_id = $1 and id = $2 and check_failures < $3 and revoked_at is null returning id`,
      [link.agencyId, link.id, mostFailures],
    )
    await rows('insert into audit (agency_id, action, record_id, scope) values ($1, $2, $3, $4)', [
      link.agencyId,
      passed && counted.length > 0 ? 'link.opened' : 'link.checkFailed',
      link.id,
      `family:${link.familyId}`,
    ])
    return counted.length > 0
  })
}
