// What was seen: an observation written in a village without a network and finished after the tab was closed, a home visit whose
// agreed things come up on Today, and two observers of one call who rate apart and compare afterwards.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  dayInWords,
  giveConsent,
  importVillage,
  openFamily,
  openRoom,
} from './desk-steps.ts'
import { unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const suNing = { name: '苏宁', loginName: 'suning', role: 'supervisor' } as const
const home = households[0]
const child = home?.child ?? ''
const mother = home?.mother ?? ''
const seenWords = '视频接通后，孩子把画举到镜头前，妈妈低头看别处，约两分钟没有说话。'

let browser: Browser
let kiteline: StartedKiteline
let field: Seat
let office: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  field = await sitDown(browser, phone)
  office = await sitDown(browser, laptop)
  for (const { page } of [field, office]) page.setDefaultTimeout(30_000)
  await setUpAgency(field, kiteline)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function expectFit(page: Page): Promise<void> {
  expect(await findOverflow(page)).toEqual([])
  expect(await findBarriers(page)).toEqual([])
}

async function openObservation(page: Page): Promise<void> {
  await openFamily(page, child)
  await page.getByRole('link', { name: say('observation:list.title'), exact: true }).click()
  await page.getByRole('heading', { name: say('observation:list.title'), exact: true }).waitFor()
}

const press = (page: Page, name: string, group: string) =>
  page.getByRole('group', { name: group }).getByRole('button', { name, exact: true }).click()

/** Rates every item of the list, all with one answer but the first. */
async function rate(page: Page, first: string, others: string): Promise<void> {
  const items = page.getByRole('main').getByRole('list').getByRole('group')
  await items.first().waitFor()
  const count = await items.count()
  for (let at = 0; at < count; at += 1)
    await items
      .nth(at)
      .getByText(at === 0 ? first : others, { exact: true })
      .click()
  await page.getByRole('button', { name: say('observation:sheet.finish') }).click()
  await page.getByRole('button', { name: say('observation:sheet.reopen') }).waitFor()
}

describe('what was seen', () => {
  test('is half written without a network, is there again after the tab was closed, and keeps the reading apart (OBS-1, OBS-2)', async () => {
    const { page, context } = field
    await importVillage(page)
    await openFamily(page, child)
    await giveConsent(page, mother, dayFromToday(-20))
    await page.getByRole('button', { name: say('contact:log.add') }).click()
    await page.getByRole('button', { name: say('contact:quick.noMinutes') }).click()
    await waitUntilAllSent(page)
    await waitUntilProgramKept(page)
    await openObservation(page)
    await page.getByText(say('observation:list.none')).waitFor()
    await expectFit(page)
    await page.getByRole('link', { name: say('observation:episode.new') }).click()
    await page.getByLabel(say('observation:fields.seen'), { exact: true }).waitFor()
    await context.setOffline(true)
    await press(page, mother, say('observation:fields.personIds'))
    await page
      .getByLabel(say('observation:fields.actorId'), { exact: true })
      .selectOption({ label: child })
    await page
      .getByLabel(say('observation:fields.towardId'), { exact: true })
      .selectOption({ label: mother })
    await page.getByLabel(say('observation:fields.seen'), { exact: true }).fill('妈妈不配合。')
    await page.getByText(/有评价的词：不配合/).waitFor()
    await page.getByLabel(say('observation:fields.seen'), { exact: true }).fill(seenWords)
    await page.getByText(/有评价的词/).waitFor({ state: 'detached' })
    await page.waitForTimeout(600)
    await page.reload()
    await unlockHere(page)
    await page.getByText(say('observation:form.restored')).waitFor()
    expect(
      await page.getByLabel(say('observation:fields.seen'), { exact: true }).inputValue(),
    ).toBe(seenWords)
    await page.getByLabel(say('observation:fields.inference')).fill('妈妈可能累了，不知道怎么接。')
    await press(page, say('groupwork:target.interaction'), say('observation:fields.targets'))
    await page.getByText(say('observation:sense.dark'), { exact: true }).click()
    await page.getByText(say('observation:setting.videoCall'), { exact: true }).click()
    await expectFit(page)
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page.getByText(seenWords).waitFor()
    await page.getByText(say('observation:toWhom', { who: child, toward: mother })).waitFor()
    await expectFit(page)
    await context.setOffline(false)
    await waitUntilAllSent(page)
  }, 240_000)

  test('at a home visit is put down at the table; what was agreed comes up on Today and is ticked off (OBS-6, OBS-7)', async () => {
    const { page, context } = field
    await openObservation(page)
    await context.setOffline(true)
    await page.getByRole('link', { name: say('observation:visit.new') }).click()
    await page
      .getByLabel(say('observation:fields.household'))
      .fill('孩子和奶奶住，爷爷白天在镇上做工。')
    const answer = (point: string, words: string) =>
      page
        .getByRole('group', { name: say(`observation:safety.${point}`) })
        .getByText(say(`observation:safetyAnswer.${words}`), { exact: true })
        .click()
    await answer('fireAndGas', 'yes')
    await answer('electricity', 'no')
    await answer('adultAtNight', 'no')
    await page.getByText(say('observation:visit.harmTitle')).waitFor()
    await answer('adultAtNight', 'yes')
    await page.getByText(say('observation:visit.harmTitle')).waitFor({ state: 'detached' })
    await answer('water', 'notSeen')
    await page.getByRole('checkbox', { name: new RegExp(mother) }).check()
    await page.getByText(say('observation:mood.3'), { exact: true }).click()
    await page.getByRole('button', { name: say('observation:visit.actionAdd') }).click()
    await page.getByLabel(say('observation:visit.actionWhat')).fill('换掉破了的插座')
    await page.getByLabel(say('observation:visit.actionWho')).fill('爷爷')
    await page.getByLabel(say('observation:visit.actionBy')).fill(dayFromToday(2))
    await page.getByLabel(say('observation:fields.nextOn')).fill(dayFromToday(6))
    await expectFit(page)
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page
      .getByRole('heading', { name: say('observation:visit.on', { day: dayInWords(0) }) })
      .waitFor()
    await page.getByText(say('observation:visit.safetyAnswered', { count: 4, all: 12 })).waitFor()
    await expectFit(page)
    await openRoom(page, 'today')
    await page.getByRole('heading', { name: say('observation:today.title') }).waitFor()
    await page.getByRole('link', { name: /换掉破了的插座（爷爷）/ }).click()
    await page.getByRole('checkbox', { name: /换掉破了的插座/ }).click()
    await page.getByText(say('observation:visit.doneOn', { day: dayInWords(0) })).waitFor()
    await openRoom(page, 'today')
    await page.getByText(say('observation:today.visit')).waitFor()
    expect(await page.getByText(/换掉破了的插座/).count()).toBe(0)
    await context.setOffline(false)
    await waitUntilAllSent(page)
  }, 240_000)

  test('is rated by two who do not see each other’s sheet before their own is done; then they compare (OBS-4, OBS-5)', async () => {
    const { page } = field
    await page.setViewportSize(laptop)
    const link = await inviteColleague(page, suNing)
    await page.setViewportSize(phone)
    await openObservation(page)
    await page.getByRole('link', { name: say('observation:sheet.new') }).click()
    await page.getByText('旁观一次亲子通话', { exact: true }).click()
    await page.getByLabel(say('observation:sheet.adult')).selectOption({ label: mother })
    await expectFit(page)
    await page.getByRole('button', { name: say('observation:sheet.begin') }).click()
    await page.getByText(say('observation:sheet.howTo')).waitFor()
    await expectFit(page)
    await rate(page, '4', '2')
    await waitUntilAllSent(page)

    const other = office.page
    await activate(office, link)
    await openFamily(other, child)
    await other.getByRole('link', { name: say('observation:list.title'), exact: true }).click()
    await other.getByRole('link', { name: '旁观一次亲子通话' }).click()
    await other.getByText(say('observation:sheet.blind')).waitFor()
    await other.getByRole('link', { name: say('observation:sheet.alsoThere') }).click()
    await other.getByRole('button', { name: say('observation:sheet.begin') }).click()
    await rate(other, '1', say('observation:sheet.notSeen'))
    await other.getByRole('link', { name: say('observation:agreement.title') }).click()
    await other
      .getByText(say('observation:agreement.notSeenCounts', { one: 8, neither: 0 }))
      .waitFor()
    await other.getByText(say('observation:agreement.fewJudgements', { least: 10 })).waitFor()
    const row = other.getByRole('row', { name: /孩子主动找话说/ })
    expect(
      (await row.getByRole('cell').allInnerTexts()).map((cell) => cell.split('\n').at(-1)),
    ).toEqual(expect.arrayContaining(['1', '4']))
    await expectFit(other)
    expect([...field.complaints, ...office.complaints]).toEqual([])
  }, 240_000)
})
