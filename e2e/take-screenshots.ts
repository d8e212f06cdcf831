// By hand: `node e2e/take-screenshots.ts` takes the pictures of README and guides from the sample village, in both
// languages. What differs between languages is read from the language files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { laptop, openBrowser, phone, sitDown } from './browser.ts'
import { pin } from './enter.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'

const languages = ['zh-CN', 'en'] as const
type Language = (typeof languages)[number]

const textFolder = fileURLToPath(new URL('../content/texts/', import.meta.url))
const pictureFolder = fileURLToPath(new URL('../docs/screenshots/', import.meta.url))
const mostBytes = 180_000

/** What a screen says, from the language files: `access:pin.label`. */
function readWord(language: Language, key: string): string {
  const [room = '', path = ''] = key.split(':')
  const file: unknown = JSON.parse(readFileSync(join(textFolder, language, `${room}.json`), 'utf8'))
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, step) => (typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined),
      file,
    )
  if (typeof found !== 'string') throw new Error(`no text ${key} in ${language}`)
  return found
}

interface Tour {
  readonly page: Page
  readonly word: (key: string) => string
  readonly shoot: (name: string) => Promise<void>
}

async function enterSampleVillage(
  { page, word }: Tour,
  { address, token }: StartedKiteline,
): Promise<void> {
  await page.goto(`${address}/#setup=${token}`)
  await page.getByRole('button', { name: word('access:firstRun.sampleOpen') }).click()
  await page.getByLabel(word('access:pin.label')).first().fill(pin)
  await page.getByLabel(word('access:pin.again')).fill(pin)
  await page.getByRole('button', { name: word('access:pin.choose') }).click()
  await page.getByText(word('sync:line.allSent')).first().waitFor({ timeout: 120_000 })
}

/** A room by the bar of places, a page by its link: the desk stays open, so no PIN is asked again. */
async function openRoom({ page }: Tour, room: string): Promise<void> {
  await page.locator(`nav a[href="/${room}"]`).click()
  await page.waitForURL(`**/${room}`)
}

async function follow({ page }: Tour, start: string, which: 'first' | 'last' = 'first') {
  const link = page.locator(`main a[href^="${start}"]`)
  await (which === 'first' ? link.first() : link.last()).click()
  await page.waitForURL(`**${start}**`)
}

/** Everything has arrived: a heading, no spinner, fonts, and two pictures in a row that are the same. */
async function takeSettled(page: Page): Promise<Buffer> {
  await page.locator('h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[class*="Loader-root"]') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  let earlier = await page.screenshot({ animations: 'disabled' })
  for (;;) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
    const later = await page.screenshot({ animations: 'disabled' })
    if (later.equals(earlier)) return later
    earlier = later
  }
}

function keepPicture(name: string, language: Language, picture: Buffer): void {
  const file = `${name}-${language}.png`
  writeFileSync(join(pictureFolder, file), picture)
  const size = `${Math.round(picture.length / 1000)} kB`
  process.stdout.write(`${file} ${size}${picture.length > mostBytes ? '  TOO LARGE' : ''}\n`)
}

/** The picture begins so many pixels above the element; the bar at the top covers the first sixty. */
async function scrollTo(page: Page, selector: string, above: number): Promise<void> {
  const element = page.locator(selector).first()
  await element.evaluate((found, pixels) => {
    found.scrollIntoView({ block: 'start' })
    window.scrollBy(0, -pixels)
  }, above)
}

async function photographFamilies(tour: Tour): Promise<void> {
  await openRoom(tour, 'families')
  await tour.page.locator('main h3, main article, main li').first().waitFor()
  await tour.shoot('families')
  const uuidLink = 'main a[href*="-"][href^="/families/"]'
  await tour.page.locator(uuidLink).first().click()
  await tour.page.waitForURL(/families\/[0-9a-f]+-/)
  await tour.page.locator('main section').first().waitFor()
  await tour.shoot('family')
}

