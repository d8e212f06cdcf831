// A court makes the grandmother guardian in the mother's place: one step, with the network off, with all that follows shown before.
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const child = '张悦'
const brother = '张浩'
const mother = '刘芳'
const father = '张志强'
const grandmother = '陈玉珍'
const proof = '(2026)民特3号，复印件在档案袋'
const shots = process.env['GUARDIAN_SHOTS']

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
let bonds: string
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(20_000)
  await openSampleVillage(desk, kiteline)
  await waitUntilAllSent(desk.page)
  const { page } = desk
  await goInside(page, '/families')
  await page.getByRole('link', { name: brother }).first().click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
  const card = page.getByRole('listitem').filter({ hasText: child })
  const link = card.getByRole('link', { name: say('families:bonds.open') }).last()
  bonds = (await link.getAttribute('href')) ?? ''
  // Where the step ends: a page that loads when it is entered, which the browser holds from then on.
  await goInside(page, bonds.replace('/bonds/', '/consent/'))
  await page.getByRole('heading', { name: say('families:note.title') }).waitFor()
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await desk.page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function expectFit(name: string): Promise<void> {
  const { page } = desk
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

test('a guardian is replaced in one step without the network; what follows is said before, and done [FAM-65]', async () => {
  const { page } = desk
  await goInside(page, bonds)
  await page.getByRole('link', { name: say('families:guardian.open') }).click()
  const choose = (label: string, option: string) =>
    page.getByLabel(say(`families:guardian.${label}`)).selectOption({ label: option })
  await choose('from', mother)
  await choose('ground', say('families:guardian.grounds.courtOrder'))
  await choose('to', grandmother)
  await choose('basis', say('families:basis.courtOrder'))
  await page.getByLabel(say('families:guardian.proof')).fill(proof)
  const follows = page.getByRole('region', { name: say('families:guardian.follows') })
  await follows.getByText(say('families:guardian.links', { name: mother })).waitFor()
  await follows.getByText(say('families:guardian.keepAway', { name: mother })).waitFor()
  await expectFit('change')
  await desk.context.setOffline(true)
  await page.getByRole('button', { name: say('families:guardian.save') }).click()
  await page.getByText(say('families:guardian.saved')).waitFor()
  const givers = page.getByRole('radio', { name: mother })
  await page.getByRole('radio', { name: grandmother }).waitFor()
  expect(await givers.count()).toBe(0)
  await expectFit('after')
  await desk.context.setOffline(false)
  await waitUntilAllSent(page)
})

test('it stands on record with its reason and what shows it, and the new guardian is to be asked', async () => {
  const { page } = desk
  await goInside(page, bonds)
  const guardians = page.getByRole('region', { name: say('families:bonds.legalGuardianTitle') })
  await guardians.getByText(say('families:guardian.proofLine', { proof })).first().waitFor()
  await guardians.getByText(father).first().waitFor()
  await expectFit('bonds')
  await goInside(page, '/')
  await page.getByText(child).first().waitFor()
  expect(desk.complaints).toEqual([])
})
