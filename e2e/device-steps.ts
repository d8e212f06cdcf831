// What a device holds and says: the line at the top, its stores as a thief would read them, what it sends.
import { expect } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import type { Seat } from './browser.ts'
import { choosePin, password, pin } from './enter.ts'
import { goInside } from './look-around.ts'
import { say } from './words.ts'

/** A second device: signed in as the person who set the agency up. */
export async function signIn(seat: Seat, address: string): Promise<void> {
  const { page } = seat
  await page.goto(address)
  await page.getByLabel(say('access:loginName')).fill('wangjing')
  await page.getByLabel(say('access:password')).fill(password)
  await page.getByRole('button', { name: say('access:login.submit'), exact: true }).click()
  await choosePin(page)
}

/** The PIN, and the desk is open where it was. */
export async function unlockHere(page: Page): Promise<void> {
  await page.getByLabel(say('access:pin.label')).fill(pin)
  await page.getByRole('button', { name: say('access:pin.unlock'), exact: true }).click()
  await page
    .getByRole('navigation', { name: say('access:nav.label') })
    .first()
    .waitFor()
}

/** Every page of the desk has been kept, so that it opens without a network. */
export async function waitUntilProgramKept(page: Page): Promise<void> {
  await goInside(page, '/device')
  await page.getByText(say('sync:device.programKept')).waitFor({ timeout: 60_000 })
}

/** How many changes the line says are only here. */
export async function countUnsent(page: Page): Promise<number> {
  const pattern = new RegExp(say('sync:line.offlinePending', { count: 0 }).replace('0', '(\\d+)'))
  const line = page.getByText(pattern).first()
  await line.waitFor()
  return Number(pattern.exec((await line.textContent()) ?? '')?.[1])
}

export async function expectUnsent(page: Page, count: number): Promise<void> {
  await page.getByText(say('sync:line.offlinePending', { count })).first().waitFor()
}

/** All that rests in the browser, as text: databases, both storages, kept answers, files of the origin, what the history and the window carry. */
export async function dumpStores(page: Page): Promise<string> {
  const dumped: unknown = await page.evaluate(async () => {
    const parts: string[] = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      `history ${JSON.stringify(history.state)} window ${window.name} title ${document.title} cookie ${document.cookie}`,
    ]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        parts.push(`${name} ${request.url} ${(await answer?.text()) ?? ''}`)
      }
    }
    for await (const name of (await navigator.storage.getDirectory()).keys())
      parts.push(`file ${name}`)
    const show = (_key: string, value: unknown): unknown => {
      if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) return value
      const bytes = new Uint8Array(ArrayBuffer.isView(value) ? value.buffer : value)
      return new TextDecoder().decode(bytes) + new TextDecoder('utf-16le').decode(bytes)
    }
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(new Error('not opened'))
      })
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll()
          reading.onsuccess = () => resolve(reading.result)
          reading.onerror = () => reject(new Error('not read'))
        })
        parts.push(`${name}.${store} ${JSON.stringify(rows, show)}`)
      }
      database.close()
    }
    return parts.join('\n')
  })
  return z.string().parse(dumped)
}

const pushShape = z.object({ changes: z.array(z.object({ id: z.string() })) })

/** The id of every change that the server has taken from any tab of this device, from now on. */
export function noteDeliveries(context: BrowserContext): string[] {
  const delivered: string[] = []
  context.on('response', (response) => {
    const isOurs = response.headers()['content-type']?.startsWith('application/json') ?? false
    if (!response.url().endsWith('/api/sync/push') || !isOurs || !response.ok()) return
    const body: unknown = response.request().postDataJSON()
    delivered.push(...pushShape.parse(body).changes.map(({ id }) => id))
  })
  return delivered
}

/** Every change was taken, and none from two tabs or twice. */
export function expectDeliveredOnce(delivered: readonly string[], count: number): void {
  expect(delivered).toHaveLength(count)
  expect(new Set(delivered).size).toBe(count)
}
