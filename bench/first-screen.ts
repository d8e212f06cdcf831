// Bytes, requests and time to the first answerable item on a weak line and a weak phone: a family questionnaire of 40
// items beside a bare static page of the same items; and the desk up to a usable sign-in.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core'
import { createApp } from '../server/app/create-app.ts'
import { openTestHouse } from '../testing/house/open-test-house.ts'
import { fortyItems } from './forty-items.ts'
import { showFortyItems } from './forty-items-page.ts'
import { kilobytes, printMachine } from './measure.ts'

const line = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false }
const slowdown = 4

interface Visit {
  readonly requests: number
  readonly bytes: number
  readonly milliseconds: number
}

/** Opens an address in a fresh browser context and waits until the thing can be used. */
async function visit(browser: Browser, address: string, usable: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const counted = await countTraffic(session)
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const begun = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await waitUntilUsable(page, usable)
  const milliseconds = performance.now() - begun
  await page.waitForLoadState('networkidle')
  await context.close()
  return { ...counted(), milliseconds }
}

async function waitUntilUsable(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor({ state: 'visible', timeout: 120_000 })
}

async function countTraffic(session: CDPSession): Promise<() => Omit<Visit, 'milliseconds'>> {
  let requests = 0
  let bytes = 0
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith('http')) requests += 1
  })
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => ({ requests, bytes })
}

function listen(
  pages: Readonly<Record<string, string>>,
): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? '']
    if (page === undefined) {
      response.writeHead(404).end()
      return
    }
    const squeezed = gzipSync(page)
    response
      .writeHead(200, {
        'content-type': request.url?.endsWith('.js')
          ? 'text/javascript'
          : 'text/html; charset=utf-8',
        'content-encoding': 'gzip',
      })
      .end(squeezed)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({
        address: `http://localhost:${portOf(address)}`,
        close: () => void server.close(),
      })
    })
  })
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The same forty items with nothing around them: what no page can be faster than. */
function barePage(): string {
  const items = fortyItems.items
    .map(({ id, number, text }) => {
      const choices = [1, 2, 3, 4, 5]
        .map((value) => `<label><input type=radio name=${id} value=${value}>${value}</label>`)
        .join('')
      return `<fieldset><legend>${number}. ${text?.['zh-CN'] ?? ''}</legend>${choices}</fieldset>`
    })
    .join('')
  return `<!doctype html><meta charset=utf-8><meta name=viewport content="width=device-width"><title>问卷</title><form method=post>${items}<button>送出</button></form>`
}

function describeVisit(what: string, { requests, bytes, milliseconds }: Visit): string {
  return `  ${what.padEnd(26)} ${kilobytes(bytes).padStart(9)} in ${String(requests).padStart(2)} requests, usable after ${(milliseconds / 1000).toFixed(2)} s`
}

function middleOf(visits: readonly Visit[]): Visit {
  const sorted = [...visits].sort((left, right) => left.milliseconds - right.milliseconds)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('no visit')
  return middle
}

export async function benchFirstScreen(): Promise<void> {
  printMachine()
  console.log(
    'line: 400 kbit/s, 400 ms round trip; processor 4 times slower; middle of 3 visits, side by side',
  )
  const project = new URL('../', import.meta.url).pathname
  const test = await openTestHouse()
  const { app } = createApp(test.open.house, {
    desk: `${project}dist/desk`,
    family: `${project}dist/family`,
    tone: `${project}dist/tone`,
  })
  const house = await new Promise<{ port: number; close: () => void }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => server.close() }),
    )
  })
  const script = `${project}dist/family/main.js`
  const scripted = existsSync(script)
  if (!scripted)
    console.log('  dist/family is not built: the family page is measured without its script')
  const bare = await listen({
    '/bare': barePage(),
    '/f/form': await showFortyItems(scripted),
    ...(scripted ? { '/f/script.js': readFileSync(script, 'utf8') } : {}),
  })
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const visits: Record<'bare' | 'family' | 'desk', Visit[]> = { bare: [], family: [], desk: [] }
  for (let nth = 0; nth < 3; nth += 1) {
    visits.bare.push(await visit(browser, `${bare.address}/bare`, 'input[type=radio]'))
    visits.family.push(await visit(browser, `${bare.address}/f/form`, 'input[type=radio], label'))
    visits.desk.push(await visit(browser, `http://localhost:${house.port}/`, 'input'))
  }
  const [plain, family, desk] = [visits.bare, visits.family, visits.desk].map(middleOf)
  if (plain === undefined || family === undefined || desk === undefined) throw new Error('no visit')
  console.log(describeVisit('bare page, 40 items', plain))
  console.log(describeVisit('family page, 40 items', family))
  console.log(describeVisit('desk, to the first field', desk))
  console.log(
    `  the family page takes ${(family.milliseconds / plain.milliseconds).toFixed(2)} times the bare page`,
  )
  await browser.close()
  bare.close()
  house.close()
  await test.close()
}
