// The two other ways of sending: the agency's own door, and mail. Set up, tried, used for a link, told of in the log, and turned off.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { signWebhook } from '../server/contact/delivery/webhook.ts'
import { type LocalGateway, openGateway } from '../testing/house/local-gateway.ts'
import { type LocalMailServer, openMailServer } from '../testing/house/local-mail-server.ts'
import { makeCertificate } from '../testing/house/make-certificate.ts'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { button } from './contact-steps.ts'
import { importVillage, openFamily } from './desk-steps.ts'
import { password, setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const [home] = households
const { child = '', mother = '', phone: number = '' } = home ?? {}
const secret = 'the-door-of-the-agency-0815'
const letterBox = 'chen.fang@mail.example'
const bodyShape = z.object({ to: z.unknown(), text: z.string() })

let browser: Browser
let gateway: LocalGateway
let mail: LocalMailServer
let kiteline: StartedKiteline
let desk: Seat
beforeAll(async () => {
  browser = await openBrowser()
  gateway = await openGateway()
  mail = await openMailServer({ tls: 'never', certificate: makeCertificate('127.0.0.1') })
  const gateways = `127.0.0.1:${gateway.port},127.0.0.1:${mail.port}`
  kiteline = await startKiteline({ gateways })
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
  await mail.close()
})

const section = (page: Page, title: string) => page.getByRole('region', { name: say(title) })
const field = (name: string): string => say(`delivery:settings.fields.${name}`)

async function begin(page: Page, kind: 'webhook' | 'email') {
  await goInside(page, '/delivery')
  const its = section(page, `delivery:kinds.${kind}`)
  await its.getByRole('button', { name: say('delivery:settings.setUp') }).click()
  return its
}

async function save(its: ReturnType<typeof section>): Promise<void> {
  await its.getByLabel(say('access:factor.ownPassword')).fill(password)
  await its.getByRole('button', { name: say('kit:save') }).click()
  await its.getByRole('button', { name: say('delivery:settings.remove') }).waitFor()
}

async function tryOut(its: ReturnType<typeof section>, kind: 'webhook' | 'email', to: string) {
  await its.getByLabel(say(`delivery:settings.test.to.${kind}`)).fill(to)
  await its.getByRole('button', { name: say('delivery:settings.test.send') }).click()
  await its.getByText(say('delivery:card.sent').split('{{')[0] ?? '').waitFor()
}

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

function expectNobodysName(text: string): void {
  for (const name of [child, mother, '王静', '青山镇社工站']) expect(text).not.toContain(name)
}

describe('the agency’s own door and mail [DLV-3][DLV-4][DLV-6]', () => {
  test('the door gets one signed request without a name, and another secret does not open it', async () => {
    const { page } = desk
    const its = await begin(page, 'webhook')
    await its.getByLabel(field('url')).fill(`http://127.0.0.1:${gateway.port}/door`)
    await its.getByLabel(field('secret')).fill(secret)
    await save(its)
    expect(await page.locator('body').innerText()).not.toContain(secret)
    await tryOut(its, 'webhook', '13700137000')
    const address = await makeLink(page)
    await button(page, say('delivery:card.webhook', { to: `…${number.slice(-4)}` })).click()
    await page.getByText(say('delivery:card.sent', { to: `…${number.slice(-4)}` })).waitFor()
    expect(gateway.calls).toHaveLength(2)
    const call = gateway.calls[1]
    const its2 = bodyShape.parse(JSON.parse(call?.body ?? ''))
    expect(its2.to).toEqual({ phone: number })
    expect(its2.text).toContain(address)
    expectNobodysName(call?.body ?? '')
    const sign = (key: string) =>
      signWebhook(key, String(call?.headers['x-kiteline-timestamp']), call?.body ?? '')
    expect(call?.headers['x-kiteline-signature']).toBe(sign(secret))
    expect(call?.headers['x-kiteline-signature']).not.toBe(sign('the-door-of-somebody-else-1'))
  })

  test('a letter goes to whoever has an address, in our own sentence', async () => {
    const { page } = desk
    const its = await begin(page, 'email')
    await its.getByLabel(field('host')).fill('127.0.0.1')
    await its.getByText(say('delivery:settings.secures.none')).click()
    await its.getByLabel(field('port')).fill(String(mail.port))
    await its.getByLabel(field('from')).fill('station@mail.example')
    await save(its)
    await tryOut(its, 'email', 'admin@mail.example')
    expect(mail.letters).toHaveLength(1)
    await makeLink(page)
    await page.getByText(say('delivery:refusals.NoticeNoEmail')).waitFor()
    await openFamily(page, child)
    await page.getByRole('link', { name: mother, exact: true }).first().click()
    await page.getByLabel(say('families:fields.email')).fill(letterBox)
    await page
      .getByRole('button', { name: say('kit:save') })
      .first()
      .click()
    await waitUntilAllSent(page)
    const address = await makeLink(page)
    await button(page, say('delivery:card.email', { to: '…ang@…' })).click()
    await page.getByText(say('delivery:card.sent', { to: '…ang@…' })).waitFor()
    expect(mail.lines.join('\n')).toContain(letterBox)
    const letter = mail.letters[1] ?? ''
    const words = Buffer.from(letter.split(/\r?\n\r?\n/)[1] ?? '', 'base64').toString('utf8')
    expect(`${letter}\n${words}`).toContain(address)
    expectNobodysName(`${letter}\n${words}`)
  })

  test('the log tells both, and turned off nothing more goes out and nothing more is offered', async () => {
    const { page } = desk
    await goInside(page, '/delivery')
    const rows = section(page, 'delivery:log.title').getByRole('row')
    await rows.nth(4).waitFor()
    const log = await section(page, 'delivery:log.title').innerText()
    for (const kind of ['webhook', 'email']) expect(log).toContain(say(`delivery:kinds.${kind}`))
    expect(log).not.toContain(letterBox)
    expect(log).not.toContain(number)
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
    for (const kind of ['webhook', 'email'] as const) {
      const its = section(page, `delivery:kinds.${kind}`)
      await its.getByRole('button', { name: say('delivery:settings.remove') }).click()
      await its.getByLabel(say('access:factor.ownPassword')).fill(password)
      await its
        .getByRole('button', { name: say('delivery:settings.remove') })
        .last()
        .click()
      await its.getByText(say('delivery:settings.off'), { exact: true }).waitFor()
    }
    const asked = page.waitForResponse((answer) => answer.url().endsWith('/api/notices/ways'))
    await makeLink(page)
    await asked
    await button(page, say('access:link.copy')).waitFor()
    expect(await page.getByText(say('delivery:card.hint')).count()).toBe(0)
    expect([gateway.calls.length, mail.letters.length]).toEqual([2, 2])
    expect(desk.complaints).toEqual([])
  })
})
