// Families at their own phones, on a thin line: a mother after her night shift consents and tells of a call; the worker types how the
// child tells it, and both stand; a reply is lost; a grandmother goes by pictures; a link is taken back.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { button, tellContact } from './contact-steps.ts'
import { importVillage, openFamily, openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { expectFit, line, makeLink, shoot, tap } from './family-steps.ts'
import { goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'
import { parentForm } from './group-answers.ts'
import { openQuestionnaire } from './group-steps.ts'
import { readWords } from '../core/inquiry/words.ts'

const home = households[0]
const child = home?.child ?? ''
const mother = home?.mother ?? ''
const grandmother = home?.grandmother ?? ''

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
let pairPage = ''
let hers: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(30_000)
  await setUpAgency(desk, kiteline)
  await importVillage(desk.page)
  await addGrandmother()
  await waitUntilAllSent(desk.page)
  hers = await takePhone()
}, 240_000)
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await hers.page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function addGrandmother(): Promise<void> {
  const { page } = desk
  await openFamily(page, child)
  await page.getByRole('link', { name: say('families:file.addPerson') }).click()
  const relation = say('families:relation.grandmother')
  await page.getByLabel(say('families:new.relation')).selectOption(relation)
  await page.getByLabel(say('families:fields.name')).fill(grandmother)
  await button(page, say('kit:save')).click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
}

async function takePhone(): Promise<Seat> {
  const seat = await sitDown(browser, phone)
  seat.page.setDefaultTimeout(30_000)
  const session = await seat.context.newCDPSession(seat.page)
  await session.send('Network.emulateNetworkConditions', line)
  return seat
}

async function passCheck(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.locator('input[name=check]').fill(home?.bornOn.slice(0, 4) ?? '')
  await button(page, say('family:check.go')).click()
}

const openPair = async (): Promise<void> => {
  const { page } = desk
  await openFamily(page, child)
  await page.getByRole('link', { name: say('contact:log.open'), exact: true }).click()
  await page.getByRole('heading', { name: say('contact:told.title') }).waitFor()
}

/** What came by link is on the desk with its next look at the server. */
const patience = { timeout: 90_000 }

async function linkTo(holder: string): Promise<string> {
  const section = desk.page.getByRole('region', { name: say('contact:link.title') })
  await section.waitFor(patience)
  return makeLink(section, holder, say('contact:link.make', { days: 90 }))
}

const beganBy = (who: string): string => say(`family:contactLog.by.adult.${who}`, { child })

let address = ''

