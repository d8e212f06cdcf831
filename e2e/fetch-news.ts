// What others did meanwhile comes with the next exchange; a person who waits for it presses the button.
import type { Page } from 'playwright-core'
import { waitUntilAllSent } from './enter.ts'
import { goInside } from './look-around.ts'
import { say } from './words.ts'

/**
 * On the device's page, where it stays. A round that was under way at the first press may have looked before the news was there: the
 * second press begins one of its own.
 */
export async function fetchNews(page: Page): Promise<void> {
  await goInside(page, '/device')
  const button = page.getByRole('button', { name: say('sync:device.sendNow'), exact: true }).first()
  const atRest = page
    .locator('main button:not([data-loading])')
    .filter({ has: page.getByText(say('sync:device.sendNow'), { exact: true }) })
  for (const _press of [1, 2]) {
    await button.click()
    await atRest.first().waitFor()
  }
  await waitUntilAllSent(page)
}
