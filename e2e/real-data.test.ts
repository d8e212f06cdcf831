// Published data through the real screens: the figures must be those that R computed (statistics/cases).
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { surveyItems, surveyScales } from '../core/inquiry/cases/survey-2800.ts'
import { readExpected, readRows } from '../statistics/cases/read-case.ts'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { makeCsv, makeGb18030Csv, type UploadFile } from './spreadsheets.ts'
import { convertToPdf, readReport } from './read-report.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

interface CrossCase {
  readonly about: string
  readonly counts: readonly (readonly number[])[]
  readonly chiSquare: number
  readonly df: number
  readonly biasCorrected: number
}
const crossFigures: { readonly cases: readonly CrossCase[] } = JSON.parse(
  readFileSync(new URL('../statistics/cases/cross-figures.json', import.meta.url), 'utf8'),
)
function findCase(wanted: string): CrossCase {
  const found = crossFigures.cases.find(({ about }) => about === wanted)
  if (found === undefined) throw new Error(`no case ${wanted}`)
  return found
}
const byGender = findCase('gender by A1')

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  await setUpAgency(seat, kiteline)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await seat.page.locator('main').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

interface ScaleEntry {
  readonly id: string
  readonly items: string
  readonly atLeast: number | null
}

interface Entry {
  readonly title: string
  readonly code: string
  readonly kind: 'choice' | 'number'
  readonly min: number
  readonly max: number
  readonly items: string
  readonly reversed: string
  readonly scales: readonly ScaleEntry[]
}

/** Fills the instrument form as it stands on the screen, saves the draft and publishes it. */
async function defineInstrument(page: Page, entry: Entry): Promise<void> {
  await openRoom(page, 'inquiry')
  await page.getByRole('link', { name: say('inquiry:instruments.title') }).click()
  await page.getByRole('link', { name: say('inquiry:instruments.new') }).click()
  await page.getByLabel(say('inquiry:form.titleZh')).first().fill(entry.title)
  await page.getByLabel(say('inquiry:form.code')).first().fill(entry.code)
  await page.getByText(say(`inquiry:form.answerKinds.${entry.kind}`), { exact: true }).click()
  await page.getByLabel(say('inquiry:form.min')).fill(String(entry.min))
  await page.getByLabel(say('inquiry:form.max')).fill(String(entry.max))
  if (entry.kind === 'number') await page.getByLabel(say('inquiry:form.whole')).uncheck()
  await page.getByRole('textbox', { name: say('inquiry:form.itemLines') }).fill(entry.items)
  await page.getByLabel(say('inquiry:form.reversed')).fill(entry.reversed)
  for (const [at, scale] of entry.scales.entries()) {
    await page.getByRole('button', { name: say('inquiry:form.addScale') }).click()
    const part = page.getByRole('group', {
      name: say('inquiry:form.scaleNumber', { number: at + 1 }),
    })
    await part.getByLabel(say('inquiry:form.scale.id')).fill(scale.id)
    await part.getByLabel(say('inquiry:form.scale.items')).fill(scale.items)
    if (scale.atLeast !== null)
      await part.getByLabel(say('inquiry:form.scale.atLeast')).fill(String(scale.atLeast))
  }
  await page.getByRole('button', { name: say('inquiry:form.saveDraft') }).click()
  await page.getByRole('button', { name: say('inquiry:instrument.publish') }).click()
  await page.getByRole('button', { name: say('inquiry:instrument.retire') }).waitFor()
}

