// One family from the first interview to a signed plan: talk, marks, questionnaires, profile, goals, plan, its paper, and what
// Today says afterwards.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { giveByName } from './coding-steps.ts'
import {
  dayFromToday,
  dayInWords,
  giveConsent,
  importVillage,
  openFamily,
  openRoom,
} from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { childForm, exportedRows } from './group-answers.ts'
import { readWords } from '../core/inquiry/words.ts'
import { findBarriers, findOverflow } from './look-around.ts'
import { convertToPdf, readReport } from './read-report.ts'
import { makeXlsx } from './spreadsheets.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const home = { child: households[0]?.child ?? '', mother: households[0]?.mother ?? '' }
const pairName = say('assessment:profile.of', { child: home.child, adult: home.mother })
const lines = [
  '[00:05] 社工：上个星期跟妈妈通过几次电话？',
  '[00:12] 孩子：一次。妈妈总是问作业，我不知道说什么，就挂了。',
  '[00:40] 社工：那你最想跟她说什么？',
  '[00:47] 孩子：想说我折的风筝。她说过年回来，又没有回来。',
]
const goalText = '孩子每周主动给妈妈讲2件学习以外的事'
const action = '和妈妈约好固定的通话时间'
const profile = (key: string, details = {}) => say(`assessment:profile.${key}`, details)
const plan = (key: string, details = {}) => say(`goals:plan.${key}`, details)

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(30_000)
  await setUpAgency(seat, kiteline)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })

/** Each page of the way is usable by keyboard and screen reader, and on a phone nothing sticks out. */
async function look(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(phone)
  expect(await findOverflow(page)).toEqual([])
  await page.setViewportSize(laptop)
}

