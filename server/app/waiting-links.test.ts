import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aHome, aLink, aPhone, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, freshId } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { sweepLinks } from './sweep-links.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const waitingShape = z.object({
  kept: z.array(
    z.object({ id: z.string(), personId: z.string(), refusal: z.looseObject({ id: z.string() }) }),
  ),
  locked: z.array(z.object({ id: z.string(), personId: z.string() })),
})

async function waiting(person: Home['worker']) {
  return waitingShape.parse((await person.post('/api/family-links/waiting', {})).body)
}

/** The mother answers everything before anybody has asked for consent. */
async function sentTooEarly(home: Home): Promise<void> {
  const phone = aPhone(house)
  const { path } = await aLink(home, 'questionnaire')
  const page = await phone.send(path, { step: 'check', check: '2015' })
  const names = [...page.text.matchAll(/name="(q_[^"]+)"/g)].map((match) => match[1] ?? '')
  const answers = Object.fromEntries(names.map((name) => [name, '3']))
  expect((await phone.send(path, { step: 'answers', ...answers, send: '1' })).text).toContain(
    '回答已经存好了',
  )
}

async function consentOnPaper({ worker, familyId, childId, motherId }: Home): Promise<void> {
  const given = worker.change('consent', freshId(), 'create', {
    familyId,
    subjectId: childId,
    subjectBornOn: '2015-02-03',
    purpose: 'assessment',
    textVersion: '1',
    decision: 'given',
    givenById: motherId,
    decidedOn: '2026-01-02',
    proof: 'witnessedCall',
    witness: '李主任',
  })
  expect((await worker.push(given)).answers[0]?.status).toBe('applied')
}

function about(home: Home, linkId: string | undefined): { familyId: string; linkId: string } {
  return { familyId: home.familyId, linkId: linkId ?? '' }
}

async function sheetsOf({ worker }: Home): Promise<number> {
  const { entries } = await worker.pull()
  return entries.filter(({ kind }) => kind === 'answerSheet').length
}

async function noted({ worker }: Home, action: string): Promise<number> {
  return transact(house.open.house.pool, worker.agencyId, async ({ rows }) => {
    const found = await rows('select 1 from audit where agency_id = $1 and action = $2', [
      worker.agencyId,
      action,
    ])
    return found.length
  })
}

async function lockLinks({ worker }: Home): Promise<void> {
  await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows('update family_link set check_failures = 5 where agency_id = $1', [worker.agencyId]),
  )
}

describe('answers that came by link and were refused [ACC-20]', () => {
  test('are listed with the reason, and taken once the consent is there', async () => {
    const home = await aHome(house)
    await sentTooEarly(home)
    const [kept] = (await waiting(home.worker)).kept
    expect(kept).toMatchObject({
      personId: home.motherId,
      refusal: { id: 'ConsentNotAsked', details: { purpose: 'assessment' } },
    })
    expect(await noted(home, 'read.keptAnswers')).toBe(1)
    const early = await home.worker.post('/api/family-links/take', about(home, kept?.id))
    expect(early.body).toMatchObject({ id: 'ConsentNotAsked' })
    await consentOnPaper(home)
    const taken = await home.worker.post('/api/family-links/take', about(home, kept?.id))
    expect(taken.status).toBe(200)
    expect(await sheetsOf(home)).toBe(1)
    expect((await waiting(home.worker)).kept).toEqual([])
  })

  test('are discarded on a worker’s word, which is on record; then there is nothing left to take', async () => {
    const home = await aHome(house)
    await sentTooEarly(home)
    const [kept] = (await waiting(home.worker)).kept
    const gone = await home.worker.post('/api/family-links/discard', about(home, kept?.id))
    expect(gone.status).toBe(200)
    expect(await noted(home, 'link.answersDiscarded')).toBe(1)
    await consentOnPaper(home)
    const taken = await home.worker.post('/api/family-links/take', about(home, kept?.id))
    expect([taken.status, await sheetsOf(home)]).toEqual([404, 0])
  })

  test('are shown to those who may read the family’s links, and to no colleague beside them', async () => {
    const home = await aHome(house)
    await sentTooEarly(home)
    const other = await aColleague(home.worker, ['socialWorker'])
    expect(await waiting(other)).toEqual({ kept: [], locked: [] })
    const volunteer = await aColleague(home.worker, ['volunteer'])
    expect((await volunteer.post('/api/family-links/waiting', {})).status).toBe(403)
  })

  test('wait 90 days or 30 past the end of their link, and then are gone; before that they stay', async () => {
    const home = await aHome(house)
    await sentTooEarly(home)
    await sweepLinks(house.open.house.pool)
    expect((await waiting(home.worker)).kept).toHaveLength(1)
    await transact(house.open.house.pool, home.worker.agencyId, ({ rows }) =>
      rows("update family_link set ends_at = now() - interval '31 days' where agency_id = $1", [
        home.worker.agencyId,
      ]),
    )
    await sweepLinks(house.open.house.pool)
    expect((await waiting(home.worker)).kept).toEqual([])
    expect(await noted(home, 'link.answersExpired')).toBe(1)
  })
})

