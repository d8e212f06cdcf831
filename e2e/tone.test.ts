// A father hears himself: three ways of one sentence on his telephone, without a line, and nothing left behind.
import { gzipSync } from 'node:zlib'
import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPraat } from '../testing/voice/read-recording.ts'
import { openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { findBarriers, findOverflow } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { wordsOf } from './words.ts'

const spoken = 'zh-warm'
const file = fileURLToPath(new URL(`../testing/voice/recordings/${spoken}.wav`, import.meta.url))
const script = fileURLToPath(new URL('../dist/tone/main.js', import.meta.url))
const fakeMicrophone = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}`,
  '--autoplay-policy=no-user-gesture-required',
]
const shots = process.env['TONE_SHOTS']

let kiteline: StartedKiteline
let speaking: Browser
let mute: Browser
beforeAll(async () => {
  kiteline = await startKiteline()
  speaking = await openBrowser(fakeMicrophone)
  mute = await openBrowser()
})
afterAll(async () => {
  await speaking.close()
  await mute.close()
  await kiteline.stop()
})

async function shoot({ page }: Seat, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

async function openRecorder(seat: Seat, language: 'zh-CN' | 'en'): Promise<void> {
  const say = wordsOf(language)
  await seat.page.goto(`${kiteline.address}/f/tone`)
  expect(await seat.page.locator('script').count()).toBe(0)
  await shoot(seat, `first-${language}`)
  await seat.page.getByRole('link', { name: say('tone:toRecord') }).click()
  await seat.page.waitForLoadState('networkidle')
}

/** What this origin left on the telephone. */
function listLeft(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
    document.cookie,
  ])
}

describe('hearing oneself', () => {
  test.each([
    'zh-CN',
    'en',
  ] as const)('%s: records, measures, shows, plays and deletes without one request', async (language) => {
    const say = wordsOf(language)
    const seat = await sitDown(speaking, phone, language)
    const { page, context } = seat
    await openRecorder(seat, language)
    await context.setOffline(true)
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    for (const way of ['command', 'tired', 'warm']) {
      const name = say(`tone:way.${way}`)
      await page.getByRole('button', { name: say('tone:record', { way: name }) }).click()
      await page.getByText(say('tone:recording', { seconds: 8 })).waitFor()
      // The sentence takes two seconds: the speaking itself is waited for.
      await page.waitForTimeout(2600)
      await page.getByRole('button', { name: say('tone:stop') }).click()
      await page.getByRole('button', { name: say('tone:play', { way: name }) }).waitFor()
    }
    await shoot(seat, `shown-${language}`)
    const [, measured] =
      new RegExp(say('tone:own', { hertz: '(\\d+)', range: '.+?', pace: '.+?' })).exec(
        await page.locator('#tone').innerText(),
      ) ?? []
    const praat = readPraat(spoken).quantiles.get(0.5) ?? Number.NaN
    expect(Math.abs(12 * Math.log2(Number(measured) / praat))).toBeLessThan(1)
    expect(await page.locator('#tone svg').count()).toBe(3)
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
    await page
      .getByRole('button', { name: say('tone:play', { way: say('tone:way.warm') }) })
      .click()
    await page.getByRole('button', { name: say('tone:delete') }).click()
    await page.getByText(say('tone:deleted')).waitFor()
    expect(await page.locator('#tone svg').count()).toBe(0)
    expect(requests).toEqual([])
    expect((await listLeft(page)).join('')).toBe('')
    expect(await context.cookies()).toEqual([])
    expect(seat.complaints).toEqual([])
    await context.close()
  })

  test('where no microphone is given the page says so and how to do it by ear', async () => {
    const say = wordsOf('zh-CN')
    const seat = await sitDown(mute, phone)
    await openRecorder(seat, 'zh-CN')
    const way = say('tone:way.command')
    await seat.page.getByRole('button', { name: say('tone:record', { way }) }).click()
    const kind = seat.page.getByText(
      new RegExp(`${say('tone:refused').slice(0, 9)}|${say('tone:noMicrophone').slice(0, 9)}`),
    )
    await kind.waitFor()
    await shoot(seat, 'refused')
    await seat.page.getByRole('link', { name: say('tone:back') }).click()
    await seat.page.getByRole('heading', { name: say('tone:byEar') }).waitFor()
    expect(seat.complaints).toEqual([])
    await seat.context.close()
  })

  test('the script is within twelve kilobytes', () => {
    expect(gzipSync(readFileSync(script)).length).toBeLessThan(12_000)
  })
})
