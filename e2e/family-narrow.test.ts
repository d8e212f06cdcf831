// Every family page on the narrowest screen, 320 px, for somebody who reads at twice the usual size: nothing is pushed sideways, and
// nothing stands in the way of whoever listens or types.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHome, aLink, type Home } from '../testing/house/family-at-phone.ts'
import { openBrowser } from './browser.ts'
import { type FamilyHouse, openFamilyHouse } from './family-house.ts'
import { findBarriers, findOverflow } from './look-around.ts'

const viewport = { width: 320, height: 640 } as const
let browser: Browser
let at: FamilyHouse
let home: Home
beforeAll(async () => {
  browser = await openBrowser()
  at = await openFamilyHouse()
  home = await aHome(at.house)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await at.close()
})

async function openPhone(locale: string, path: string): Promise<Page> {
  const context = await browser.newContext({ viewport, locale })
  const page = await context.newPage()
  await page.goto(`${at.address}${path}`)
  return page
}

async function expectFit(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'))
  expect(await findOverflow(page)).toEqual([])
  expect(await findBarriers(page)).toEqual([])
}

describe.each(['zh-CN', 'en'])('a family page on 320 px at twice the size, %s', (locale) => {
  test.each(['questionnaire', 'consent', 'rights'] as const)('%s', async (purpose) => {
    const { path } = await aLink(home, purpose)
    const page = await openPhone(locale, path)
    await expectFit(page)
    await page.locator('input[name=check]').fill('2015')
    await page.keyboard.press('Enter')
    await page.locator('input[name=check]').waitFor({ state: 'detached' })
    await expectFit(page)
    await page.context().close()
  })

  test.each(['/f/tone', '/f/tone?record=1', '/f/no-such-link'])('%s', async (path) => {
    const page = await openPhone(locale, path)
    await expectFit(page)
    await page.context().close()
  })
})

test('a questionnaire is answered with the keyboard alone', async () => {
  const { path } = await aLink(home, 'questionnaire')
  const page = await openPhone('zh-CN', path)
  await page.locator('input[name=check]').press('Enter')
  await page.locator('input[name=check]').fill('2015')
  await page.keyboard.press('Enter')
  const first = page.locator('main input[type=radio]').first()
  await first.waitFor()
  await first.focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('main input[type=radio]').nth(1).isChecked()).toBe(true)
  await page.keyboard.press('Tab')
  const named = await page.evaluate(() => document.activeElement?.getAttribute('name'))
  expect(named).not.toBe(await first.getAttribute('name'))
  await page.context().close()
})
