// How things end at the sample station: a mother and a child are answered in part and with a no, a colleague's closing is given back,
// and a file whose years are over is destroyed by two people, with the certificate.
import { mkdirSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openFamily, openRoom } from './desk-steps.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const girl = '吴静怡'
const mother = '邓霞'
const shots = process.env['SHOTS']

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
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await seat.page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const press = (key: string) =>
  seat.page
    .getByRole('button', { name: say(key), exact: true })
    .first()
    .click()

/** On a laptop and on a small phone: no barrier, nothing pushed sideways. */
async function look(name: string): Promise<void> {
  const { page, complaints } = seat
  for (const [at, size] of [
    ['laptop', laptop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(size)
    expect(await findOverflow(page), `${name} ${at}`).toEqual([])
    expect(await findBarriers(page), `${name} ${at}`).toEqual([])
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: `${shots}/${name}-${at}.png`, fullPage: true })
    }
  }
  await page.setViewportSize(laptop)
  expect(complaints, name).toEqual([])
}

async function propose(outcome: string, ground: string): Promise<void> {
  const { page } = seat
  await page.getByText(say(`rights:outcome.${outcome}`), { exact: true }).click()
  await page.getByLabel(say('rights:page.ground')).selectOption(say(`rights:ground.${ground}`))
}

describe('a request that is granted in part, and one that is refused [RIG-3]', () => {
  const given = '给了静怡和您自己的内容；姑姑说的话要姑姑自己来要，没有给。'

  test('a mother gets the part that is hers: which part has to be said before a supervisor sees it', async () => {
    const { page } = seat
    await openRoom(page, 'families')
    await openFamily(page, girl)
    const line = page.getByRole('listitem').filter({ hasText: say('rights:right.copy') })
    await line.getByRole('link', { name: new RegExp(mother) }).click()
    await propose('partly', 'othersRights')
    await press('rights:page.submit')
    await page.getByText(say('rights:refusals.PartNeedsWords')).waitFor()
    await page.getByLabel(say('rights:page.doneWords')).fill(given)
    await press('rights:page.submit')
    await press('rights:page.agree')
    await page.getByText(say('rights:page.answer.copy.title')).waitFor()
    await look('request-in-part')
    await page.getByRole('link', { name: say('rights:page.letter') }).click()
    await page.getByText(say('rights:letter.partly')).waitFor()
    await page.getByText(say('rights:letter.words', { words: given })).waitFor()
    const ground = say('rights:ground.othersRights')
    await page.getByText(say('rights:letter.groundPart', { ground })).waitFor()
    await look('letter-in-part')
    await page.goBack()
    await press('rights:page.answer.copy.save')
    await page.getByText(say('rights:state.answered')).first().waitFor()
  })

  test('a child asks for its file to be deleted; the law keeps it, and the child is told', async () => {
    const { page } = seat
    await openRoom(page, 'families')
    await openFamily(page, girl)
    await page.getByRole('link', { name: say('rights:section.add') }).click()
    await page.getByText(say('rights:right.deletion'), { exact: true }).click()
    await page.getByLabel(say('rights:add.who')).selectOption(girl)
    await page.getByLabel(say('rights:add.words')).fill('我要走了，把我的都删掉吧')
    await press('kit:save')
    await page.getByText(say('rights:identity.knownInPerson'), { exact: true }).click()
    await press('rights:page.identitySave')
    await propose('refused', 'lawKeeps')
    await page
      .getByLabel(say('rights:page.doneWords'))
      .fill('法律要我们保存到期。以后不再写新的，别的社工也不看。')
    await press('rights:page.submit')
    await page.getByText(say('rights:page.reviewHintRefused')).waitFor()
    await press('rights:page.agreeRefused')
    await page.getByText(say('rights:page.answer.told.title')).waitFor()
    expect(await page.getByText(say('rights:page.answer.copy.title')).count()).toBe(0)
    await press('rights:page.answer.told.save')
    const told = page.getByText(new RegExp(`已告诉${girl}`))
    await told.waitFor()
    await look('request-refused')
  })

  test('both stand in the list of the family with their outcome and their day', async () => {
    const { page } = seat
    await openRoom(page, 'families')
    await openFamily(page, girl)
    for (const [name, outcome] of [
      [mother, 'partly'],
      [girl, 'refused'],
    ] as const) {
      const line = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: new RegExp(`^${name} · `) }) })
        .filter({ hasText: say(`rights:outcome.${outcome}`) })
      expect(await line.first().innerText()).toMatch(/年\d+月\d+日 答复/)
    }
    await waitUntilAllSent(page)
  })
})

describe('a closing that a colleague asked for [CAS-3]', () => {
  test('is given back by whoever enters, with a question', async () => {
    const { page } = seat
    await openRoom(page, 'today')
    await page.getByRole('link', { name: /魏明.*等您批准结案/ }).click()
    await page.getByText('妈妈觉得够了').first().waitFor()
    await page
      .getByLabel(say('casework:closing.opinion'))
      .fill('单独问过魏明吗？他的那句“行吧”是什么意思？')
    await press('casework:closing.giveBack')
    await waitUntilAllSent(page)
  })
})

describe('a file whose years are over [FAM-32, FAM-34]', () => {
  test('waits for a second person, who sees what goes and what stays', async () => {
    const { page } = seat
    await goInside(page, '/families/retention')
    await page.getByText(say('families:erase.grounds.periodEnded')).first().waitFor()
    await page.getByText('Z-13').first().waitFor()
    await look('retention')
    await press('families:erase.agree')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(say('families:erase.forGood')).waitFor()
    await dialog.getByRole('button', { name: say('families:erase.agree') }).click()
    // Who taps on at once is not told that the second word is missing: it is sent first.
    await dialog.waitFor({ state: 'hidden' })
  })

  test('is destroyed; the certificate names who asked, who agreed and what went, and nobody of the family', async () => {
    const { page } = seat
    await press('families:erase.now')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: say('families:erase.now') }).click()
    await page.getByRole('heading', { name: say('families:certificate.title') }).waitFor()
    const main = page.getByRole('main')
    for (const words of ['Z-12', '方晴', '林晓', say('families:erase.grounds.periodEnded')])
      await main.getByText(words, { exact: true }).first().waitFor()
    const said = await main.innerText()
    expect(said).not.toContain('田')
    expect(said).toMatch(/[0-9a-f]{16}/)
    await look('certificate')
  })

  test('stands afterwards among the destroyed with its day and without its number; the family is nowhere', async () => {
    const { page } = seat
    await waitUntilAllSent(page)
    await goInside(page, '/families/retention')
    await page.getByText(say('families:retention.erased', { count: 1 })).waitFor()
    expect(await page.getByText('Z-12').count()).toBe(0)
    await page
      .getByRole('region', { name: say('families:retention.erased', { count: 1 }) })
      .getByRole('link')
      .click()
    await page.getByText(say('families:certificate.codeGone')).waitFor()
    await openRoom(page, 'families')
    await page.getByLabel(say('families:list.search')).fill('田甜')
    expect(await page.getByRole('link', { name: '田甜' }).count()).toBe(0)
    expect(seat.complaints).toEqual([])
  })
})