async function planSurvey(
  page: Page,
  title: string,
  phase: 'before' | 'after' | 'survey',
  instrument: string,
): Promise<void> {
  await openRoom(page, 'inquiry')
  await page.getByRole('link', { name: say('inquiry:waves.new') }).click()
  await page.getByRole('textbox', { name: say('inquiry:wave.title') }).fill(title)
  await page.getByText(say(`inquiry:wavePhase.${phase}`), { exact: true }).click()
  await page.getByLabel(say('inquiry:wave.who')).selectOption({ label: say('inquiry:wave.codes') })
  await page.getByRole('checkbox', { name: instrument }).check()
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

async function readFile(page: Page, file: UploadFile): Promise<void> {
  await page.getByRole('link', { name: say('inquiry:wave.import') }).click()
  await page.locator('input[type=file]').setInputFiles(file)
}

async function agree(page: Page, count: number, shown: string): Promise<void> {
  await page
    .getByRole('button', { name: say('inquiry:importing.agree', { count }) })
    .click({ timeout: 60_000 })
  await page
    .getByText(say('inquiry:importing.done', { written: shown, all: shown }))
    .waitFor({ timeout: 120_000 })
}

/** The report as a person takes it: from the figures to the Word file in hand. */
async function takeWordReport(page: Page): Promise<string> {
  await page.getByRole('link', { name: say('paperwork:survey.toWord') }).click()
  await page.getByLabel(say('paperwork:surveyHead.discussion')).fill('由社工填写的发现。')
  await page.getByRole('button', { name: say('paperwork:make.go') }).click()
  const get = page.getByRole('link', { name: say('paperwork:make.get') })
  await get.waitFor({ timeout: 120_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    get.click(),
  ])
  const bytes = readFileSync(await download.path())
  const { words, pictures } = await readReport(bytes)
  expect(pictures.length).toBeGreaterThan(2)
  expect(words).toContain('由社工填写的发现。')
  expect(words).not.toMatch(/[{}]|undefined|NaN/)
  const pdf = convertToPdf(bytes)
  if (pdf !== null) expect(Buffer.from(pdf.subarray(0, 4)).toString()).toBe('%PDF')
  return words
}

describe('a survey of 2,800 people', () => {
  test('is defined on the screen, comes in as a table, and gives the figures of R', async () => {
    const { page } = seat
    const scales = surveyScales.map((id) => ({ id, items: `${id}1-${id}5`, atLeast: 4 }))
    await defineInstrument(page, {
      title: '二十五题调查',
      code: 'survey-2800',
      kind: 'choice',
      min: 1,
      max: 6,
      items: surveyItems.join('\n'),
      reversed: 'A1, C4-C5, E1-E2, O2, O5',
      scales,
    })
    await planSurvey(page, '公开数据', 'survey', '二十五题调查')
    const rows = readRows('survey-2800.csv')
    const names = ['id', ...surveyItems, 'gender', 'education', 'age']
    const table = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    await readFile(page, makeCsv('survey.csv', table))
    await agree(page, 2800, '2,800')
    await page.getByRole('link', { name: say('inquiry:survey.open') }).click()
    await expectOnScreen(page)
    await expectCrossTable(page)
    await expectInDownload(page)
    await waitUntilAllSent(page)
  })

  test('leaves as a Word report with the same figures, each with its place in the appendix', async () => {
    const words = await takeWordReport(seat.page)
    const expected = readRows('survey-2800-expected.csv')
    const figure = (id: string): string =>
      Number(expected.find((row) => row['id'] === id)?.['value']).toFixed(3)
    expect(words).toContain('收到答卷 2,800 份')
    expect(words).toContain('漏答共 508 题次')
    for (const scale of surveyScales) {
      expect(words).toContain(
        `平均 ${figure(`${scale}_score_mean`)}（标准差 ${figure(`${scale}_score_sd`)}）`,
      )
      expect(words).toContain(`Cronbach α = ${figure(`${scale}_alpha_listwise`)}（95% 区间`)
      const row = new RegExp(
        `\\nN\\d+–N\\d+\\n${scale}：[^\\n]*Cronbach α[^\\n]*\\n[^\\n]* / ${figure(`${scale}_alpha_listwise`)} / `,
      )
      expect(words).toMatch(row)
    }
    expect(words).toContain('看不出变化')
    const { chiSquare, df } = byGender
    expect(words).toContain(`χ²(${df}) = ${chiSquare.toFixed(2)}，p < 0.001`)
  })

  /** While sheets are still being sent the figures are made anew, and for a moment there is no table. */
  async function cellsOf(page: Page, scale: string): Promise<readonly string[]> {
    const cells = page.locator(`tr[data-scale="${scale}"] td`)
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const texts = await cells.allInnerTexts()
      if (texts.length > 0) return texts
      await page.waitForTimeout(250)
    }
    throw new Error(`no row of ${scale}`)
  }

  async function expectOnScreen(page: Page): Promise<void> {
    const check = readExpected('survey-2800')
    const table = page.locator('tr[data-scale]')
    await page.getByRole('definition').filter({ hasText: '2,800' }).waitFor({ timeout: 60_000 })
    expect(await table.count()).toBe(5)
    for (const scale of surveyScales) {
      const cells = await cellsOf(page, scale)
      const [n = '', , mean = '', sd = '', listwise = '', pairwise = ''] = cells
      const number = (text: string): number => Number(text.replaceAll(',', '').split(/[（( ]/)[0])
      check(`${scale}_score_n`, number(n))
      const rounded = 0.0005
      for (const [figure, shown] of [
        [`${scale}_score_mean`, mean],
        [`${scale}_score_sd`, sd],
        [`${scale}_alpha_listwise`, listwise],
        [`${scale}_alpha_pairwise`, pairwise],
      ] as const)
        check(figure, number(shown), rounded / number(shown))
    }
  }

  /** Two sides chosen on the screen: counts, chi-square and V as R has them. */
  async function expectCrossTable(page: Page): Promise<void> {
    await page.getByLabel(say('inquiry:survey.crossRows')).selectOption('item A1')
    await page.getByLabel(say('inquiry:survey.crossColumns')).selectOption('extra gender')
    const title = say('evaluation:crossTable.title', { rows: 'A1', columns: 'gender' })
    const region = page.getByRole('table', { name: title })
    await region.getByRole('cell', { name: /^202 · / }).waitFor({ timeout: 30_000 })
    const [men = [], women = []] = byGender.counts
    const lines = await region.locator('tbody tr').all()
    for (const [at, count] of men.entries()) {
      const cells = (await lines[at]?.locator('td').allInnerTexts()) ?? []
      expect(cells.slice(0, 2).map((cell) => Number(cell.split(' ')[0]))).toEqual([
        count,
        women[at],
      ])
    }
    const { chiSquare, df, biasCorrected } = byGender
    await page.getByText(`χ²(${df}) = ${chiSquare.toFixed(2)}，p < 0.001`).waitFor()
    await page.getByText(`Cramér V = ${biasCorrected.toFixed(3)}`).waitFor()
  }

  /** The table for a statistics program carries every digit. */
  async function expectInDownload(page: Page): Promise<void> {
    const check = readExpected('survey-2800')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 120_000 }),
      page.getByRole('button', { name: say('inquiry:survey.download') }).click(),
    ])
    const text = readFileSync(await download.path(), 'utf8').replace(/^\uFEFF/, '')
    const [head = [], ...lines] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
    expect(lines).toHaveLength(2800)
    for (const scale of surveyScales) {
      const at = head.indexOf(`score_${scale}`)
      const scores = lines.flatMap((line) => (line[at] ? [Number(line[at])] : []))
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
      const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0)
      check(`${scale}_score_n`, scores.length)
      check(`${scale}_score_mean`, mean)
      check(`${scale}_score_sd`, Math.sqrt(squares / (scores.length - 1)))
    }
  }
})

