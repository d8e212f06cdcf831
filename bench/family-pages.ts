// A parent's way through the contact pages and a questionnaire of 40 items, each beside the same content as bare HTML: no
// style, no script, no picture. Both from one machine in one run, over a weak line, on a weak phone.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import { createApp } from '../server/app/create-app.ts'
import { aHome, type Home } from '../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../testing/house/open-test-house.ts'
import { freshId } from '../testing/house/person.ts'
import { showFortyItems } from './forty-items-page.ts'
import { kilobytes, printMachine } from './measure.ts'
import { measureTaps } from './measure-taps.ts'

const line = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false }
const slowdown = 4
const visits = 5
const names = ['first page', 'home', 'how', 'how long', 'receipt', '40 items'] as const
const usable = 'form button, form input:not([type=hidden])'
const project = new URL('../', import.meta.url).pathname

const pathOf = (at: number): string => `page-${at}`

interface Step {
  readonly bytes: number
  readonly requests: number
  readonly milliseconds: number
}
type Walk = readonly Step[]

async function settle(test: TestHouse): Promise<Home> {
  const home = await aHome(test)
  const { worker, familyId, childId, motherId } = home
  await worker.push(
    worker.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
      ...{ textVersion: '1', decision: 'given', givenById: motherId, proof: 'link' },
      decidedOn: test.open.house.today(),
    }),
  )
  return home
}

async function makeLink({ worker, familyId, childId, motherId, pairId }: Home): Promise<string> {
  const made = await worker.post('/api/family-links', {
    ...{ familyId, personId: motherId, childId, purpose: 'contact' },
    ...{ waveId: null, instrumentId: null, pairId, days: 90 },
  })
  return new URL(/"address":"([^"]+)"/.exec(made.text)?.[1] ?? '').pathname
}

/** The same words and the same buttons with nothing around them: what no page can be faster than. */
function strip(page: string, path: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>/g, '')
    .replace(/ (class|style|data-[\w-]+|role|aria-[\w-]+|id)="[^"]*"/g, '')
    .replace(/<\/?span>/g, '')
    .replaceAll('<form ', `<form action="/${path}" `)
}

type Pages = ReadonlyMap<string, string>

/** Serves kept pages, squeezed; what is posted to a page answers with the page after it. */
function listen(pages: Pages): Promise<{ address: string; close: () => void }> {
  const order = [...pages.keys()]
  const server = createServer((request, response) => {
    const path = (request.url ?? '').slice(1)
    const asked = request.method === 'POST' ? order[order.indexOf(path) + 1] : path
    const page = pages.get(asked ?? '')
    if (page === undefined) return void response.writeHead(404).end()
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'
    request.resume()
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' })
    response.end(gzipSync(page))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      const port = typeof at === 'object' && at !== null ? at.port : 0
      resolve({ address: `http://localhost:${port}`, close: () => void server.close() })
    })
  })
}

function serveHouse(test: TestHouse): Promise<{ address: string; close: () => void }> {
  const { app } = createApp(test.open.house, {
    ...{
      desk: `${project}dist/desk`,
      family: `${project}dist/family`,
      tone: `${project}dist/tone`,
    },
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ address: `http://localhost:${port}`, close: () => void server.close() }),
    )
  })
}

async function countTraffic(session: CDPSession): Promise<() => Omit<Step, 'milliseconds'>> {
  let [requests, bytes] = [0, 0]
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ request, redirectResponse }) => {
    if (request.url.startsWith('http')) requests += 1
    bytes += redirectResponse?.encodedDataLength ?? 0
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => {
    const counted = { requests, bytes }
    ;[requests, bytes] = [0, 0]
    return counted
  }
}

async function openPhone(
  browser: Browser,
  javaScriptEnabled = true,
): Promise<{
  context: BrowserContext
  page: Page
  session: CDPSession
}> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'zh-CN' },
    javaScriptEnabled,
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { context, page, session }
}

/** From the act to the first thing on the next page that can be touched; then what the page still fetches is counted too. */
async function timeStep(
  page: Page,
  counted: () => Omit<Step, 'milliseconds'>,
  act: () => Promise<unknown>,
): Promise<Step> {
  const begun = performance.now()
  const left = page.waitForEvent('framenavigated')
  await act()
  await left
  await page.locator(usable).first().waitFor({ state: 'visible' })
  const milliseconds = performance.now() - begun
  await page.waitForLoadState('networkidle')
  return { milliseconds, ...counted() }
}

interface Kept {
  readonly walk: Walk
  readonly pages: readonly string[]
}