describe('a mother after the night shift', () => {
  test('consents by link, one tap for each point', async () => {
    const { page } = desk
    await openFamily(page, child)
    await page
      .getByRole('link', { name: say('families:consent.open') })
      .first()
      .click()
    const section = page.getByRole('region', { name: say('families:link.title') })
    const consent = await makeLink(section, mother, say('families:link.make', { days: 14 }))
    await passCheck(hers.page, consent)
    for (let number = 1; number <= 5; number += 1) {
      await hers.page.getByText(say('family:consent.step', { number, count: 5 })).waitFor()
      await tap(hers.page, say('family:consent.answer.given'))
    }
    await tap(hers.page, say('family:consent.send'))
    await hers.page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
  })

  test('answers the questionnaire of the wave on the same thin line; what was ticked outlives a closed page', async () => {
    const { page } = desk
    const title = readWords(parentForm.title, 'zh-CN')
    await goInside(page, '/inquiry/waves/new')
    await page.getByLabel(say('inquiry:wave.title')).fill('前测')
    await page.getByLabel(say('inquiry:wave.who')).selectOption('register')
    await page.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check()
    await button(page, say('kit:save')).click()
    await page.getByRole('heading', { name: say('inquiry:wave.facts') }).waitFor()
    await openQuestionnaire(page, mother)
    await button(page, say('inquiry:link.make')).click()
    const words = await page.getByLabel(say('access:link.words')).inputValue()
    expect(words).not.toContain(child)
    const sent = /https?:\S+/.exec(words)?.[0] ?? ''
    await passCheck(hers.page, sent)
    const [first] = parentForm.items
    const one = (item: string) => hers.page.locator(`input[name="q_${item}"]`)
    await one(first?.id ?? '')
      .first()
      .check()
    await expectFit(hers.page, 'questionnaire')
    await hers.page.goto('about:blank')
    await hers.page.goto(sent)
    await expect
      .poll(() =>
        one(first?.id ?? '')
          .first()
          .isChecked(),
      )
      .toBe(true)
    for (const { id } of parentForm.items) await one(id).nth(1).check()
    await tap(hers.page, say('family:questionnaire.send'))
    await hers.page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
  })

  test('tells of a call in three taps, adds what came up, and reads that it arrived', async () => {
    await openPair()
    const { pathname, search } = new URL(desk.page.url())
    pairPage = pathname + search
    address = await linkTo(mother)
    await shoot(desk.page, 'desk')
    const { page } = hers
    await passCheck(page, address)
    await page.getByText(say('family:contactLog.began')).waitFor()
    await expectFit(page, 'home')
    await tap(page, beganBy('adult'))
    await page.getByText(say('family:contactLog.how')).waitFor()
    await expectFit(page, 'how')
    await tap(page, say('contact:channel.videoCall'))
    await page.getByText(say('family:contactLog.minutes')).waitFor()
    await expectFit(page, 'minutes')
    await tap(page, say('family:contactLog.long.30'))
    await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
    await expectFit(page, 'told')
    const today = page.locator('[aria-pressed=true]')
    expect(await today.textContent()).toContain(say('family:contactMore.days.0'))
    await page.getByRole('button', { name: say('family:contactMore.days.1') }).click()
    await page
      .locator('[aria-pressed=true]', { hasText: say('family:contactMore.days.1') })
      .waitFor()
    await page.getByRole('button', { name: say('family:contactMore.days.0') }).click()
    await today.filter({ hasText: say('family:contactMore.days.0') }).waitFor()
    await page.getByRole('link', { name: say('family:contactMore.open') }).click()
    await page.getByLabel(say('cards:topic.fun')).check()
    const answer = (question: string, face: string) =>
      page.getByRole('group', { name: question }).getByLabel(face, { exact: true }).check()
    await answer(say('family:contactMore.tone'), say('family:contactMore.face.3'))
    await answer(say('family:contactMore.before.adult'), say('contact:face.2'))
    await answer(say('family:contactMore.after.adult'), say('contact:face.4'))
    await expectFit(page, 'more')
    await tap(page, say('family:contactMore.send'))
    await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
  })

  test('and the child tells it otherwise: the worker types it, both stand, and where they differ is said', async () => {
    const { page } = desk
    await page
      .getByText(say('contact:told.begun', { name: mother }))
      .first()
      .waitFor(patience)
    await tellContact(page, child, child, 10)
    const said = page.getByText(say('contact:told.differs', { what: '' })).first()
    await said.waitFor()
    for (const field of ['startedBy', 'minutes'])
      expect(await said.innerText()).toContain(say(`contact:told.difference.${field}`))
    await waitUntilAllSent(page)
  })
})

