// A survey of 60 pupils on paper: written in the editor, printed with numbers, typed in by two people who do not see each
// other's answers; what agrees is taken, what differs is decided with the paper in hand.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetCodeOf, showSheetCode } from '../core/inquiry/paper/sheet-code.ts'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { say } from './words.ts'

const pupils = 60
const instrument = '上学路上'
const survey = '四年级上学调查'
const suNing = { name: '苏宁', loginName: 'suning', role: 'socialWorker' } as const

/** What stands on the paper of each pupil: walking is 1; only who walks is asked how tired the way makes them. */
function paperOf(pupil: number): readonly number[] {
  const walks = pupil % 3 === 0
  const way = walks ? [1, 1 + (pupil % 4)] : [2 + (pupil % 3)]
  return [...way, 1 + (pupil % 4), 4 - (pupil % 4), 1 + ((pupil * 7) % 4)]
}

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

async function writeQuestion(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: say('inquiry:editor.add'), exact: true }).click()
  await page.getByRole('menuitem', { name: say('inquiry:editor.kinds.choice') }).click()
  await page
    .getByLabel(say('inquiry:editor.in.zh-CN', { label: say('inquiry:editor.words') }))
    .fill(words)
}

/** Types one sheet as it lies on the desk: its answers by number keys alone, then Enter on the button that has the focus. */
async function typeSheet(page: Page, answers: readonly number[]): Promise<void> {
  await page.locator('table input').first().waitFor()
  for (const answer of answers) await page.keyboard.press(String(answer))
  await page.getByRole('button', { name: say('inquiry:paper.finish') }).press('Enter')
  await page.getByLabel(say('inquiry:paper.code')).waitFor()
}

async function typeAll(page: Page, slips: Readonly<Record<number, readonly number[]>>) {
  await page.getByRole('link', { name: say('inquiry:paper.step.type') }).click()
  await page.getByLabel(say('inquiry:paper.group')).fill('四（1）班')
  await page.getByLabel(say('inquiry:paper.code')).fill(sheetCodeOf(1))
  for (let pupil = 1; pupil <= pupils; pupil += 1) {
    // The number of the next sheet stands there already.
    await page.getByLabel(say('inquiry:paper.code')).press('Enter')
    await typeSheet(page, slips[pupil] ?? paperOf(pupil))
  }
  await waitUntilAllSent(page)
}

async function openSurvey(page: Page): Promise<void> {
  await openRoom(page, 'inquiry')
  await page.getByRole('link', { name: survey }).click()
  await page.getByRole('heading', { name: survey }).waitFor()
}

