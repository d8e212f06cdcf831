// People who speak to the server: alice signs in, pushes what she did, pulls what she may see.
import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Role } from '../../core/access/roles.ts'
import { makeId } from '../../core/kit/ids.ts'
import type { JsonObject } from '../../core/kit/json.ts'
import { pullAnswerShape, type PullAnswer } from '../../core/sync/pull.ts'
import type { Change } from '../../core/sync/change.ts'
import { diffFields } from '../../core/sync/merge.ts'
import { kindByName } from '../../core/kinds.ts'
import { foundAgency, inviteStaff } from '../../server/access/accounts.ts'
import { transact } from '../../server/database/transact.ts'
import type { TestHouse } from './open-test-house.ts'

const passphrase = 'a kite flies far'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  readonly text: string
}

const pushReplyShape = z.object({
  epoch: z.string(),
  answers: z.array(z.looseObject({ changeId: z.string(), status: z.string() })),
  entries: z.array(
    z.looseObject({ kind: z.string(), id: z.string(), conflicts: z.array(z.unknown()) }),
  ),
  missing: z.array(z.number()),
})
export type PushReply = z.infer<typeof pushReplyShape>

export function freshId(): string {
  return makeId(Date.now(), randomBytes(10))
}

/** One member of staff on one device. */
export class Person {
  readonly house: TestHouse
  readonly agencyId: string
  readonly staffId: string
  readonly deviceId = randomUUID()
  cookie = ''
  deviceSeq = 0

  constructor(house: TestHouse, agencyId: string, staffId: string) {
    this.house = house
    this.agencyId = agencyId
    this.staffId = staffId
  }

  async post(
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
    remoteAddress = '127.0.0.1',
  ): Promise<Reply> {
    const response = await this.house.app.request(
      path,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-kiteline': '1',
          cookie: this.cookie,
          ...headers,
        },
        body: JSON.stringify(body),
      },
      { incoming: { socket: { remoteAddress } } },
    )
    return readReply(response)
  }

  async get(path: string): Promise<Reply> {
    return readReply(await this.house.app.request(path, { headers: { cookie: this.cookie } }))
  }

  /** A change as a device makes it; `after` are the fields as the person left them. */
  change(
    kindName: string,
    recordId: string,
    verb: string,
    after: JsonObject,
    before: JsonObject = {},
    input: JsonObject = {},
  ): Change {
    const kind = kindByName(kindName)
    if (kind === null) throw new Error(`no kind ${kindName}`)
    this.deviceSeq += 1
    return {
      id: freshId(),
      recordId,
      kind: kindName,
      verb,
      input,
      fields: diffFields(kind, before, { ...before, ...after }),
      bundle: null,
      deviceSeq: this.deviceSeq,
      schemaVersion: kind.schemaVersion,
      actorId: this.staffId,
      deviceId: this.deviceId,
      claimedAt: new Date().toISOString(),
    }
  }

  async push(...changes: readonly Change[]): Promise<PushReply> {
    const reply = await this.post('/api/sync/push', { changes })
    return pushReplyShape.parse(reply.body)
  }

  async pull(
    cursors: Record<string, number> = {},
    epoch: string | null = null,
    limit = 2000,
  ): Promise<PullAnswer> {
    const reply = await this.post('/api/sync/pull', {
      epoch,
      cursors,
      surveys: [],
      limit,
      deviceId: this.deviceId,
      deviceSeq: this.deviceSeq,
    })
    return pullAnswerShape.parse(reply.body)
  }
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text()
  let body: unknown = null
  try {
    body = JSON.parse(text)
  } catch {
    body = null
  }
  return { status: response.status, headers: response.headers, body, text }
}

let homes = 0

/** Each from an address of their own: a file of tests signs in more often than one address may in a minute (ACC-10). */
async function signedIn(person: Person, loginName: string): Promise<Person> {
  homes += 1
  const address = `10.0.${homes >> 8}.${homes % 256}`
  const reply = await person.post('/api/login', { loginName, password: passphrase }, {}, address)
  if (reply.status !== 200) throw new Error(`sign-in answered ${reply.status} ${reply.text}`)
  person.cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return person
}

/** The first person of a new agency: every test has an agency of its own in the shared database. */
export async function aFounder(
  house: TestHouse,
  roles: readonly Role[] = ['agencyAdmin', 'supervisor', 'socialWorker'],
): Promise<Person> {
  const loginName = `founder-${randomUUID()}`
  const founded = await foundAgency(
    house.open.house,
    { name: '测试社工站', county: '某县', dataGuardian: '王静', sample: false },
    { name: '王静', loginName, roles, language: 'zh-CN' },
    passphrase,
  )
  if (!founded.ok) throw new Error(founded.refusal.id)
  return signedIn(new Person(house, founded.value.agencyId, founded.value.staffId), loginName)
}

/** That a record check was seen on a day, or on none. */
export async function noteClearance(person: Person, day: string | null): Promise<void> {
  await transact(person.house.open.house.pool, person.agencyId, ({ rows }) =>
    rows(
      `update staff set version = version + 1, body = body || jsonb_build_object('clearanceCheckedOn', $3::text) where agency_id = $1 and id = $2`,
      [person.agencyId, person.staffId, day],
    ),
  )
}

/** A colleague in the same agency, with these roles, whose record check was seen today. */
export async function aColleague(founder: Person, roles: readonly Role[]): Promise<Person> {
  const loginName = `colleague-${randomUUID()}`
  const invited = await inviteStaff(founder.house.open.house, founder.agencyId, founder.staffId, {
    name: '李明',
    loginName,
    roles,
    language: 'zh-CN',
  })
  if (!invited.ok) throw new Error(invited.refusal.id)
  const person = new Person(founder.house, founder.agencyId, invited.value.staffId)
  const activated = await person.post('/api/activate', {
    code: invited.value.code,
    password: passphrase,
  })
  person.cookie = (activated.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  await noteClearance(person, founder.house.open.house.today())
  return person
}

/** The same person on a second device. */
export function onAnotherDevice(person: Person): Person {
  const other = new Person(person.house, person.agencyId, person.staffId)
  other.cookie = person.cookie
  return other
}