describe('a thin line', () => {
  test('a reply that is lost makes no second entry: the phone sends again, and reads that it arrived', async () => {
    const { page } = hers
    await page.goto(address)
    await tap(page, beganBy('child'))
    await tap(page, say('contact:channel.voiceCall'))
    await page.getByText(say('family:contactLog.minutes')).waitFor()
    let lost = 0
    await page.route('**/f/*', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch({ maxRedirects: 0 })
      return route.abort('connectionreset')
    })
    await tap(page, say('family:contactLog.long.5'))
    await page.waitForURL('chrome-error://**')
    await page.goto(address)
    await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
    expect(lost).toBe(1)
    await page.unroute('**/f/*')
    await page.getByRole('link', { name: say('family:contactHome.back') }).click()
    await page.getByRole('heading', { name: say('family:contactHome.told') }).waitFor()
    const told = page.getByRole('listitem').filter({ hasText: beganBy('child') })
    expect(await told.count()).toBe(1)
    const minutes = say('contact:minutes', { count: 5 })
    expect(await told.innerText()).toContain(minutes)
  })

  test('without a network the phone asks on, says how many it keeps, gives one back, and each arrives once [CON-24]', async () => {
    const { page, context } = hers
    // The script has come: before it, a page without a line can keep nothing.
    const isReady = () =>
      page.locator('#f').evaluate((form) => form.previousElementSibling?.getAttribute('role'))
    await expect.poll(isReady).toBe('status')
    const keeps = (count: number) =>
      page.getByText(say('family:contactLog.waiting', { n: String(count) })).waitFor()
    await context.setOffline(true)
    await tap(page, beganBy('adult'))
    await page.getByText(say('family:contactLog.waitingMore')).waitFor()
    await tap(page, say('contact:channel.voiceCall'))
    await tap(page, say('family:contactLog.long.60'))
    await keeps(1)
    await tap(page, beganBy('child'))
    await tap(page, say('contact:channel.visit'))
    await tap(page, say('family:contactLog.long.60'))
    await keeps(2)
    await tap(page, beganBy('missedByAdult'))
    await keeps(3)
    await shoot(page, 'waiting')
    await tap(page, say('family:contactLog.dropLast'))
    await keeps(2)
    // Another tab of the same page sends them too: it is one entry each.
    const other = await context.newPage()
    await context.setOffline(false)
    await page.getByText(say('family:contactNote.arrived')).waitFor()
    await other.goto(page.url())
    const told = page.getByRole('listitem')
    for (const channel of ['voiceCall', 'visit'] as const)
      expect(
        await told
          .filter({ hasText: say(`contact:channel.${channel}`) })
          .filter({ hasText: '60' })
          .count(),
      ).toBe(1)
    expect(await told.filter({ hasText: beganBy('missedByAdult') }).count()).toBe(0)
    expect(await page.getByText(say('family:contactLog.waiting', { n: '2' })).count()).toBe(0)
    await other.close()
  })

  test('what was begun on one page and cut off goes on without a network, and closing the page loses nothing [CON-24]', async () => {
    const { page, context } = hers
    await tap(page, beganBy('adult'))
    await page.getByText(say('family:contactLog.how')).waitFor()
    await context.setOffline(true)
    await tap(page, say('contact:channel.text'))
    await page.getByText(say('family:contactLog.waiting', { n: '1' })).waitFor()
    const address = new URL(page.url())
    await page.close()
    await context.setOffline(false)
    hers = { ...hers, page: await context.newPage() }
    await hers.page.goto(`${address.origin}${address.pathname}`)
    await hers.page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
    await tap(hers.page, say('family:contactLog.undo'))
    await hers.page.getByText(say('family:contactNote.takenBack')).waitFor()
  })
})

