// Without a network the device tells the truth, loses nothing, and later delivers everything once.
import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  openRoom,
  planGroup,
  seatFamily,
} from './desk-steps.ts'
import {
  countUnsent,
  dumpStores,
  expectDeliveredOnce,
  expectUnsent,
  noteDeliveries,
  signIn,
  unlockHere,
  waitUntilProgramKept,
} from './device-steps.ts'
import { password, setUpAgency, waitUntilAllSent } from './enter.ts'
import { markPresence, openMeeting } from './group-steps.ts'
import { goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const canary = '金丝雀阿黄'
const canaryWords = '七个孩子说出了爸妈所在的城市，金丝雀作证。'
const home = households[0]

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  if (home === undefined) throw new Error('no household')
  await setUpAgency(seat, kiteline)
  await importVillage(seat.page)
  await openFamily(seat.page, home.child)
  await giveConsent(seat.page, home.mother, dayFromToday(-20))
  await planGroup(seat.page, group, dayFromToday(-15))
  await seat.page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
  await seat.page.getByLabel(say('groupwork:seats.joinedOn')).fill(dayFromToday(-15))
  await seatFamily(seat.page, home.child)
  await waitUntilAllSent(seat.page)
  await waitUntilProgramKept(seat.page)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await seat.page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
  rmSync(kiteline.dataDir, { recursive: true, force: true })
})

function startAgain(): Promise<StartedKiteline> {
  const port = Number(new URL(kiteline.address).port)
  return startKiteline({ dataDir: kiteline.dataDir, port })
}

/** With the password, and so with a network: but nothing may be sent yet, for the unsent is counted on. */
async function signInAgain({ page, context }: Seat): Promise<void> {
  await context.route('**/api/sync/**', (route) => route.abort())
  await context.setOffline(false)
  await page.reload()
  await page.getByLabel(say('access:loginName')).fill('wangjing')
  await page.getByLabel(say('access:password')).fill(password)
  await page.getByRole('button', { name: say('access:login.submit'), exact: true }).click()
  await unlockHere(page)
  await context.setOffline(true)
  await context.unroute('**/api/sync/**')
}

async function registerFamily(page: Page, child: string, code: string): Promise<void> {
  await openRoom(page, 'families')
  await page
    .getByRole('link', { name: say('families:list.new') })
    .first()
    .click()
  await page.getByLabel(say('families:fields.code')).fill(code)
  await page.getByLabel(say('families:fields.name')).first().fill(child)
  await page.getByLabel(say('families:fields.bornOn')).first().fill('2016-02-03')
  // An address that is none is said before anything is saved, and nothing that was typed is lost (FAM-74).
  const mail = page.getByLabel(say('families:fields.email')).first()
  await mail.fill('000 0000 0101')
  await page.getByRole('button', { name: say('families:new.save'), exact: true }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: say('families:new.emailUnfit') })
    .waitFor()
  await mail.fill('')
  await page.getByRole('button', { name: say('families:new.save'), exact: true }).click()
  await page.getByText(say('families:new.saved')).waitFor()
}

async function writeVillage(page: Page, child: string, village: string): Promise<void> {
  await openFamily(page, child)
  await page.getByRole('link', { name: say('families:file.edit') }).click()
  await page.getByLabel(say('families:fields.village')).fill(village)
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
}

