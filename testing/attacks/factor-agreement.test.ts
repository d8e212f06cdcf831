// An agreement to take somebody's second factor off: what it reaches, how long it holds, and who gives it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person, type Reply } from '../house/person.ts'
import { aHolder, ask, idOf, password } from './factor-holder.ts'

let house: TestHouse
let founder: Person
beforeAll(async () => {
  house = await openTestHouse()
  founder = await aFounder(house)
})
afterAll(() => house.close())

describe('an agreement to take a second factor off [ACC-29]', () => {
  async function askFor(admin: Person, subjectId: string): Promise<string> {
    const id = freshId()
    const fields = {
      action: 'resetSecondFactor',
      subjectKind: 'staff',
      subjectId,
      reason: '手机丢了',
    }
    await admin.push(
      admin.change('approval', id, 'create', fields),
      admin.change('approval', id, 'request', {}),
    )
    return id
  }
  const reset = (admin: Person, staffId: string, approvalId: string): Promise<Reply> =>
    admin.post('/api/second-factor/reset', { password, staffId, approvalId })
  const age = (person: Person): Promise<unknown> =>
    ask(
      person,
      `update staff set version = version + 1, body = body || '{"activeSince": "2026-01-01T00:00:00Z"}' where agency_id = $1 and id = $2`,
      [person.agencyId, person.staffId],
    )

  test('what was agreed to takes off no factor set up since, and runs out after 7 days', async () => {
    const second = await aColleague(founder, ['supervisor'])
    await age(second)
    const { person } = await aHolder(founder)
    const id = await askFor(founder, person.staffId)
    await second.push(second.change('approval', id, 'approve', {}))
    const confirmedAt = async (moment: string): Promise<unknown> =>
      ask(
        person,
        'update second_factor set confirmed_at = $3 where agency_id = $1 and staff_id = $2',
        [person.agencyId, person.staffId, moment],
      )
    await confirmedAt(new Date(Date.now() + 1000).toISOString())
    expect(idOf(await reset(founder, person.staffId, id))).toBe('ResetAgreementOld')
    await confirmedAt('2026-01-01T00:00:00Z')
    expect((await reset(founder, person.staffId, id)).status).toBe(200)
  })

  test('the second person is not the one whose factor goes; they may say no', async () => {
    const { person } = await aHolder(founder, ['supervisor'])
    await age(person)
    const id = await askFor(founder, person.staffId)
    const agreed = await person.push(person.change('approval', id, 'approve', {}))
    expect(agreed.answers).toMatchObject([{ refusal: { id: 'OwnAccountAgreed' } }])
    expect(idOf(await reset(founder, person.staffId, id))).toBe('SecondPersonNeeded')
    const refused = await person.push(
      person.change('approval', id, 'refuse', {}, {}, { answer: '还在' }),
    )
    expect(refused.answers).toEqual([expect.objectContaining({ status: 'applied' })])
  })
})
