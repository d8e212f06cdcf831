// A family drawn by tapping in a real browser: three generations, a relation that changes, the same drawn beside an earlier day.
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday, giveConsent, importVillage, openFamily } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const draw = (key: string) => say(`assessment:drawing.${key}`)

function personIn(page: Page, name: string) {
  return page.locator(`svg g[role=button][aria-label^="${name}"]`).last()
}

async function addRelative(page: Page, of: string, kinship: string, name: string, sex: string) {
  await personIn(page, of).press('Enter')
  await page.getByRole('button', { name: draw(`add.${kinship}`), exact: true }).click()
  const form = page.getByRole('form')
  await form.getByLabel(say('families:fields.name')).fill(name)
  await form.getByText(say(`families:sex.${sex}`), { exact: true }).click()
  await form.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await personIn(page, name).waitFor()
  await page.getByRole('button', { name: draw('unpick') }).click()
}

describe('a family drawn by tapping', () => {
  let kiteline: StartedKiteline
  let browser: Browser
  let seat: Seat
  const home = households[0]
  const child = home?.child ?? ''
  const mother = home?.mother ?? ''

  beforeAll(async () => {
    kiteline = await startKiteline()
    browser = await openBrowser()
    seat = await sitDown(browser, laptop)
    await setUpAgency(seat, kiteline)
    await importVillage(seat.page)
    await openFamily(seat.page, child)
    await giveConsent(seat.page, mother, dayFromToday(-20))
    await seat.page.getByRole('link', { name: draw('title') }).click()
    await personIn(seat.page, child).waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await kiteline.stop()
  })

  it('grows by tapping a person, with the keyboard too', async () => {
    const { page } = seat
    const before = await page.locator('svg g[role=button]').count()
    await addRelative(page, mother, 'parent', '外公老周', 'male')
    await addRelative(page, mother, 'sibling', '舅舅周强', 'male')
    expect(await page.locator('svg g[role=button]').count()).toBe(before + 2)
  })

  it('draws the line between two people who are tapped, and not on an earlier day', async () => {
    const { page } = seat
    await personIn(page, child).click()
    await personIn(page, mother).press(' ')
    const choice = page.getByRole('group', { name: draw('two.quality') })
    await choice.getByText(draw('quality.distant'), { exact: true }).click()
    await page.getByRole('button', { name: draw('two.saveQuality'), exact: true }).click()
    await page.getByRole('button', { name: draw('unpick') }).click()
    await page.getByLabel(draw('compareWith')).fill(dayFromToday(-10))
    await page.getByText(draw('words.title'), { exact: true }).click()
    await page
      .getByRole('listitem')
      .filter({ hasText: draw('quality.distant') })
      .first()
      .waitFor()
    const dotted = (picture: number) =>
      page.locator('svg[role=group]').nth(picture).locator('path[stroke-dasharray="1.5 6"]').count()
    expect([await dotted(0), await dotted(1)]).toEqual([0, 1])
  })

  it('gives the picture as a file that needs nothing else', async () => {
    const { page } = seat
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: draw('saveSvg') }).click()
    const svg = readFileSync(await (await waiting).path(), 'utf8')
    expect(svg).toContain(child)
    expect(svg).toContain('外公老周')
    expect(svg).not.toMatch(/href|url\(|<script/)
  })

  it('notes a tie of the household on a phone without a network, and sends it later', async () => {
    const { page, context } = seat
    await waitUntilAllSent(page)
    await page.setViewportSize(phone)
    await context.setOffline(true)
    await page.getByText(draw('ecomap'), { exact: true }).click()
    await page.getByRole('button', { name: draw('eco.add') }).click()
    await page.getByLabel(draw('eco.name')).fill('镇中心小学')
    await page
      .getByRole('group', { name: say('assessment:fields.strength') })
      .getByText(draw('strength.strong'), { exact: true })
      .click()
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page
      .getByRole('button', {
        name: `${draw('system.school')}、镇中心小学、${draw('strength.strong')}`,
      })
      .first()
      .waitFor()
    await context.setOffline(false)
    await waitUntilAllSent(page)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
    expect(seat.complaints).toEqual([])
  })
})