describe('a trial of family therapy', () => {
  const expected = readRows('anorexia-expected.csv')
  const figure = (id: string): string => expected.find((row) => row['id'] === id)?.['value'] ?? ''
  const shown = (value: string | undefined): string => Number(value).toFixed(1).replace('-', '−')

  test('72 codes in three groups, before and after side by side in a GB18030 table, change as R says', async () => {
    const { page } = seat
    await defineInstrument(page, {
      title: '体重',
      code: 'weight',
      kind: 'number',
      min: 40,
      max: 200,
      items: 'weight | 体重',
      reversed: '',
      scales: [{ id: 'weight', items: 'weight', atLeast: null }],
    })
    await planSurvey(page, '治疗之后', 'after', '体重')
    await planSurvey(page, '治疗之前', 'before', '体重')
    const rows = readRows('anorexia.csv').map((row) => [
      row['id'] ?? '',
      row['group'] ?? '',
      row['pre'] ?? '',
      row['post'] ?? '',
    ])
    await readFile(page, makeGb18030Csv('体重.csv', [['编号', '组别', '前测', '后测'], ...rows]))
    await page.getByLabel(say('inquiry:importing.waveFrom')).selectOption({
      label: say('inquiry:importing.waveFroms.heading'),
    })
    await agree(page, 144, '144')
    await waitUntilAllSent(page)
    await openRoom(page, 'evaluation')
    await page.getByRole('heading', { level: 1, name: say('evaluation:home.title') }).waitFor()
    await page.locator('main a[href="/evaluation/compared"]').first().click()
    await page.locator('main a[href^="/evaluation/surveys/"]').first().click()
    for (const group of ['FT', 'CBT', 'Cont']) {
      const change = Number(figure(`${group}_mean_diff`))
      const [low, high] = figure(`${group}_mean_diff_ci95`).split(' ')
      const cells = [
        group,
        figure(`${group}_n`),
        shown(figure(`${group}_mean_pre`)),
        shown(figure(`${group}_mean_post`)),
        `${change > 0 ? '+' : ''}${shown(change.toFixed(6))}`,
        shown(low),
        shown(high),
      ]
      await page.getByRole('row', { name: cells.join(' ') }).waitFor()
    }
  })

  test('leaves as a Word report: each group’s change with its interval, nothing called an effect', async () => {
    const words = await takeWordReport(seat.page)
    for (const group of ['FT', 'CBT', 'Cont']) {
      const change = Number(figure(`${group}_mean_diff`))
      const [low, high] = figure(`${group}_mean_diff_ci95`).split(' ')
      const signed = (value: number): string => `${value > 0 ? '+' : ''}${shown(value.toFixed(6))}`
      const limits = `${signed(Number(low))} 至 ${signed(Number(high))}`
      expect(words).toContain(
        `${group}\n${figure(`${group}_n`)}\n${shown(figure(`${group}_mean_pre`))}\n${shown(figure(`${group}_mean_post`))}\n${signed(change)}\n${limits}\n`,
      )
    }
    expect(words).toContain('组与做法分不开')
    expect(words).toContain('协方差分析')
    expect(words).not.toMatch(/显著|效果/)
    expect(seat.complaints).toEqual([])
  })
})
