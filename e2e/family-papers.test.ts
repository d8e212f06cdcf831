// The papers of one family of the sample village: from the file to the page of papers, and Word files that an office program opens.
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { convertToPdf, readReport } from './read-report.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const child = '张悦'
const brother = '张浩'
const shots = process.env['PAPER_SHOTS']

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  await openSampleVillage(seat, kiteline)
  await waitUntilAllSent(seat.page)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function expectFit(page: Page, name: string): Promise<void> {
  for (const [at, size] of [
    ['laptop', laptop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(size)
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: `${shots}/${name}-${at}.png`, fullPage: true })
    }
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
  }
  await page.setViewportSize(laptop)
}

async function take(page: Page, form: string) {
  const name = say('paperwork:paper.take', { form: say(`paperwork:formName.${form}`) })
  const waiting = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name }).click()
  const download = await waiting
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('the papers of a family', () => {
  test('open from the family’s file, without any group', async () => {
    const { page } = seat
    await goInside(page, '/families')
    await page.getByRole('link', { name: brother }).first().click()
    await page.getByRole('link', { name: say('paperwork:family.open') }).click()
    await page.getByRole('heading', { name: say('paperwork:family.ofChild') }).waitFor()
    await expectFit(page, 'papers')
  })

  test('the register sheet is of the child that was chosen, and opens in an office program', async () => {
    const { page } = seat
    await page.getByLabel(say('paperwork:family.whichChild')).selectOption({ label: child })
    const { name, bytes } = await take(page, 'childRegister')
    const { words } = await readReport(bytes)
    expect(words).toContain(child)
    expect(words).not.toMatch(/[{}]|undefined/)
    expect(name).not.toContain(child)
    const pdf = convertToPdf(bytes)
    if (pdf !== null) expect(pdf.byteLength).toBeGreaterThan(10_000)
  })

  test('by code a drawing names nobody', async () => {
    const { page } = seat
    await page.getByLabel(say('paperwork:family.byCode')).check()
    const { bytes } = await take(page, 'familyDrawing')
    const { words, pictures } = await readReport(bytes)
    expect(pictures.length).toBeGreaterThan(0)
    expect(words).not.toContain(child)
    expect(words).not.toContain(brother)
    await page.getByLabel(say('paperwork:family.byCode')).uncheck()
  })

  test('a home visit has a blank form to take along', async () => {
    const { bytes } = await take(seat.page, 'homeVisit')
    const { words } = await readReport(bytes)
    expect(words).toContain(say('observation:safety.adultAtNight'))
    expect(seat.complaints).toEqual([])
  })
})