/** Check, home, how, how long, receipt; `first` is where the link leads. */
async function walkThrough(browser: Browser, first: string, scripted = true): Promise<Kept> {
  const { context, page, session } = await openPhone(browser, scripted)
  const counted = await countTraffic(session)
  const pages: string[] = []
  const walk: Step[] = []
  const step = async (act: () => Promise<unknown>): Promise<void> => {
    walk.push(await timeStep(page, counted, act))
    pages.push(await page.content())
  }
  const touch = (selector: string) => (): Promise<void> =>
    page.locator(selector).first().tap({ noWaitAfter: true })
  await step(() => page.goto(first, { waitUntil: 'commit' }))
  await page.locator('input[name=check]').fill('2015')
  await step(touch('form button'))
  await step(touch('button[value=adult]'))
  await step(touch('button[value=videoCall]'))
  await step(touch('button[value="15"]'))
  await context.close()
  return { walk, pages }
}

async function openForm(browser: Browser, address: string): Promise<Step> {
  const { context, page, session } = await openPhone(browser)
  const counted = await countTraffic(session)
  const step = await timeStep(page, counted, () => page.goto(address, { waitUntil: 'commit' }))
  await context.close()
  return step
}

function middle(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}

function show(name: string, ours: readonly Step[], bare: readonly Step[]): void {
  const at = (steps: readonly Step[], of: keyof Step): number =>
    middle(steps.map((step) => step[of]))
  const [mine, least] = [at(ours, 'milliseconds'), at(bare, 'milliseconds')]
  const weight = `${kilobytes(at(ours, 'bytes'))} in ${at(ours, 'requests')} (bare ${kilobytes(at(bare, 'bytes'))})`
  console.log(
    `  ${name.padEnd(12)} ${weight.padEnd(30)} usable after ${(mine / 1000).toFixed(2)} s (bare ${(least / 1000).toFixed(2)} s): ${(mine / least).toFixed(2)} times`,
  )
}

async function measureForms(browser: Browser, ours: string, bare: string): Promise<void> {
  const taken: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
  for (let nth = 0; nth < visits; nth += 1) {
    for (const [name, address] of [
      ['bare', bare],
      ['ours', ours],
    ] as const) {
      const { context, page } = await openPhone(browser)
      await page.goto(address, { waitUntil: 'networkidle' })
      taken[name].push(...(await measureTaps(page)))
      await context.close()
    }
  }
  const [mine, least] = [middle(taken.ours), middle(taken.bare)]
  console.log(
    `  a tap on an answer is painted after ${mine.toFixed(0)} ms, on the bare page after ${least.toFixed(0)} ms: ${(mine - least).toFixed(0)} ms more, middle of ${taken.ours.length} taps`,
  )
}

export async function benchFamilyPages(): Promise<void> {
  printMachine()
  console.log(
    `line: 400 kbit/s, 400 ms there and back; processor ${slowdown} times slower; middle of ${visits} walks, one of ours after one of the bare pages`,
  )
  const test = await openTestHouse({ publicOrigin: 'http://localhost' })
  const house = await serveHouse(test)
  const home = await settle(test)
  const browser = await openBrowser()
  const link = `${house.address}${await makeLink(home)}`
  // The documents as they were sent, and not as the script has made them.
  const { pages } = await walkThrough(browser, link, false)
  const forty = await showFortyItems(true)
  const bare = await listen(
    new Map([...pages, forty].map((page, at) => [pathOf(at), strip(page, pathOf(at))])),
  )
  const dressed = await listen(
    new Map([
      ['form', forty],
      ['f/script.js', readFileSync(`${project}dist/family/main.js`, 'utf8')],
    ]),
  )
  const [ours, least]: [Step[][], Step[][]] = [[], []]
  for (let nth = 0; nth < visits; nth += 1) {
    const plain = await walkThrough(browser, `${bare.address}/${pathOf(0)}`)
    const own = await walkThrough(browser, link)
    least.push([
      ...plain.walk,
      await openForm(browser, `${bare.address}/${pathOf(names.length - 1)}`),
    ])
    ours.push([...own.walk, await openForm(browser, `${dressed.address}/form`)])
  }
  for (const [at, name] of names.entries()) {
    const of = (walks: readonly Walk[]) => walks.flatMap((walk) => walk[at] ?? [])
    show(name, of(ours), of(least))
  }
  await measureForms(
    browser,
    `${dressed.address}/form`,
    `${bare.address}/${pathOf(names.length - 1)}`,
  )
  await browser.close()
  for (const { close } of [bare, dressed, house]) close()
  await test.close()
}
