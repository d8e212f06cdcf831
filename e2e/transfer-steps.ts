// What the journeys of a referral have in common.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { laptop, phone } from './browser.ts'
import { openFamily } from './desk-steps.ts'
import { fetchNews } from './fetch-news.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { say } from './words.ts'

export async function press(page: Page, key: string): Promise<void> {
  await page
    .getByRole('button', { name: say(key), exact: true })
    .first()
    .click()
}

/** One point by itself: the mother on the telephone, with a witness; the child is asked too. */
export async function agreeToTransfer(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: say('families:consent.open') })
    .first()
    .click()
  await page.getByRole('radio', { name: '刘桂芳' }).check()
  await page
    .getByRole('group', { name: '转给别的机构帮忙（比如您打工的城市）' })
    .getByText(say('families:consent.agree'), { exact: true })
    .click()
  await page
    .getByRole('group', { name: '要是你搬去爸爸妈妈那里，请那边的社工接着帮你。' })
    .getByText(say('families:assent.answer.given'), { exact: true })
    .click()
  await page.getByText(say('families:proof.witnessedCall'), { exact: true }).click()
  await page.getByLabel(say('families:consent.witness')).fill('村儿童主任 李某')
  await page.getByRole('button', { name: say('families:consent.save') }).click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
}

/** Opens the family of a child and a case of the child’s; answers the address of the case. */
export async function openCase(page: Page, child: string): Promise<string> {
  await openFamily(page, child)
  const familyId = /families\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await goInside(page, `/casework/families/${familyId}/new`)
  const options = await page.getByLabel(say('casework:intake.whom')).locator('option').all()
  const names = await Promise.all(options.map((one) => one.textContent()))
  const label = names.find((name) => name?.trim() === child) ?? names[1] ?? ''
  await page.getByLabel(say('casework:intake.whom')).selectOption({ label })
  await page.getByLabel(say('casework:fields.problem')).fill('母女几乎不通电话')
  await press(page, 'casework:intake.save')
  await page.getByRole('heading', { name: say('transfer:title'), exact: true }).waitFor()
  return page.url()
}

/** What others did meanwhile, on the page that is open. */
export async function fetchNewsHere(page: Page): Promise<void> {
  const back = new URL(page.url()).pathname
  await fetchNews(page)
  await goInside(page, back)
}

/** Looks at a screen as it is on both sizes. */
export async function look(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  await page.setViewportSize(phone)
  expect(await findOverflow(page)).toEqual([])
  await page.setViewportSize(laptop)
}
