// What a father who is kept away said before: his yes does not stand against the mother's withdrawal, and where only he had agreed,
// help goes on until she speaks; from then on only she is heard, without anybody setting anything aside.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openFamily, openRoom } from './desk-steps.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const shots = process.env['KEPT_AWAY_SHOTS']
const group = say('families:purpose.group.short')

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(60_000)
  await openSampleVillage(desk, kiteline)
  await waitUntilAllSent(desk.page)
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

/** A family goes by its first child in the list. */
const siblings = { 张悦: '张浩', 李小雨: '李小雨' } as const

async function openConsent(page: Page, child: keyof typeof siblings): Promise<void> {
  await openRoom(page, 'families')
  await openFamily(page, siblings[child])
  const card = page.getByRole('listitem').filter({ hasText: child })
  await card
    .getByRole('link', { name: say('families:consent.open') })
    .last()
    .click()
  await page
    .getByRole('heading', { name: say('families:consent.title', { name: child }) })
    .waitFor()
}

async function decideByCall(page: Page, who: string, word: 'agree' | 'refuse'): Promise<void> {
  await page.getByRole('radio', { name: who }).check()
  await page.getByText(say('families:proof.witnessedCall'), { exact: true }).click()
  await page.getByLabel(say('families:consent.witness')).fill('村儿童主任 李某')
  await page
    .getByRole('group', { name: say('families:consent.decide', { purpose: '参加亲子小组' }) })
    .getByText(say(`families:consent.${word}`), { exact: true })
    .click()
  await page.getByRole('button', { name: say('families:consent.save') }).click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
  await waitUntilAllSent(page)
}

async function keepAway(page: Page, who: string, name: string): Promise<void> {
  await page.getByRole('button', { name: say('restricted:party.add') }).click()
  await page.getByLabel(say('restricted:party.who')).selectOption({ label: who })
  await page
    .getByLabel(say('restricted:party.ground'), { exact: true })
    .selectOption({ label: say('restricted:party.grounds.courtOrder') })
  await expectFit(name)
  await page.getByRole('button', { name: say('restricted:party.save') }).click()
  const child = say('restricted:party.everyChild')
  await page.getByText(say('restricted:party.line', { name: who, child })).waitFor()
  await waitUntilAllSent(page)
}

const lineOf = (page: Page, who: string) =>
  page
    .getByRole('region', { name: say('families:consent.history') })
    .getByRole('listitem')
    .filter({ hasText: `${group}：` })
    .filter({ hasText: who })
    .first()

test('[FAM-46, FAM-55] the mother took the group back, the father who agreed is put down as kept away: her word stands and nobody can rule for him', async () => {
  const { page } = desk
  await openConsent(page, '张悦')
  await decideByCall(page, '张志强', 'agree')
  await openConsent(page, '张悦')
  await lineOf(page, '刘芳')
    .getByRole('button', { name: say('families:consent.withdraw') })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(say('families:consent.way.telephone')).click()
  await dialog.getByRole('button', { name: say('families:consent.withdraw') }).click()
  const dispute = page.getByRole('region', { name: say('families:settle.title') })
  const words = { name: '刘芳', word: say('families:consent.state.withdrawn') }
  await dispute.getByRole('radio', { name: say('families:settle.stay', words) }).waitFor()
  await expectFit('two-minds')
  await waitUntilAllSent(page)
  await page
    .getByRole('link', { name: say('kit:back') })
    .first()
    .click()
  await keepAway(page, '张志强', 'form')
  await openConsent(page, '张悦')
  await lineOf(page, '张志强').getByText(say('families:consent.byRestricted')).waitFor()
  await lineOf(page, '刘芳').getByText(say('families:effect.stopped')).waitFor()
  expect(await dispute.count()).toBe(0)
  await page.getByText(say('families:link.keptAway', { names: '张志强' })).waitFor()
  await expectFit('after')
  await openRoom(page, 'families')
  await openFamily(page, siblings['张悦'])
  const badge = `${group}：${say('families:consent.state.withdrawn')}`
  await page.getByRole('listitem').filter({ hasText: '张悦' }).getByText(badge).first().waitFor()
})

test('[FAM-55] where only he had agreed the form says so, help goes on, and from the mother’s first word only she is heard', async () => {
  const { page } = desk
  await openRoom(page, 'families')
  await openFamily(page, '李小雨')
  await page.getByRole('button', { name: say('restricted:party.add') }).click()
  await page.getByLabel(say('restricted:party.who')).selectOption({ label: '李建国' })
  const purposes = ['service', 'assessment', 'group']
    .map((purpose) => say(`families:purpose.${purpose}.short`))
    .join(say('families:nameSeparator'))
  const point = say('restricted:party.restsOn', { child: '李小雨', purposes })
  await page.getByRole('main').getByText(point).waitFor()
  await page.getByRole('button', { name: say('kit:cancel') }).click()
  await keepAway(page, '李建国', 'rests-on-him')
  await openConsent(page, '李小雨')
  await lineOf(page, '李建国').getByText(say('families:consent.yieldsLine')).waitFor()
  await expectFit('yields')
  await goInside(page, '/')
  const due = say('families:consentDue.keptAway', { purpose: group })
  await page.getByText(due).first().waitFor()
  await openConsent(page, '李小雨')
  await decideByCall(page, '周梅', 'refuse')
  await openConsent(page, '李小雨')
  await lineOf(page, '李建国').getByText(say('families:consent.yieldedLine')).waitFor()
  await lineOf(page, '周梅').getByText(say('families:effect.stopped')).waitFor()
  await expectFit('yielded')
  expect(desk.complaints).toEqual([])
})
