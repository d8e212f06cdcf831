// The file box for evaluators, as a worker makes it: one button, one archive, codes instead of names.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday, planGroup } from './desk-steps.ts'
import { openSampleVillage, password, setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, firstLink, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
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

async function sit(): Promise<Seat> {
  const seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  return seat
}

async function openBoxPage(page: Page, group: RegExp | string): Promise<void> {
  await goInside(page, '/paperwork')
  const list = page.getByRole('region', { name: say('paperwork:fileBox.desk.list') })
  await list.getByRole('link', { name: group }).first().click()
  await page.getByRole('button', { name: say('paperwork:fileBox.desk.go') }).waitFor()
}

async function makeBox(page: Page): Promise<ReadonlyMap<string, Uint8Array>> {
  await page.getByRole('button', { name: say('paperwork:fileBox.desk.go') }).click()
  const get = page.getByRole('link', { name: say('paperwork:fileBox.desk.get') })
  await get.waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), get.click()])
  expect(download.suggestedFilename()).toMatch(/^评估档案盒-.+\.zip$/)
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())))
  return new Map(
    Object.entries(files).map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), bytes]),
  )
}

function readWord(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const document = unzipSync(files.get(path) ?? new Uint8Array())['word/document.xml']
  return strFromU8(document ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')
}

describe('the file box for evaluators', () => {
  test('of the sample village’s finished group downloads with an index whose digests are right', async () => {
    const { page, complaints } = await sit()
    await openSampleVillage({ context: page.context(), page, complaints }, kiteline)
    await waitUntilAllSent(page)
    await openBoxPage(page, /第一期/)
    await page.getByText(say('paperwork:fileBox.desk.noPassword')).waitFor()
    const files = await makeBox(page)
    const index = readWord(files, '00-目录.docx')
    expect(index).toContain(say('paperwork:fileBox.leftOut.noReport'))
    for (const [path, bytes] of files) {
      if (path.startsWith('00-')) continue
      expect(index).toContain(createHash('sha256').update(bytes).digest('hex'))
    }
    expect(readWord(files, '02-组员名册.docx')).toContain('Z-01 · 儿童1')
    expect(complaints).toEqual([])
  })

  test('has no barrier, and nothing sticks out of a phone', async () => {
    const { page } = await sit()
    await openSampleVillage({ context: page.context(), page, complaints: [] }, kiteline)
    await goInside(page, '/paperwork')
    await goInside(page, `${await firstLink(page, '/paperwork/groups/')}/file-box`)
    await page.getByRole('button', { name: say('paperwork:fileBox.desk.go') }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.setViewportSize(phone)
    expect(await findOverflow(page)).toEqual([])
  })

  test('in a real agency asks for the password once more, and a wrong one gives nothing', async () => {
    const seat = await sit()
    const { page } = seat
    await setUpAgency(seat, kiteline)
    await planGroup(page, 'Z村亲子平行小组', dayFromToday(-3))
    await waitUntilAllSent(page)
    await openBoxPage(page, /Z村/)
    const field = page.getByLabel(say('paperwork:fileBox.desk.password'), { exact: false }).first()
    await field.fill('a kite flies near')
    await page.getByRole('button', { name: say('paperwork:fileBox.desk.go') }).click()
    await page.getByText(say('paperwork:refusals.PasswordWrong')).waitFor()
    await field.fill(password)
    const files = await makeBox(page)
    expect(files.has('01-小组计划.docx')).toBe(true)
  })
})