describe('at home and afterwards', () => {
  test('a grandmother who reads little goes by pictures, one decision a page', async () => {
    await goInside(desk.page, pairPage)
    const link = await linkTo(grandmother)
    const seat = await takePhone()
    const { page } = seat
    await passCheck(page, link)
    await page.getByRole('link', { name: say('family:contactHome.toLog') }).waitFor()
    await expectFit(page, 'caregiver')
    await page.getByRole('link', { name: say('family:contactHome.toCard') }).click()
    await expectFit(page, 'caregiver-card')
    await page.getByRole('link', { name: say('family:contactHome.back') }).click()
    await page.getByRole('link', { name: say('family:contactHome.toLog') }).click()
    await tap(page, say('family:contactLog.by.caregiver.caregiver'))
    await tap(page, say('contact:channel.videoCall'))
    await tap(page, say('family:contactLog.long.15'))
    await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
    expect(seat.complaints).toEqual([])
    await seat.context.close()
  })

  test('the mother agrees to the plan once the child has, promises with one tap and hears herself; each leads back [CPL-9, CON-4, CON-12]', async () => {
    const { page } = desk
    const own = '每次先问孩子吃饭了没有'
    await goInside(page, pairPage)
    await button(page, say('contact:plan.begin')).click()
    await page.getByLabel(say('contact:fields.ownWords')).fill(own)
    await button(page, say('kit:save')).click()
    await button(page, say('contact:plan.agreeBy', { name: child })).waitFor()
    await waitUntilAllSent(page)
    const follow = (name: string) => hers.page.getByRole('link', { name, exact: true }).click()
    const back = say('family:contactHome.back')
    await hers.page.goto(address)
    await follow(say('family:contactHome.toPlan'))
    await hers.page.getByText(say('family:contactPlan.none')).waitFor()
    expect(await hers.page.getByText(own).count()).toBe(0)
    await goInside(page, pairPage)
    await button(page, say('contact:plan.agreeBy', { name: child })).click()
    await button(page, say('contact:plan.takeBack')).waitFor()
    await waitUntilAllSent(page)
    await follow(back)
    await follow(say('family:contactHome.planWaits'))
    await hers.page.getByText(own).waitFor()
    await expectFit(hers.page, 'plan')
    await tap(hers.page, say('family:contactPlan.agree'))
    await hers.page.getByText(say('family:contactPlan.note.agreed')).waitFor()
    await follow(back)
    await follow(say('family:contactHome.toPledges'))
    await tap(hers.page, say('contact:about.call'))
    await hers.page.getByText(say('family:contactNote.pledgeMade')).waitFor()
    await expectFit(hers.page, 'pledges')
    await tap(hers.page, say('contact:pledge.state.kept'))
    await hers.page.getByText(say('family:contactNote.pledgeTold')).waitFor()
    await follow(back)
    await follow(say('tone:title'))
    await follow(say('tone:toRecord'))
    await hers.page.getByText(say('tone:stays')).waitFor()
    await follow(back)
    await hers.page.getByText(say('family:contactLog.began')).waitFor()
    await page.getByText(say('contact:plan.state.agreed'), { exact: true }).waitFor(patience)
  })

  test('the mother changes her mind about photographs on her own page, and the worker’s Today says so [FAM-71]', async () => {
    const { page } = hers
    await page.goto(address)
    await page.getByRole('link', { name: say('family:takeBack.door') }).click()
    await page.getByRole('heading', { name: say('family:takeBack.title') }).waitFor()
    await expectFit(page, 'agreed')
    await page.getByRole('button', { name: /拍照片/ }).click()
    await page.getByText(say('families:purpose.photo.afterWithdrawal')).waitFor()
    await expectFit(page, 'sure')
    await tap(page, say('family:takeBack.sure'))
    await page.getByRole('heading', { name: say('family:takeBack.doneTitle') }).waitFor()
    await expectFit(page, 'taken-back')
    await page.getByRole('link', { name: say('family:contactHome.back') }).click()
    await page.getByText(say('family:contactLog.began')).waitFor()
    await openRoom(desk.page, 'today')
    const word = say('families:consent.state.withdrawn')
    const purposes = say('families:purpose.photo.short')
    const news = say('families:news.word', { word, purposes })
    await desk.page.getByText(news).first().waitFor(patience)
    await shoot(desk.page, 'news')
    // In the file it stands as her word, whoever's link carried it.
    await openFamily(desk.page, child)
    await desk.page
      .getByText(new RegExp(`^${mother}说的，由`))
      .first()
      .waitFor()
    await goInside(desk.page, pairPage)
  })

  test('a link that was taken back says that it no longer works, and nothing about anybody', async () => {
    const { page } = desk
    const sent = page.getByText(new RegExp(`^${mother} · `)).locator('..')
    await sent.getByRole('button', { name: say('contact:link.revoke') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('contact:link.revoke') })
      .click()
    await sent.waitFor({ state: 'detached' })
    await hers.page.goto(address)
    await hers.page.getByRole('heading', { name: say('family:ended.title') }).waitFor()
    expect(await hers.page.getByText(child).count()).toBe(0)
    expect([...desk.complaints, ...hers.complaints]).toEqual([])
  })
})
