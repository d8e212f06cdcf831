import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gzipSync } from 'node:zlib'
import { consentPurposes } from '../../core/families/consent.ts'
import { contactPlanId } from '../../core/contact/contact-plan.ts'
import { addDays } from '../../core/kit/dates.ts'
import { contactPlanShape, wordingOfContactPlan } from '../../core/contact/contact-plan-shape.ts'
import {
  aHome,
  aLink,
  aPhone,
  type Browser,
  type Home,
} from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'
import { keepTold } from './family-contact-kept.ts'
import { findLink } from './stored-links.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
}, 60_000)
afterAll(() => house.close())

async function consentTo(home: Home): Promise<void> {
  const phone = aPhone(house)
  const { path } = await aLink(home, 'consent')
  await phone.send(path, { step: 'check', check: '2015' })
  const decisions = Object.fromEntries(consentPurposes.map((purpose) => [`c_${purpose}`, 'given']))
  await phone.send(path, { step: 'consent', ...decisions, send: '1' })
}

function askForLink(home: Home, personId: string) {
  return home.worker.post('/api/family-links', {
    ...{ familyId: home.familyId, personId, childId: home.childId, purpose: 'contact' },
    ...{ waveId: null, instrumentId: null, pairId: home.pairId, days: 90 },
  })
}

interface AtPhone {
  readonly path: string
  readonly phone: Browser
}

async function openContact(home: Home, personId = home.motherId): Promise<AtPhone> {
  const made = await askForLink(home, personId)
  const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
  const phone = aPhone(house)
  await phone.send(path, { step: 'check', check: '2015' })
  return { path, phone }
}

async function ofKind(home: Home, kind: string) {
  const { entries } = await home.worker.pull()
  return entries.filter((entry) => entry.kind === kind && !entry.removed)
}

const askIn = (text: string) => /name="ask" value="([^"]+)"/.exec(text)?.[1] ?? ''

/** Who began, how and how long, each on its page, as the buttons send them. */
async function tell({ path, phone }: AtPhone, began: string, how: string, minutes: string) {
  const ask = askIn((await phone.open(`${path}?page=log`)).text)
  const first = { step: 'log', ask, l_began: began }
  const second = await phone.send(path, first)
  expect(second.text).toContain('name="l_how"')
  const third = await phone.send(path, { ...first, l_how: how })
  expect(third.text).toContain('name="l_minutes"')
  const last = { ...first, l_how: how, l_minutes: minutes }
  return { ask, last, receipt: await phone.send(path, last) }
}

