// A worker lays our pictures before a grandmother: what she says is noted without her name, and counted beside each picture.
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const shots = process.env['PICTURE_SHOTS']

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  await setUpAgency(desk, kiteline)
  await waitUntilAllSent(desk.page)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function lookAt(name: string): Promise<void> {
  const { page } = desk
  for (const [size, viewport] of [
    ['wide', laptop],
    ['narrow', phone],
  ] as const) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page)).toEqual([])
    if (shots === undefined) continue
    mkdirSync(shots, { recursive: true })
    await page.screenshot({ path: `${shots}/${name}-${size}.png` })
  }
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(laptop)
}

describe('pictures are checked by asking what they show', () => {
  test('nothing has been tried, and the page says so and what to do first', async () => {
    const { page } = desk
    await goInside(page, '/contact/cards')
    // Said once for the room, not on each of the cards.
    await page.getByText(say('cards:check.roomUntried')).waitFor()
    expect(await page.getByText(say('cards:check.untried')).count()).toBe(0)
    await page.getByRole('link', { name: say('cards:check.open') }).click()
    await page.getByText(say('cards:check.nobody')).waitFor()
    await lookAt('nobody')
  })

  test('the sheet carries numbers and not one word', async () => {
    const { page } = desk
    await page.getByRole('link', { name: say('cards:check.print') }).click()
    await page.getByRole('heading', { name: say('cards:check.sheet') }).waitFor()
    const lines = await page.locator('main ol li').allInnerTexts()
    expect(lines.map((line) => line.trim())).toEqual(lines.map((_line, at) => String(at + 1)))
    await lookAt('sheet')
    await page.getByRole('link', { name: say('cards:check.title') }).click()
  })

  test('what a grandmother says is counted, and two answers are not judged', async () => {
    const { page } = desk
    const asked = page.locator('main ol li')
    await asked.nth(0).getByText(say('cards:check.reply.named')).click()
    await asked.nth(1).getByText(say('cards:check.reply.unknown')).click()
    await page.getByRole('button', { name: say('cards:check.save', { count: 2 }) }).click()
    await page.getByText(say('cards:check.people', { count: 1 })).waitFor()
    const few = say('cards:check.reading.few')
    for (const [at, named] of [1, 0].entries()) {
      const counted = say('cards:check.counted', { asked: 1, named })
      await asked.nth(at).getByText(`${counted} ${few}`).waitFor()
    }
    expect(await page.locator('main input[type=radio]:checked').count()).toBe(2)
    await lookAt('asked')
  })

  test('a wrong note is taken back, and nothing is counted any more', async () => {
    const { page } = desk
    await page.getByText(say('cards:check.list')).click()
    const remove = say('cards:check.remove')
    await page.getByRole('button', { name: remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: remove }).click()
    await page.getByText(say('cards:check.nobody')).waitFor()
    await waitUntilAllSent(page)
    expect(desk.complaints).toEqual([])
  })
})