describe('a day without a network', () => {
  let unsent = 0
  let delivered: string[] = []

  test('a family, an attendance and a record are written, counted as only here, and there after a reload behind the PIN', async () => {
    const { page, context } = seat
    delivered = noteDeliveries(context)
    await context.setOffline(true)
    await kiteline.kill()
    await registerFamily(page, canary, 'K-001')
    await openMeeting(page, group, 1)
    await markPresence(page, home?.child ?? '', 'inPerson')
    await page.getByText(say('groupwork:meeting.views.records'), { exact: true }).click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^过程记录：/ })
      .click()
    const goals = page.getByRole('textbox', {
      name: say('groupwork:record.fields.goalAttainment'),
      exact: true,
    })
    await goals.fill(canaryWords)
    await goals.blur()
    await page.getByText(say('sync:unsent')).first().waitFor()
    unsent = await countUnsent(page)
    expect(unsent).toBeGreaterThanOrEqual(4)
    await page.reload()
    await unlockHere(page)
    await expectUnsent(page, unsent)
    await openFamily(page, canary)
    await openMeeting(page, group, 1)
    await page.getByText(say('groupwork:meeting.views.records'), { exact: true }).click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^过程记录：/ })
      .click()
    await page.getByText(canaryWords).waitFor()
  })

  test('two tabs write side by side, and both know what waits', async () => {
    const { page, context } = seat
    const other = await context.newPage()
    other.setDefaultTimeout(20_000)
    await other.goto(`${kiteline.address}/families`)
    await unlockHere(other)
    await Promise.all([
      writeVillage(page, households[1]?.child ?? '', '东头'),
      writeVillage(other, households[2]?.child ?? '', '西头'),
    ])
    unsent += 2
    await expectUnsent(page, unsent)
    await expectUnsent(other, unsent)
    await other.close()
  })

  test('a tab that dies in the middle of saving loses nothing that was shown as saved', async () => {
    const { page, context } = seat
    const doomed = await context.newPage()
    doomed.setDefaultTimeout(20_000)
    await doomed.goto(`${kiteline.address}/families`)
    await unlockHere(doomed)
    await writeVillage(doomed, households[3]?.child ?? '', '南头')
    await doomed.getByText('南头').first().waitFor()
    const before = await countUnsent(doomed)
    const wire = await context.newCDPSession(doomed)
    const crashed = doomed.waitForEvent('crash')
    wire.send('Page.crash').catch(() => undefined)
    await crashed
    await doomed.close()
    expect(before).toBe(unsent + 1)
    unsent = before
    await page.reload()
    await unlockHere(page)
    await expectUnsent(page, unsent)
    await openFamily(page, households[3]?.child ?? '')
    await page.getByText('南头').first().waitFor()
  })

  test('after signing out nothing readable rests on the device, and nothing unsent is lost', async () => {
    const { page } = seat
    await goInside(page, '/more')
    await page.getByRole('button', { name: say('access:more.signOut') }).click()
    await page.getByText(say('access:more.signOutOffline')).waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('access:more.signOut') })
      .click()
    await page.getByLabel(say('access:password')).waitFor()
    const dump = await dumpStores(page)
    expect(dump.length).toBeGreaterThan(1_000)
    for (const words of [
      canary,
      canaryWords,
      households[0]?.child ?? '',
      households[0]?.mother ?? '',
    ])
      expect(dump).not.toContain(words)
    await page.goto(kiteline.address)
    expect(await page.getByLabel(say('access:pin.label')).count()).toBe(0)
    kiteline = await startAgain()
    await signInAgain(seat)
    await kiteline.kill()
    await expectUnsent(page, unsent)
  })

  test('a page of somebody else’s network is not taken for the server', async () => {
    const { page, context } = seat
    let asked = 0
    await context.route('**/api/**', async (route) => {
      asked += 1
      await route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>登录无线网络</h1>' })
    })
    await context.setOffline(false)
    await goInside(page, '/device')
    await page.getByRole('button', { name: say('sync:device.sendNow') }).click()
    await expect.poll(() => asked).toBeGreaterThan(0)
    await page.getByText(say('sync:troubles.NotOurServer')).first().waitFor()
    await expectUnsentAnyWords(page, unsent)
    await context.unroute('**/api/**')
  })

  test('when the server is back everything arrives, each change once, and the other device has it', async () => {
    const { page } = seat
    kiteline = await startAgain()
    await waitUntilAllSent(page)
    expectDeliveredOnce(delivered, unsent)
    const other = await sitDown(browser, phone)
    other.page.setDefaultTimeout(20_000)
    await signIn(other, kiteline.address)
    await waitUntilAllSent(other.page)
    await openRoom(other.page, 'families')
    await other.page.getByRole('main').getByRole('link', { name: canary }).first().waitFor()
    expect(await other.page.getByRole('main').getByRole('link', { name: canary }).count()).toBe(1)
    await openFamily(other.page, households[3]?.child ?? '')
    await other.page.getByText('南头').first().waitFor()
    expect(other.complaints).toEqual([])
    await other.context.close()
  })

  async function expectUnsentAnyWords(page: Page, count: number): Promise<void> {
    const offline = say('sync:line.offlinePending', { count })
    const online = say('sync:line.pending', { count })
    await page.getByText(offline).or(page.getByText(online)).first().waitFor()
    expect(await page.getByText(say('sync:line.allSent'), { exact: true }).count()).toBe(0)
  }
})

describe('two devices write the same field without a network', () => {
  test('both values are kept, the mark is shown, a person chooses, and both devices agree', async () => {
    const { page, context } = seat
    const child = households[4]?.child ?? ''
    const other = await sitDown(browser, phone)
    other.page.setDefaultTimeout(20_000)
    await signIn(other, kiteline.address)
    await waitUntilAllSent(other.page)
    await waitUntilProgramKept(other.page)
    await waitUntilAllSent(page)
    await context.setOffline(true)
    await other.context.setOffline(true)
    await writeVillage(page, child, '上寨')
    await writeVillage(other.page, child, '下寨')
    await context.setOffline(false)
    await waitUntilAllSent(page)
    await other.context.setOffline(false)
    const mark = say('sync:conflict.mark', { field: say('families:fields.village') })
    await other.page.getByRole('button', { name: mark }).click({ timeout: 60_000 })
    const dialog = other.page.getByRole('dialog')
    await dialog.getByText('下寨').click()
    await dialog.getByRole('button', { name: say('sync:conflict.keepThis') }).click()
    await dialog.waitFor({ state: 'hidden' })
    await waitUntilAllSent(other.page)
    await goInside(page, '/device')
    await page.getByRole('button', { name: say('sync:device.sendNow') }).click()
    await openFamily(page, child)
    for (const device of [page, other.page]) {
      await device.getByText('下寨').first().waitFor()
      await device.getByRole('button', { name: mark }).waitFor({ state: 'detached' })
    }
    expect(seat.complaints.concat(other.complaints)).toEqual([])
    await other.context.close()
  })
})
