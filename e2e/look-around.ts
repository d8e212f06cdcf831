// Every page of the desk, seen as a person and as a program for the blind sees it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)
const violationsShape = z.array(z.string())

/** Moves inside the open desk: a fresh load would ask for the PIN again. */
export async function goInside(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    // The old page stays on the screen until the new one is ready; its heading is known by this mark.
    const isOther = to.split('?')[0] !== location.pathname
    if (isOther) document.querySelector('main h1, main h2, main h3')?.setAttribute('data-left', '')
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await page.waitForURL(`**${path}`)
  await page.locator('[data-left]').waitFor({ state: 'detached' })
  await settle(page)
}

export async function settle(page: Page): Promise<void> {
  await page.locator('h1, h2, h3').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main [class*="Loader-root"]') === null)
  await page.evaluate(async () => {
    await document.fonts.ready
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => one)))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

/** The first link of the page that leads below a place. */
export async function firstLink(page: Page, start: string): Promise<string> {
  const link = page.locator(`main a[href^="${start}"]:not([href$="/new"])`).first()
  await link.waitFor()
  return (await link.getAttribute('href')) ?? ''
}

/** What axe-core has against the page as it stands: rule, and where. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(`(async () => {
    if (window.axe === undefined) { ${axeSource}; }
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ target, failureSummary }) =>
        [location.pathname, id, target.join(' '), failureSummary.split('\\n')[1] ?? ''].join(' | ')))
  })()`)
  return violationsShape.parse(found)
}

/** What sticks out of a narrow screen, if the page can be pushed sideways. */
export async function findOverflow(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth
    if (wide <= window.innerWidth) return []
    const culprits = [...document.querySelectorAll('main *')]
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
      .slice(0, 3)
      .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)}`)
    return [`${location.pathname} is ${wide} wide: ${culprits.join(' ; ')}`]
  })
  return violationsShape.parse(found)
}
