// A worker reads a programme, makes it the station's own, plans a group from it, prints its cards and passes it on.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday, openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, settle } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const shipped = /^亲子沟通平行小组/
const ours = '青山镇亲子小组'
const canary = '<img src=x onerror="document.title=1"> 金丝雀'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
let shared = ''
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  await setUpAgency(seat, kiteline)
  await waitUntilAllSent(seat.page)
})
afterEach(() => {
  expect(seat.complaints).toEqual([])
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function openLibrary(page: Page): Promise<void> {
  await openRoom(page, 'groupwork')
  await page.getByRole('link', { name: say('groupwork:library.title') }).click()
  await page.getByRole('heading', { name: say('groupwork:library.title'), level: 1 }).waitFor()
}

async function openProgramme(page: Page, title: string | RegExp): Promise<void> {
  await openLibrary(page)
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
}

function session(no: number, theme: string): string {
  return say('groupwork:meeting.noTheme', { no, theme })
}

async function expectFit(page: Page): Promise<void> {
  await settle(page)
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(phone)
  await settle(page)
  expect(await findOverflow(page)).toEqual([])
  await page.setViewportSize(laptop)
}

/** The file as somebody else might send it on, with one thing changed. */
function sendOn(change: (programme: Record<string, unknown>) => void): Buffer {
  const file: { programme: Record<string, unknown> } = JSON.parse(shared)
  change(file.programme)
  return Buffer.from(JSON.stringify(file))
}

async function handIn(page: Page, buffer: Buffer): Promise<void> {
  await openLibrary(page)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'programme.json', mimeType: 'application/json', buffer })
}

describe('the programme library', () => {
  test('a programme is read, session by session, with what goes home', async () => {
    const { page } = seat
    await openLibrary(page)
    await expectFit(page)
    await openProgramme(page, shipped)
    await expectFit(page)
    await page.getByRole('link', { name: session(4, '谁先打这个电话') }).click()
    await page.getByText('二十张开头卡', { exact: true }).click()
    await page.getByText('口诀跟我做：看时间，说一声，讲一件。').waitFor()
    await page.getByText(say('groupwork:library.listen')).click()
    await page.getByText(/有位妈妈在电子厂上夜班/).waitFor()
    await page
      .getByRole('img', { name: say('groupwork:picture.clock-evening') })
      .first()
      .waitFor()
    await expectFit(page)
  })

  test('with no network it is copied, put in another order and changed; the shipped one stays', async () => {
    const { page, context } = seat
    await openProgramme(page, shipped)
    await context.setOffline(true)
    await page.getByRole('button', { name: say('groupwork:library.copy.change') }).click()
    await page.getByLabel(say('groupwork:library.name')).fill(ours)
    await page.getByRole('button', { name: say('groupwork:library.copyNow') }).click()
    const up = say('groupwork:library.moveSession.earlier', { no: 4 })
    await page.getByRole('button', { name: up }).click()
    await page.getByText(session(3, '谁先打这个电话')).waitFor()
    const row = page.getByRole('listitem').filter({ hasText: session(3, '谁先打这个电话') })
    await row.getByRole('button', { name: say('groupwork:library.openSession') }).click()
    await page.getByRole('textbox', { name: say('groupwork:library.theme') }).fill('谁先拿起电话')
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page.getByRole('link', { name: session(3, '谁先拿起电话') }).waitFor()
    await page.getByRole('link', { name: session(4, '为什么去，心里怎么想') }).waitFor()
    await context.setOffline(false)
    await waitUntilAllSent(page)
    await openProgramme(page, shipped)
    await page.getByRole('link', { name: session(4, '谁先打这个电话') }).waitFor()
    expect(await page.getByRole('link', { name: say('groupwork:library.edit') }).count()).toBe(0)
  })

  test('a group is planned from the copy, in its order, and the copy then stays as the group took it', async () => {
    const { page } = seat
    await openProgramme(page, ours)
    await page.getByRole('link', { name: say('groupwork:library.plan') }).click()
    await page.getByLabel(say('groupwork:fields.title')).fill('青山一组')
    await page.getByLabel(say('groupwork:fields.place')).fill('村委会')
    await page.getByLabel(say('groupwork:new.startsOn')).fill(dayFromToday(3))
    await page.getByRole('button', { name: say('groupwork:new.save', { count: 14 }) }).click()
    await page.getByRole('heading', { name: say('groupwork:page.timeLine') }).waitFor()
    await page
      .getByRole('link', { name: session(3, '谁先拿起电话') })
      .first()
      .click()
    await page.getByRole('link', { name: say('groupwork:meeting.toPlan') }).click()
    await page.getByRole('link', { name: say('groupwork:cards.title') }).click()
    await page.getByRole('article', { name: '看时间、说一声、讲一件' }).waitFor()
    await page.getByRole('article', { name: '说好两回，做到两回' }).waitFor()
    await expectFit(page)
    await openProgramme(page, ours)
    await page.getByText(say('groupwork:library.kept.used')).waitFor()
  })

  test("the leader's sheet has the words to say and the way out when the network fails", async () => {
    const { page } = seat
    await openProgramme(page, ours)
    await page.getByRole('link', { name: session(3, '谁先拿起电话') }).click()
    await page.getByRole('link', { name: say('groupwork:cards.leader') }).click()
    await page.getByText('第二遍的开头有三步，谁看出来了？').waitFor()
    await page
      .getByText(say('groupwork:cards.span', { from: 0, until: 10 }))
      .first()
      .waitFor()
    await expectFit(page)
  })

  test('it travels as one file; what comes in is shown before it is kept, and markup stays text', async () => {
    const { page } = seat
    await openProgramme(page, ours)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: say('groupwork:library.share') }).click(),
    ])
    shared = readFileSync(await download.path(), 'utf8')
    await handIn(
      page,
      sendOn((programme) => Object.assign(programme, { title: canary })),
    )
    await page.getByText(canary).waitFor()
    await page.getByRole('button', { name: say('groupwork:library.agree') }).click()
    await page
      .getByText(
        say('groupwork:refusals.ProgrammeKnown', {
          code: 'parallel-group-communication-own',
          version: '1',
        }),
      )
      .waitFor()
    await page.getByLabel(say('groupwork:library.version')).fill('7')
    await page.getByRole('button', { name: say('groupwork:library.agree') }).click()
    await page.getByRole('heading', { name: canary, level: 1 }).waitFor()
    expect(await page.locator('main img[src="x"]').count()).toBe(0)
  })

  test('a wrong file names its first wrong place, and nothing is kept', async () => {
    const { page } = seat
    await handIn(
      page,
      sendOn((programme) => Object.assign(programme, { version: '8', sessions: [{ no: 1 }] })),
    )
    await page
      .getByText(say('groupwork:refusals.ProgrammeFileWrong', { path: 'sessions.0.stage' }))
      .waitFor()
    await handIn(page, Buffer.from('今天的会议记录'))
    await page.getByText(say('groupwork:refusals.NotAProgrammeFile')).waitFor()
    expect(await page.getByRole('button', { name: say('groupwork:library.agree') }).count()).toBe(0)
  })

  test('a copy is translated beside the words it came from', async () => {
    const { page } = seat
    await openProgramme(page, canary)
    await page.getByRole('button', { name: say('groupwork:library.copy.translation') }).click()
    await page.getByLabel(say('groupwork:library.name')).fill('Our own group')
    await page.getByRole('button', { name: say('groupwork:library.copyNow') }).click()
    await page.getByText(say('groupwork:library.besideHint')).waitFor()
    await page.getByText(canary).waitFor()
    await expectFit(page)
  })
})
