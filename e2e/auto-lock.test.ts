// A desk that nobody touches locks in every tab; one that comes back from long sleep is locked before anything is read; and
// whoever was suspended finds a browser in which nothing personal lies, with what they had not sent still sealed in it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { importVillage, openFamily, openRoom } from './desk-steps.ts'
import { dumpStores, unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const child = households[0]?.child ?? ''
const canary = '金丝雀没有送到'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  await setUpAgency(seat, kiteline)
  await importVillage(seat.page)
  await waitUntilAllSent(seat.page)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const askedForPin = (page: Page) => page.getByLabel(say('access:pin.label')).waitFor()

/** As a laptop that was shut: the clock has gone on, no timer has run. */
async function sleepMinutes(page: Page, minutes: number): Promise<void> {
  await page.clock.install()
  await page.clock.setSystemTime(Date.now() + minutes * 60_000)
}

const comeBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

async function secondTab(): Promise<Page> {
  const tab = await seat.context.newPage()
  await tab.goto(kiteline.address)
  await unlockHere(tab)
  return tab
}

test('untouched for long, every tab of the browser locks by itself; what was shown is gone from each [ACC-24]', async () => {
  const { page } = seat
  const tab = await secondTab()
  for (const one of [page, tab]) await openFamily(one, child)
  for (const one of [page, tab]) await sleepMinutes(one, 16)
  for (const one of [page, tab]) {
    await askedForPin(one)
    expect(await one.locator('body').innerText()).not.toContain(child)
  }
  await tab.close()
})

test('locked in one tab it is locked in all, and one that comes back from long sleep is locked before anything is shown', async () => {
  await seat.page.close()
  const page = await seat.context.newPage()
  await page.goto(kiteline.address)
  await unlockHere(page)
  const tab = await secondTab()
  await goInside(tab, '/device')
  await tab.getByRole('button', { name: say('sync:device.lockNow'), exact: true }).click()
  await askedForPin(page)
  await unlockHere(page)
  await openFamily(page, child)
  await sleepMinutes(page, 14)
  await comeBack(page)
  expect(await page.locator('body').innerText()).toContain(child)
  await page.clock.setSystemTime(Date.now() + 40 * 60_000)
  await comeBack(page)
  await askedForPin(page)
  expect(await page.locator('body').innerText()).not.toContain(child)
  await tab.close()
  await page.close()
})

test('a suspended colleague’s browser holds nothing personal after its next contact, and the unsent is still sealed in it [ACC-30]', async () => {
  const page = await seat.context.newPage()
  await page.goto(kiteline.address)
  await unlockHere(page)
  const colleague = { name: '赵督导', loginName: 'zhao', role: 'supervisor' } as const
  const link = await inviteColleague(page, colleague)
  const theirs = await sitDown(browser, laptop)
  await activate(theirs, link)
  await waitUntilAllSent(theirs.page)
  await openFamily(theirs.page, child)
  await waitUntilProgramKept(theirs.page)
  await theirs.context.setOffline(true)
  await openRoom(theirs.page, 'families')
  await theirs.page
    .getByRole('link', { name: say('families:list.new') })
    .first()
    .click()
  await theirs.page.getByLabel(say('families:fields.code')).fill('K-009')
  await theirs.page.getByLabel(say('families:fields.name')).first().fill(canary)
  await theirs.page.getByLabel(say('families:fields.bornOn')).first().fill('2016-02-03')
  await theirs.page.getByRole('button', { name: say('families:new.save'), exact: true }).click()
  await theirs.page.getByText(say('families:new.saved')).waitFor()
  await goInside(page, '/staff')
  await page
    .getByRole('row', { name: new RegExp(colleague.name) })
    .getByRole('button', { name: say('kit:edit') })
    .click()
  await page.getByRole('button', { name: say('access:staff.suspend'), exact: true }).click()
  await page.getByRole('button', { name: say('access:staff.suspendConfirm'), exact: true }).click()
  await waitUntilAllSent(page)
  await theirs.context.setOffline(false)
  await theirs.page.getByLabel(say('access:loginName')).waitFor({ timeout: 90_000 })
  const dump = await dumpStores(theirs.page)
  for (const word of [
    child,
    canary,
    colleague.name,
    'K-009',
    '青山镇社工站',
    households[0]?.mother ?? child,
  ])
    expect(dump.includes(word), word).toBe(false)
  expect(await countUnsentRows(theirs.page)).toBeGreaterThan(0)
})

/** Sealed rows of the outbox, counted without a key. */
function countUnsentRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined || name === 'kiteline-device') continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(new Error('not opened'))
      })
      count += await new Promise<number>((resolve, reject) => {
        const counting = database.transaction('outbox').objectStore('outbox').count()
        counting.onsuccess = () => resolve(counting.result)
        counting.onerror = () => reject(new Error('not counted'))
      })
      database.close()
    }
    return count
  })
}
