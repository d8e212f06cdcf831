// A father on night shift cannot come to the parents' evening: he says so with one tap, catches up by the lesson on his own phone, a
// step a page, and reads what the worker writes back. On the desk it stands beside his name, and counts as nothing before the call.
import { mkdirSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  planGroup,
  seatFamily,
} from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { openMeeting, openView } from './group-steps.ts'
import { findBarriers, findOverflow } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const father = '杨建军'
const startsOn = dayFromToday(-4)
const home = households[0]
const child = home?.child ?? ''
const cheer = '下了夜班还来听，又真的说了，孩子听得见。'
const shots = process.env['SESSION_SHOTS']
const narrow = { width: 320, height: 640 } as const
/** What came by link is on the desk with its next look at the server. */
const patience = { timeout: 90_000 }

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
let his: Seat
let address = ''
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  his = await sitDown(browser, phone)
  for (const { page } of [desk, his]) page.setDefaultTimeout(30_000)
  await setUpAgency(desk, kiteline)
  await importVillage(desk.page)
  await addFather(desk.page)
  await sayNightShift(desk.page)
  await settleGroup(desk.page)
  await waitUntilAllSent(desk.page)
}, 240_000)
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const { page } of [desk, his])
    process.stderr.write(`${await page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const press = (place: Page | Locator, name: string): Promise<void> =>
  place.getByRole('button', { name, exact: true }).click()

async function addFather(page: Page): Promise<void> {
  await openFamily(page, child)
  await giveConsent(page, home?.mother ?? '', dayFromToday(-10))
  await page.getByRole('link', { name: say('families:file.addPerson') }).click()
  await page.getByLabel(say('families:new.relation')).selectOption(say('families:relation.father'))
  await page.getByLabel(say('families:fields.name')).fill(father)
  await press(page, say('kit:save'))
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
}

/** He works nights, as the file says of him. */
async function sayNightShift(page: Page): Promise<void> {
  await page
    .getByRole('main')
    .locator('a[href*="/people/"]')
    .filter({ hasText: father })
    .first()
    .click()
  await page.getByText(say('families:availability.shifts.night'), { exact: true }).click()
  await press(page, say('families:availability.save'))
  await page.getByText(say('kit:savedHere')).first().waitFor()
}

/** The first meeting was four days ago, the parents' next is still to come. */
async function settleGroup(page: Page): Promise<void> {
  await planGroup(page, group, startsOn)
  await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
  await page.getByLabel(say('groupwork:seats.joinedOn')).fill(startsOn)
  await seatFamily(page, child, 3)
  await page.getByRole('link', { name: group }).click()
  await press(page, say('groupwork:page.start'))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('groupwork:page.day')).fill(startsOn)
  await press(dialog, say('groupwork:page.start'))
  await dialog.waitFor({ state: 'detached' })
}

const cardOf = (page: Page): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(father, { exact: true }) })

async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

/** It fits his phone, and a narrow screen with type of twice the size. */
async function expectFit(name: string): Promise<void> {
  const { page } = his
  await shoot(page, name)
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(narrow)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'))
  await shoot(page, `${name}-narrow`)
  expect(await findOverflow(page)).toEqual([])
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize(phone)
}

test('the worker sends him the page of the meeting; its words name nobody', async () => {
  const { page } = desk
  await openMeeting(page, group, 2)
  await openView(page, 'away')
  await press(cardOf(page), say('groupwork:away.makeLink'))
  const words = await cardOf(page).getByLabel(say('access:link.words')).inputValue()
  for (const name of [child, father]) expect(words).not.toContain(name)
  address = /https?:\/\/\S+\/f\/[\w-]+/.exec(words)?.[0] ?? ''
  expect(address).not.toBe('')
})

test('he reads when it is and says with one tap that he cannot come [GRP-62, GRP-63]', async () => {
  const { page } = his
  await page.goto(address)
  await page.locator('input[name=check]').fill(home?.bornOn.slice(0, 4) ?? '')
  await press(page, say('family:check.go'))
  await page.getByText(say('family:session.asks')).waitFor()
  await page.getByText(say('family:session.shift.night')).waitFor()
  await expectFit('home')
  await press(page, say('family:session.intent.cannot'))
  await page.getByText(say('family:session.said.cannot')).waitFor()
  await expectFit('said')
})

test('he catches up: the lesson, its question, the task, and how it went [GRP-34, GRP-63]', async () => {
  const { page } = his
  await page.getByRole('link', { name: say('family:session.go.listened') }).click()
  await page.getByRole('heading', { name: say('family:session.listened.title') }).waitFor()
  await expectFit('listened')
  await press(page, say('family:session.listened.send'))
  await page.getByLabel(say('family:session.recalled.label')).fill('先说不是因为他')
  await expectFit('recalled')
  await press(page, say('family:session.recalled.send'))
  await page.getByRole('heading', { name: say('family:session.tried.title') }).waitFor()
  await expectFit('tried')
  await press(page, say('family:session.tried.send'))
  await page.getByLabel(say('family:session.happened.label')).fill('他没吭声，后来说知道了')
  await expectFit('happened')
  await press(page, say('family:session.happened.send'))
  await page.getByText(say('family:session.callComes')).waitFor()
  await expectFit('done')
})

test('the desk shows it beside his name, and the worker writes back and rings him [GRP-63]', async () => {
  const { page } = desk
  const card = cardOf(page)
  await card.getByText(say('groupwork:comingIntent.cannot')).waitFor(patience)
  await card.getByText('先说不是因为他').waitFor(patience)
  await card.getByText('他没吭声，后来说知道了').waitFor(patience)
  const field = card.getByLabel(say('groupwork:away.cheer'))
  await field.fill(cheer)
  await field.blur()
  await press(card, say('groupwork:asyncStage.talkedOn'))
  // The evening is still to come: nothing counts ahead of its day.
  expect(await card.getByRole('button', { name: say('groupwork:away.countAs') }).count()).toBe(0)
  await shoot(page, 'desk')
  await waitUntilAllSent(page)
})

test('he reads it at the next opening [GRP-63]', async () => {
  const { page } = his
  await page.goto(address)
  await page.getByText(cheer).waitFor()
  await page.getByText(say('family:session.done.talkedOn')).waitFor()
  expect(await page.getByText(say('family:session.callComes')).count()).toBe(0)
  await expectFit('cheer')
  await page.goto(`${address}?lang=en`)
  await page.getByText(cheer).waitFor()
  await expectFit('english')
  for (const { complaints } of [desk, his]) expect(complaints).toEqual([])
})
