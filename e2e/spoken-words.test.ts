// A worker reads a questionnaire aloud in dialect; a mother hears it with one tap on her own phone, and nothing was loaded before.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWords } from '../core/inquiry/words.ts'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { button } from './contact-steps.ts'
import { dayFromToday, giveConsent, importVillage, openFamily } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { parentForm } from './group-answers.ts'
import { openQuestionnaire } from './group-steps.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const voice = fileURLToPath(new URL('../testing/voice/recordings/zh-warm.wav', import.meta.url))
const microphone = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${voice}`,
]
const home = households[0]
const child = home?.child ?? ''
const mother = home?.mother ?? ''
const [first] = parentForm.items
const dialect = '赣语'
const passages = 1 + parentForm.items.length
const shots = process.env['SPOKEN_SHOTS']

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
let hers: Seat
let address = ''
beforeAll(async () => {
  browser = await openBrowser(microphone)
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(30_000)
  await setUpAgency(desk, kiteline)
  await importVillage(desk.page)
  await openFamily(desk.page, child)
  await giveConsent(desk.page, mother, dayFromToday(0))
  await waitUntilAllSent(desk.page)
  hers = await sitDown(browser, phone)
  hers.page.setDefaultTimeout(30_000)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function look(page: Page, name: string): Promise<void> {
  expect(await findOverflow(page)).toEqual([])
  expect(await findBarriers(page)).toEqual([])
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

async function record(page: Page): Promise<void> {
  await button(page, say('spoken:start')).click()
  await button(page, say('spoken:stop')).waitFor()
  // The speaking itself is waited for.
  await page.waitForTimeout(1_500)
  await button(page, say('spoken:stop')).click()
  await button(page, say('spoken:keep')).waitFor()
}

const soundsAsked = (page: Page): string[] => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/s\/|\/api\/files\//.test(request.url())) asked.push(request.url())
  })
  return asked
}

describe('words read aloud by a worker [CON-16]', () => {
  test('passage by passage: recorded, heard, recorded again, kept, and on to the next', async () => {
    const { page } = desk
    await goInside(page, '/inquiry/instruments')
    await page
      .getByRole('link', { name: new RegExp(readWords(parentForm.title, 'zh-CN')) })
      .first()
      .click()
    await page.getByRole('link', { name: say('spoken:page.go') }).click()
    await page
      .getByRole('heading', { name: say('spoken:page.done', { done: 0, count: passages }) })
      .waitFor()
    await look(page, 'empty')
    await record(page)
    expect(await button(page, say('spoken:page.next')).isDisabled()).toBe(true)
    await button(page, say('spoken:redo')).click()
    await record(page)
    await page.getByLabel(say('spoken:dialect')).fill(dialect)
    await look(page, 'taken')
    await button(page, say('spoken:keep')).click()
    await page
      .getByRole('heading', { name: say('spoken:page.item', { number: first?.number ?? 0 }) })
      .waitFor()
    await record(page)
    expect(await page.getByLabel(say('spoken:dialect')).inputValue()).toBe(dialect)
    await button(page, say('spoken:keep')).click()
    await page
      .getByRole('heading', { name: say('spoken:page.done', { done: 2, count: passages }) })
      .waitFor()
    await page.setViewportSize(phone)
    await look(page, 'two')
    await page.setViewportSize(laptop)
    await waitUntilAllSent(page)
    await page.locator('ol button').first().click()
    await page.locator('main audio').waitFor()
  })

  test('offline a recording rests on the device, and goes when there is a network', async () => {
    const { page, context } = desk
    await page.locator('ol button').nth(2).click()
    await context.setOffline(true)
    await record(page)
    await button(page, say('spoken:keep')).click()
    await page
      .getByRole('heading', { name: say('spoken:page.done', { done: 3, count: passages }) })
      .waitFor()
    await page.locator('ol button').nth(2).click()
    await page.getByText(say('sync:files.waitingOffline')).waitFor()
    await context.setOffline(false)
    await page.getByText(say('sync:files.waitingOffline')).waitFor({ state: 'detached' })
    await page.locator('main audio').waitFor()
  })

  test('a mother hears it with one tap, and not a byte of it comes before', async () => {
    await goInside(desk.page, '/inquiry/waves/new')
    await desk.page.getByLabel(say('inquiry:wave.title')).fill('前测')
    await desk.page.getByLabel(say('inquiry:wave.who')).selectOption('register')
    const title = readWords(parentForm.title, 'zh-CN')
    await desk.page.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check()
    await button(desk.page, say('kit:save')).click()
    await desk.page.getByRole('heading', { name: say('inquiry:wave.facts') }).waitFor()
    // At once, before the wave has been sent: the desk sends it first.
    await openQuestionnaire(desk.page, mother)
    await button(desk.page, say('inquiry:link.make')).click()
    const words = await desk.page.getByLabel(say('access:link.words')).inputValue()
    address = /https?:\S+/.exec(words)?.[0] ?? ''
    const { page } = hers
    const asked = soundsAsked(page)
    await page.goto(address)
    await page.locator('input[name=check]').fill(home?.bornOn.slice(0, 4) ?? '')
    await button(page, say('family:check.go')).click()
    const listen = page.getByRole('button', { name: say('family:listen.playIn', { dialect }) })
    await listen.first().waitFor()
    expect(await listen.count()).toBe(3)
    await look(page, 'hers')
    expect(asked).toEqual([])
    await listen.nth(1).click()
    await page.getByRole('button', { name: say('family:listen.stop') }).waitFor()
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    // It plays to its end and the button is what it was.
    await expect.poll(() => listen.count(), { timeout: 15_000 }).toBe(3)
    expect(await page.locator('p[data-quiet]').count()).toBe(0)
  })

  test('without script the browser’s own player stands there', async () => {
    const plain = await browser.newContext({
      ...{ viewport: phone, locale: 'zh-CN', javaScriptEnabled: false },
    })
    const page = await plain.newPage()
    const asked = soundsAsked(page)
    await page.goto(address)
    await page.locator('input[name=check]').fill(home?.bornOn.slice(0, 4) ?? '')
    await page.locator('button').first().click()
    await page.locator('audio').first().waitFor()
    expect(await page.locator('audio[preload=none]').count()).toBe(3)
    expect(asked).toEqual([])
    await plain.close()
  })

  test('the worker hears it too before a parent who answers beside her', async () => {
    const { page } = desk
    await button(page, say('inquiry:collect.start.readAloud')).click()
    await page.getByRole('button', { name: say('spoken:playIn', { dialect }) }).waitFor()
    await look(page, 'beside')
  })
})