describe('a survey of 60 pupils on paper', () => {
  test('is written in the editor, tried while it is written, and published', async () => {
    const { page } = table
    await openRoom(page, 'inquiry')
    await page.getByRole('link', { name: say('inquiry:instruments.title') }).click()
    await page.getByRole('link', { name: say('inquiry:instruments.new') }).click()
    await page.getByText(say('inquiry:form.ways.editor'), { exact: true }).click()
    await page
      .getByLabel(say('inquiry:editor.in.zh-CN', { label: say('inquiry:editor.title') }))
      .fill(instrument)
    await page.getByLabel(say('inquiry:form.code')).first().fill('school-way')
    const questions = ['我走路上学。', '走路累不累？', '路上安全。', '路上开心。', '我起得早。']
    for (const words of questions) await writeQuestion(page, words)
    await page.getByRole('button', { name: /走路累不累/ }).click()
    await page.getByRole('button', { name: say('inquiry:editor.showIf') }).click()
    await page.getByLabel(say('inquiry:editor.testValue')).selectOption('1')
    await page.getByRole('button', { name: say('inquiry:editor.down', { number: 4 }) }).click()
    await page.getByRole('button', { name: say('inquiry:editor.undo') }).click()
    expect(await page.getByRole('button', { name: /^4\s*路上开心/ }).count()).toBe(1)
    // Beside it the question itself is held back until the first one is answered so.
    await page.getByText(say('inquiry:editor.heldBack')).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await findOverflow(page)).toEqual([])
    await page.getByRole('button', { name: say('inquiry:form.saveDraft') }).click()
    await page.getByRole('button', { name: say('inquiry:instrument.publish') }).click()
    await page.getByRole('button', { name: say('inquiry:instrument.retire') }).waitFor()
  }, 120_000)

  test('is printed on numbered sheets of A4', async () => {
    const { page } = table
    await openRoom(page, 'inquiry')
    await page.getByRole('link', { name: say('inquiry:waves.new') }).click()
    await page.getByRole('textbox', { name: say('inquiry:wave.title') }).fill(survey)
    await page.getByText(say('inquiry:wavePhase.survey'), { exact: true }).click()
    await page
      .getByLabel(say('inquiry:wave.who'))
      .selectOption({ label: say('inquiry:wave.codes') })
    await page.getByRole('checkbox', { name: instrument }).check()
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page.getByRole('link', { name: say('inquiry:paper.step.paper') }).click()
    await page.getByLabel(say('inquiry:paper.count')).fill(String(pupils))
    await page
      .getByText(showSheetCode(sheetCodeOf(pupils)), { exact: true })
      .last()
      .waitFor()
    const sheets = page.locator('article')
    expect(await sheets.count()).toBe(pupils)
    expect(await sheets.first().innerText()).toContain(showSheetCode(sheetCodeOf(1)))
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
    expect(pages).toBe(pupils)
  }, 120_000)

  test('is typed in by two people, neither of whom sees the other’s answers (INQ-22)', async () => {
    const link = await inviteColleague(table.page, suNing)
    await activate(office, link)
    await openSurvey(table.page)
    await typeAll(table.page, {})
    await openSurvey(office.page)
    await office.page.getByRole('link', { name: say('inquiry:paper.step.compare') }).click()
    await office.page
      .getByText(say('inquiry:paper.sheets', { count: pupils }), { exact: true })
      .waitFor()
    expect(
      await office.page
        .getByRole('button', { name: say('inquiry:paper.takeAgreed', { count: 0 }) })
        .isDisabled(),
    ).toBe(true)
    await openSurvey(office.page)
    await office.page.getByRole('link', { name: say('inquiry:paper.step.type') }).click()
    await office.page.getByLabel(say('inquiry:paper.code')).fill(sheetCodeOf(1))
    await office.page.getByLabel(say('inquiry:paper.code')).press('Enter')
    const fields = office.page.locator('table input')
    await fields.first().waitFor()
    expect(await fields.evaluateAll((all) => all.map((one) => Reflect.get(one, 'value')))).toEqual([
      '',
      '',
      '',
      '',
      '',
    ])
    // A slip that is no answer does not leave the one before it standing in its place.
    const said = office.page.locator('table tr').first().locator('td').last()
    await fields.first().press('1')
    await expect.poll(() => said.innerText()).toMatch(/^1/)
    await fields.first().fill('9')
    await expect.poll(() => said.innerText()).toBe('')
    await openSurvey(office.page)
    const [way = 2, safe = 1, glad = 1] = paperOf(31)
    await typeAll(office.page, {
      7: [...paperOf(7).slice(0, -1), 5 - (paperOf(7).at(-1) ?? 1)],
      31: [way, safe, glad],
    })
  }, 400_000)

  test('has every difference named, decided with the paper, and all 60 sheets in its figures', async () => {
    const { page } = table
    await waitUntilAllSent(page)
    await openSurvey(page)
    await page.getByRole('link', { name: say('inquiry:paper.step.compare') }).click()
    await page
      .getByRole('button', { name: say('inquiry:paper.takeAgreed', { count: pupils - 2 }) })
      .click({ timeout: 90_000 })
    for (const pupil of [7, 31]) {
      const sheet = page.getByRole('region', {
        name: say('inquiry:paper.sheet', { code: showSheetCode(sheetCodeOf(pupil)) }),
      })
      const right = paperOf(pupil).at(-1)
      await sheet.getByRole('button', { name: new RegExp(`^${right} `) }).click()
      await sheet.getByRole('button', { name: say('inquiry:paper.takeDecided') }).click()
      await sheet.waitFor({ state: 'detached' })
    }
    expect(await findBarriers(page)).toEqual([])
    await openSurvey(page)
    await page
      .getByText(say('inquiry:survey.count', { title: instrument, count: pupils }))
      .waitFor()
    expect([...table.complaints, ...office.complaints]).toEqual([])
  }, 200_000)
})
