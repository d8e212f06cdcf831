// A talk is recorded in a village without a network: the file waits sealed behind the PIN, past a closed tab, and is heard from the
// server afterwards.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday, giveConsent, importVillage, openFamily, openRoom } from './desk-steps.ts'
import { dumpStores, unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const home = households[0] ?? { child: '', mother: '' }
const fileName = '小明说的话.mp3'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  await setUpAgency(seat, kiteline)
  await importVillage(seat.page)
  await openFamily(seat.page, home.child)
  await giveConsent(seat.page, home.mother, dayFromToday(-20), {
    purpose: '录音',
    forChild: '聊天的时候录音，写下来以后就删掉。',
  })
  await waitUntilAllSent(seat.page)
  await waitUntilProgramKept(seat.page)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

async function look(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(phone)
  expect(await findOverflow(page)).toEqual([])
  await page.setViewportSize(laptop)
}

test('a recording kept without a network waits sealed, is counted, and is attached when the network is back [S18] [INQ-31]', async () => {
  const { page, context } = seat
  await openRoom(page, 'inquiry')
  await link(page, say('interview:list.title')).click()
  await link(page, say('interview:list.new')).click()
  await page.getByLabel(say('interview:form.family')).selectOption({ label: home.child })
  await button(page, say('kit:save')).click()
  await page.getByRole('heading', { name: say('interview:audio.title') }).waitFor()
  const path = new URL(page.url()).pathname
  await waitUntilAllSent(page)
  await context.setOffline(true)
  const sound = Buffer.alloc(2_500_000, '一段很长的录音')
  sound.write('ID3')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: fileName, mimeType: 'audio/mpeg', buffer: sound })
  await button(page, say('interview:audio.attach')).click()
  await page.getByText(say('sync:files.waitingOffline')).waitFor()
  await look(page)
  expect((await dumpStores(page)).includes('一段很长的录音')).toBe(false)
  await page.close()
  const again = await context.newPage()
  await again.goto(kiteline.address)
  await unlockHere(again)
  await goInside(again, '/device')
  await again.getByText(fileName).waitFor()
  await look(again)
  await context.setOffline(false)
  await goInside(again, path)
  await again.locator('audio').waitFor({ state: 'attached', timeout: 90_000 })
  await again.getByText(say('sync:files.waitingOffline')).waitFor({ state: 'detached' })
  await waitUntilAllSent(again)
  const heard = await again.evaluate(async () => {
    const answer = await fetch(document.querySelector('audio')?.src ?? '')
    return { status: answer.status, size: (await answer.arrayBuffer()).byteLength }
  })
  expect(heard).toEqual({ status: 200, size: sound.byteLength })
})
