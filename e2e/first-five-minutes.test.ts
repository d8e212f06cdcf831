import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown } from './browser.ts'
import { waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, unlock, waitUntilAllSent } from './enter.ts'
import { goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'

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

describe('a newcomer’s first five minutes', () => {
  test('two doors, an agency, a PIN, Today; the token is used up and out of the address', async () => {
    const seat = await sitDown(browser, laptop)
    await setUpAgency(seat, kiteline)
    expect(seat.page.url()).not.toContain('setup')
    await waitUntilAllSent(seat.page)
    const stranger = await sitDown(browser, phone)
    await stranger.page.goto(`${kiteline.address}/#setup=${kiteline.token}`)
    await stranger.page.getByRole('heading', { name: '登录' }).waitFor()
    expect(await stranger.page.getByText('建立我的机构').count()).toBe(0)
    expect(seat.complaints.concat(stranger.complaints)).toEqual([])
    await seat.context.close()
    await stranger.context.close()
  })

  test('with the server gone the desk opens again from the device, behind the PIN, and says that it is offline', async () => {
    const other = await startKiteline()
    const seat = await sitDown(browser, laptop)
    await setUpAgency(seat, other)
    await waitUntilAllSent(seat.page)
    await waitUntilProgramKept(seat.page)
    await goInside(seat.page, '/today')
    await other.kill()
    await seat.page.reload()
    await unlock(seat.page)
    await seat.page.getByText('离线').first().waitFor()
    expect(seat.complaints).toEqual([])
    await seat.context.close()
    await other.stop()
  })
})
