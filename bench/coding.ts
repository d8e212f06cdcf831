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

/** Milliseconds from an act in the page until what it brings stands there and is painted. */
type Act = 'mark' | 'open' | 'close' | 'undo' | 'select' | 'filter' | 'all'

function act(page: Page, what: Act, no: number): Promise<number> {
  return page.evaluate(
    async ([kind, at]) => {
      const painted = () =>
        new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
      const until = async (isThere: () => boolean) => {
        const limit = performance.now() + 20_000
        while (!isThere()) {
          if (performance.now() > limit) throw new Error(`nothing came of ${kind}`)
          await new Promise((resolve) => setTimeout(resolve, 1))
        }
      }
      const parts = () => document.querySelectorAll('main ol [data-from]').length
      const press = (key: string) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
      const rowAt = () =>
        [...document.querySelectorAll<HTMLElement>('main section ol > li')][Number(at)]
      if (kind === 'select') {
        rowAt()?.scrollIntoView({ block: 'center' })
        await until(() => (rowAt()?.querySelectorAll('[data-from]').length ?? 0) > 2)
      }
      await painted()
      await painted()
      const row = rowAt()
      const [shown, panel] = [parts(), document.querySelector('main blockquote')]
      const select = document.querySelector('main select')
      const begun = performance.now()
      if (kind === 'select') {
        const words = row?.querySelectorAll('[data-from]')[2]?.firstChild
        if (!(words instanceof Text)) throw new Error('no words')
        const range = document.createRange()
        range.setStart(words, 2)
        range.setEnd(words, 8)
        getSelection()?.removeAllRanges()
        getSelection()?.addRange(range)
        await until(() => document.querySelector('main ul button:enabled kbd') !== null)
        // The view waits until the selection rests; that is no work.
        await painted()
        return performance.now() - begun - 120
      }
      if (kind === 'mark') {
        press('1')
        await until(() => parts() !== shown)
      } else if (kind === 'undo') {
        const undo = [...document.querySelectorAll('main button')].find(
          (one) => one.textContent === '撤回刚才',
        )
        if (undo instanceof HTMLElement) undo.click()
        await until(() => parts() !== shown)
      } else if (kind === 'open') {
        row?.querySelector<HTMLElement>('ul button')?.click()
        await until(() => document.querySelector('main blockquote') !== panel)
      } else if (kind === 'close') {
        document
          .querySelector<HTMLElement>('main blockquote')
          ?.parentElement?.querySelector<HTMLElement>('button')
          ?.click()
        await until(() => document.querySelector('main blockquote') === null)
      } else if (select instanceof HTMLSelectElement) {
        const value = kind === 'filter' ? (select.options[1 + (Number(at) % 40)]?.value ?? '') : ''
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(
          select,
          value,
        )
        select.dispatchEvent(new Event('change', { bubbles: true }))
        await until(() => parts() !== shown)
      }
      await painted()
      return performance.now() - begun
    },
    [what, no] as const,
  )
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
  const times: Record<Act, number[]> = {
    select: [],
    mark: [],
    undo: [],
    open: [],
    close: [],
    filter: [],
    all: [],
  }
  for (let turn = 0; turn < turns; turn += 1) {
    const row = 40 + turn * 71
    for (const what of ['select', 'mark', 'undo', 'open', 'close', 'filter', 'all'] as const)
      times[what].push(await act(page, what, what === 'filter' ? turn : row))
  }
  for (const [what, found] of Object.entries(times)) describe(what, found)
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
