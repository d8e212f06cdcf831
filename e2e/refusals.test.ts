// What must not go through: before consent, and from files that are not what they seem. The reason comes in words.
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  openRoom,
  planGroup,
  readRegisterFile,
} from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import {
  makeCsv,
  makeGb18030Csv,
  makeXlsx,
  type Cell,
  type Rows,
  type UploadFile,
} from './spreadsheets.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

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

const head: readonly Cell[] = ['村', '儿童姓名', '性别', '出生日期', '母亲姓名', '母亲电话']

function register(...rows: Rows): Rows {
  return [[...head], ...rows]
}

async function expectFileRefused(file: UploadFile, words: string): Promise<void> {
  await readRegisterFile(seat.page, file)
  await seat.page.getByText(words).waitFor()
  expect(await seat.page.getByRole('button', { name: say('families:import.tryOut') }).count()).toBe(
    0,
  )
}

async function tryOut(file: UploadFile): Promise<void> {
  const { page } = seat
  await readRegisterFile(page, file)
  await page.getByRole('button', { name: say('families:import.tryOut') }).click()
  await page.getByRole('heading', { name: say('families:import.wouldTitle') }).waitFor()
}

describe('files that are not what they seem', () => {
  test('a Word document under another name, and a spreadsheet of the old kind, are named and not read', async () => {
    const oldExcel = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1024),
      Buffer.from('Workbook', 'utf16le'),
      Buffer.alloc(1024),
    ])
    const page = await fetch(`${kiteline.address}/api/templates/default/evaluationSummary/zh-CN`)
    expect(page.status).toBe(401)
    const word = await seat.page.evaluate(async () => {
      const answer = await fetch('/api/templates/default/evaluationSummary/zh-CN')
      return [...new Uint8Array(await answer.arrayBuffer())]
    })
    await expectFileRefused(
      { name: '花名册.xlsx', mimeType: '', buffer: Buffer.from(word) },
      say('files:refusals.SpreadsheetIsWord', { fileName: '花名册.xlsx' }),
    )
    await expectFileRefused(
      { name: '旧表.xlsx', mimeType: '', buffer: oldExcel },
      say('files:refusals.SpreadsheetOldExcel', { fileName: '旧表.xlsx' }),
    )
  })

  test('formulas, future days, children listed twice and identity numbers inside are named cell by cell; nothing is written', async () => {
    const { page } = seat
    const name = { formula: 'CONCATENATE("杨","春")', result: '杨春' }
    const rows = register(
      ['Z村', name, '女', '2015-03-08', '刘芳', '13900001111'],
      ['Z村', '龙川', '男', '2031-05-06', '陈梅', '13900001112'],
      ['Z村', '石雨', '女', '2016-01-15', '张英', '13900001113'],
      ['Z村', '石雨', '女', '2016-01-15', '张英', '13900001113'],
      ['Z村', '吴乐', '男', '2015-07-02', '433101198803051234', '13900001114'],
    )
    await tryOut(await makeXlsx('问题.xlsx', '表一', rows))
    const place = (row: number, column: string): string =>
      say('families:import.place', { sheet: '表一', row, column })
    for (const [row, column, reason] of [
      [2, 'B', say('families:import.reason.formula')],
      [3, 'D', say('families:import.reason.dateInFuture')],
      [6, 'E', say('families:import.reason.identityInside')],
    ] as const)
      await page
        .getByRole('row', { name: place(row, column) })
        .filter({ hasText: reason })
        .waitFor()
    await page.getByText(say('families:import.reason.childTwice', { kept: 4 })).waitFor()
    expect(await page.getByText('433101198803051234').count()).toBe(0)
    await openRoom(page, 'families')
    await page.getByText(say('families:list.empty')).waitFor()
  })

  test('a GB18030 table is read as it was meant; rare characters and hidden marks are kept or named', async () => {
    const { page } = seat
    await tryOut(
      makeGb18030Csv('国标.csv', register(['青山村', '覃朝阳', '男', '2014-02-14', '唐碧云', ''])),
    )
    await page.getByText(say('families:import.noProblems')).waitFor()
    await page.getByRole('button', { name: say('families:import.backToMapping') }).click()
    await page.getByText('覃朝阳').first().waitFor()
    const rare = '\u{20BB7}野\u{2A6A5}'
    await tryOut(
      makeCsv('生僻.csv', register([`青山村`, `${rare}\u200F`, '男', '2014-02-14', '唐碧云', ''])),
    )
    await page.getByRole('button', { name: say('families:import.agree', { count: 1 }) }).click()
    await page
      .getByRole('link', { name: new RegExp(rare) })
      .first()
      .waitFor()
  })
})

describe('before the guardian has consented', () => {
  test('answering and joining a group refuse with the reason, and a group that nobody measured has no report', async () => {
    const { page } = seat
    const home = households[0]
    if (home === undefined) throw new Error('no household')
    await importVillage(page)
    await openFamily(page, home.child)
    await page.getByText(say('families:file.contactOnlyTitle')).first().waitFor()
    await planGroup(page, '试验小组', dayFromToday(-3))
    await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
    await page.getByLabel(say('groupwork:seats.search')).fill(home.child)
    const card = page.getByRole('listitem').filter({ hasText: home.child })
    await card.getByText(say('families:refusals.ConsentNotAsked')).waitFor()
    expect(await card.getByRole('button').count()).toBe(0)
    await openRoom(page, 'paperwork')
    await page
      .locator('main a[href^="/paperwork/groups/"]', { hasText: '试验小组' })
      .first()
      .click()
    await page.getByText(say('paperwork:make.notTwo')).waitFor()
    await expectNoAnswer(home.mother)
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(0))
    await waitUntilAllSent(page)
    expect(seat.complaints).toEqual([])
  })

  async function expectNoAnswer(mother: string): Promise<void> {
    const { page } = seat
    await openRoom(page, 'inquiry')
    await page.getByRole('link', { name: say('inquiry:waves.new') }).click()
    await page.getByRole('textbox', { name: say('inquiry:wave.title') }).fill('全村前测')
    await page
      .getByLabel(say('inquiry:wave.who'))
      .selectOption({ label: say('inquiry:wave.register') })
    await page.getByRole('checkbox', { name: '纸鸢亲子问卷·家长版' }).check()
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page
      .getByRole('row', { name: new RegExp(`^${mother}`) })
      .getByRole('link')
      .first()
      .click()
    await page.getByRole('heading', { name: say('inquiry:collect.closed') }).waitFor()
    await page.getByText(say('families:refusals.ConsentNotAsked')).waitFor()
    expect(
      await page.getByRole('button', { name: say('inquiry:collect.start.readAloud') }).count(),
    ).toBe(0)
  }
})
