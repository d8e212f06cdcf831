import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import {
  askForContactLink,
  askIn,
  consentToAll,
  listOfKind,
  openContact,
  tellContact,
} from '../../testing/house/contact-at-phone.ts'
import { aHome, aPhone } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { addDays } from '../../core/kit/dates.ts'
import { freshId } from '../../testing/house/person.ts'
import { keepTold } from './family-contact-kept.ts'
import { findLink } from './stored-links.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

describe('the contact pages of a family', () => {
  test('a mother tells of a call in three taps: it is in the file as her account, and says that it arrived [CON-11]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home)
    const { receipt } = await tellContact(at, 'adult', 'videoCall', '15')
    expect(receipt.text).toContain('已经收到')
    expect(receipt.text).toContain('15 分钟')
    const [entry] = await listOfKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({
      ...{ pairId: home.pairId, toldBy: 'adult', startedBy: 'adult', channel: 'videoCall' },
      ...{ minutes: 15, reached: true, on: house.open.house.today() },
    })
    expect((await at.phone.open(at.path)).text).toContain('15 分钟')
  })

  test('sent again after a lost reply it is one entry, also when both come at once', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home)
    const { last } = await tellContact(at, 'child', 'voiceCall', '5')
    const again = await Promise.all([at.phone.send(at.path, last), at.phone.send(at.path, last)])
    for (const { text } of again) expect(text).toContain('已经收到')
    expect(await listOfKind(home, 'contactEntry')).toHaveLength(1)
  })

  test('told again from a fresh page, it is asked whether it was another time, and only then two [CON-15]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home)
    await tellContact(at, 'child', 'voiceCall', '5')
    const { last, receipt } = await tellContact(at, 'child', 'voiceCall', '5')
    expect(receipt.text).toContain('今天已经记过一条一样的')
    expect(receipt.text).toContain('5 分钟')
    expect(await listOfKind(home, 'contactEntry')).toHaveLength(1)
    const another = await at.phone.send(at.path, { ...last, another: '1' })
    expect(another.text).toContain('已经收到')
    await at.phone.send(at.path, { ...last, another: '1' })
    expect(await listOfKind(home, 'contactEntry')).toHaveLength(2)
  })

  test('who told of a call in these days and says that there was none is asked first; sure of it, it is written down [CON-18]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home)
    await tellContact(at, 'adult', 'voiceCall', '10')
    const ask = askIn((await at.phone.open(`${at.path}?page=log`)).text)
    const none = { step: 'log', ask, l_began: 'none' }
    const asked = await at.phone.send(at.path, none)
    expect(asked.text).toContain('这几天里您记过一次联系')
    expect(await listOfKind(home, 'noContact')).toEqual([])
    await at.phone.send(at.path, { ...none, another: '1' })
    expect(await listOfKind(home, 'noContact')).toHaveLength(1)
  })

  test('a telephone with our script is answered with the next page at once; without it the page has an address of its own [CON-25]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const check = await aPhone(house).post(path, { step: 'check', check: '2015', direct: '1' })
    expect(check.status).toBe(200)
    expect(check.headers.getSetCookie()).toHaveLength(1)
    expect(await check.text()).toContain('name="l_began"')
    expect((await aPhone(house).post(path, { step: 'check', check: '2015' })).status).toBe(303)
    const wrong = await aPhone(house).post(path, { step: 'check', check: '1999', direct: '1' })
    expect([wrong.status, (await wrong.text()).includes('l_began')]).toEqual([403, false])
    const told = { step: 'log', ask: freshId(), l_began: 'missedByAdult' }
    const first = await phone.post(path, { ...told, direct: '1' })
    expect([first.status, first.headers.get('content-location')]).toEqual([
      200,
      `${path}?told=${told.ask}`,
    ])
    expect(await first.text()).toContain('data-done')
    const again = await phone.post(path, told)
    expect([again.status, again.headers.get('location')]).toEqual([303, `${path}?told=${told.ask}`])
    expect(await listOfKind(home, 'contactEntry')).toHaveLength(1)
  })

  test('what waited on the telephone is of the day on which it was tapped, a week back at most [CON-24]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const today = house.open.house.today()
    const send = async (l_on: string) => {
      const ask = freshId()
      await phone.send(path, { step: 'log', ask, l_began: 'missedByAdult', l_on, another: '1' })
    }
    for (const day of [
      addDays(today, -1),
      addDays(today, -7),
      addDays(today, -8),
      addDays(today, 1),
    ])
      await send(day)
    const days = (await listOfKind(home, 'contactEntry')).map(({ fields }) => fields['on'])
    expect(days.toSorted()).toEqual([addDays(today, -7), addDays(today, -1), today, today])
  })

  test('an attempt, a message and a week of silence need fewer taps', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const send = (form: Record<string, string>) =>
      phone.send(path, { step: 'log', ask: crypto.randomUUID(), ...form })
    expect((await send({ l_began: 'missedByAdult' })).text).toContain('我打了，没联系上')
    expect((await send({ l_began: 'child', l_how: 'voiceMessage' })).text).toMatch(
      /小明先联系的 · 语音/,
    )
    expect((await send({ l_began: 'none', another: '1' })).text).toContain('这 7 天没有联系')
    expect(
      (await listOfKind(home, 'contactEntry')).map(({ fields }) => fields['reached']).sort(),
    ).toEqual([false, true])
    expect((await listOfKind(home, 'noContact')).map(({ fields }) => fields['toldBy'])).toEqual([
      'adult',
    ])
  })

  test('topics, tone and another day can be added, and what was wrong is taken back', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home)
    const { ask } = await tellContact(at, 'adult', 'videoCall', 'unknown')
    const more = await at.phone.open(`${at.path}?page=more&told=${ask}`)
    expect(more.text.match(/name="q_topics"/g)).toHaveLength(10)
    const receipt = await at.phone.send(at.path, {
      step: 'more',
      ask,
      q_topics: 'fun',
      m_tone: '3',
    })
    expect(receipt.text).toContain('已经收到')
    const [entry] = await listOfKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({ topics: ['fun'], adultTone: 3, minutes: null })
    const undone = await at.phone.send(at.path, { step: 'undo', ask })
    expect(undone.text).toContain('已经去掉')
    expect(await listOfKind(home, 'contactEntry')).toEqual([])
  })

  test('a grandmother tells her own account, sees pictures first', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home, home.grandmotherId)
    const first = await at.phone.open(at.path)
    expect(first.text).toContain('data-first')
    expect(first.text).not.toContain('<form')
    await tellContact(at, 'caregiver', 'videoCall', '30')
    const [entry] = await listOfKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({ toldBy: 'caregiver', startedBy: 'caregiver' })
  })

  test('without consent to be served nothing is asked and nothing is kept, and the page says so kindly [FAM-4]', async () => {
    const home = await aHome(house)
    const { path, phone } = await openContact(house, home)
    const page = await phone.open(path)
    expect(page.text).toContain('什么都不记')
    expect(page.text).not.toContain('l_began')
    const sent = await phone.send(path, {
      ...{ step: 'log', ask: crypto.randomUUID(), l_began: 'none' },
    })
    expect(sent.text).toContain('什么都不记')
    expect(await listOfKind(home, 'noContact')).toEqual([])
  })

  test('goes to no child and about no other pair', async () => {
    const home = await aHome(house)
    expect((await askForContactLink(home, home.childId)).body).toMatchObject({
      id: 'LinkNotForPerson',
    })
    const other = { ...home, pairId: freshId() }
    expect((await askForContactLink(other, home.motherId)).body).toMatchObject({
      id: 'LinkNotForPerson',
    })
  })

  test('about a pair of whom one is kept away the page ends for everybody, and no other is made [CPL-7]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home, home.grandmotherId)
    expect((await at.phone.open(at.path)).status).toBe(200)
    const { worker, familyId, motherId: personId } = home
    const reply = await worker.push(
      worker.change('restrictedParty', freshId(), 'create', {
        ...{ familyId, personId, ground: 'courtOrder', groundNote: '（2026）民保令1号' },
        ...{ since: '2026-02-01', reviewOn: '2027-12-01' },
      }),
    )
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
    const gone = await at.phone.open(at.path)
    expect([gone.status, gone.text.includes('小明')]).toEqual([404, false])
    const made = await askForContactLink(home, home.grandmotherId)
    expect(made.body).toMatchObject({ id: 'RestrictedParty' })
  })

  test('what could not be written down waits for a worker, each telling once, and the link goes on [ACC-20]', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const { worker, familyId } = home
    const link = await findLink(house.open.house, path.slice(3))
    if (link === null) throw new Error('the link does not live')
    const form = { ask: crypto.randomUUID(), l_began: 'child', l_how: 'text' }
    const trouble = { language: 'zh-CN', reason: { id: 'ServerTrouble', details: {} } }
    await keepTold(house.open.house, link, form, trouble)
    await keepTold(house.open.house, link, form, trouble)
    const listed = await worker.post('/api/family-links/waiting', {})
    expect(listed.text).toContain('"purpose":"contact"')
    const own = await worker.post('/api/family-links/list', { familyId })
    expect(own.text).toContain('"waits":true')
    const taken = await worker.post('/api/family-links/take', { familyId, linkId: link.id })
    expect(taken.status).toBe(200)
    expect(await listOfKind(home, 'contactEntry')).toHaveLength(1)
    expect((await phone.open(path)).text).toContain('小明先联系的')
    const after = await worker.post('/api/family-links/waiting', {})
    expect(after.body).toMatchObject({ kept: [] })
  })

  test('a link that was taken back looks like one that never was', async () => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const { path, phone } = await openContact(house, home)
    const made = await home.worker.post('/api/family-links/list', { familyId: home.familyId })
    const linkId = /"id":"([^"]+)"[^}]*"purpose":"contact"/.exec(made.text)?.[1] ?? ''
    await home.worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId })
    const page = await phone.open(path)
    expect(page).toEqual(await phone.open('/f/nothing-like-a-token'))
  })
})

