// A county's survey in a whole desk and on the server: 100,000 sheets of 60 items are fetched, kept and counted in a browser
// while its page is watched for holds, and reported in Word by a server that goes on answering.
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { laptop, openBrowser, sitDown } from '../e2e/browser.ts'
import { setUpAgency, unlock, waitUntilAllSent } from '../e2e/enter.ts'
import { goInside } from '../e2e/look-around.ts'
import { startKiteline, type StartedKiteline } from '../e2e/start-kiteline.ts'
import { surveyHeads } from '../core/paperwork/survey/survey-paper.ts'
import { printMachine } from './measure.ts'
import { callDesk, plantSurvey, type ServedDesk } from './plant-survey.ts'

const { values: settings } = parseArgs({
  options: { people: { type: 'string', default: '100000' } },
  strict: false,
})
const patience = { timeout: 1_800_000 }
const heldShape = z.object({ longest: z.number(), above: z.number() })

/** In every page: how long it was held at most, and for how long together in holds of more than 200 ms. */
const watch = `{
  const held = { longest: 0, above: 0 }
  let last = performance.now()
  const look = () => {
    const now = performance.now(), hold = now - last
    held.longest = Math.max(held.longest, hold)
    if (hold > 200) held.above += hold
    last = now
    setTimeout(look)
  }
  look()
  globalThis.takeHeld = () => { const was = { ...held }; held.longest = 0; held.above = 0; return was }
}`

async function timed<Value>(page: Page, what: string, work: () => Promise<Value>): Promise<Value> {
  await page.evaluate('globalThis.takeHeld()')
  const begun = performance.now()
  const value = await work()
  const seconds = (performance.now() - begun) / 1000
  const held = heldShape.parse(await page.evaluate('globalThis.takeHeld()'))
  console.log(
    `${what}: ${seconds.toFixed(1)} s; the page was held for at most ${Math.round(held.longest)} ms, ${(held.above / 1000).toFixed(1)} s in all holds above 200 ms`,
  )
  return value
}

async function findDesk(page: Page, { address }: StartedKiteline): Promise<ServedDesk> {
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const me = await fetch(`${address}/api/me`, { headers: { cookie } })
  const json: unknown = await me.json()
  const { staff } = z.object({ staff: z.object({ id: z.uuid() }) }).parse(json)
  return { address, cookie, staffId: staff.id }
}

/** What the desk's page and its workers keep in memory, and the server with its threads. */
function printMemory(): void {
  const rows = execFileSync('ps', ['-e', '-o', 'rss=,args=']).toString().split('\n')
  const largest = (mark: string): number =>
    Math.max(0, ...rows.filter((row) => row.includes(mark)).map((row) => Number.parseInt(row, 10)))
  console.log(
    `memory: page ${Math.round(largest('--type=renderer') / 1024)} MiB, server ${Math.round(largest('kiteline.ts start') / 1024)} MiB`,
  )
}

/** The figures of everybody stand on the page. */
async function seeFigures(page: Page): Promise<void> {
  await goInside(page, '/evaluation/school')
  await page
    .locator('[data-sentence]')
    .first()
    .filter({ hasText: new RegExp([...String(settings.people)].join(',?')) })
    .waitFor(patience)
}

async function measureDesk(page: Page): Promise<void> {
  // What others have sent meanwhile comes with the next round, and unlocking begins one.
  await page.goto(new URL('/', page.url()).href)
  await unlock(page)
  await timed(page, 'every sheet fetched, kept and counted', () => seeFigures(page))
  printMemory()
  await page.goto(new URL('/', page.url()).href)
  await timed(page, 'unlocked again', () => unlock(page))
  await timed(page, 'counted again from this device', () => seeFigures(page))
}

async function measureServer(desk: ServedDesk, waveId: string): Promise<void> {
  const body = {
    waveId,
    afterWaveId: null,
    split: { by: 'group' },
    texts: Object.fromEntries(surveyHeads.map((head) => [head, ''])),
    language: 'zh-CN',
    templateId: null,
  }
  const begun = performance.now()
  let over = false
  const report = callDesk(desk, '/api/reports/survey', body).finally(() => {
    over = true
  })
  const took: number[] = []
  const who = { deviceId: '0198a000-0000-7000-8000-000000000003', deviceSeq: 0 }
  while (!over) {
    const asked = performance.now()
    await callDesk(desk, '/api/sync/pull', {
      ...who,
      epoch: null,
      cursors: {},
      surveys: [],
      limit: 10,
    })
    took.push(performance.now() - asked)
    if (took.length % 200 === 0) printMemory()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await report
  took.sort((left, right) => left - right)
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(0)
  console.log(
    `the report in Word: ${((performance.now() - begun) / 1000).toFixed(1)} s; meanwhile ${took.length} pulls of others, ${at(0.5)} ms in the middle, ${at(0.95)} ms at 95 %, ${took.at(-1)?.toFixed(0)} ms at most`,
  )
}

export async function benchSurveyWhole(): Promise<void> {
  printMachine()
  const people = Number(settings.people)
  const browser = await openBrowser()
  const kiteline = await startKiteline()
  try {
    const seat = await sitDown(browser, laptop)
    const { page } = seat
    await page.addInitScript(watch)
    await setUpAgency(seat, kiteline)
    await waitUntilAllSent(page)
    const desk = await findDesk(page, kiteline)
    const begun = performance.now()
    const waveId = await plantSurvey(desk, people)
    const seconds = (performance.now() - begun) / 1000
    console.log(`${people} sheets accepted: ${seconds.toFixed(1)} s`)
    await measureDesk(page)
    await measureServer(desk, waveId)
  } finally {
    await browser.close()
    await kiteline.stop()
  }
}
