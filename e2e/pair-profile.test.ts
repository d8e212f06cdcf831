// One child and one adult of the sample village: what the records say is judged, settled on its figures, and set beside a
// later version.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const child = '张浩'
const mother = '刘芳'
const shots = process.env['PROFILE_SHOTS']
const trust = say('groupwork:target.trust')

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

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

const words = (key: string, details?: Record<string, string>) =>
  say(`assessment:profile.${key}`, details)
const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true }).first()
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

async function openProfile(page: Page): Promise<void> {
  await goInside(page, '/families')
  await page.getByRole('link', { name: child }).first().click()
  const profile = await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: child, exact: true }) })
    .getByRole('link', { name: new RegExp(`${mother}.*${words('title')}$`) })
    .getAttribute('href')
  await goInside(page, profile ?? '')
  await page.getByRole('heading', { name: words('targetsTitle') }).waitFor()
}

async function expectFit(page: Page, name: string): Promise<void> {
  for (const [at, size] of [
    ['laptop', laptop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(size)
    await shoot(page, `${name}-${at}`)
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
  }
  await page.setViewportSize(laptop)
}

describe('a pair’s profile', () => {
  test('shows what the records say of both sides before anybody has judged', async () => {
    const { page } = seat
    await openProfile(page)
    await page.getByText(words('notBegun')).waitFor()
    await expectFit(page, 'begin')
  })

  test('in a village without a network a target is judged, a lead is declined, a cause rests on evidence', async () => {
    const { page, context } = seat
    await context.setOffline(true)
    await press(page, words('judge.openFor', { target: trust }))
    const its = card(page, trust)
    await its.getByText(words('need.strong'), { exact: true }).click()
    await its.getByLabel(words('judge.words')).fill('爸爸说好的事常常改期，张浩不再问了。')
    await its.getByLabel(words('judge.reason')).fill('孩子的得分和家访时的原话都这样说。')
    await its.getByLabel(words('judge.words')).focus()
    await its.getByRole('link', { name: words('makeGoalOf', { name: trust }) }).waitFor()
    const lead = page.getByRole('button', {
      name: words('lead.declineNamed', { name: words('cause.misreading') }),
    })
    await lead.click()
    await page.getByLabel(words('lead.why')).fill('这是以前的想法，现在他自己说不是了。')
    await page.getByRole('button', { name: words('lead.decline'), exact: true }).click()
    await page.getByText('这是以前的想法，现在他自己说不是了。').waitFor()
    expect(await lead.count()).toBe(0)
    await press(page, `+ ${words('cause.puberty')}`)
    const cause = card(page, words('cause.puberty'))
    await cause.getByText(words('board.assumed')).waitFor()
    await cause
      .getByRole('button', { name: words('board.linkNamed', { name: words('cause.puberty') }) })
      .click()
    await cause.getByLabel(words('board.which')).selectOption({ label: words('board.note') })
    await cause.getByText(words('strength.strong'), { exact: true }).click()
    await cause.getByLabel(words('board.noteWords')).fill('上初中以后不愿意当着奶奶的面接电话。')
    await cause.getByRole('button', { name: say('kit:save') }).click()
    await cause.getByRole('listitem').getByText('上初中以后不愿意当着奶奶的面接电话。').waitFor()
    expect(await cause.getByText(words('board.assumed')).count()).toBe(0)
    await page
      .getByRole('group', { name: say('assessment:fields.risk') })
      .getByText(words('risk.watch'))
      .click()
    await expectFit(page, 'draft')
    await context.setOffline(false)
  })

  test('it is settled, a new one begins with what it says, and the two are compared', async () => {
    const { page } = seat
    await press(page, words('settle'))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('settle') })
      .click()
    await page.getByText(words('settledMeans')).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
    await expectFit(page, 'settled')
    await press(page, words('beginNext'))
    const its = card(page, trust)
    await its.getByText('爸爸说好的事常常改期，张浩不再问了。').waitFor()
    await press(page, words('judge.changeFor', { target: trust }))
    await its.getByText(words('need.some'), { exact: true }).click()
    await page.getByLabel(words('compareWith')).selectOption({ index: 1 })
    await page.getByRole('heading', { name: words('compareTitle') }).waitFor()
    await card(page, trust).getByText(words('need.some'), { exact: true }).waitFor()
    await card(page, trust).getByText(words('need.strong'), { exact: true }).waitFor()
    await expectFit(page, 'compare')
    await waitUntilAllSent(page)
    expect(seat.complaints).toEqual([])
  })
})