describe('the contact pages of a family', () => {
  test('a mother tells of a call in three taps: it is in the file as her account, and says that it arrived [CON-11]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home)
    const { receipt } = await tell(at, 'adult', 'videoCall', '15')
    expect(receipt.text).toContain('已经收到')
    expect(receipt.text).toContain('15 分钟')
    const [entry] = await ofKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({
      ...{ pairId: home.pairId, toldBy: 'adult', startedBy: 'adult', channel: 'videoCall' },
      ...{ minutes: 15, reached: true, on: house.open.house.today() },
    })
    expect((await at.phone.open(at.path)).text).toContain('15 分钟')
  })

  test('sent again after a lost reply it is one entry, also when both come at once', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home)
    const { last } = await tell(at, 'child', 'voiceCall', '5')
    const again = await Promise.all([at.phone.send(at.path, last), at.phone.send(at.path, last)])
    for (const { text } of again) expect(text).toContain('已经收到')
    expect(await ofKind(home, 'contactEntry')).toHaveLength(1)
  })

  test('told again from a fresh page, it is asked whether it was another time, and only then two [CON-15]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home)
    await tell(at, 'child', 'voiceCall', '5')
    const { last, receipt } = await tell(at, 'child', 'voiceCall', '5')
    expect(receipt.text).toContain('今天已经记过一条一样的')
    expect(receipt.text).toContain('5 分钟')
    expect(await ofKind(home, 'contactEntry')).toHaveLength(1)
    const another = await at.phone.send(at.path, { ...last, another: '1' })
    expect(another.text).toContain('已经收到')
    await at.phone.send(at.path, { ...last, another: '1' })
    expect(await ofKind(home, 'contactEntry')).toHaveLength(2)
  })

  test('who told of a call in these days and says that there was none is asked first; sure of it, it is written down [CON-18]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home)
    await tell(at, 'adult', 'voiceCall', '10')
    const ask = askIn((await at.phone.open(`${at.path}?page=log`)).text)
    const none = { step: 'log', ask, l_began: 'none' }
    const asked = await at.phone.send(at.path, none)
    expect(asked.text).toContain('这几天里您记过一次联系')
    expect(await ofKind(home, 'noContact')).toEqual([])
    await at.phone.send(at.path, { ...none, another: '1' })
    expect(await ofKind(home, 'noContact')).toHaveLength(1)
  })

  test('an attempt, a message and a week of silence need fewer taps', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const { path, phone } = await openContact(home)
    const send = (form: Record<string, string>) =>
      phone.send(path, { step: 'log', ask: crypto.randomUUID(), ...form })
    expect((await send({ l_began: 'missedByAdult' })).text).toContain('我打了，没联系上')
    expect((await send({ l_began: 'child', l_how: 'voiceMessage' })).text).toMatch(
      /小明先联系的 · 语音/,
    )
    expect((await send({ l_began: 'none', another: '1' })).text).toContain('这 7 天没有联系')
    expect(
      (await ofKind(home, 'contactEntry')).map(({ fields }) => fields['reached']).sort(),
    ).toEqual([false, true])
    expect((await ofKind(home, 'noContact')).map(({ fields }) => fields['toldBy'])).toEqual([
      'adult',
    ])
  })

  test('topics, tone and another day can be added, and what was wrong is taken back', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home)
    const { ask } = await tell(at, 'adult', 'videoCall', 'unknown')
    const more = await at.phone.open(`${at.path}?page=more&told=${ask}`)
    expect(more.text.match(/name="q_topics"/g)).toHaveLength(10)
    const receipt = await at.phone.send(at.path, {
      step: 'more',
      ask,
      q_topics: 'fun',
      m_tone: '3',
    })
    expect(receipt.text).toContain('已经收到')
    const [entry] = await ofKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({ topics: ['fun'], adultTone: 3, minutes: null })
    const undone = await at.phone.send(at.path, { step: 'undo', ask })
    expect(undone.text).toContain('已经去掉')
    expect(await ofKind(home, 'contactEntry')).toEqual([])
  })

  test('a grandmother tells her own account, sees pictures first, and nothing that asks about the parent’s tone', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home, home.grandmotherId)
    const first = await at.phone.open(at.path)
    expect(first.text).toContain('data-first')
    expect(first.text).not.toContain('<form')
    const { receipt } = await tell(at, 'caregiver', 'videoCall', '30')
    expect(receipt.text).not.toContain('page=more')
    const [entry] = await ofKind(home, 'contactEntry')
    expect(entry?.fields).toMatchObject({ toldBy: 'caregiver', startedBy: 'caregiver' })
  })

  test('without consent to be served nothing is asked and nothing is kept, and the page says so kindly [FAM-4]', async () => {
    const home = await aHome(house)
    const { path, phone } = await openContact(home)
    const page = await phone.open(path)
    expect(page.text).toContain('什么都不记')
    expect(page.text).not.toContain('l_began')
    const sent = await phone.send(path, {
      ...{ step: 'log', ask: crypto.randomUUID(), l_began: 'none' },
    })
    expect(sent.text).toContain('什么都不记')
    expect(await ofKind(home, 'noContact')).toEqual([])
  })

  test('goes to no child and about no other pair', async () => {
    const home = await aHome(house)
    expect((await askForLink(home, home.childId)).body).toMatchObject({ id: 'LinkNotForPerson' })
    const other = { ...home, pairId: freshId() }
    expect((await askForLink(other, home.motherId)).body).toMatchObject({ id: 'LinkNotForPerson' })
  })

  test('about a pair of whom one is kept away the page ends for everybody, and no other is made [CPL-7]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home, home.grandmotherId)
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
    const made = await askForLink(home, home.grandmotherId)
    expect(made.body).toMatchObject({ id: 'RestrictedParty' })
  })

  test('what could not be written down waits for a worker, each telling once, and the link goes on [ACC-20]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const { path, phone } = await openContact(home)
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
    expect(await ofKind(home, 'contactEntry')).toHaveLength(1)
    expect((await phone.open(path)).text).toContain('小明先联系的')
    const after = await worker.post('/api/family-links/waiting', {})
    expect(after.body).toMatchObject({ kept: [] })
  })

  test('a link that was taken back looks like one that never was', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const { path, phone } = await openContact(home)
    const made = await home.worker.post('/api/family-links/list', { familyId: home.familyId })
    const linkId = /"id":"([^"]+)"[^}]*"purpose":"contact"/.exec(made.text)?.[1] ?? ''
    await home.worker.post('/api/family-links/revoke', { familyId: home.familyId, linkId })
    const page = await phone.open(path)
    expect(page).toEqual(await phone.open('/f/nothing-like-a-token'))
  })
})