describe('one family from the first interview to a signed plan', () => {
  test('agrees, talks, and two passages of the talk are marked', async () => {
    const { page } = seat
    await importVillage(page)
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(-20))
    await openRoom(page, 'inquiry')
    await link(page, say('interview:list.title')).click()
    await link(page, say('interview:codebook.title')).click()
    await button(page, say('interview:codebook.takeStarter', { count: 39 })).click()
    await page
      .getByRole('heading', { name: say('interview:codebook.codes', { count: 39 }) })
      .waitFor()
    await openRoom(page, 'inquiry')
    await link(page, say('interview:list.title')).click()
    await link(page, say('interview:list.new')).click()
    await page.getByLabel(say('interview:form.family')).selectOption({ label: home.child })
    await button(page, say('kit:save')).click()
    await link(page, say('interview:transcript.write')).click()
    await page
      .getByRole('textbox', { name: say('interview:transcript.write') })
      .fill(lines.join('\n'))
    await button(page, say('interview:transcript.keep')).click()
    await link(page, say('interview:coding.title')).click()
    await page.locator('[data-from]').first().waitFor()
    await giveByName(page, '妈妈总是问作业', '内容单一')
    await giveByName(page, '她说过年回来，又没有回来', '信任受损')
    await waitUntilAllSent(page)
  }, 180_000)

  test('answers a questionnaire', async () => {
    const { page } = seat
    const title = '首次预估'
    await openRoom(page, 'inquiry')
    await page.locator('main a[href="/inquiry/waves/new"]').first().click()
    await page.getByLabel(say('inquiry:wave.title')).fill(title)
    await page.getByLabel(say('inquiry:wave.who')).selectOption('register')
    const childTitle = readWords(childForm.title, 'zh-CN')
    await page.getByRole('checkbox', { name: new RegExp(`^${childTitle}`) }).check()
    await page.getByLabel(say('inquiry:wave.opensOn')).fill(dayFromToday(-5))
    await button(page, say('kit:save')).click()
    await page.getByRole('heading', { name: say('inquiry:wave.facts') }).waitFor()
    const rows = exportedRows('child', [0], 'before')
    await page.getByRole('link', { name: say('inquiry:wave.import') }).click()
    await page.locator('input[type=file]').setInputFiles(await makeXlsx('孩子.xlsx', '答卷', rows))
    await page.getByRole('button', { name: say('inquiry:importing.agree', { count: 1 }) }).click()
    await page
      .getByText(say('inquiry:importing.done', { written: 1, all: 1 }))
      .waitFor({ timeout: 60_000 })
  }, 120_000)

  test('is drawn from its file', async () => {
    const { page } = seat
    await openFamily(page, home.child)
    await link(page, say('assessment:drawing.title')).click()
    await page.locator(`svg g[role=button][aria-label^="${home.child}"]`).last().waitFor()
    await page.goBack()
  }, 60_000)

  test('has a profile: a lead taken, a need judged, a cause linked to what was said, settled', async () => {
    const { page } = seat
    const target = say('groupwork:target.content')
    const cause = say('assessment:profile.cause.narrowContent')
    await openFamily(page, home.child)
    await link(page, profile('title')).click()
    await page.getByLabel(profile('which')).selectOption({ label: pairName })
    const card = page.getByRole('article', { name: target, exact: true })
    await button(page, profile('lead.acceptNamed', { name: target })).click()
    await card.getByText(profile('need.strong'), { exact: true }).click()
    await card.getByLabel(profile('judge.words')).fill('通话只说作业。')
    await card.getByLabel(profile('judge.reason')).fill('访谈里孩子说“总是问作业”。')
    await card.getByLabel(profile('judge.reason')).blur()
    await button(page, `+ ${cause}`).click()
    await button(page, profile('board.linkNamed', { name: cause })).click()
    const form = page.getByRole('form', { name: profile('board.link') })
    const quoted = await form.locator('option', { hasText: '总是问作业' }).getAttribute('value')
    await form.getByLabel(profile('board.which')).selectOption(quoted)
    await form.getByText(profile('strength.strong'), { exact: true }).click()
    await button(page, say('kit:save')).click()
    await form.waitFor({ state: 'detached' })
    const risk = page.getByRole('group', { name: say('assessment:fields.risk') })
    await risk.getByText(profile('risk.none'), { exact: true }).click()
    await expect.poll(() => button(page, profile('settle')).isEnabled()).toBe(true)
    await button(page, profile('settle')).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: profile('settle') })
      .click()
    await page.getByRole('heading', { name: profile('settleTitle.settled') }).waitFor()
    await waitUntilAllSent(page)
  }, 120_000)

  test('sets a goal out of the cause, with five levels begun from now and the aim (GOA-2, GOA-3)', async () => {
    const { page } = seat
    await page.locator('main a[href*="/goals?new=1"][href*="cause="]').first().click()
    const form = page.getByRole('form', { name: say('goals:form'), exact: true })
    const cause = say('assessment:profile.cause.narrowContent')
    await form.getByText(say('goals:fromCauseOf', { cause })).waitFor()
    const what = form.getByRole('textbox', { name: say('evaluation:goal.what'), exact: true })
    await what.fill('改善沟通')
    await form.getByText(say('goals:smart.vague')).waitFor()
    await what.fill(goalText)
    await form.getByText(say('goals:smart.vague')).waitFor({ state: 'detached' })
    await form.getByLabel(say('goals:fields.whoDoes')).fill('孩子先想好，妈妈听完')
    await form.getByLabel(say('goals:fields.measure')).fill('通话后孩子自己记')
    await form.getByLabel(say('goals:fields.baseline')).fill('每周0件')
    await form.getByLabel(say('goals:fields.dueOn')).fill(dayFromToday(60))
    await form.getByLabel(say('goals:fields.reviewOn')).fill(dayFromToday(3))
    await button(page, say('goals:addDay')).click()
    for (const who of ['child', 'parent'])
      await form.getByRole('checkbox', { name: say(`goals:agreer.${who}`) }).check()
    await button(page, say('goals:levels.suggest')).click()
    const level = (name: string) => form.getByLabel(say(`evaluation:goal.level.${name}`))
    expect(await level('less').inputValue()).toBe('孩子每周主动给妈妈讲1件学习以外的事')
    expect(await level('muchMore').inputValue()).toContain('至少4件')
    await form.getByText(say('goals:smartNone')).waitFor()
    await look(page)
    await button(page, say('kit:save')).click()
    const card = page.getByRole('article', { name: goalText })
    await card.getByText(cause).waitFor()
    await look(page)
    await waitUntilAllSent(page)
  }, 120_000)

  test('plans with the goal, and child, mother and worker agree (PLN-1, PLN-2)', async () => {
    const { page } = seat
    await link(page, plan('title')).click()
    await page.getByLabel(plan('whose')).selectOption({ label: pairName })
    await button(page, plan('begin')).click()
    await link(page, plan('fromProfile', { no: 1 })).waitFor()
    await button(page, plan('editWords')).click()
    const problem = page.getByLabel(say('goals:fields.problem'))
    const target = say('groupwork:target.content')
    const judged = plan('draft.line', { about: target, words: '通话只说作业。' })
    expect((await problem.inputValue()).split('\n')[0]).toBe(judged)
    expect(await page.getByLabel(say('goals:fields.aim')).inputValue()).toBe(goalText)
    expect(await page.getByRole('checkbox', { name: target, exact: true }).isChecked()).toBe(true)
    await problem.fill('通话只说作业，孩子不愿多说。')
    await page.getByLabel(say('goals:fields.aim')).fill('孩子愿意把自己的事讲给妈妈听。')
    await page
      .getByLabel(plan('atLevel', { level: plan('level.parent') }))
      .fill('妈妈参加家长组，练先听后说。')
    await button(page, say('kit:save')).click()
    await page.getByRole('checkbox', { name: goalText, checked: true }).waitFor()
    await page.getByLabel(plan('what'), { exact: true }).fill(action)
    await page.getByLabel(plan('who'), { exact: true }).fill('社工')
    await page.getByLabel(say('goals:fields.dueOn')).fill(dayFromToday(2))
    await button(page, plan('addAction')).click()
    await page.getByRole('listitem').filter({ hasText: action }).waitFor()
    await look(page)
    for (const by of ['child', 'adult', 'worker'])
      await button(page, plan('agreeBy', { who: plan(`party.${by}`) })).click()
    await page.getByText(plan('version', { number: 1, state: plan('state.agreed') })).waitFor()
    expect(await button(page, plan('editWords')).count()).toBe(0)
    await waitUntilAllSent(page)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '签名.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await link(page, plan('seePaper')).waitFor()
    await look(page)
    await waitUntilAllSent(page)
  }, 120_000)

  test('takes the plan as a Word paper (form-F17)', async () => {
    const { page } = seat
    await link(page, plan('print')).click()
    const take = button(
      page,
      say('paperwork:paper.take', { form: say('paperwork:formName.servicePlan') }),
    )
    const [download] = await Promise.all([page.waitForEvent('download'), take.click()])
    const bytes = readFileSync(await download.path())
    const { words } = await readReport(bytes)
    for (const part of ['通话只说作业', '练先听后说', '学习以外的事', action, '至少4件'])
      expect(words).toContain(part)
    expect(words).not.toContain('undefined')
    const pdf = convertToPdf(bytes)
    if (pdf !== null) expect(pdf.byteLength).toBeGreaterThan(5000)
  }, 180_000)

  test('stands on Today with what is due (GOA-6)', async () => {
    const { page } = seat
    await openRoom(page, 'today')
    const section = page.getByRole('region', { name: say('goals:today.title') })
    await section.getByText(action).waitFor()
    await section.getByRole('link', { name: goalText }).click()
    await page.getByRole('article', { name: goalText }).getByText(dayInWords(3)).waitFor()
    expect(seat.complaints).toEqual([])
  }, 60_000)
})