test('hearing oneself leads back to the page from which it was opened [CON-12]', async () => {
  const home = await aHome(house)
  await consentToAll(house, home)
  const { path, phone } = await openContact(house, home)
  expect((await phone.open(path)).text).toContain(`${path}?page=tone`)
  const { text } = await phone.open(`${path}?page=tone`)
  expect(text).toContain('听听自己怎么说')
  expect(text).toContain(`href="${path}?"`)
  expect(text).not.toMatch(/小明|陈芳|tone:|data-first/)
})

test('no two doors of a caregiver’s first page carry the same drawing', async () => {
  const home = await aHome(house)
  await consentToAll(house, home)
  const { path, phone } = await openContact(house, home, home.grandmotherId)
  const doors = [...(await phone.open(path)).text.matchAll(/class="k"[^>]*>(<svg.*?<\/svg>)/g)]
  expect(doors.length).toBeGreaterThan(3)
  expect(new Set(doors.map(([, drawing]) => drawing)).size).toBe(doors.length)
})

test('a caregiver, who may not read, hears what to do and has sentences of the house [CON-12]', async () => {
  const home = await aHome(house)
  await consentToAll(house, home)
  const { path, phone } = await openContact(house, home, home.grandmotherId)
  const { text } = await phone.open(`${path}?page=tone`)
  expect(text).toContain('data-first="1"')
  expect(text).toContain('快来吃饭，饭都凉了。')
  expect(text).not.toMatch(/怎么没给我打电话|小明|陈芳|tone:/)
})

/** What the telephone loads beside each page, once: the script of the family pages, compressed. */
const scriptBytes = 5_800

describe('the size of the contact pages', () => {
  test.each([
    'parent',
    'caregiver',
  ] as const)('every page of a %s comes within twelve kilobytes', async (who) => {
    const home = await aHome(house)
    await consentToAll(house, home)
    const at = await openContact(house, home, who === 'parent' ? home.motherId : home.grandmotherId)
    const { ask } = await tellContact(at, 'adult', 'videoCall', '15')
    const pages = ['', '?page=log', '?page=card', '?page=plan', '?page=pledges', `?told=${ask}`]
    for (const page of [...pages, `?page=more&told=${ask}`]) {
      const { text } = await at.phone.open(`${at.path}${page}`)
      expect(gzipSync(text).length).toBeLessThan(12_000 - scriptBytes)
    }
  })
})
