// Two coders on one transcript: a talk by the guide, its words typed in, marked by two people who do not see each other's marks,
// compared, counted by case, and worked on in another program in between.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeLikeQualCoder } from '../desk/inquiry/coding/refi/cases/foreign-files.ts'
import { openProject } from '../desk/inquiry/coding/refi/qdpx.ts'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { chips, giveByName, selectWords } from './coding-steps.ts'
import { dayFromToday, giveConsent, importVillage, openFamily, openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const suNing = { name: '苏宁', loginName: 'suning', role: 'supervisor' } as const
const home = households[0]
const lines = [
  '[00:05] 社工：上个星期跟妈妈通过几次电话？',
  '[00:12] 孩子：两次😀。妈妈总是问作业，我不知道说什么，就挂了。',
  '[00:40] 社工：那你最想跟她说什么？',
  '[00:47] 孩子：想说𠮷祥物，是我自己折的。她说过年回来，又没有回来。',
  '[01:20] 社工：谁陪着你的时候多？',
  '[01:25] 孩子：奶奶。奶奶说妈妈忙，别打电话吵她。',
]

let browser: Browser
let kiteline: StartedKiteline
let table: Seat
let office: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  table = await sitDown(browser, laptop)
  office = await sitDown(browser, laptop)
  for (const { page } of [table, office]) page.setDefaultTimeout(30_000)
  await setUpAgency(table, kiteline)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function openInterviews(page: Page): Promise<void> {
  await openRoom(page, 'inquiry')
  await page.getByRole('link', { name: say('interview:list.title'), exact: true }).click()
  await page.getByRole('heading', { name: say('interview:list.title'), exact: true }).waitFor()
}

async function openCoding(page: Page): Promise<void> {
  await openInterviews(page)
  await page.getByRole('listitem').getByRole('link').first().click()
  await page.getByRole('link', { name: say('interview:coding.title'), exact: true }).click()
  await page.locator('[data-from]').first().waitFor()
}

describe('two coders on one transcript', () => {
  test('begin with a talk by the guide, after the guardian has agreed', async () => {
    const { page } = table
    await importVillage(page)
    if (home === undefined) throw new Error('no home')
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(-20))
    await openInterviews(page)
    await page.getByRole('link', { name: say('interview:codebook.title') }).click()
    await page
      .getByRole('button', { name: say('interview:codebook.takeStarter', { count: 39 }) })
      .click()
    await page
      .getByRole('heading', { name: say('interview:codebook.codes', { count: 39 }) })
      .waitFor()
    await openInterviews(page)
    await page.getByRole('link', { name: say('interview:list.new') }).click()
    await page.getByLabel(say('interview:form.family')).selectOption({ label: home.child })
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page.getByRole('link', { name: say('interview:talk.title') }).click()
    await page.getByText(say('interview:agreed.given'), { exact: true }).click()
    await page.getByPlaceholder(say('interview:talk.note')).first().fill('奶奶叫他起床')
    await page.getByPlaceholder(say('interview:talk.note')).nth(1).click()
    await expect.poll(() => page.getByRole('checkbox').first().isChecked()).toBe(true)
    await page.goBack()
    await page.getByText('奶奶叫他起床').waitFor()
    await page.getByRole('link', { name: say('interview:transcript.write') }).click()
    await page
      .getByRole('textbox', { name: say('interview:transcript.write') })
      .fill(lines.join('\n'))
    await page.getByText(/说话人：社工.*孩子/).waitFor()
    await page.getByRole('button', { name: say('interview:transcript.keep') }).click()
    await page.getByText(say('interview:transcript.lines', { count: lines.length })).waitFor()
  }, 180_000)

  test('mark by name, by touch and by number, and take a slip back', async () => {
    const { page } = table
    await page.getByRole('link', { name: say('interview:coding.title'), exact: true }).click()
    await page.locator('[data-from]').first().waitFor()
    await giveByName(page, '妈妈总是问作业', '内容单一')
    await selectWords(page, '她说过年回来，又没有回来')
    await page.getByRole('button', { name: '信任受损' }).click()
    await expect.poll(() => chips(page).count()).toBe(2)
    await selectWords(page, '我不知道说什么，就挂了')
    await page.keyboard.press('2')
    await expect.poll(() => chips(page).count()).toBe(3)
    await giveByName(page, '奶奶说妈妈忙', '距离')
    await page.getByRole('button', { name: say('interview:coding.undo') }).click()
    await expect
      .poll(() => chips(page).allTextContents())
      .toEqual(['内容单一', '沟通不畅', '信任受损'])
    await page.getByRole('button', { name: say('interview:pass.finish') }).click()
    await page.getByRole('button', { name: say('interview:pass.reopen') }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await waitUntilAllSent(page)
  }, 120_000)

  test('the second does not see the first’s marks until both are done; then kappa and every difference (INQ-34)', async () => {
    const link = await inviteColleague(table.page, suNing)
    const { page } = office
    await activate(office, link)
    await openCoding(page)
    await page.getByText(say('interview:pass.second', { count: 1 })).waitFor()
    expect(await chips(page).count()).toBe(0)
    await giveByName(page, '总是问作业', '内容单一')
    await giveByName(page, '又没有回来', '信任受损')
    await giveByName(page, '别打电话吵她', '没有搭桥')
    expect(await chips(page).allTextContents()).toEqual(['内容单一', '信任受损', '照护人没有搭桥'])
    await page.getByRole('button', { name: say('interview:pass.finish') }).click()
    await expect.poll(() => chips(page).count()).toBe(4)
    await page
      .getByRole('link', { name: say('interview:agreement.title') })
      .first()
      .click()
    await page
      .getByRole('heading', { name: say('interview:agreement.differences', { count: 2 }) })
      .waitFor()
    const row = page.getByRole('row', { name: /内容单一/ })
    expect(
      (await row.getByRole('cell').allInnerTexts()).map((cell) => cell.split('\n').at(-1)),
    ).toEqual(['1', '0', '0', '1.00'])
    expect(await findBarriers(page)).toEqual([])
    await waitUntilAllSent(page)
  }, 180_000)

  test('a corrected line takes its marks along (INQ-32)', async () => {
    const { page } = office
    await openInterviews(page)
    await page.getByRole('listitem').getByRole('link').first().click()
    await page.getByRole('link', { name: say('interview:transcript.correct') }).click()
    await page.getByText('妈妈总是问作业').click()
    const area = page.getByRole('textbox', { name: say('interview:transcript.correctLine') })
    await area.fill('[00:12] 孩子：就两次😀。妈妈总是问𠮷作业，我不知道说什么，就挂了。')
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await area.waitFor({ state: 'detached' })
    await goInside(page, '/inquiry/coding/quotations')
    await page.getByText('妈妈总是问𠮷作业', { exact: true }).waitFor()
    await page.getByText('总是问𠮷作业', { exact: true }).waitFor()
    await waitUntilAllSent(page)
  }, 120_000)

  test('another program’s coder adds marks, and they come in after a look (INQ-37, INQ-38)', async () => {
    const { page } = office
    await goInside(page, '/inquiry/coding/exchange')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: say('interview:exchange.saveProject', { count: 1 }) })
        .click(),
    ])
    const project = openProject(new Uint8Array(readFileSync(await saved.path())))
    if (!project.ok) throw new Error(project.refusal.id)
    const [source] = project.value.project.sources
    expect(project.value.leftOut).toEqual([])
    expect(source?.selections).toHaveLength(6)
    const away = writeLikeQualCoder(
      source?.text ?? '',
      [{ name: '想象', heading: true, codes: [{ name: '内容单一' }, { name: '想家' }] }],
      [{ code: '想家', words: '𠮷祥物，是我自己折的', memo: '声音变轻' }],
    )
    await page.locator('input[type=file]').setInputFiles({
      name: 'back.qdpx',
      mimeType: 'application/zip',
      buffer: Buffer.from(away),
    })
    await page.getByText(say('interview:exchange.knownText', { name: '访谈一' })).waitFor()
    await page
      .getByText(say('interview:exchange.counts', { fresh: 1, changed: 0, same: 0 }))
      .waitFor()
    await page.getByRole('button', { name: say('interview:exchange.agree') }).click()
    await page.getByText(say('interview:exchange.done', { count: 3 })).waitFor()
    await goInside(page, '/inquiry/coding/matrix')
    await page.getByRole('row', { name: /想家/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
  }, 120_000)

  test('on a phone the text is read and marked; who takes a round up again is named (INQ-34)', async () => {
    const { page } = table
    await page.setViewportSize(phone)
    await openCoding(page)
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
    // What the colleague has marked meanwhile comes with the next round of this device.
    await expect.poll(() => chips(page).count(), { timeout: 90_000 }).toBeGreaterThan(3)
    await page.getByRole('button', { name: say('interview:pass.reopen') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('interview:pass.reopen') })
      .click()
    await page.getByRole('button', { name: say('interview:pass.finish') }).waitFor()
    // Taken up again, only one's own three are in sight.
    await expect.poll(() => chips(page).count()).toBe(3)
    await selectWords(page, '那你最想跟她说什么')
    await page.getByRole('button', { name: '孩子主动' }).click()
    await expect.poll(() => chips(page).count()).toBe(4)
    await page.getByRole('button', { name: say('interview:pass.finish') }).click()
    await page
      .getByRole('link', { name: say('interview:agreement.title') })
      .first()
      .click()
    await page.getByText(say('interview:agreement.knewOthers', { name: '王静' })).waitFor()
    expect(await findOverflow(page)).toEqual([])
    expect([...table.complaints, ...office.complaints]).toEqual([])
  }, 120_000)
})
