// A child and a mother far away: what they agree on, one call told by both and told differently, a week without, promises, a card, the
// child who tells of a call itself; on a phone, partly without a network.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { button, sayFreeOnSunday, tellContact } from './contact-steps.ts'
import { dayFromToday, dayInWords, giveConsent, importVillage, openFamily } from './desk-steps.ts'
import { waitUntilProgramKept } from './device-steps.ts'
import { pin, setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const home = households[0]
const child = home?.child ?? ''
const mother = home?.mother ?? ''
const safeWords = '南瓜熟了'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
let path = ''
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, phone)
  const { page } = seat
  page.setDefaultTimeout(30_000)
  await setUpAgency(seat, kiteline)
  await importVillage(page)
  await openFamily(page, child)
  await giveConsent(page, mother, dayFromToday(-40))
  for (const name of [child, mother]) {
    await openFamily(page, child)
    await sayFreeOnSunday(page, name)
  }
  await openContact()
  const { pathname, search } = new URL(page.url())
  path = pathname + search
}, 240_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function openContact(): Promise<void> {
  const { page } = seat
  await openFamily(page, child)
  await page.getByRole('link', { name: say('contact:log.open'), exact: true }).click()
  await page.getByRole('heading', { name: say('contact:told.title') }).waitFor()
}

async function expectFit(): Promise<void> {
  expect(await findOverflow(seat.page)).toEqual([])
  expect(await findBarriers(seat.page)).toEqual([])
}

