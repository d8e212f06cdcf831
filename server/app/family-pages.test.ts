import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentPurposes } from '../../core/families/consent.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aHome, aLink, aPhone } from '../../testing/house/family-at-phone.ts'
import { freshId } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const decisions = Object.fromEntries(
  consentPurposes.map((purpose) => [`c_${purpose}`, purpose === 'research' ? 'refused' : 'given']),
)

describe('family pages', () => {
  test('a mother far away consents by link, then answers by link, and the worker has both', async () => {
    const home = await aHome(house)
    const phone = aPhone(house)
    const consentLink = await aLink(home, 'consent')
    expect((await phone.open(consentLink.path)).text).not.toContain('小明')
    expect((await phone.send(consentLink.path, { step: 'check', check: '2014' })).status).toBe(403)
    expect((await phone.send(consentLink.path, { step: 'check', check: '2015' })).text).toContain(
      '小明',
    )
    expect(
      (await phone.send(consentLink.path, { step: 'consent', ...decisions, send: '1' })).text,
    ).toContain('谢谢您')
    const link = await aLink(home, 'questionnaire')
    await phone.send(link.path, { step: 'check', check: '2015' })
    const page = await phone.open(link.path)
    const names = [
      ...new Set([...page.text.matchAll(/name="(q_[^"]+)"/g)].map((match) => match[1] ?? '')),
    ]
    expect(names.length).toBeGreaterThan(15)
    const part = await phone.send(link.path, { step: 'answers', [names[0] ?? '']: '4', part: '2' })
    expect(part.text).toContain('已经送到')
    const answers = Object.fromEntries(names.map((name) => [name, '3']))
    expect(
      (await phone.send(link.path, { step: 'answers', ...answers, send: '1' })).text,
    ).toContain('谢谢您')
    const sheets = (await home.worker.pull()).entries.filter(
      (entry) => entry.kind === 'answerSheet',
    )
    expect(sheets).toHaveLength(1)
    expect(sheets[0]?.fields).toMatchObject({
      state: 'submitted',
      mode: 'familyLink',
      respondentId: home.motherId,
    })
    const consents = (await home.worker.pull()).entries.filter((entry) => entry.kind === 'consent')
    expect(consents.map((entry) => entry.fields['decision']).sort()).toEqual([
      ...consentPurposes.slice(1).map(() => 'given'),
      'refused',
    ])
  })

  test('[FAM-10] without consent the answers are kept but do not count, and the page says so', async () => {
    const home = await aHome(house)
    const phone = aPhone(house)
    const link = await aLink(home, 'questionnaire')
    const page = await phone.send(link.path, { step: 'check', check: '2015' })
    const name = /name="(q_[^"]+)"/.exec(page.text)?.[1] ?? ''
    const sent = await phone.send(link.path, { step: 'answers', [name]: '3', send: '1' })
    expect(sent.text).not.toContain('谢谢您')
    expect((await home.worker.pull()).entries.some((entry) => entry.kind === 'answerSheet')).toBe(
      false,
    )
  })

  test('[FAM-8] a consent link goes to a guardian only: a grandmother who looks after the child is refused', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent', home.grandmotherId)
    expect(link.status).toBe(422)
    expect(link.body).toMatchObject({ id: 'LinkNeedsGuardian' })
  })

  test('a link that was taken back looks like one that never was', async () => {
    const home = await aHome(house)
    const phone = aPhone(house)
    const link = await aLink(home, 'questionnaire')
    const listed = await home.worker.post('/api/family-links/list', { familyId: home.familyId })
    const linkId = /"id":"([^"]+)"/.exec(listed.text)?.[1] ?? ''
    await home.worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId })
    const revoked = await phone.open(link.path)
    const unknown = await phone.open('/f/nothing-like-a-token')
    expect(revoked).toEqual(unknown)
  })

  test('[A067] looking at a link, as a chat program does, uses nothing up', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent')
    for (const method of ['HEAD', 'GET', 'GET']) await house.app.request(link.path, { method })
    expect((await aPhone(house).send(link.path, { step: 'check', check: '2015' })).text).toContain(
      '小明',
    )
  })

  test('five wrong answers lock the link: the page says how many tries are left, and then whom to ask', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent')
    const phone = aPhone(house)
    const told: string[] = []
    for (let year = 2000; year < 2005; year += 1)
      told.push((await phone.send(link.path, { step: 'check', check: String(year) })).text)
    expect(told.map((text) => /还可以试 (\d) 次/.exec(text)?.[1])).toEqual([
      '4',
      '3',
      '2',
      '1',
      undefined,
    ])
    expect(told.at(-1)).toContain('这个链接先锁上了')
    const right = await phone.send(link.path, { step: 'check', check: '2015' })
    expect([right.status, right.text.includes('小明')]).toEqual([403, false])
  })

  test('whoever has passed the check goes on, also while somebody else guesses the link shut', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent')
    const mother = aPhone(house)
    await mother.send(link.path, { step: 'check', check: '2015' })
    const stranger = aPhone(house)
    for (let year = 2000; year < 2006; year += 1)
      await stranger.send(link.path, { step: 'check', check: String(year) })
    expect((await mother.open(link.path)).text).toContain('小明')
    expect((await stranger.open(link.path)).text).toContain('这个链接先锁上了')
  })

  test('guesses sent at the same moment are counted like guesses in a row', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent')
    const years = Array.from({ length: 40 }, (_, index) => 1976 + index)
    const sent = await Promise.all(
      years.map((year) => aPhone(house).send(link.path, { step: 'check', check: String(year) })),
    )
    expect(sent.filter(({ text }) => text.includes('还可以试')).length).toBeLessThanOrEqual(4)
    expect((await aPhone(house).open(link.path)).text).toContain('这个链接先锁上了')
  })

  test('a consent form sent twice at once decides once', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent')
    const phone = aPhone(house)
    await phone.send(link.path, { step: 'check', check: '2015' })
    const form = { step: 'consent', ...decisions, send: '1' }
    const sent = await Promise.all([phone.send(link.path, form), phone.send(link.path, form)])
    for (const { text } of sent) expect(text).toContain('谢谢您')
    const pulled = await home.worker.pull()
    expect(pulled.entries.filter((entry) => entry.kind === 'consent')).toHaveLength(
      consentPurposes.length,
    )
  })

  test('no link is made about a pair that is not there', async () => {
    const home = await aHome(house)
    const link = await aLink({ ...home, pairId: freshId() }, 'questionnaire')
    expect(link.body).toMatchObject({ id: 'LinkNotForPerson' })
  })

  test('[R59] taking a link back is written down with who did it', async () => {
    const home = await aHome(house)
    const { worker } = home
    await aLink(home, 'consent')
    const listed = await worker.post('/api/family-links/list', { familyId: home.familyId })
    const linkId = /"id":"([^"]+)"/.exec(listed.text)?.[1] ?? ''
    await worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId })
    const noted = await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
      rows("select actor_id from audit where record_id = $1 and action = 'link.revoked'", [linkId]),
    )
    expect(noted).toEqual([{ actor_id: worker.staffId }])
  })

  test('no token reaches a log', async () => {
    const home = await aHome(house)
    const link = await aLink(home, 'consent')
    await aPhone(house).open(link.path)
    expect(house.lines.join('\n')).not.toContain(link.path.slice(3))
  })
})