describe('a locked link [ACC-21]', () => {
  test('is listed, and replaced by one with told digits that keeps what was answered', async () => {
    const home = await aHome(house)
    const phone = aPhone(house)
    const { path } = await aLink(home, 'questionnaire')
    const page = await phone.send(path, { step: 'check', check: '2015' })
    const name = /name="(q_[^"]+)"/.exec(page.text)?.[1] ?? ''
    await phone.send(path, { step: 'answers', [name]: '3', part: '1' })
    const stranger = aPhone(house)
    for (let year = 2000; year < 2005; year += 1)
      await stranger.send(path, { step: 'check', check: String(year) })
    const { locked } = await waiting(home.worker)
    expect(locked.map(({ personId }) => personId)).toEqual([home.motherId])
    const made = await home.worker.post('/api/family-links/reissue', about(home, locked[0]?.id))
    const { address, checkCode } = z
      .object({ address: z.string(), checkCode: z.string() })
      .parse(made.body)
    expect((await waiting(home.worker)).locked).toEqual([])
    expect((await phone.open(path)).text).toContain('已经不能用了')
    const fresh = new URL(address).pathname
    expect((await phone.send(fresh, { step: 'check', check: '2015' })).status).toBe(403)
    const again = await phone.send(fresh, { step: 'check', check: checkCode })
    expect(again.text).toContain('前面的回答已经送到')
  })

  test('keeps what the family had sent where the worker finds it, and takes it by the new link', async () => {
    const home = await aHome(house)
    await sentTooEarly(home)
    await lockLinks(home)
    const before = await waiting(home.worker)
    const made = await home.worker.post(
      '/api/family-links/reissue',
      about(home, before.locked[0]?.id),
    )
    const { id } = z.object({ id: z.string() }).parse(made.body)
    const after = await waiting(home.worker)
    expect(after.kept).toEqual(before.kept.map((one) => ({ ...one, id })))
    await consentOnPaper(home)
    expect((await home.worker.post('/api/family-links/take', about(home, id))).status).toBe(200)
    expect(await sheetsOf(home)).toBe(1)
  })

  test('is replaced once, however many ask for it at the same moment', async () => {
    const home = await aHome(house)
    await aLink(home, 'questionnaire')
    await lockLinks(home)
    const { locked } = await waiting(home.worker)
    const asked = await Promise.all(
      [1, 2, 3].map(() =>
        home.worker.post('/api/family-links/reissue', about(home, locked[0]?.id)),
      ),
    )
    expect(asked.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])
    const live = await transact(house.open.house.pool, home.worker.agencyId, ({ rows }) =>
      rows('select 1 from family_link where agency_id = $1 and revoked_at is null', [
        home.worker.agencyId,
      ]),
    )
    expect(live).toHaveLength(1)
  })
})
