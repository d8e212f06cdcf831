// The coding view with a transcript of 100,000 characters and 2,000 marks, in a real browser on this machine: how long until it
// stands, and how long every act takes until its result is kept on the device and painted.
import type { Page } from 'playwright-core'
import { writeLikeQualCoder } from '../desk/inquiry/coding/refi/cases/foreign-files.ts'
import { laptop, openBrowser, sitDown, type Seat } from '../e2e/browser.ts'
import { dayFromToday, giveConsent, importVillage, openFamily } from '../e2e/desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from '../e2e/enter.ts'
import { goInside } from '../e2e/look-around.ts'
import { startKiteline } from '../e2e/start-kiteline.ts'
import { households } from '../e2e/village.ts'
import { say } from '../e2e/words.ts'
import { printMachine } from './measure.ts'

const characters = 100_000
const marks = 2_000
const codeNames = Array.from({ length: 40 }, (_, index) => `编码${index + 1}`)
const turns = 20

/** Turns of speech with a number each, so that every passage is there once. */
function writeTalk(): readonly string[] {
  const filler = '那天放学我在村口等了很久，奶奶喊我回家吃饭，我说再等一下，妈妈说好今天打电话的。'
  const lines: string[] = []
  for (let size = 0; size < characters; size += lines.at(-1)?.length ?? 0) {
    const no = lines.length
    const who = no % 2 === 0 ? '社工' : '孩子'
    lines.push(`[${String(no % 60).padStart(2, '0')}:30] ${who}：第${no}段，${filler}𠮷${no}号😀。`)
  }
  return lines
}

function projectOf(lines: readonly string[]): Uint8Array {
  const passages = Array.from({ length: marks }, (_, index) => {
    const no = index % lines.length
    const words = index < lines.length ? `第${no}段，那天放学` : `𠮷${no}号😀`
    return { code: codeNames[index % codeNames.length] ?? '', words, coder: '王静' }
  })
  const codes = codeNames.map((name) => ({ name }))
  return writeLikeQualCoder(lines.join('\n'), codes, passages)
}

async function bringIn({ page }: Seat): Promise<void> {
  await importVillage(page)
  const [home] = households
  if (home === undefined) throw new Error('no home')
  await openFamily(page, home.child)
  await giveConsent(page, home.mother, dayFromToday(-20))
  await goInside(page, '/inquiry/interviews/new')
  await page.getByLabel(say('interview:form.family')).selectOption({ label: home.child })
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('link', { name: say('interview:transcript.write') }).click()
  const lines = writeTalk()
  await page
    .getByRole('textbox', { name: say('interview:transcript.write') })
    .fill(lines.join('\n'))
  await page.getByRole('button', { name: say('interview:transcript.keep') }).click()
  await page.getByText(say('interview:transcript.lines', { count: lines.length })).waitFor()
  await goInside(page, '/inquiry/coding/exchange')
  await page.locator('input[type=file]').setInputFiles({
    name: 'marks.qdpx',
    mimeType: 'application/zip',
    buffer: Buffer.from(projectOf(lines)),
  })
  await page.getByRole('button', { name: say('interview:exchange.agree') }).click()
  await page
    .getByText(say('interview:exchange.done', { count: marks + codeNames.length }))
    .waitFor({ timeout: 300_000 })
}

interface Act {
  readonly what: string
  readonly key?: string
  readonly click?: string
  readonly option?: number
  /** The act is done when there are more or fewer of these. */
  readonly watch: string
}

const words = 'main section ol [data-from]'
const panel = 'main [class*="panel"]'
const acts: readonly Act[] = [
  { what: 'give a code', key: '1', watch: words },
  { what: 'take it back', click: `${panel} button[data-variant="default"]`, watch: words },
  { what: 'open a mark', click: '[data-row] ul button', watch: 'main blockquote' },
  { what: 'close it', click: `${panel} button[data-variant="subtle"]`, watch: 'main blockquote' },
  { what: 'one code only', option: 1, watch: words },
  { what: 'all codes', option: 0, watch: words },
]

/** Selects six characters of a line, as a hand would; the view waits 120 ms until a selection rests, which is no work. */
function select(page: Page, line: number): Promise<number> {
  return page.evaluate(async (at) => {
    const frame = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    const row = () => document.querySelectorAll<HTMLElement>('main section ol > li')[at]
    const parts = () => row()?.querySelectorAll('[data-from]') ?? []
    row()?.scrollIntoView({ block: 'center' })
    while (parts().length < 3) await frame()
    await frame()
    document.querySelector('[data-row]')?.removeAttribute('data-row')
    row()?.setAttribute('data-row', '')
    const node = parts()[2]?.firstChild
    if (!(node instanceof Text)) throw new Error('no words')
    const range = document.createRange()
    range.setStart(node, 2)
    range.setEnd(node, 8)
    const begun = performance.now()
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
    while (document.querySelector('main ul button:enabled kbd') === null)
      await new Promise((resolve) => setTimeout(resolve, 1))
    await frame()
    return performance.now() - begun - 120
  }, line)
}

/** Milliseconds from an act in the page until what it brings is kept, stands there and is painted. */
function timed(page: Page, act: Act): Promise<number> {
  return page.evaluate(async ({ what, key, click, option, watch }) => {
    const frame = () =>
      new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    const count = () => document.querySelectorAll(watch).length
    await frame()
    const before = count()
    const begun = performance.now()
    if (key !== undefined)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    if (click !== undefined) document.querySelector<HTMLElement>(click)?.click()
    const choice = document.querySelector('main select')
    if (option !== undefined && choice instanceof HTMLSelectElement) {
      choice.selectedIndex = option
      choice.dispatchEvent(new Event('change', { bubbles: true }))
    }
    while (count() === before) {
      if (performance.now() - begun > 20_000) throw new Error(`nothing came of: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await frame()
    return performance.now() - begun
  }, act)
}

function describe(what: string, times: readonly number[]): void {
  const sorted = [...times].sort((left, right) => left - right)
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]
  const show = (value: number | undefined) => `${(value ?? 0).toFixed(1)} ms`
  console.log(
    `${what}: median ${show(at(0.5))}, 95% ${show(at(0.95))}, longest ${show(sorted.at(-1))} (n ${times.length})`,
  )
}

async function measure(page: Page): Promise<void> {
  const times = new Map<string, number[]>()
  const note = (what: string, took: number) => times.set(what, [...(times.get(what) ?? []), took])
  for (let turn = 0; turn < turns; turn += 1) {
    note('select words', await select(page, 40 + turn * 71))
    for (const act of acts) note(act.what, await timed(page, act))
  }
  for (const [what, found] of times) describe(what, found)
}

export async function benchCoding(): Promise<void> {
  printMachine()
  const kiteline = await startKiteline()
  const browser = await openBrowser()
  try {
    const seat = await sitDown(browser, laptop)
    seat.page.setDefaultTimeout(60_000)
    await setUpAgency(seat, kiteline)
    await bringIn(seat)
    const { page } = seat
    await goInside(page, '/inquiry/interviews')
    await page.getByRole('listitem').getByRole('link').first().click()
    const open = page.getByRole('link', { name: say('interview:coding.title'), exact: true })
    await open.waitFor()
    await waitUntilAllSent(page)
    const begun = performance.now()
    await open.click()
    await page.locator('main ol li ul button').first().waitFor()
    console.log(`opened: ${(performance.now() - begun).toFixed(0)} ms`)
    await measure(page)
  } finally {
    await browser.close()
    await kiteline.stop()
  }
}