describe('plan and promises on the telephone', () => {
  async function aPlan(home: Home): Promise<string> {
    const { worker, pairId, familyId } = home
    const planId = contactPlanId(pairId, 1)
    const reply = await worker.push(
      worker.change('contactPlan', planId, 'create', {
        ...{ familyId, pairId, begunOn: house.open.house.today(), topics: ['fun'] },
        ...{ windows: { a: { weekday: 3, at: '20:00', minutes: 15, week: 'every' } } },
      }),
    )
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
    return planId
  }

  async function childAgrees(home: Home, planId: string): Promise<void> {
    const { worker } = home
    const [plan] = await ofKind(home, 'contactPlan')
    const wording = wordingOfContactPlan(contactPlanShape.parse(plan?.fields))
    const input = { by: 'child', on: house.open.house.today(), wording }
    const reply = await worker.push(worker.change('contactPlan', planId, 'agree', {}, {}, input))
    expect(reply.answers.map(({ status }) => status)).toEqual(['applied'])
  }

  const formOf = (text: string) => ({
    plan: /name="plan" value="([^"]+)"/.exec(text)?.[1] ?? '',
    wording: /name="wording" value="([^"]+)"/.exec(text)?.[1] ?? '',
  })

  test('what is still being written is on nobody’s telephone; from the child’s yes on the parent reads it [CPL-9]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const planId = await aPlan(home)
    const { path, phone } = await openContact(home)
    expect((await phone.open(path)).text).not.toContain('请您看一看')
    const early = await phone.open(`${path}?page=plan`)
    expect(early.text).not.toContain('20:00')
    expect(formOf(early.text).plan).toBe('')
    await childAgrees(home, planId)
    expect((await phone.open(path)).text).toContain('请您看一看')
    expect((await phone.open(`${path}?page=plan`)).text).toContain('20:00')
  })

  test('a mother agrees to the words before her; to words that were changed meanwhile she is asked again [CPL-2]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const planId = await aPlan(home)
    await childAgrees(home, planId)
    const { path, phone } = await openContact(home)
    const shown = formOf((await phone.open(`${path}?page=plan`)).text)
    const { worker } = home
    await worker.push(worker.change('contactPlan', planId, 'takeBack', {}))
    expect((await phone.send(path, { step: 'agree', ...shown })).text).toContain('刚刚改过')
    await worker.push(
      worker.change('contactPlan', planId, 'edit', { starter: 'child' }, { starter: 'inTurns' }),
    )
    await childAgrees(home, planId)
    const late = await phone.send(path, { step: 'agree', ...shown })
    expect(late.text).toContain('刚刚改过')
    const sent = await phone.send(path, { step: 'agree', ...formOf(late.text) })
    expect(sent.text).toContain('您同意了')
    expect((await phone.send(path, { step: 'agree', ...formOf(late.text) })).text).toContain(
      '您同意了',
    )
    const [plan] = await ofKind(home, 'contactPlan')
    const today = house.open.house.today()
    expect(plan?.fields).toMatchObject({ adultAgreedOn: today, childAgreedOn: today })
  })

  test('a promise is made with one tap, and what became of it with another; moved needs its day [CON-4]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const { path, phone } = await openContact(home)
    const page = await phone.open(`${path}?page=pledges`)
    const form = { step: 'promise', ask: askIn(page.text), about: 'call' }
    await phone.send(path, form)
    const made = await phone.send(path, form)
    const id = /name="pledge" value="([^"]+)"/.exec(made.text)?.[1] ?? ''
    const asked = await phone.send(path, {
      step: 'settle',
      pledge: id,
      state: 'moved',
      movedTo: '',
    })
    expect(asked.text).toContain('先选好新的日子')
    const told = await phone.send(path, { step: 'settle', pledge: id, state: 'kept', movedTo: '' })
    expect(told.text).toContain('社工收到了')
    const pledges = await ofKind(home, 'pledge')
    expect(pledges.map(({ fields }) => fields)).toMatchObject([
      { by: 'adult', about: 'call', state: 'kept', toldBy: 'adult', settledToldBy: 'adult' },
    ])
  })

  test('a slip is mended, a moved promise is told when its day has come, and of the child’s the parent does not speak alone [CON-4]', async () => {
    const home = await aHome(house)
    await consentTo(home)
    const { worker, familyId, pairId } = home
    const { path, phone } = await openContact(home)
    const today = house.open.house.today()
    const own = freshId()
    const childs = freshId()
    const fields = { familyId, pairId, about: 'sendThing', madeOn: '2026-01-01' }
    await worker.push(
      worker.change('pledge', own, 'create', { ...fields, by: 'adult' }),
      worker.change('pledge', childs, 'create', { ...fields, by: 'child' }),
    )
    const say = (id: string, state: string, movedTo = '') =>
      phone.send(path, { step: 'settle', pledge: id, state, movedTo })
    const stateOf = async (id: string) =>
      (await ofKind(home, 'pledge')).find((one) => one.id === id)?.fields
    await say(childs, 'broken')
    expect(await stateOf(childs)).toMatchObject({ state: 'open' })
    expect((await phone.open(`${path}?page=pledges`)).text).toContain('由孩子和社工一起说')
    await say(own, 'broken')
    const undone = await say(own, 'undo')
    expect(undone.text).toContain('这一条已经去掉了')
    expect(await stateOf(own)).toMatchObject({ state: 'open', settledOn: null })
    await say(own, 'moved', addDays(today, 2))
    expect(await stateOf(own)).toMatchObject({ state: 'moved', movedTo: addDays(today, 2) })
    await say(own, 'kept')
    expect(await stateOf(own)).toMatchObject({ state: 'kept', movedTo: addDays(today, 2) })
    const page = await phone.open(`${path}?page=pledges`)
    const ask = askIn(page.text)
    await phone.send(path, { step: 'promise', ask, about: 'call' })
    const fresh = (await ofKind(home, 'pledge')).find((one) => one.fields['about'] === 'call')
    await say(String(fresh?.id), 'undo')
    expect((await ofKind(home, 'pledge')).map(({ id }) => id)).not.toContain(fresh?.id)
  })
})

