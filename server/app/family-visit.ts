// One visit to a family link: who holds it, whether the light check was passed, what may be shown. Nothing of it reaches a log.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { transact } from '../database/transact.ts'
import type { House } from './house.ts'
import { mostFailures, type FamilyLink } from './stored-links.ts'

const minutesOpen = 30

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
 * moment do not slip past the count. Answers how many tries are left: none when the link is locked, or has ended meanwhile.
 */
export async function noteCheck(house: House, link: FamilyLink, passed: boolean): Promise<number> {
  return transact(house.pool, link.agencyId, async ({ rows }) => {
    const change = passed
      ? 'opened_at = coalesce(opened_at, now())'
      : 'check_failures = check_failures + 1'
    const [counted] = await rows<{ check_failures: number }>(
      `update family_link set ${change} where agency_id = $1 and id = $2 and check_failures < $3 and revoked_at is null returning check_failures`,
      [link.agencyId, link.id, mostFailures],
    )
    await rows('insert into audit (agency_id, action, record_id, scope) values ($1, $2, $3, $4)', [
      link.agencyId,
      passed && counted !== undefined ? 'link.opened' : 'link.checkFailed',
      link.id,
      `family:${link.familyId}`,
    ])
    return counted === undefined ? 0 : mostFailures - counted.check_failures
  })
}
