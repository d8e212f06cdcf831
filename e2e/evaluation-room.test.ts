// The evaluation room on the sample village: each question opens with its picture, its sentence and its figures, and what is shown can be taken along.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openRoom, openWave } from './desk-steps.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { readReport } from './read-report.ts'
import { makeCsv } from './spreadsheets.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

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
    process.stderr.write(`${await seat.page.locator('main').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const anyWords = /evaluation:|\{\{|\bNaN\b|undefined/

async function openQuestion(page: Page, question: string): Promise<void> {
  await openRoom(page, 'evaluation')
  await page.getByRole('link', { name: say(`evaluation:question.${question}`) }).click()
  await page
    .getByRole('heading', { level: 1, name: say(`evaluation:question.${question}`) })
    .waitFor()
}

/** A picture that is drawn, one sentence with figures in it, and figures below. */
async function expectAnswer(page: Page): Promise<string> {
  await page.locator('main figure svg').first().waitFor()
  const sentence = await page.locator('[data-sentence]').first().innerText()
  expect(sentence).toMatch(/\d/)
  expect(sentence).not.toMatch(anyWords)
  expect(await page.locator('[data-figures] dd').first().innerText()).not.toBe('')
  return sentence
}

async function take(page: Page, button: string, within = page.locator('main')): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    within.getByRole('button', { name: button }).first().click(),
  ])
  return readFileSync(await download.path())
}

async function expectExports(page: Page, sentence: string): Promise<void> {
  const svg = (await take(page, say('evaluation:finding.svg'))).toString('utf8')
  expect(svg.startsWith('<svg')).toBe(true)
  expect(svg).toContain('</svg>')
  const png = await take(page, say('evaluation:finding.png'))
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))
  expect(png.length).toBeGreaterThan(10_000)
  const csv = (await take(page, say('evaluation:finding.csv'))).toString('utf8')
  expect(csv.startsWith('\uFEFF')).toBe(true)
  expect(csv.replaceAll('""', '"')).toContain(sentence)
}

/** The paper holds the answer as the screen has it, every picture as PNG, and says that the village is made up. */
async function expectWord(
  page: Page,
  sentence: string,
  pictures: number,
  within = page.locator('main'),
): Promise<void> {
  const { words, pictures: drawn } = await readReport(
    await take(page, say('evaluation:finding.word'), within),
  )
  expect(words).toContain(sentence)
  expect(words).toContain(say('evaluation:word.sample'))
  expect(words).toContain(say('evaluation:word.trace'))
  expect(words).not.toMatch(anyWords)
  expect(drawn).toHaveLength(pictures)
  for (const picture of drawn) {
    expect([...picture.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
    expect(picture.length).toBeGreaterThan(5000)
  }
}

const items = ['overall', 'activities', 'worker', 'time-place', 'learnt', 'comfortable', 'again']

/** Eight codes in each of three groups; every group moves by its own step, nobody alike. */
function surveyFile(moment: 'before' | 'after') {
  const rows = Array.from({ length: 24 }, (_, n) => {
    const group = ['甲', '乙', '丙'][n % 3] ?? ''
    const step = moment === 'after' ? (n % 3) + (n % 2) : 0
    const answers = items.map((_item, item) =>
      Math.min(5, 1 + ((n * 7 + item * item + Math.floor(n / 5)) % 4) + (step > item % 3 ? 1 : 0)),
    )
    return [`c${n}`, group, ...answers]
  })
  return makeCsv(`${moment}.csv`, [['编号', '组别', ...items], ...rows])
}

async function planSurvey(page: Page, title: string, phase: 'before' | 'after'): Promise<void> {
  await openRoom(page, 'inquiry')
  await page.getByRole('link', { name: say('inquiry:waves.new') }).click()
  await page.getByRole('textbox', { name: say('inquiry:wave.title') }).fill(title)
  await page.getByText(say(`inquiry:wavePhase.${phase}`), { exact: true }).click()
  await page.getByLabel(say('inquiry:wave.who')).selectOption({ label: say('inquiry:wave.codes') })
  await page.getByRole('checkbox', { name: '纸鸢活动感受' }).check()
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

async function importSurvey(page: Page, moment: 'before' | 'after'): Promise<void> {
  await page.getByRole('link', { name: say('inquiry:wave.import') }).click()
  await page.locator('input[type=file]').setInputFiles(surveyFile(moment))
  await page.getByRole('button', { name: say('inquiry:importing.agree', { count: 24 }) }).click()
  await page.getByText(say('inquiry:importing.done', { written: 24, all: 24 })).waitFor()
  await waitUntilAllSent(page)
}

/** The figures of a survey, split by group, and its data for SPSS: all made beside the page. */
async function expectSurveyFigures(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('inquiry:survey.open') }).click()
  await page.locator('tr[data-scale]').first().waitFor()
  const byGroup = say('inquiry:import.columnRole.group')
  await page.getByLabel(say('inquiry:survey.splitBy')).selectOption({ label: byGroup })
  await page.getByRole('cell', { name: '乙', exact: true }).first().waitFor()
  const sav = await take(page, say('inquiry:survey.downloadSav'))
  expect(sav.subarray(0, 4).toString('latin1')).toBe('$FL2')
  const csv = (await take(page, say('inquiry:survey.download'))).toString('utf8')
  expect(csv.trim().split('\r\n')).toHaveLength(25)
  expect(csv).toContain('\r\nc2,丙,')
  expect(csv.indexOf('\r\nc2,')).toBeLessThan(csv.indexOf('\r\nc10,'))
}

describe('the evaluation room', () => {
  test('tells how the group changed, family by family, and shows what was asked only at the end', async () => {
    const { page } = seat
    await openQuestion(page, 'group')
    await page.locator('main a[href^="/evaluation/groups/"]').last().click()
    await page.locator('main figure svg').first().waitFor()
    const words = await page.locator('main').innerText()
    expect(words).toContain(say('evaluation:heat.section'))
    expect(words).toContain('朝好的方向变动')
    expect(words).not.toMatch(/好转 \d/)
    expect(await page.locator('[data-sentence]').last().innerText()).toContain('结束时 9 人作答')
    const scale = page.locator('main details[open]').first()
    await scale.locator('figure svg').first().waitFor()
    const sentence = await scale.locator('summary p').innerText()
    await expectWord(page, sentence, await scale.locator('figure').count(), scale)
    const part = (title: string) => page.getByRole('region', { name: say(title), exact: true })
    await expectWord(page, say('evaluation:heat.directions'), 2, part('evaluation:heat.section'))
    await expectWord(
      page,
      say('evaluation:overview.brackets'),
      0,
      part('evaluation:overview.title'),
    )
    const mirror = part('evaluation:mirror.title')
    const both = await mirror.getByText('道对照题上').innerText()
    await expectWord(page, both, 1, mirror)
    const csv = await take(page, say('evaluation:finding.csv'), mirror)
    expect(csv.toString('utf8')).toContain(both)
  })

  test('tells how one family changed, with its goals, tasks and own words', async () => {
    const { page } = seat
    await openQuestion(page, 'family')
    const sentence = await expectAnswer(page)
    expect(sentence).toContain('项测量前后都有得分')
    await expectExports(page, sentence)
    await expectWord(page, sentence, 1)
    await page.getByText(say('evaluation:case.minutes'), { exact: true }).click()
    await page.getByRole('heading', { name: /^每周通话分钟数/ }).waitFor()
    await keepGoal(page)
    await keepTask(page)
    await keepChange(page)
    await waitUntilAllSent(page)
  })

  async function keepGoal(page: Page): Promise<void> {
    await page.getByRole('link', { name: say('evaluation:goal.toGoals') }).click()
    await page.getByRole('button', { name: say('evaluation:goal.add') }).click()
    const form = page.getByRole('form', { name: say('goals:form') })
    await form.getByLabel(say('evaluation:goal.what')).fill('孩子每周主动打一次电话')
    await form.getByLabel(say('evaluation:goal.level.expected')).fill('每周一次')
    await form.getByRole('button', { name: say('kit:save') }).click()
    await page.getByRole('article', { name: '孩子每周主动打一次电话' }).waitFor()
    await page.getByRole('link', { name: say('goals:toRatings') }).click()
    const card = page.getByRole('article', { name: '孩子每周主动打一次电话' })
    await card.getByText('−1', { exact: true }).click()
    await card.getByLabel(say('evaluation:goal.moment')).selectOption({
      label: say('evaluation:goal.moments.after'),
    })
    await card.getByText('+1', { exact: true }).click()
    await card.getByRole('radio', { name: '+1', exact: true, checked: true }).waitFor()
  }

  async function keepTask(page: Page): Promise<void> {
    await page.getByRole('button', { name: say('evaluation:task.add') }).click()
    const form = page.getByRole('form', { name: say('evaluation:task.add') })
    await form.getByLabel(say('evaluation:task.what')).fill('一起讲完一个故事')
    await form.getByRole('button', { name: say('kit:save') }).click()
    const card = page.getByRole('article', { name: '一起讲完一个故事' })
    await card.getByText(say('evaluation:task.level.3'), { exact: true }).click()
    await card.getByRole('radio', { name: say('evaluation:task.level.3'), checked: true }).waitFor()
  }

  async function keepChange(page: Page): Promise<void> {
    await page.getByRole('button', { name: say('evaluation:impact.add') }).click()
    const form = page.getByRole('form', { name: say('evaluation:impact.add') })
    await form.getByLabel(say('evaluation:impact.what')).fill('说话不那么急了')
    await form.getByText(say('evaluation:impact.sources.service'), { exact: true }).click()
    await form.getByRole('button', { name: say('kit:save') }).click()
    await page.getByRole('article', { name: '说话不那么急了' }).waitFor()
  }

  test('names the four examined methods and leads from each to its page', async () => {
    const { page } = seat
    await openRoom(page, 'evaluation')
    await page.getByRole('link', { name: say('evaluation:examined.goals') }).click()
    expect(await expectAnswer(page)).toContain('评过 9 个')
    expect(await page.locator('main').innerText()).toContain('完成程度 71%')
    await openRoom(page, 'evaluation')
    await page.getByRole('link', { name: say('evaluation:examined.impact') }).click()
    expect(await expectAnswer(page)).toContain('他们认为来自服务的 3 项')
    await openRoom(page, 'evaluation')
    await page.getByRole('link', { name: say('evaluation:examined.baseline') }).click()
    await page.getByRole('heading', { level: 1, name: say('evaluation:question.group') }).waitFor()
  })

  test.each([
    'dose',
    'bothSides',
    'school',
    'scale',
  ])('answers %s from the families’ records', async (question) => {
    const { page } = seat
    await openQuestion(page, question)
    const sentence = await expectAnswer(page)
    await expectExports(page, sentence)
    expect(sentence).not.toMatch(/显著|效果/)
  })

  test('says what is needed before known families can be compared', async () => {
    const { page } = seat
    await openQuestion(page, 'compared')
    const words = await page.locator('main').innerText()
    expect(words).toContain('前测和后测都有，没有另一组可以比')
    expect(words).toContain(say('evaluation:contrast.noOtherHint'))
  })

  test('compares groups and takes them together on a survey by codes', async () => {
    const { page } = seat
    for (const moment of ['before', 'after'] as const) {
      await planSurvey(page, `编码调查 ${moment}`, moment)
      await openWave(page, `编码调查 ${moment}`)
      await importSurvey(page, moment)
    }
    await expectSurveyFigures(page)
    await openQuestion(page, 'compared')
    await page.locator('main a[href^="/evaluation/surveys/"]').first().click()
    await page.locator('main figure svg').first().waitFor()
    expect(await page.locator('main').innerText()).toContain('组与做法分不开')
    const said = await page.locator('main section p').first().innerText()
    const drawn = await page.locator('main section').first().locator('figure').count()
    await expectWord(page, said, drawn)
    const csv = (await take(page, say('evaluation:finding.csv'))).toString('utf8')
    expect(csv).toContain(said)
    expect(csv).toContain('t-welch-two-sided')
    await openQuestion(page, 'together')
    await page.getByLabel(say('evaluation:together.from')).selectOption({ label: '编码调查 after' })
    await page.getByRole('checkbox', { name: '甲' }).waitFor()
    expect(await expectAnswer(page)).toContain('3 个组、24 份前后得分')
    await openQuestion(page, 'school')
    await page.getByText('按学校 / 班级 / 村并排', { exact: false }).first().waitFor()
    expect(await page.locator('[data-sentence]').count()).toBe(3)
  })

  test('has no barrier and stays in place on a phone', async () => {
    const { page } = seat
    const paths = [
      '',
      '/groups',
      '/family',
      '/compared',
      '/dose',
      '/both-sides',
      '/school',
      '/scale',
      '/together',
      '/goals',
      '/impact',
    ]
    await page.setViewportSize(phone)
    const found: string[] = []
    for (const path of paths) {
      await goInside(page, `/evaluation${path}`)
      found.push(...(await findBarriers(page)), ...(await findOverflow(page)))
    }
    expect(found).toEqual([])
    expect(seat.complaints).toEqual([])
  })
})
