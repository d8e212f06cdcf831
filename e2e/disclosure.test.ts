// In a joint session, where there is no network, a child says something: two taps, the child's words, the call, the report, the
// answer. Who works beside them sees nothing of it.
import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  planGroup,
  seatFamily,
} from './desk-steps.ts'
import { unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { openMeeting } from './group-steps.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague, joinTeam } from './team-steps.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const home = households[0]
const child = home?.child ?? ''
const itsWords = '大伯晚上打我，不让我说。'
const receipt = '青公（治）受〔2026〕12号'
const jointSession = 1

const hears = { name: '苏宁', loginName: 'suning', role: 'coLeader' } as const
const besides = { name: '何田', loginName: 'hetian', role: 'volunteer' } as const
const elsewhere = { name: '陆遥', loginName: 'luyao', role: 'socialWorker' } as const

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
let hearing: Seat
let watching: Seat
let far: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(20_000)
  await setUpAgency(desk, kiteline)
  await importVillage(desk.page)
  await openFamily(desk.page, child)
  await giveConsent(desk.page, home?.mother ?? '', dayFromToday(-20))
  await planGroup(desk.page, group, dayFromToday(-15))
  await desk.page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
  await desk.page.getByLabel(say('groupwork:seats.joinedOn')).fill(dayFromToday(-15))
  await seatFamily(desk.page, child)
  hearing = await join(hears)
  watching = await join(besides)
  far = await join(elsewhere)
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const { page } of [desk, hearing])
    process.stderr.write(`${await page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
  rmSync(kiteline.dataDir, { recursive: true, force: true })
})

/** Invited, in the team unless they work elsewhere, signed in on a phone of their own that keeps the program. */
async function join(one: typeof hears | typeof besides | typeof elsewhere): Promise<Seat> {
  const link = await inviteColleague(desk.page, one)
  if (one.role !== 'socialWorker') await joinTeam(desk.page, group, one)
  await waitUntilAllSent(desk.page)
  const seat = await sitDown(browser, phone)
  seat.page.setDefaultTimeout(20_000)
  await activate(seat, link)
  await waitUntilProgramKept(seat.page)
  await waitUntilAllSent(seat.page)
  return seat
}

/** Saved when the field is left. */
async function write(page: Page, label: string, words: string): Promise<void> {
  const field = page.getByLabel(say(label)).first()
  await field.fill(words)
  await field.blur()
}

function openList(page: Page): Promise<void> {
  return goInside(page, '/safety')
}

describe('a disclosure in a joint session', () => {
  test('[SAF-2] is kept with two taps, without a network, on the page of the session; whom to call stands there at once', async () => {
    const { page, context } = hearing
    await openMeeting(page, group, jointSession)
    await context.setOffline(true)
    let taps = 0
    const tap = async (name: string | RegExp) => {
      taps += 1
      await page.getByRole('button', { name }).click()
    }
    await tap(say('safety:raise.button'))
    await tap(new RegExp(`^${say('safety:sort.suspectedHarm')}`))
    await page.getByText(/^已经记下/).waitFor()
    expect(taps).toBe(2)
    const police = page.getByRole('link', { name: '110', exact: true })
    expect(await police.first().getAttribute('href')).toBe('tel:110')
    expect(await page.getByText(/不要答应保密/).isVisible()).toBe(true)
  })

  test('is written down in the child’s words and reported by telephone, still without a network', async () => {
    const { page } = hearing
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('button', { name: say('safety:call.noted') })
      .first()
      .click()
    await dialog.getByText(/^报告时间已记下/).waitFor()
    await dialog.getByRole('link', { name: say('safety:raise.writeDown') }).click()
    await page.getByRole('heading', { name: say('safety:facts.title') }).waitFor()
    await page.getByLabel(say('safety:fields.childName')).fill(child)
    await write(page, 'safety:fields.childsWords', itsWords)
    await write(page, 'safety:fields.questionAsked', '自己说的')
    await page.getByLabel(say('safety:exchange.asked')).fill('现在怕谁？')
    await page.getByLabel(say('safety:exchange.words')).fill('大伯')
    await page.getByRole('button', { name: say('safety:exchange.add') }).click()
    await page.getByText('问：现在怕谁？').waitFor()
    await goInside(page, '/safety')
    await page.getByRole('link', { name: child }).waitFor()
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360)
  })

  test('is sent when there is a network again and sorted by the supervisor, who sees the words as they were said', async () => {
    const { page, context } = hearing
    await context.setOffline(false)
    await waitUntilAllSent(page)
    await waitUntilAllSent(desk.page)
    await goInside(desk.page, '/today')
    await desk.page.reload()
    await unlockHere(desk.page)
    await openList(desk.page)
    await desk.page.getByRole('link', { name: child }).click()
    expect(await desk.page.getByLabel(say('safety:fields.childsWords')).inputValue()).toBe(itsWords)
    await desk.page.getByText(say('safety:next')).waitFor()
    expect(await findBarriers(desk.page)).toEqual([])
    expect(await findOverflow(desk.page)).toEqual([])
    await desk.page.getByRole('button', { name: say('safety:charge.markSeen') }).click()
    await desk.page.getByText(/已看到$/).waitFor()
    await desk.page.getByLabel(say('safety:charge.sort')).selectOption('suspectedHarm')
  })

  test('[SAF-6] is followed until the authority’s answer is written down, and closed', async () => {
    const { page } = desk
    await write(page, 'safety:fields.receiptNo', receipt)
    await page.getByLabel(say('safety:charge.closeWhy')).fill('孩子住到外婆家，大伯不再接触')
    await page.getByRole('button', { name: say('safety:charge.close'), exact: true }).click()
    await page.getByText(say('safety:refusals.AuthorityAnswerMissing')).waitFor()
    await page.getByLabel(say('safety:report.answer')).fill('已立案，出具告诫书')
    await page.getByRole('button', { name: say('safety:report.saveAnswer') }).click()
    await page.getByText(say('safety:state.followedUp'), { exact: true }).waitFor()
    await page.getByRole('button', { name: say('safety:charge.close'), exact: true }).click()
    await page.getByText(say('safety:state.closed'), { exact: true }).waitFor()
    await page.getByRole('link', { name: say('safety:print.title') }).click()
    await page.getByRole('cell', { name: `“${itsWords}”` }).waitFor()
    await page.getByRole('cell', { name: receipt }).waitFor()
    expect(await page.getByText(hears.name).count()).toBe(0)
    await waitUntilAllSent(page)
  })

  test('[SAF-4] leaves no trace for the volunteer beside, nor for a worker elsewhere', async () => {
    for (const { page } of [watching, far]) {
      await goInside(page, '/today')
      // Opened anew, so that whatever is theirs has been fetched after the supervisor's last word.
      await page.reload()
      await unlockHere(page)
      await waitUntilAllSent(page)
      expect(await page.getByText(say('safety:today')).count()).toBe(0)
      await openList(page)
      await page.getByText(say('safety:list.empty'), { exact: true }).waitFor()
      expect(await page.getByText(child).count()).toBe(0)
    }
  })

  test('nobody’s page complained', () => {
    for (const { complaints } of [desk, hearing, watching, far]) expect(complaints).toEqual([])
  })
})
