// A second step at sign-in, as its holder goes through it: app and card, a new device, the rule, no network.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numberAt, stepAt } from '../server/access/totp.ts'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday } from './desk-steps.ts'
import { expectUnsent, unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { choosePin, password, setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { inviteColleague } from './team-steps.ts'
import { say } from './words.ts'

let browser: Browser
let kiteline: StartedKiteline
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const press = (page: Page, key: string) =>
  page.getByRole('button', { name: say(key), exact: true }).click()

async function enterName(page: Page, loginName = 'wangjing'): Promise<void> {
  await page.goto(kiteline.address)
  await page.getByLabel(say('access:loginName')).fill(loginName)
  await page.getByLabel(say('access:password')).fill(password)
  await press(page, 'access:login.submit')
}

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel(say('access:factor.code')).fill(code)
  await press(page, 'access:login.submit')
}

/** 2026年3月1日 */
function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

async function readCodes(page: Page): Promise<readonly string[]> {
  const items = page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  await items.first().waitFor()
  return items.allTextContents()
}

describe('a second step at sign-in [ACC-27][ACC-28]', () => {
  let founder: Seat
  let secret = ''
  let codes: readonly string[] = []

  test('is set up with the password, an app and its first number; ten codes are shown once', async () => {
    founder = await sitDown(browser, laptop)
    const { page } = founder
    await setUpAgency(founder, kiteline)
    await goInside(page, '/account')
    await press(page, 'access:factor.setUp')
    await page.getByLabel(say('access:factor.ownPassword')).fill('not this one')
    await press(page, 'access:factor.begin')
    await page.getByText(say('access:refusals.OwnPasswordWrong')).waitFor()
    await page.getByLabel(say('access:factor.ownPassword')).fill(password)
    await press(page, 'access:factor.begin')
    await page.getByAltText(say('access:factor.qr')).waitFor()
    secret = ((await page.locator('pre').textContent()) ?? '').replaceAll(' ', '')
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    await page
      .getByLabel(say('access:factor.firstNumber'))
      .fill(numberAt(secret, stepAt(Date.now())))
    await press(page, 'access:factor.confirm')
    codes = await readCodes(page)
    expect(new Set(codes).size).toBe(10)
    await press(page, 'access:factor.kept')
    await page.getByText(say('access:factor.codesLeft')).waitFor()
    await waitUntilAllSent(page)
  })

  test('on another device the password is not enough; a printed code opens it, and only once', async () => {
    const seat = await sitDown(browser, phone)
    await enterName(seat.page)
    await enterCode(seat.page, '000000')
    await seat.page.getByText(say('access:refusals.SecondFactorWrong')).waitFor()
    await enterCode(seat.page, (codes[0] ?? '').toLowerCase())
    await choosePin(seat.page)
    const again = await sitDown(browser, phone)
    await enterName(again.page)
    await enterCode(again.page, codes[0] ?? '')
    await again.page.getByText(say('access:refusals.SecondFactorWrong')).waitFor()
    await enterCode(again.page, numberAt(secret, stepAt(Date.now()) + 1))
    await choosePin(again.page)
    expect(seat.complaints.concat(again.complaints)).toEqual([])
    await seat.context.close()
    await again.context.close()
  })

  test('a colleague without a smartphone is led to printed codes at the door, once the agency asks it of all', async () => {
    const { page } = founder
    const link = await inviteColleague(page, {
      name: '李明',
      loginName: 'liming',
      role: 'socialWorker',
    })
    await waitUntilAllSent(page)
    await page
      .getByRole('region', { name: say('access:factor.ruleTitle') })
      .getByRole('button', { name: say('kit:edit'), exact: true })
      .click()
    await page.getByText(say('access:factor.circles.everyone'), { exact: true }).click()
    await page.getByLabel(say('access:fields.graceDays')).fill('0')
    await page.getByLabel(say('access:factor.ownPassword')).fill(password)
    await page.getByLabel(say('access:factor.code')).fill(codes[1] ?? '')
    await page
      .getByRole('region', { name: say('access:factor.ruleTitle') })
      .getByRole('button', { name: say('kit:save'), exact: true })
      .click()
    await page.getByText(say('access:factor.ruleKept')).waitFor()

    const seat = await sitDown(browser, phone)
    await seat.page.goto(link)
    await seat.page.getByLabel(say('access:newPassword')).fill(password)
    await press(seat.page, 'access:activate.submit')
    await seat.page.getByText(say('access:factor.asked')).waitFor()
    await seat.page.getByText(say('access:factor.means.paper'), { exact: true }).click()
    await press(seat.page, 'access:factor.begin')
    const [first = ''] = await readCodes(seat.page)
    await seat.page.getByLabel(say('access:factor.firstCode')).fill(first)
    await press(seat.page, 'access:factor.confirm')
    await choosePin(seat.page)
    expect(seat.complaints).toEqual([])
    await seat.context.close()
  })

  test('a phone that was lost is removed: it locks at its next contact, and its unsent words wait for its owner', async () => {
    const lost = await sitDown(browser, phone)
    await enterName(lost.page)
    await enterCode(lost.page, codes[2] ?? '')
    await choosePin(lost.page)
    await waitUntilAllSent(lost.page)
    await waitUntilProgramKept(lost.page)
    await lost.context.setOffline(true)
    await goInside(lost.page, '/staff')
    await lost.page
      .getByRole('row', { name: /李明/ })
      .getByRole('button', { name: say('kit:edit') })
      .click()
    await lost.page.getByLabel(say('access:staff.clearance')).fill(dayFromToday(-3))
    await lost.page
      .getByRole('form', { name: '李明' })
      .getByRole('button', { name: say('kit:save'), exact: true })
      .click()
    await expectUnsent(lost.page, 1)
    const { page } = founder
    await goInside(page, '/today')
    await goInside(page, '/account')
    await press(page, 'access:devices.endOthers')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('access:devices.endOthers'), exact: true })
      .click()
    await page.getByText(say('access:devices.done')).waitFor()
    await lost.context.setOffline(false)
    await lost.page.reload()
    await lost.page.getByText(say('access:devices.shutHere')).waitFor()
    expect(await lost.page.getByLabel(say('access:pin.label')).count()).toBe(0)
    await lost.page.getByLabel(say('access:loginName')).fill('wangjing')
    await lost.page.getByLabel(say('access:password')).fill(password)
    await press(lost.page, 'access:login.submit')
    await enterCode(lost.page, codes[3] ?? '')
    await unlockHere(lost.page)
    await waitUntilAllSent(lost.page)
    await goInside(lost.page, '/staff')
    await lost.page.getByRole('row', { name: new RegExp(sayDay(dayFromToday(-3))) }).waitFor()
    expect(lost.complaints).toEqual([])
    await lost.context.close()
  })

  test('the reading log is there for whoever answers for it', async () => {
    const { page } = founder
    await goInside(page, '/reading-log')
    await page.getByText(say('access:readingLog.readLog')).first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await goInside(page, '/account')
    await page.getByText(say('access:devices.here')).waitFor()
    expect(await findBarriers(page)).toEqual([])
    for (const path of ['/account', '/reading-log']) {
      await page.setViewportSize(phone)
      await goInside(page, path)
      expect(await findOverflow(page), path).toEqual([])
    }
    await page.setViewportSize(laptop)
  })

  test('with no network the PIN alone opens the desk, as before', async () => {
    const { page, context, complaints } = founder
    await waitUntilAllSent(page)
    await waitUntilProgramKept(page)
    await context.setOffline(true)
    await page.reload()
    await unlockHere(page)
    await context.setOffline(false)
    expect(complaints).toEqual([])
    await context.close()
  })
})
