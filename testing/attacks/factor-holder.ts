// A second factor as its holder and whoever is after it use it; every request comes from an address that nobody has used.
import { z } from 'zod'
import type { Role } from '../../core/access/roles.ts'
import { numberAt, stepAt } from '../../server/access/totp.ts'
import { transact } from '../../server/database/transact.ts'
import type { TestHouse } from '../house/open-test-house.ts'
import { aColleague, type Person } from '../house/person.ts'
import { sendRaw, type Sent } from './send.ts'

export const password = 'a kite flies far'

export const idOf = ({ text }: Pick<Sent, 'text'>): string =>
  z.looseObject({ id: z.string().default('') }).parse(JSON.parse(text)).id
export const codesOf = ({ text }: Pick<Sent, 'text'>): readonly string[] =>
  z.looseObject({ codes: z.array(z.string()) }).parse(JSON.parse(text)).codes
export const secretOf = ({ text }: Pick<Sent, 'text'>): string =>
  z.looseObject({ app: z.object({ secret: z.string() }) }).parse(JSON.parse(text)).app.secret
export const cookieOf = (sent: Sent): string =>
  (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

export function ask<Row extends object>(
  { agencyId, house }: Person,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return transact(house.open.house.pool, agencyId, ({ rows }) => rows<Row>(text, values))
}

export async function loginNameOf(person: Person): Promise<string> {
  const rows = await ask<{ login_name: string }>(
    person,
    'select login_name from login where agency_id = $1 and staff_id = $2',
    [person.agencyId, person.staffId],
  )
  return rows[0]?.login_name ?? ''
}

let addresses = 0
export function send(house: TestHouse, path: string, body: object, cookie = ''): Promise<Sent> {
  addresses += 1
  return sendRaw(house, {
    method: 'POST',
    path,
    address: `10.3.${Math.floor(addresses / 250)}.${addresses % 250}`,
    headers: { 'content-type': 'application/json', 'x-kiteline': '1' },
    cookie,
    body: JSON.stringify(body),
  })
}

export async function login(person: Person, more: object = {}): Promise<Sent> {
  const body = { loginName: await loginNameOf(person), password, ...more }
  return send(person.house, '/api/login', body)
}

/** The number of this moment, as if none had been used in this half minute. */
export async function numberOf(person: Person, secret: string): Promise<string> {
  await ask(
    person,
    'update second_factor set last_step = 0 where agency_id = $1 and staff_id = $2',
    [person.agencyId, person.staffId],
  )
  return numberAt(secret, stepAt(Date.now()))
}

export interface Holder {
  readonly person: Person
  readonly secret: string
  readonly codes: readonly string[]
}

export async function aHolder(
  founder: Person,
  roles: readonly Role[] = ['socialWorker'],
): Promise<Holder> {
  const person = await aColleague(founder, roles)
  const secret = secretOf(await person.post('/api/second-factor/begin', { password, by: 'app' }))
  const confirmed = await person.post('/api/second-factor/confirm', {
    code: await numberOf(person, secret),
  })
  return { person, secret, codes: codesOf(confirmed) }
}