test('hearing oneself leads back to the page from which it was opened [CON-12]', async () => {
  const home = await aHome(house)
  await consentTo(home)
  const { path, phone } = await openContact(home)
  expect((await phone.open(path)).text).toContain(`${path}?page=tone`)
  const { text } = await phone.open(`${path}?page=tone`)
  expect(text).toContain('听听自己怎么说')
  expect(text).toContain(`href="${path}?"`)
  expect(text).not.toMatch(/小明|陈芳|tone:/)
})

/** What the telephone loads beside each page, once: the script of the family pages, compressed. */
const scriptBytes = 4_500

describe('the size of the contact pages', () => {
  test.each([
    'parent',
    'caregiver',
  ] as const)('every page of a %s comes within twelve kilobytes', async (who) => {
    const home = await aHome(house)
    await consentTo(home)
    const at = await openContact(home, who === 'parent' ? home.motherId : home.grandmotherId)
    const { ask } = await tell(at, 'adult', 'videoCall', '15')
    const pages = ['', '?page=log', '?page=card', '?page=plan', '?page=pledges', `?told=${ask}`]
    for (const page of [...pages, `?page=more&told=${ask}`]) {
      const { text } = await at.phone.open(`${at.path}${page}`)
      expect(gzipSync(text).length).toBeLessThan(12_000 - scriptBytes)
    }
  })
})
