// The sample village as a visitor walks through it: both languages, a laptop and a 360-pixel phone.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { findBarriers, findOverflow, firstLink, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say, wordsOf } from './words.ts'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
let pages: readonly string[]
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(20_000)
  await openSampleVillage(seat, kiteline)
  await waitUntilAllSent(seat.page)
  pages = await listPages(seat.page)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

/** The main pages of every room, found by their links. */
async function listPages(page: Page): Promise<readonly string[]> {
  await goInside(page, '/families')
  await page.locator('main a[href*="-"][href^="/families/"]').first().waitFor()
  const family =
    (await page.locator('main a[href*="-"][href^="/families/"]').first().getAttribute('href')) ?? ''
  await goInside(page, family)
  const consent = await firstLink(page, `${family}/consent/`)
  const bonds = await firstLink(page, `${family}/bonds/`)
  const person = await firstLink(page, `${family}/people/`)
  await goInside(page, '/inquiry')
  const wave = await firstLink(page, '/inquiry/waves/')
  await goInside(page, wave)
  const sheet = await firstLink(page, '/inquiry/sheets/').catch(() => wave)
  await goInside(page, '/inquiry/instruments')
  const instrument = await firstLink(page, '/inquiry/instruments/')
  await goInside(page, '/groupwork')
  const group = await firstLink(page, '/groupwork/groups/')
  await goInside(page, group)
  // The first meeting is a joint one: it has pairs.
  const first = page.getByRole('link', {
    name: new RegExp(`^${say('groupwork:meeting.no', { no: 1 })} ·`),
  })
  const meeting = (await first.first().getAttribute('href')) ?? ''
  const report = group.replace('/groupwork/', '/paperwork/')
  const evaluation = group.replace('/groupwork/', '/evaluation/')
  const families = ['', '/new', '/import', '/duplicates', '/retention'].map(
    (part) => `/families${part}`,
  )
  const inquiry = [
    '/inquiry',
    wave,
    sheet,
    '/inquiry/waves/new',
    '/inquiry/instruments',
    instrument,
  ]
  const views = ['plan', 'marks', 'pairs', 'away', 'records'].map(
    (view) => `${meeting}?view=${view}`,
  )
  const record = `${meeting}/record/joint`
  const meetings = [meeting, ...views, record, `${meeting}/plan`, `${meeting}/sheet`]
  const plan = `${group}/plan`
  const groupwork = ['/groupwork', '/groupwork/new', group, plan, `${group}/seats`, ...meetings]
  const casework = [...(await listCasework(page)), '/evaluation/family']
  const rest = ['/evaluation', evaluation, '/paperwork', report, '/more', '/device', '/staff']
  return [
    '/today',
    ...families,
    family,
    consent,
    bonds,
    person,
    ...inquiry,
    ...groupwork,
    ...casework,
    ...rest,
  ]
}

async function listCasework(page: Page): Promise<readonly string[]> {
  await goInside(page, '/casework')
  const link = page.locator('main a[href^="/casework/"][href*="-"]').first()
  await link.waitFor()
  const its = (await link.getAttribute('href')) ?? ''
  await goInside(page, '/casework/transfers')
  return ['/casework', its, '/casework/transfers', await firstLink(page, '/casework/transfers/')]
}

async function walk(look: (page: Page) => Promise<readonly string[]>): Promise<readonly string[]> {
  const found: string[] = []
  for (const path of pages) {
    await goInside(seat.page, path)
    found.push(...(await look(seat.page)))
  }
  return found
}

describe('the sample village', () => {
  test('on a laptop in Chinese no page has a barrier', async () => {
    expect(pages.length).toBeGreaterThan(25)
    expect(await walk(findBarriers)).toEqual([])
  })

  test('on a phone of 360 pixels no page can be pushed sideways', async () => {
    await seat.page.setViewportSize(phone)
    expect(await walk(findOverflow)).toEqual([])
  })

  test('in English on the phone no page has a barrier, can be pushed sideways, or shows the name of a text or a day as a file writes it', async () => {
    const { page } = seat
    const english = wordsOf('en')
    await goInside(page, '/more')
    await page.getByText(say('kit:languages.en'), { exact: true }).click()
    await page.getByRole('heading', { name: english('access:more.title') }).waitFor()
    const found = await walk(async () => [
      ...(await findBarriers(page)),
      ...(await findOverflow(page)),
      ...(await findBareKeys(page)),
      ...(await findBareDays(page)),
    ])
    await goInside(page, '/more')
    await page.getByText(english('kit:languages.zh-CN'), { exact: true }).click()
    expect(found).toEqual([])
  })

  test('any child is two taps from Today, without a network', async () => {
    const { page, context } = seat
    await goInside(page, '/today')
    await context.setOffline(true)
    let reached = 0
    for (const name of ['小', '晓', '子']) {
      const search = page.getByRole('searchbox', { name: say('access:today.findChild') })
      await search.fill(name)
      const found = page.locator('search a').first()
      if ((await found.count()) === 0) continue
      const child = (await found.textContent()) ?? ''
      await found.click()
      await page.getByRole('link', { name: child }).first().waitFor()
      await page
        .getByRole('heading', { name: say('families:file.children'), exact: true })
        .waitFor()
      await goInside(page, '/today')
      reached += 1
    }
    await context.setOffline(false)
    expect(reached).toBeGreaterThan(0)
    expect(seat.complaints).toEqual([])
  })
})

/** `families:list.title` or `title_other` on a screen is a text that nobody wrote. */
async function findBareKeys(page: Page): Promise<readonly string[]> {
  const words = await page.locator('body').innerText()
  const bare = words.match(/\b[a-z]+:[a-z][A-Za-z]*(\.[A-Za-z]+)+\b|\{\{\w+\}\}/g) ?? []
  return bare.map((key) => `${new URL(page.url()).pathname} shows ${key}`)
}

/** `2026-09-26` is how a file writes a day, and `0 days` is no way to say today. */
async function findBareDays(page: Page): Promise<readonly string[]> {
  const words = await page.locator('body').innerText()
  const bare = words.match(/.{0,30}\b(\d{4}-\d{2}-\d{2}|0 days)\b/g) ?? []
  return bare.map((found) => `${new URL(page.url()).pathname} shows ${found}`)
}
