// One worker alone, in a village without a network: one service asked for on paper, refused by telephone, asked for elsewhere.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { dayFromToday, giveConsent, importVillage, openFamily } from './desk-steps.ts'
import { waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { agreeToTransfer, look, openCase, press } from './transfer-steps.ts'
import { say } from './words.ts'

let browser: Browser
let kiteline: StartedKiteline
let worker: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  worker = await sitDown(browser, laptop)
  worker.page.setDefaultTimeout(20_000)
  await setUpAgency(worker, kiteline)
  await importVillage(worker.page)
  await openFamily(worker.page, child)
  await giveConsent(worker.page, '刘桂芳', dayFromToday(0))
  await agreeToTransfer(worker.page)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const child = '杨晓岚'
const clinic = '县医院心理科'
const wish = '每两周一次沙盘，先做四次'
const box = (page: Page, field: string) =>
  page.getByRole('textbox', { name: say(`transfer:fields.${field}`) })

/** The note that names these fields and no others. */
async function waitForMissing(page: Page, ...fields: readonly string[]): Promise<void> {
  const named = fields.map((field) => say(`transfer:fields.${field}`)).join('、')
  await page.getByText(say('transfer:form.missing', { fields: named })).waitFor()
}

test('one service is asked for without a network: what is missing is named, what was written is found again', async () => {
  const { page, context } = worker
  await waitUntilProgramKept(page)
  await openCase(page, child)
  await waitUntilAllSent(page)
  await context.setOffline(true)
  await page.getByRole('link', { name: say('transfer:new') }).click()
  await page.getByText(say('transfer:what.service'), { exact: true }).click()
  await box(page, 'expectation').fill(wish)
  await waitForMissing(page, 'receiverOrg', 'purpose')
  await page.waitForTimeout(600)
  await goInside(page, '/families')
  await page.goBack()
  await page.getByText(say('observation:form.restored')).waitFor()
  await box(page, 'purpose').fill('心理辅导')
  expect(await box(page, 'expectation').inputValue()).toBe(wish)
  await press(page, 'transfer:form.save')
  await page.getByText(say('transfer:state.drafted'), { exact: true }).waitFor()
  await waitForMissing(page, 'receiverOrg')
  await page.getByRole('link', { name: say('transfer:form.goToMissing') }).click()
  await box(page, 'receiverOrg').fill(clinic)
  await page.getByText(say('transfer:form.complete')).waitFor()
  await press(page, 'transfer:form.save')
  await page.getByText('母亲刘桂芳于').first().waitFor()
  await press(page, 'transfer:step.ask')
  await press(page, 'transfer:step.approve')
  await page.getByText(say('transfer:state.approved'), { exact: true }).waitFor()
  await context.setOffline(false)
  await waitUntilAllSent(page)
})

test('it is printed and handed over, refused by telephone, and written anew for somebody else', async () => {
  const { page } = worker
  const printed = page.waitForEvent('download')
  await press(page, 'transfer:step.print')
  expect((await printed).suggestedFilename()).toMatch(/\.docx$/)
  await press(page, 'transfer:step.paperDone')
  await page.getByText(say('transfer:answer.declined'), { exact: true }).click()
  await page.getByText(say('transfer:source.phone'), { exact: true }).click()
  await page.getByLabel(say('transfer:step.name')).fill('何医生')
  await page.getByLabel(say('transfer:step.words')).fill('排到明年了')
  await press(page, 'transfer:step.receipt')
  await page.getByText(say('transfer:state.declined'), { exact: true }).waitFor()
  const again = page.waitForEvent('download')
  await press(page, 'transfer:step.printAgain')
  await again
  await look(page)
  const here = new URL(page.url()).pathname
  await goInside(page, '/casework/transfers')
  for (const told of [child, '排到明年了', say('transfer:next.again')])
    await page.getByText(told).first().waitFor()
  await look(page)
  await goInside(page, here)
  await page.getByRole('link', { name: say('transfer:step.declinedNew') }).click()
  expect(await box(page, 'expectation').inputValue()).toBe(wish)
  expect(await box(page, 'receiverOrg').inputValue()).toBe('')
  expect(worker.complaints).toEqual([])
})
