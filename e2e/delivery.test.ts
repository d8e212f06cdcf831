// An administrator sets a text-message platform up; a worker sends a mother her link by it, once, and sees how it ended.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type LocalGateway, openGateway } from '../testing/house/local-gateway.ts'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { button } from './contact-steps.ts'
import { importVillage, openFamily } from './desk-steps.ts'
import { password, setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say, wordsOf } from './words.ts'

const [home] = households
const { child = '', mother = '', phone: number = '' } = home ?? {}
const ownNumber = '13700137000'
const to = `…${number.slice(-4)}`
const key = 'platform-key-4711'
const bodyShape = z.object({ to: z.string(), text: z.string() })

let browser: Browser
let gateway: LocalGateway
let kiteline: StartedKiteline
let desk: Seat
beforeAll(async () => {
  browser = await openBrowser()
  gateway = await openGateway()
  kiteline = await startKiteline({ gateways: `127.0.0.1:${gateway.port}` })
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(15_000)
  await setUpAgency(desk, kiteline)
  await importVillage(desk.page)
  await waitUntilAllSent(desk.page)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
  await gateway.close()
})

/** `SHOTS` names a folder for pictures of what was seen; without it none are made. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS']
  for (const [size, viewport] of Object.entries({
    wide: laptop,
    narrow: { ...phone, width: 360 },
  })) {
    await page.setViewportSize(viewport)
    expect(await findOverflow(page), name).toEqual([])
    expect(await findBarriers(page), name).toEqual([])
    if (folder === undefined) continue
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true })
  }
  await page.setViewportSize(laptop)
}

const section = (page: Page, title: string) => page.getByRole('region', { name: say(title) })
const field = (name: string): string => say(`delivery:settings.fields.${name}`)
const sent = () => gateway.calls.map(({ body }) => bodyShape.parse(JSON.parse(body)))

async function makeLink(page: Page): Promise<string> {
  await openFamily(page, child)
  await page
    .getByRole('link', { name: say('families:consent.open') })
    .first()
    .click()
  await page.getByLabel(say('families:link.to')).selectOption({ label: mother })
  await button(page, say('families:link.make', { days: 14 })).click()
  const words = await page.getByLabel(say('access:link.words')).inputValue()
  return /https?:\S+/.exec(words)?.[0] ?? ''
}

describe('a link is sent by the agency [DLV-2][DLV-3][DLV-6][DLV-7]', () => {
  test('nothing is offered before a way of sending is set up', async () => {
    const { page } = desk
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/notices/ways'))
    await makeLink(page)
    expect((await asked).status()).toBe(200)
    await button(page, say('access:link.copy')).waitFor()
    expect(await page.getByText(say('delivery:card.hint')).count()).toBe(0)
    await goInside(page, '/delivery')
    await page.getByText(say('delivery:log.empty')).waitFor()
    expect(await page.getByText(say('delivery:settings.off'), { exact: true }).count()).toBe(3)
    await look(page, 'settings-off')
  })

  test('the administrator sets it up with the password, and never sees its key again', async () => {
    const { page } = desk
    const sms = section(page, 'delivery:kinds.sms')
    await sms.getByRole('button', { name: say('delivery:settings.setUp') }).click()
    await sms.getByLabel(field('url')).fill(`http://127.0.0.1:${gateway.port}/sms?key=${key}`)
    await sms.getByLabel(field('headers')).fill('没有冒号')
    await page.getByText(say('delivery:settings.headerUnclear', { line: 1 })).waitFor()
    await sms.getByLabel(field('headers')).fill(`x-key: ${key}`)
    await sms.getByLabel(field('body')).fill('{"to":"{phone}","text":"{text}"}')
    await sms.getByLabel(field('goodAnswer')).fill('"code":0')
    await sms.getByLabel(say('access:factor.ownPassword')).fill('not the password')
    await sms.getByRole('button', { name: say('kit:save') }).click()
    await sms.getByRole('alert').waitFor()
    await look(page, 'settings-form')
    await sms.getByLabel(say('access:factor.ownPassword')).fill(password)
    await sms.getByRole('button', { name: say('kit:save') }).click()
    await sms.getByText(say('delivery:settings.isSet')).first().waitFor()
    expect(await page.locator('body').innerText()).not.toContain(key)
    expect(gateway.calls).toHaveLength(0)
  })

  test('a test goes to the administrator’s own number', async () => {
    const { page } = desk
    await page.getByLabel(say('delivery:settings.test.to.sms')).fill(ownNumber)
    await button(page, say('delivery:settings.test.send')).click()
    await page.getByText(say('delivery:card.sent', { to: `…${ownNumber.slice(-4)}` })).waitFor()
    await section(page, 'delivery:log.title').getByRole('row').nth(1).waitFor()
    expect(sent()).toEqual([{ to: ownNumber, text: say('delivery:notice.test') }])
    await look(page, 'settings-on')
  })

  test('the worker sees the sentence, taps twice in one breath, and the platform gets one without any name', async () => {
    const { page } = desk
    const address = await makeLink(page)
    const send = button(page, say('delivery:card.sms', { to }))
    await send.waitFor()
    await page.getByText(address).last().waitFor()
    await look(page, 'card')
    await send.evaluate((one: HTMLElement) => {
      one.click()
      one.click()
    })
    await page.getByText(say('delivery:card.sent', { to })).waitFor()
    expect(gateway.calls).toHaveLength(2)
    const last = sent()[1]
    expect(last?.to).toBe(number)
    expect(last?.text).toContain(address)
    for (const name of [child, mother, '王静', '青山镇社工站'])
      expect(last?.text).not.toContain(name)
    await look(page, 'card-sent')
  })

  test('a platform that never answers is “unknown”, and only a second thought sends again', async () => {
    const { page } = desk
    gateway.reply = 'silence'
    await makeLink(page)
    await button(page, say('delivery:card.sms', { to })).click()
    await page.getByText(say('delivery:errors.timeOut')).waitFor({ timeout: 40_000 })
    await page.getByText(say('delivery:card.unknown').split('{{')[0] ?? '').waitFor()
    expect(gateway.calls).toHaveLength(3)
    await look(page, 'card-unknown')
    gateway.reply = { status: 200, body: '{"code":0}' }
    await button(page, say('delivery:card.again')).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('delivery:card.again') })
      .click()
    await page.getByText(say('delivery:card.sent', { to })).waitFor()
    expect(gateway.calls).toHaveLength(4)
  })

  test('offline it says so, and the device’s own ways are still there', async () => {
    const { page, context } = desk
    await context.setOffline(true)
    await page.getByText(say('delivery:card.offline')).waitFor()
    await button(page, say('access:link.copy')).waitFor()
    await context.setOffline(false)
    await button(page, say('delivery:card.again')).waitFor()
  })

  test('the family’s file and the settings tell what was sent, with the end of the number only', async () => {
    const { page } = desk
    await openFamily(page, child)
    const log = section(page, 'delivery:log.title')
    await log.getByText(mother).first().waitFor()
    const lines = await log.getByRole('listitem').allInnerTexts()
    expect(lines.map((line) => line.split(' · ')[5])).toEqual(
      ['sent', 'unknown', 'sent'].map((state) => say(`delivery:states.${state}`)),
    )
    expect(lines.join()).not.toContain(number)
    await look(page, 'family-log')
    await goInside(page, '/delivery')
    await section(page, 'delivery:log.title').getByRole('row').nth(4).waitFor()
    expect(await section(page, 'delivery:log.title').innerText()).not.toContain(child)
    await look(page, 'agency-log')
  })

  test('the same page in English', async () => {
    const { page } = desk
    await goInside(page, '/more')
    await page.getByText('English', { exact: true }).click()
    await goInside(page, '/delivery')
    await page.getByText(wordsOf('en')('delivery:settings.leaves')).waitFor()
    await look(page, 'settings-english')
    expect(desk.complaints).toEqual([])
  })
})
