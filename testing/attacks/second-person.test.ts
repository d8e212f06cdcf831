// Being one's own second person: what somebody who is alone in an agency would try.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transact } from '../../server/database/transact.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../house/person.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

async function askedFor(founder: Person): Promise<string> {
  const id = freshId()
  const asked = await founder.push(
    founder.change('approval', id, 'create', {
      action: 'archiveFamily',
      subjectKind: 'family',
      subjectId: freshId(),
    }),
    founder.change('approval', id, 'request', {}),
  )
  expect(asked.answers.map(({ status }) => status)).toEqual(['applied', 'applied'])
  return id
}

async function approve(second: Person, id: string): Promise<unknown> {
  const [answer] = (await second.push(second.change('approval', id, 'approve', {}))).answers
  return answer?.status === 'applied' ? 'applied' : answer?.['refusal']
}

/** As if the account had been taken into use days ago. */
async function age({ agencyId, staffId }: Person): Promise<void> {
  await transact(house.open.house.pool, agencyId, ({ rows }) =>
    rows(
      `update staff set version = version + 1, body = body || '{"activeSince": "2026-01-01T00:00:00Z"}' where agency_id = $1 and id = $2`,
      [agencyId, staffId],
    ),
  )
}

test('whoever is alone invites a second account and agrees with it at once: refused with the hours left [ACC-19]', async () => {
  const founder = await aFounder(house)
  const id = await askedFor(founder)
  const second = await aColleague(founder, ['supervisor'])
  expect(await approve(second, id)).toEqual({ id: 'SecondPersonTooNew', details: { count: 24 } })
})

test('an old colleague agrees at once; whoever takes that account over with a new code does not [ACC-19]', async () => {
  const founder = await aFounder(house)
  const colleague = await aColleague(founder, ['supervisor'])
  await age(colleague)
  expect(await approve(colleague, await askedFor(founder))).toBe('applied')
  const renewed = await founder.post('/api/staff/code', { staffId: colleague.staffId })
  const code = /"code":"([^"]+)"/.exec(renewed.text)?.[1] ?? ''
  const taken = await colleague.post('/api/activate', { code, password: 'another passphrase' })
  colleague.cookie = (taken.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  expect(await approve(colleague, await askedFor(founder))).toMatchObject({
    id: 'SecondPersonTooNew',
  })
})

test('nobody says of a record of staff since when it is in use [ACC-19]', async () => {
  const founder = await aFounder(house)
  const since = { activeSince: '2020-01-01T00:00:00Z' }
  const made = { name: '李明', roles: ['supervisor'], ...since }
  const answers = await founder.push(
    founder.change('staff', freshId(), 'create', made),
    founder.change('staff', founder.staffId, 'edit', since),
  )
  expect(answers.answers.map(({ status }) => status)).toEqual(['refused', 'refused'])
})

test('whoever suspends the only colleague is alone from then on, not from the request [ACC-19]', async () => {
  const founder = await aFounder(house)
  const colleague = await aColleague(founder, ['supervisor'])
  const id = await askedFor(founder)
  await transact(house.open.house.pool, founder.agencyId, ({ rows }) =>
    rows(
      `update approval set version = version + 1, body = body || '{"requestedAt": "2026-01-01T00:00:00Z"}' where agency_id = $1 and id = $2`,
      [founder.agencyId, id],
    ),
  )
  const staffId = colleague.staffId
  const { answers } = await founder.push(
    founder.change('staff', staffId, 'suspend', {}, {}, { staffId }),
    founder.change('staff', staffId, 'edit', { suspendedAt: '2020-01-01T00:00:00Z' }),
    founder.change('approval', id, 'carryOut', {}),
  )
  expect(answers.map((answer) => answer['refusal'] ?? answer.status)).toEqual([
    'applied',
    { id: 'FieldNeedsVerb', details: { field: 'suspendedAt' } },
    { id: 'WaitBeforeAlone', details: { count: 24 } },
  ])
})