async function photographGroup(tour: Tour): Promise<void> {
  const { page, word } = tour
  await openRoom(tour, 'groupwork')
  await follow(tour, '/groupwork/groups/')
  await page.locator('main ol > li').first().waitFor()
  await scrollTo(page, 'main ol > li:nth-child(2)', 62)
  await tour.shoot('group')
  await page.setViewportSize(phone)
  await tour.shoot('phone-group')
  await page.setViewportSize(laptop)
  await page.locator('main a[href$="/plan"][href^="/groupwork/groups/"]').first().click()
  await page.waitForURL(/groupwork\/groups\/.*\/plan/)
  await scrollTo(page, 'main ol[class]', 150)
  await tour.shoot('plan')
  await page.goBack()
  await page.locator('main ol > li').first().waitFor()
  await openHeldMeeting(tour)
  await page.getByText(word('groupwork:meeting.views.marks'), { exact: true }).click()
  await page.waitForURL(/view=marks/)
  await page.setViewportSize(phone)
  await scrollTo(page, 'main ul > li fieldset', 160)
  await tour.shoot('phone-marks')
  await page.setViewportSize(laptop)
  await page.locator('main a[href^="/groupwork/groups/"]').first().click()
  await page.locator('main ol > li').first().waitFor()
  await openRunningMeeting(tour)
  await tour.shoot('attendance')
  await page.setViewportSize(phone)
  await tour.shoot('phone-attendance')
  await page.setViewportSize(laptop)
  await page.getByText(word('groupwork:meeting.views.plan'), { exact: true }).click()
  await page.waitForURL(/view=plan/)
  await page.evaluate(() => window.scrollTo(0, 0))
  await tour.shoot('meeting')
}

/** The first meeting, with everything that was noted in it. */
async function openHeldMeeting({ page }: Tour): Promise<void> {
  const first = page.locator('main ol > li').first()
  await first.locator('a[href^="/groupwork/meetings/"]').first().click()
  await page.waitForURL('**/groupwork/meetings/**')
}

/** The first meeting that is still ahead, in the running group. */
async function openRunningMeeting(tour: Tour): Promise<void> {
  const { page, word } = tour
  const ahead = page
    .locator('main ol > li')
    .filter({ hasText: word('groupwork:meetingState.planned') })
    .first()
  await ahead.locator('a[href^="/groupwork/meetings/"]').first().click()
  await page.waitForURL('**/groupwork/meetings/**')
}

async function photographChange(tour: Tour): Promise<void> {
  const { page } = tour
  await openRoom(tour, 'evaluation')
  await page.locator('main a[href="/evaluation/groups"]').first().click()
  await page.waitForURL('**/evaluation/groups')
  const measured = page
    .locator('main tbody tr')
    .filter({ hasNotText: tour.word('evaluation:home.notTwo') })
  await measured.locator('a').first().click()
  await page.waitForURL('**/evaluation/groups/**')
  const groupId = page.url().split('/').at(-1) ?? ''
  await page.locator('main figure canvas, main figure svg').first().waitFor()
  await scrollTo(page, 'main figure', 220)
  await tour.shoot('evaluation')
  await openRoom(tour, 'paperwork')
  await follow(tour, `/paperwork/groups/${groupId}`)
  await page.locator('main textarea').first().waitFor()
  await tour.shoot('report')
}

async function photographToday(tour: Tour): Promise<void> {
  await openRoom(tour, 'today')
  await tour.page.locator('main section a').first().waitFor()
  await tour.shoot('today')
  await tour.page.setViewportSize(phone)
  await tour.shoot('phone-today')
  await tour.page.setViewportSize(laptop)
}

const stops = [photographToday, photographFamilies, photographGroup, photographChange]

async function takeAll(browser: Browser, language: Language): Promise<boolean> {
  const kiteline = await startKiteline()
  const { page, complaints, context } = await sitDown(browser, laptop, language)
  const tour: Tour = {
    page,
    word: (key) => readWord(language, key),
    shoot: async (name) => keepPicture(name, language, await takeSettled(page)),
  }
  try {
    await enterSampleVillage(tour, kiteline)
    for (const stop of stops) await stop(tour)
    for (const complaint of complaints) process.stdout.write(`the page complained: ${complaint}\n`)
    return complaints.length === 0
  } finally {
    await context.close()
    await kiteline.stop()
  }
}

mkdirSync(pictureFolder, { recursive: true })
const browser = await openBrowser()
try {
  for (const language of languages) if (!(await takeAll(browser, language))) process.exitCode = 1
} finally {
  await browser.close()
}
