// Consent in one family of the sample village: a mother far away by link on a small phone, a grandmother who takes note, a child
// who is asked with pictures, a father by witnessed call who says otherwise, and a mother who changes her mind.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { birthYear } from './desk-steps.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const child = '张悦'
const brother = '张浩'
const mother = '刘芳'
const father = '张志强'
const grandmother = '陈玉珍'
const shots = process.env['CONSENT_SHOTS']

let browser: Browser
let kiteline: StartedKiteline
let desk: Seat
let place: string
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  desk = await sitDown(browser, laptop)
  desk.page.setDefaultTimeout(20_000)
  await openSampleVillage(desk, kiteline)
  await waitUntilAllSent(desk.page)
  const { page } = desk
  await goInside(page, '/families')
  await page.getByRole('link', { name: brother }).first().click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
  const card = page.getByRole('listitem').filter({ hasText: child })
  const link = card.getByRole('link', { name: say('families:consent.open') }).last()
  place = (await link.getAttribute('href')) ?? ''
  await goInside(page, place)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await desk.page.locator('body').ariaSnapshot()}\n`)
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

async function expectFit(name: string): Promise<void> {
  const { page } = desk
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

async function makeLink(page: Page, points: readonly string[]): Promise<string> {
  const section = page.getByRole('region', { name: say('families:link.title') })
  for (const box of await section.getByRole('checkbox').all())
    if (await box.isChecked()) await box.uncheck()
  for (const point of points)
    await section
      .getByRole('checkbox', { name: say(`families:purpose.${point}.short`), exact: true })
      .check()
  await section.getByLabel(say('families:link.to')).selectOption({ label: mother })
  await section.getByRole('button', { name: say('families:link.make', { days: 14 }) }).click()
  const words = await section.getByLabel(say('access:link.words')).inputValue()
  return /https?:\/\/\S+\/f\/[\w-]+/.exec(words)?.[0] ?? ''
}

describe('a mother far away', () => {
  test('decides by link on a small phone without script, one point a page, and a no is one tap', async () => {
    await expectFit('consent-page')
    const address = await makeLink(desk.page, ['service', 'group', 'photo', 'recording'])
    expect(address).not.toBe('')
    const context = await browser.newContext({
      viewport: phone,
      locale: 'zh-CN',
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('input[name=check]').fill(birthYear())
    await page.getByRole('button').click()
    for (const [number, answer] of [
      [1, 'given'],
      [2, 'given'],
      [3, 'given'],
      [4, 'refused'],
    ] as const) {
      await page.getByText(say('family:consent.step', { number, count: 4 })).waitFor()
      await shoot(page, `link-${number}`)
      await page
        .getByRole('button', { name: say(`family:consent.answer.${answer}`), exact: true })
        .click()
    }
    await page.getByText(say('family:consent.saved')).waitFor()
    await shoot(page, 'link-review')
    await page.getByRole('button', { name: say('family:consent.send') }).click()
    await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
    await shoot(page, 'link-thanks')
    await context.close()
  })

  test('her no stands on Today and on the page with what it stopped, until somebody has seen it [FAM-67]', async () => {
    const { page } = desk
    await goInside(page, '/')
    const line = page.getByText(say('families:news.today', { child, name: mother }))
    await line.waitFor({ timeout: 120_000 })
    const no = say('families:news.word', {
      word: say('families:consent.state.refused'),
      purposes: say('families:purpose.recording.short'),
    })
    await page.getByText(no).waitFor()
    await expectFit('news-today')
    await line.click()
    const news = page.getByRole('region', { name: say('families:news.title') })
    await news.getByText(say('families:effect.stop.recordingsDeleted')).waitFor()
    await expectFit('news-page')
    await news.getByRole('button', { name: say('families:news.seen') }).click()
    await news.waitFor({ state: 'detached' })
    await waitUntilAllSent(page)
    await goInside(page, '/')
    await page.getByRole('heading', { name: say('access:today.title') }).waitFor()
    expect(await line.count()).toBe(0)
    await goInside(page, place)
  })
})

describe('at home', () => {
  test('the grandmother takes note, which is no consent', async () => {
    const { page } = desk
    const section = page.getByRole('region', { name: say('families:note.title') })
    await section.getByLabel(say('families:note.words')).fill('上学要接送，别太晚')
    await section.getByRole('button', { name: say('families:note.save') }).click()
    await section
      .getByRole('listitem')
      .filter({ hasText: grandmother })
      .filter({ hasText: '上学要接送' })
      .waitFor()
  })

  test('the father, by a witnessed call and with the network off, refuses photographs; the child says what it thinks', async () => {
    const { page } = desk
    await desk.context.setOffline(true)
    await page.getByRole('radio', { name: father }).check()
    await page.getByText(say('families:proof.witnessedCall'), { exact: true }).click()
    await page.getByText(say('families:consent.readOut')).first().waitFor()
    await page.getByLabel(say('families:consent.witness')).fill('村儿童主任 李某')
    await page.getByLabel(say('families:consent.callTime')).fill('20:15')
    for (const [point, word] of [
      ['参加亲子小组', 'agree'],
      ['拍照片', 'refuse'],
    ] as const)
      await page
        .getByRole('group', { name: say('families:consent.decide', { purpose: point }) })
        .getByText(say(`families:consent.${word}`), { exact: true })
        .click()
    await page
      .getByRole('group', { name: '和别的小朋友一起做活动，爸爸妈妈有几次也来。' })
      .getByText(say('families:assent.answer.given'), { exact: true })
      .click()
    await page.getByLabel(say('families:assent.view', { name: child })).fill('我想和小雨一组')
    await expectFit('call')
    await page.getByRole('button', { name: say('families:consent.save') }).click()
    await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
    await desk.context.setOffline(false)
    await waitUntilAllSent(page)
  })

  test('two guardians of different minds are seen, and a supervisor decides with a reason (P04)', async () => {
    const { page } = desk
    await goInside(page, place)
    const dispute = page.getByRole('region', { name: say('families:settle.title') })
    await dispute.getByText(say('families:settle.narrower')).waitFor()
    await expectFit('disagreement')
    const follow = { name: father, word: say('families:consent.state.refused') }
    await dispute.getByRole('radio', { name: say('families:settle.stay', follow) }).check()
    await dispute.getByLabel(say('families:settle.reason')).fill('爸爸担心照片传出去，先不拍')
    await dispute.getByRole('button', { name: say('families:settle.save') }).click()
    await dispute.waitFor({ state: 'detached' })
    await page.getByText('爸爸担心照片传出去').waitFor()
  })
})

describe('the mother takes the group back', () => {
  test('in one step, which says before what stops and what stays, and after what has stopped', async () => {
    const { page } = desk
    const line = page
      .getByRole('listitem')
      .filter({ hasText: `${say('families:purpose.group.short')}：` })
      .filter({ hasText: mother })
      .filter({ has: page.getByRole('button', { name: say('families:consent.withdraw') }) })
      .first()
    await line.getByRole('button', { name: say('families:consent.withdraw') }).click()
    const question = page.getByRole('dialog')
    await question.getByText(say('families:effect.stop.groupSeat')).waitFor()
    await question.getByText(say('families:effect.stay.safety')).waitFor()
    const take = question.getByRole('button', { name: say('families:consent.withdraw') })
    await take.click()
    await question.getByText(say('families:consent.withdrawWayMissing', { name: mother })).waitFor()
    await question.getByText(say('families:consent.way.wechatVoice')).click()
    await question.getByLabel(say('families:consent.withdrawWords')).fill('小组先不去了，我心里乱')
    const day = question.getByLabel(say('families:consent.withdrawDay'))
    const today = await day.inputValue()
    await day.fill('2020-01-01')
    await take.click()
    await question.getByRole('alert').filter({ hasText: '2020' }).waitFor()
    await shoot(page, 'withdraw')
    // Closed halfway, nothing that was typed is lost; the day can be corrected.
    await page.keyboard.press('Escape')
    await question.waitFor({ state: 'detached' })
    await line.getByRole('button', { name: say('families:consent.withdraw') }).click()
    await question.getByText('小组先不去了，我心里乱').waitFor()
    await day.fill('')
    await take.click()
    await question.getByText(say('families:refusals.WithdrawalDayMissing')).waitFor()
    await day.fill(today)
    await shoot(page, 'withdraw-again')
    await take.click()
    await page
      .getByText(say('families:consent.withdrawnSaid', { words: '小组先不去了，我心里乱' }))
      .first()
      .waitFor()
    await page.getByText(say('families:effect.stopped')).first().waitFor()
    await waitUntilAllSent(page)
    await expectFit('withdrawn')
  })

  test('and nobody seats the child in a group any more', async () => {
    const { page } = desk
    await goInside(page, '/families')
    await page.getByRole('link', { name: brother }).first().click()
    const badge = `${say('families:purpose.group.short')}：${say('families:consent.disagreement')}`
    await page.getByRole('listitem').filter({ hasText: child }).getByText(badge).first().waitFor()
    expect(desk.complaints).toEqual([])
  })
})
