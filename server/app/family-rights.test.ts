import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consentPurposes } from '../../core/families/consent.ts'
import {
  aHome,
  aLink,
  aPhone,
  type Browser,
  type Home,
} from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague } from '../../testing/house/person.ts'
import { sayDate } from './say-day.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

const words = '学校写错了，请改一下'

async function openPage(home: Home): Promise<{ path: string; phone: Browser; page: string }> {
  const { path } = await aLink(home, 'rights')
  const phone = aPhone(house)
  const page = await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone, page: page.text }
}

function formOf(home: Home, page: string, fields: object = {}) {
  const ask = /name="ask" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const asked = { q_right: 'correction', q_about: home.childId, q_words: words }
  return { step: 'rights', ask, ...asked, send: '1', ...fields }
}

async function requestsOf(home: Home) {
  const { entries } = await home.worker.pull()
  return entries.filter(({ kind }) => kind === 'rightsRequest').map(({ fields }) => fields)
}

describe('a family asks on its own page', () => {
  test('a mother asks in her own words; it waits for the worker with its last day, unproven and unanswered [RIG-5]', async () => {
    const home = await aHome(house)
    const { path, phone, page } = await openPage(home)
    const form = formOf(home, page)
    const receipt = await phone.send(path, form)
    expect(receipt.status, receipt.text).toBe(200)
    const again = await phone.send(path, form)
    const [request, ...others] = await requestsOf(home)
    expect(others).toEqual([])
    expect(request).toMatchObject({
      subjectId: home.childId,
      askedById: home.motherId,
      right: 'correction',
      words,
      came: 'familyPage',
      state: 'received',
      identity: null,
      writtenById: null,
      receivedOn: house.open.house.today(),
    })
    for (const shown of [receipt.text, again.text]) {
      expect(shown).toContain(`最晚 ${sayDate('zh-CN', String(request?.['dueOn']))} 答复您`)
      expect(shown).not.toContain(words)
    }
  })

  test('before the check the page tells nothing, and nothing can be asked through it', async () => {
    const home = await aHome(house)
    const { path } = await aLink(home, 'rights')
    const stranger = aPhone(house)
    expect((await stranger.open(path)).text).not.toContain('小明')
    await stranger.send(path, formOf(home, '', { ask: home.waveId }))
    await stranger.open(`${path}?asked=${home.waveId}`)
    expect(await requestsOf(home)).toEqual([])
  })

  test('what is not complete, or is about somebody else, is asked again with the words kept', async () => {
    const home = await aHome(house)
    const { path, phone, page } = await openPage(home)
    for (const wrong of [{ q_right: 'everything' }, { q_about: home.familyId }, { ask: 'x' }]) {
      const shown = await phone.send(path, formOf(home, page, wrong))
      expect(shown.text).toContain('还没有选完')
      expect(shown.text).toContain(words)
    }
    expect(await requestsOf(home)).toEqual([])
  })

  test('a grandmother is asked one question a page, each answer one tap, and nothing is asked before she sends it [RIG-23]', async () => {
    const home = await aHome(house)
    const { path } = await aLink(home, 'rights', home.grandmotherId)
    const phone = aPhone(house)
    const first = (await phone.send(path, { step: 'check', check: '2015' })).text
    expect(first).toContain('name="q_right" value="copy"')
    expect(first).not.toContain('name="q_about"')
    const ask = /name="ask" value="([^"]+)"/.exec(first)?.[1] ?? ''
    const second = (await phone.send(path, { step: 'rights', ask, q_right: 'copy' })).text
    expect(second).toContain(`name="q_about" value="${home.childId}"`)
    expect(second).not.toContain('还没有选完')
    const said = { step: 'rights', ask, q_right: 'copy', q_about: home.childId }
    const third = (await phone.send(path, said)).text
    expect(third).toContain('name="q_words"')
    expect(await requestsOf(home)).toEqual([])
    const receipt = await phone.send(path, { ...said, q_words: '', send: '1' })
    expect(receipt.text).toContain('答复您')
    expect(await requestsOf(home)).toMatchObject([
      { right: 'copy', subjectId: home.childId, askedById: home.grandmotherId },
    ])
  })

  test('five may wait at once, and no more', async () => {
    const home = await aHome(house)
    const { path, phone } = await openPage(home)
    for (let count = 0; count < 5; count += 1) {
      const { text } = await phone.open(`${path}?ask=1`)
      await phone.send(path, formOf(home, text))
    }
    const { text } = await phone.open(`${path}?ask=1`)
    expect((await phone.send(path, formOf(home, text))).text).toContain('还没有答复')
    expect(await requestsOf(home)).toHaveLength(5)
  })

  test('the end of any other page leads there; the address holds no name, and an answered link still takes it', async () => {
    const home = await aHome(house)
    const { path } = await aLink(home, 'consent')
    const phone = aPhone(house)
    await phone.send(path, { step: 'check', check: '2015' })
    const given = Object.fromEntries(consentPurposes.map((purpose) => [`c_${purpose}`, 'given']))
    const thanks = await phone.send(path, { step: 'consent', ...given, send: '1' })
    const door = /href="([^"]+)"/.exec(thanks.text)?.[1] ?? ''
    expect(door).toBe(`${path}?ask=1`)
    const page = await phone.open(door)
    await phone.send(path, formOf(home, page.text, { q_about: home.motherId, q_right: 'copy' }))
    expect(await requestsOf(home)).toMatchObject([{ relation: 'self', right: 'copy' }])
  })

  test('the request of a family does not hang on the colleague who sent the link', async () => {
    const home = await aHome(house)
    const next = await aColleague(home.worker, ['agencyAdmin', 'supervisor'])
    const { path, phone, page } = await openPage(home)
    const { staffId } = home.worker
    const left = await next.push(next.change('staff', staffId, 'suspend', {}, {}, { staffId }))
    expect(left.answers).toMatchObject([{ status: 'applied' }])
    await phone.send(path, formOf(home, page))
    const { entries } = await next.pull()
    expect(entries.filter(({ kind }) => kind === 'rightsRequest')).toHaveLength(1)
  })
})
