// Marking a transcript, as a coder does it.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { say } from './words.ts'

/** Draws the mouse over words, as a person selects them. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((sought) => {
    for (const part of document.querySelectorAll('[data-from]')) {
      const node = part.firstChild
      const at = part.textContent.indexOf(sought)
      if (at < 0 || !(node instanceof Text)) continue
      part.scrollIntoView({ block: 'center' })
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + sought.length)
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0], rects.at(-1)]
      if (first === undefined || last === undefined) continue
      const middleOf = ({ top, bottom }: DOMRect) => (top + bottom) / 2
      return {
        from: { x: first.left + 1, y: middleOf(first) },
        to: { x: last.right - 1, y: middleOf(last) },
      }
    }
    return null
  }, words)
  if (box === null) throw new Error(`no line says ${words}`)
  await page.mouse.move(box.from.x, box.from.y)
  await page.mouse.down()
  await page.mouse.move(box.to.x, box.to.y, { steps: 4 })
  await page.mouse.up()
  await page.getByText(say('interview:coding.chosen', { words })).waitFor()
}

export const chips = (page: Page) =>
  page.getByRole('region', { name: say('interview:transcript.title') }).getByRole('button')

/** Types a code's name and Enter. */
export async function giveByName(page: Page, words: string, code: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('/')
  await page.keyboard.type(code)
  const before = await chips(page).count()
  await page.keyboard.press('Enter')
  await expect.poll(() => chips(page).count()).toBe(before + 1)
}