describe('a child and a mother far away', () => {
  test('both said when they are free: it is proposed, each agrees to the words, and it hangs on the wall [CPL-1, CPL-2, CPL-5]', async () => {
    const { page } = seat
    const window = { day: say('contact:weekday.7'), at: '19:30', count: 15 }
    await button(page, say('contact:plan.begin')).click()
    await button(page, say('contact:plan.window', window)).click()
    await button(page, say('contact:plan.addWindow')).click()
    const today = String(new Date(dayFromToday(0)).getUTCDay() || 7)
    await page.getByLabel(say('contact:plan.weekday'), { exact: true }).last().selectOption(today)
    await page.getByLabel(say('contact:plan.at')).last().fill('20:40')
    await page.getByLabel(say('contact:fields.safeSentence')).fill(safeWords)
    await page.getByLabel(say('contact:redLight.saySafeSentence')).check()
    await button(page, say('kit:save')).click()
    await page.getByText(say('contact:plan.state.draft'), { exact: true }).waitFor()
    await button(page, say('contact:plan.agreeBy', { name: child })).click()
    await button(page, say('contact:plan.takeBack')).waitFor()
    await button(page, say('contact:plan.agreeBy', { name: mother })).click()
    await page.getByText(say('contact:plan.state.agreed'), { exact: true }).waitFor()
    expect(await button(page, say('contact:plan.edit')).count()).toBe(0)
    await page.getByRole('link', { name: say('contact:plan.print'), exact: true }).click()
    await page.getByText(say('contact:plan.window', window)).waitFor()
    // What only the two know hangs on no wall unless somebody wants it there.
    const sign = page.getByText(say('contact:plan.safe', { words: safeWords }))
    expect(await sign.count()).toBe(0)
    await page.getByLabel(say('contact:plan.withSign')).check()
    await sign.waitFor()
    if (process.env['WALL_SHOT'] !== undefined)
      await page.pdf({ path: process.env['WALL_SHOT'], format: 'A4' })
    await expectFit()
    await goInside(page, path)
  })

  test('who have not been heard of stand on Today in one line, with what they agreed on; it leads to help [CON-19, CPL-8]', async () => {
    const { page } = seat
    await goInside(page, '/today')
    const names = new RegExp(`${child} [–—] ${mother}`)
    const row = page.locator('main li').filter({ hasText: names })
    await row.first().waitFor()
    expect(await row.count()).toBe(1)
    expect(await row.innerText()).toContain('20:40')
    await row.getByRole('link', { name: say('contact:home.toPlan'), exact: true }).click()
    await page.getByText(say('contact:plan.safe', { words: safeWords })).waitFor()
    await expectFit()
    await goInside(page, '/today')
    await goInside(page, path)
  })

  test('tell one call in two ways, without a network: one contact that says where they differ; set apart, and one again [CON-5]', async () => {
    const { page, context } = seat
    await waitUntilAllSent(page)
    await waitUntilProgramKept(page)
    await goInside(page, path)
    await context.setOffline(true)
    await tellContact(page, child, mother, 20)
    await tellContact(page, mother, child, 5)
    const fields = [
      say('contact:told.difference.startedBy'),
      say('contact:told.difference.minutes'),
    ]
    const what = new Intl.ListFormat('zh-CN', { type: 'conjunction' }).format(fields)
    const differs = page.getByText(say('contact:told.differs', { what }))
    await differs.waitFor()
    await button(page, say('contact:told.apart')).click()
    await differs.waitFor({ state: 'detached' })
    const together = { day: dayInWords(0), names: mother }
    await button(page, say('contact:told.together', together)).click()
    await differs.waitFor()
    await context.setOffline(false)
    await waitUntilAllSent(page)
  })

  test('a week without is said by somebody; of two small promises one is kept and one moved in time [CON-3, CON-4]', async () => {
    const { page } = seat
    await button(page, say('contact:none.add')).click()
    await page.getByLabel(say('contact:fields.from'), { exact: true }).fill(dayFromToday(-20))
    await page.getByLabel(say('contact:fields.until'), { exact: true }).fill(dayFromToday(-14))
    await button(page, say('contact:none.save')).click()
    await button(page, say('contact:pledge.add')).click()
    await button(page, say('kit:save')).click()
    await button(page, say('contact:pledge.state.kept')).click()
    await button(page, say('contact:pledge.add')).click()
    await button(page, say('kit:save')).click()
    await button(page, say('contact:pledge.state.moved')).click()
    await button(page, say('kit:save')).click()
    const settled = say('contact:sum.pledgesValue', { kept: 1, moved: 1, broken: 0, open: 0 })
    await page.getByText(settled).waitFor()
    await page.getByText(say('contact:sum.weeksValue', { known: 2, unknown: 1 })).waitFor()
    await waitUntilAllSent(page)
    await expectFit()
  })

  test('are given the card of the week, which is large, fits a phone and prints twice on a sheet [CON-9]', async () => {
    const { page, context } = seat
    await context.setOffline(true)
    await button(page, say('cards:week.giveTo', { child, adult: mother })).click()
    await page.getByText(say('cards:week.history', { count: 1 })).waitFor()
    await page.getByRole('link', { name: say('cards:week.all'), exact: true }).click()
    await page.getByLabel(say('cards:fields.family')).selectOption(say('cards:family.together'))
    await page.getByLabel(say('cards:fields.network')).selectOption(say('cards:network.none'))
    await expectFit()
    await page.locator('main li a[href^="/contact/cards/"]').first().click()
    await page.getByRole('article').waitFor()
    await expectFit()
    await page.getByRole('link', { name: say('cards:page.printOne') }).click()
    await button(page, say('kit:print')).waitFor()
    expect(await page.getByRole('article').count()).toBe(2)
    await expectFit()
    await context.setOffline(false)
    await goInside(page, path)
  })

  test('the child tells of a call in three taps on the locked device, and a little more by pictures [CON-10, CON-23]', async () => {
    const { page } = seat
    await openContact()
    await page.getByRole('link', { name: say('contact:child.open'), exact: true }).click()
    await button(page, say('contact:child.give', { name: child })).click()
    const call = say('inquiry:calls.mother')
    const who = button(page, `${call} ${mother}`)
    await who.or(button(page, say('contact:child.me'))).waitFor()
    if ((await who.count()) > 0) await who.click()
    await expectFit()
    await button(page, say('contact:child.me')).click()
    await button(page, say('contact:channel.videoCall')).click()
    await page.getByText(say('contact:child.tone', { call })).waitFor()
    await button(page, say('contact:child.face.4')).click()
    await page.getByText(say('contact:child.saved')).waitFor()
    await button(page, say('contact:child.moreOpen')).click()
    const topic = button(page, say('cards:topic.fun'))
    await topic.click()
    expect(await topic.getAttribute('aria-pressed')).toBe('true')
    const after = page.getByRole('region', { name: say('contact:child.moreAfter') })
    await after.getByRole('button', { name: say('contact:face.4'), exact: true }).click()
    await expectFit()
    await button(page, say('contact:child.moreDone')).click()
    await page.getByText(say('contact:child.saved')).waitFor()
    expect(await button(page, say('contact:child.moreOpen')).count()).toBe(0)
    await page.goBack()
    expect(await page.getByRole('navigation').count()).toBe(0)
    await button(page, say('inquiry:handover.leave')).click()
    await page.getByLabel(say('access:pin.label')).fill(pin)
    await button(page, say('inquiry:handover.takeBack')).click()
    await button(page, say('contact:child.give', { name: child })).waitFor()
    await goInside(page, path)
    const told = say('contact:told.tone', { face: say('contact:toneFace.4') })
    await page.getByText(told).first().waitFor()
  })

  test('the chart of the family has a point for each week known and says which week nobody wrote [CON-7, EVA-24]', async () => {
    const { page } = seat
    await page.getByRole('link', { name: say('contact:page.toChart') }).click()
    await page.getByRole('heading', { name: say('evaluation:case.contactTitle') }).waitFor()
    await page.getByText(say('evaluation:case.unknownWeeks', { count: 1 })).waitFor()
    await waitUntilAllSent(page)
    expect(seat.complaints).toEqual([])
  })
})
