import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `more`: what this journey needs beside the rest, such as a microphone that plays a file. */
export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? places.find((place) => existsSync(place))
  if (executablePath === undefined)
    throw new Error('No Chromium: npm test installs one, or name it in CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: [...quiet, ...more] })
}

export const phone = { width: 360, height: 740 } as const
export const laptop = { width: 1280, height: 800 } as const

export interface Seat {
  readonly context: BrowserContext
  readonly page: Page
  /** What the page complained about: a journey with complaints has failed. */
  readonly complaints: string[]
}

/** A person sits down at a device: an own browser profile, in a language. */
export async function sitDown(
  browser: Browser,
  size: { readonly width: number; readonly height: number },
  language: 'zh-CN' | 'en' = 'zh-CN',
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: size,
    locale: language,
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource|net::ERR_/.test(message.text()))
      complaints.push(message.text())
  })
  return { context, page, complaints }
}
