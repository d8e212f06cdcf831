// A grandmother who does not read, on her own telephone: the plan one point a page, her data one question a page, with and without script.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  aPlan,
  askForContactLink,
  childAgrees,
  consentToAll,
  listOfKind,
} from '../testing/house/contact-at-phone.ts'
import { aHome, aLink, type Home } from '../testing/house/family-at-phone.ts'
import { openBrowser, phone } from './browser.ts'
import { type FamilyHouse, openFamilyHouse } from './family-house.ts'
import { expectFit } from './family-steps.ts'
import { wordsOf } from './words.ts'

let browser: Browser
let at: FamilyHouse
beforeAll(async () => {
  browser = await openBrowser()
  at = await openFamilyHouse()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await at.close()
})

async function openPhone(
  language: 'zh-CN' | 'en',
  javaScriptEnabled: boolean,
  path: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, locale: language, javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${at.address}${path}`)
  await page.locator('input[name=check]').fill('2015')
  await page.keyboard.press('Enter')
  await page.locator('input[name=check]').waitFor({ state: 'detached' })
  return page
}

async function homeWithPlan(): Promise<Home> {
  const home = await aHome(at.house)
  await consentToAll(at.house, home)
  const planId = await aPlan(at.house, home, { caregiverId: home.grandmotherId })
  await childAgrees(at.house, home, planId)
  return home
}

describe.each([
  ['zh-CN', true],
  ['zh-CN', false],
  ['en', true],
] as const)('a grandmother on her telephone, %s, script %s', (language, scripted) => {
  const say = wordsOf(language)
  const name = `caregiver-${language}-${scripted ? 'script' : 'plain'}`
  /** What looks at a page needs script itself. */
  const look = async (page: Page, what: string) => {
    if (scripted) await expectFit(page, `${name}-${what}`)
  }

  test('hears the plan point by point and says after the last that she has heard it [CPL-11]', async () => {
    const home = await homeWithPlan()
    const made = await askForContactLink(home, home.grandmotherId)
    const path = new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
    const page = await openPhone(language, scripted, path)
    await look(page, 'home')
    await page.getByRole('link', { name: say('family:contactHome.planWaits') }).click()
    const next = page.getByRole('link', { name: say('family:contactPlan.next'), exact: true })
    const heardAll = page.getByRole('link', { name: say('family:contactPlan.heardAll') })
    const witness = page.getByRole('button', { name: say('family:contactPlan.witness') })
    await look(page, 'plan-first')
    for (let point = 1; (await heardAll.count()) === 0; point += 1) {
      expect(point).toBeLessThan(12)
      expect(await witness.count()).toBe(0)
      const title = await page.locator('main').innerText()
      await next.click()
      expect(await page.locator('main').innerText()).not.toBe(title)
    }
    await heardAll.click()
    await look(page, 'plan-end')
    await witness.click()
    await page.getByText(say('family:contactPlan.note.seen')).waitFor()
    const [plan] = await listOfKind(home, 'contactPlan')
    expect(plan?.fields['caregiverSawOn']).toBe(at.house.open.house.today())
    await look(page, 'plan-said')
    await page.context().close()
  })

  test('asks for a copy in three taps, and reads by when she is answered [RIG-23]', async () => {
    const home = await aHome(at.house)
    const { path } = await aLink(home, 'rights', home.grandmotherId)
    const page = await openPhone(language, scripted, path)
    await look(page, 'rights-what')
    await page.getByRole('button', { name: say('family:rights.copy') }).click()
    await look(page, 'rights-about')
    await page.getByRole('button', { name: '小明' }).click()
    await look(page, 'rights-words')
    await page.getByRole('button', { name: say('family:rights.send') }).click()
    await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
    const [ahead = '', after = ''] = say('family:rights.due', { day: '|' }).split('|')
    const told = await page.locator('main').innerText()
    expect(told).toContain(ahead)
    expect(told).toContain(after)
    expect(told).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    await look(page, 'rights-sent')
    expect(await listOfKind(home, 'rightsRequest')).toHaveLength(1)
    await page.context().close()
  })
})
