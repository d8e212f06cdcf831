import type { Page } from 'playwright-core'
import { z } from 'zod'

const taps = 10
const tookShape = z.array(z.number())

/** How long after a finger came down on an answer the screen shows it: milliseconds to the end of the next frame, tap by tap. */
export async function measureTaps(page: Page): Promise<readonly number[]> {
  await page.evaluate(() => {
    const took: number[] = []
    document.addEventListener('pointerdown', ({ timeStamp }) => {
      addEventListener(
        'change',
        () => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => {
              took.push(performance.now() - timeStamp)
              document.body.dataset['took'] = JSON.stringify(took)
            }
            port2.postMessage(null)
          })
        },
        { once: true },
      )
    })
  })
  const answers = page.locator('fieldset label:nth-of-type(3)')
  for (let nth = 0; nth < taps; nth += 1) {
    await answers.nth(nth).tap()
    await page.waitForFunction(
      (count) => JSON.parse(document.body.dataset['took'] ?? '[]').length === count,
      nth + 1,
    )
  }
  const written: unknown = await page.evaluate(() => document.body.dataset['took'] ?? '[]')
  return tookShape.parse(JSON.parse(String(written)))
}
