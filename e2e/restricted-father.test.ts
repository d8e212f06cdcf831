// A father who is a restricted party opens his family page: he holds an old invite; the family's papers are printed anew. He learns
// neither school nor village, and no screen tells him that he is kept away.
import { mkdirSync, readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { birthYear } from './desk-steps.ts'
import { openSampleVillage, pin, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { readReport } from './read-report.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const child = '张悦'
const brother = '张浩'
const father = '张志强'
const school = '示例镇中心小学'
const shots = process.env['RESTRICTED_SHOTS']
const telling = /限制|受限|屏蔽|拉黑|法院|告诫|restrict|blocked|court/i

let browser: Browser
let kiteline: StartedKiteline
let worker: Seat
let his: Seat
let invite = ''
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  worker = await sitDown(browser, laptop)
  his = await sitDown(browser, phone)
  worker.page.setDefaultTimeout(30_000)
  his.page.setDefaultTimeout(30_000)
  await openSampleVillage(worker, kiteline)
  await waitUntilAllSent(worker.page)
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

async function printAgreement(page: Page): Promise<string> {
  await page.getByRole('link', { name: say('paperwork:family.open') }).click()
  await page.getByLabel(say('paperwork:family.whichChild')).selectOption({ label: child })
  const form = say('paperwork:formName.careAgreement')
  const waiting = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: say('paperwork:paper.take', { form }) }).click()
  const download = await waiting
  const { words } = await readReport(readFileSync(await download.path()))
  await page.goBack()
  return words
}

test('he is sent an invite, and it opens on his phone', async () => {
  const { page } = worker
  await goInside(page, '/families')
  await page.getByRole('link', { name: brother }).first().click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
  expect(await printAgreement(page)).toContain(school)
  await page.locator(`main a[href*="/consent/"]`).last().click()
  await page.getByLabel(say('families:link.to')).selectOption({ label: father })
  await page.getByRole('button', { name: say('families:link.make', { days: 14 }) }).click()
  const card = page.getByText(/\/f\//).first()
  await card.waitFor()
  const words = await card.evaluate((node) =>
    node instanceof HTMLTextAreaElement ? node.value : (node.textContent ?? ''),
  )
  invite = /https?:\/\/\S+\/f\/[\w-]+/.exec(words)?.[0] ?? ''
  expect(invite).not.toBe('')
  await his.page.goto(invite)
  await his.page.locator('input[name=check]').fill(birthYear())
  await his.page.locator('button').first().click()
  await his.page.getByText(child).first().waitFor()
  await page.goBack()
})

test('[FAM-50] the worker puts him down as kept away: three choices, and it stands', async () => {
  const { page } = worker
  await page.getByRole('button', { name: say('restricted:party.add') }).click()
  await page.getByLabel(say('restricted:party.who')).selectOption({ label: father })
  await page
    .getByLabel(say('restricted:party.ground'), { exact: true })
    .selectOption({ label: say('restricted:party.grounds.courtOrder') })
  await expectFit(page, 'form')
  await page.getByRole('button', { name: say('restricted:party.save') }).click()
  const everyChild = say('restricted:party.everyChild')
  await page.getByText(say('restricted:party.line', { name: father, child: everyChild })).waitFor()
  await waitUntilAllSent(page)
  await expectFit(page, 'standing')
})

test('[FAM-53] his invite says what every old one says, and nothing of him', async () => {
  const { page } = his
  await page.goto(invite)
  const dead = await page.locator('body').innerText()
  if (shots !== undefined) await page.screenshot({ path: `${shots}/dead-phone.png` })
  expect(dead).toContain(say('family:ended.title'))
  expect(dead).not.toMatch(telling)
  expect(dead).not.toContain(child)
  await page.goto(`${invite.slice(0, -6)}aaaaaa`)
  expect(await page.locator('body').innerText()).toBe(dead)
  await page.goBack()
  expect(await page.locator('body').innerText()).not.toContain(child)
  expect(await findOverflow(page)).toEqual([])
})

test('[FAM-52, FAM-54] no other is made for him, and the paper printed today names no school', async () => {
  const { page } = worker
  const words = await printAgreement(page)
  expect(words).toContain(child)
  expect(words).not.toContain(school)
  expect(words).not.toMatch(telling)
  await page.locator(`main a[href*="/consent/"]`).last().click()
  await page.getByText(say('families:link.keptAway', { names: father })).waitFor()
  const offered = page.getByLabel(say('families:link.to')).getByRole('option')
  expect(await offered.allInnerTexts()).not.toContain(father)
  await page.goBack()
})

test('[CPL-7] nothing is planned with him, and the child’s screen does not offer him', async () => {
  const { page } = worker
  await page.getByRole('link', { name: say('contact:log.open'), exact: true }).click()
  const pairs = page.getByLabel(say('contact:quick.who'))
  const relation = say('families:relation.father')
  const label = say('contact:page.pair', { child: brother, adult: father, relation })
  await pairs.selectOption({ label })
  await page.getByText(say('contact:refusals.ContactPartyKeptAway')).waitFor()
  await page.getByRole('heading', { name: say('contact:told.title') }).waitFor()
  for (const offered of ['contact:plan.begin', 'contact:pledge.add', 'cards:week.other'])
    expect(await page.getByRole('button', { name: say(offered), exact: true }).count()).toBe(0)
  await expectFit(page, 'contact')
  await page.getByRole('link', { name: say('contact:child.open'), exact: true }).click()
  await page.getByRole('button', { name: say('contact:child.give', { name: brother }) }).click()
  // With one parent far away left, the child is asked at once who called first.
  await page.getByText(say('contact:child.them', { call: say('inquiry:calls.mother') })).waitFor()
  await page.getByRole('button', { name: say('inquiry:handover.leave') }).click()
  await page.getByLabel(say('access:pin.label')).fill(pin)
  await page.getByRole('button', { name: say('inquiry:handover.takeBack') }).click()
  await page
    .getByRole('link', { name: say('contact:page.title') })
    .last()
    .click()
  await page.getByRole('link', { name: say('contact:page.back') }).click()
})

test('[FAM-57] a colleague is kept out on the same page', async () => {
  const { page } = worker
  await page.getByRole('button', { name: say('restricted:out.add') }).click()
  await page
    .getByLabel(say('restricted:out.ground'), { exact: true })
    .selectOption({ label: say('restricted:out.grounds.relative') })
  await expectFit(page, 'keep-out')
  expect([...worker.complaints, ...his.complaints]).toEqual([])
})
