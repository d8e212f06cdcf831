// One group led on two phones: one of them far from any network for three meetings, somebody who joins at the third, and a
// parent who only ever catches up by voice.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  openRoom,
  planGroup,
  seatFamily,
} from './desk-steps.ts'
import { signIn, unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { holdMeeting, markPresence, openMeeting, openView } from './group-steps.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households, type Household } from './village.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const startsOn = dayFromToday(-22)

let browser: Browser
let kiteline: StartedKiteline
let table: Seat
let hand: Seat
let first: Household
let late: Household
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  table = await sitDown(browser, laptop)
  hand = await sitDown(browser, phone)
  for (const { page } of [table, hand]) page.setDefaultTimeout(20_000)
  const [one, two] = households
  if (one === undefined || two === undefined) throw new Error('no households')
  first = one
  late = two
  const { page } = table
  await setUpAgency(table, kiteline)
  await importVillage(page)
  for (const home of [first, late]) {
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(-25))
  }
  await planGroup(page, group, startsOn)
  await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
  await page.getByLabel(say('groupwork:seats.joinedOn')).fill(startsOn)
  await seatFamily(page, first.child)
  await openMeeting(page, group, 1)
  await holdMeeting(page)
  await waitUntilAllSent(page)
  await signIn(hand, kiteline.address)
  await waitUntilAllSent(hand.page)
  await waitUntilProgramKept(hand.page)
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const { page } of [table, hand])
    process.stderr.write(`${await page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

function rowOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
}

describe('a group on two phones', () => {
  test('three meetings are marked without a network while a colleague marks the same people; what differs is shown and chosen', async () => {
    await openMeeting(hand.page, group, 1)
    await hand.context.setOffline(true)
    for (const no of [1, 2, 3]) {
      await openMeeting(hand.page, group, no)
      await markPresence(hand.page, first.child, 'inPerson')
      await openView(hand.page, 'marks')
      const level = say('groupwork:participation.3')
      const row = rowOf(hand.page, first.child)
      await row.getByRole('radio', { name: level }).click()
      await row.getByRole('radio', { name: level, checked: true }).waitFor()
    }
    await openMeeting(table.page, group, 1)
    await markPresence(table.page, first.child, 'absent')
    await waitUntilAllSent(table.page)
    await hand.context.setOffline(false)
    await waitUntilAllSent(hand.page)
    await openMeeting(hand.page, group, 1)
    await rowOf(hand.page, first.child)
      .getByRole('button', { name: say('groupwork:attendance.twoMarks') })
      .click()
    const dialog = hand.page.getByRole('dialog')
    await dialog
      .getByRole('radio', { name: new RegExp(say('groupwork:presence.inPerson')) })
      .check()
    await dialog.getByRole('button', { name: say('sync:conflict.keepThis') }).click()
    await dialog.waitFor({ state: 'detached' })
    await waitUntilAllSent(hand.page)
    await table.page.reload()
    await unlockHere(table.page)
    await openMeeting(table.page, group, 1)
    await rowOf(table.page, first.child)
      .getByRole('radio', { name: say('groupwork:presence.inPerson'), checked: true })
      .waitFor()
    expect(await table.page.getByText(say('groupwork:attendance.twoMarks')).count()).toBe(0)
  })

  test('whoever joins at the third meeting is expected from then on and missing at none before', async () => {
    const { page } = hand
    await openMeeting(page, group, 3)
    await page.getByRole('button', { name: say('groupwork:attendance.newcomer') }).click()
    await seatFamily(page, late.child)
    await page.keyboard.press('Escape')
    await markPresence(page, late.child, 'inPerson')
    await openMeeting(page, group, 1)
    await rowOf(page, first.child).waitFor()
    expect(await page.getByText(late.child, { exact: true }).count()).toBe(0)
    await waitUntilAllSent(page)
  })

  test('a parent who only catches up by voice is counted as having caught up later', async () => {
    const { page } = table
    await openMeeting(page, group, 1)
    await openView(page, 'away')
    const card = rowOf(page, first.mother)
    for (const stage of ['sentOn', 'listenedOn', 'triedOn', 'talkedOn'] as const) {
      const name = say(`groupwork:asyncStage.${stage}`)
      await card.getByRole('button', { name }).click()
      await card.getByRole('button', { name: new RegExp(name), pressed: true }).waitFor()
    }
    await card.getByRole('button', { name: say('groupwork:away.countAs') }).click()
    await card.getByText(say('groupwork:presence.watchedLater')).waitFor()
    await openRoom(page, 'groupwork')
    await page.getByRole('link', { name: group }).first().click()
    await page.getByText(/另有课后补看 1 人次/).waitFor()
    expect(table.complaints).toEqual([])
    expect(hand.complaints).toEqual([])
  })
})
