// What journeys of families do again and again, on a telephone with a thin line.
import { mkdirSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone } from './browser.ts'
import { findBarriers, findOverflow } from './look-around.ts'
import { say } from './words.ts'

const shots = process.env['FAMILY_SHOTS']
/** 400 kbit/s and 400 ms there and back. */
export const line = {
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
  offline: false,
}
/** A narrow screen whose owner reads at twice the usual size has room for half as much. */
const narrow = { width: 320, height: 640 } as const

export async function shoot(page: Page, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

/** The page fits a phone, and a narrow screen with type of twice the size; nothing stands in the way of whoever listens. */
export async function expectFit(page: Page, name: string): Promise<void> {
  await shoot(page, name)
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(narrow)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '225%'))
  await shoot(page, `${name}-narrow`)
  expect(await findOverflow(page)).toEqual([])
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  await page.setViewportSize(phone)
}

export async function makeLink(section: Locator, holder: string, make: string): Promise<string> {
  await section.getByRole('combobox').selectOption({ label: holder })
  await section.getByRole('button', { name: make }).click()
  const words = await section.getByLabel(say('access:link.words')).inputValue()
  return /https?:\/\/\S+\/f\/[\w-]+/.exec(words)?.[0] ?? ''
}

/** One tap: a button that begins with these words. */
export const tap = (page: Page, words: string): Promise<void> =>
  page.getByRole('button', { name: words, exact: true }).click()
