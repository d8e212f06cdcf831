// A case goes to the city where the mother works: asked, agreed to, handed over by a link and a code, answered, taken in, revoked.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday, giveConsent, importVillage, openFamily } from './desk-steps.ts'
import { openSampleVillage, setUpAgency, waitUntilAllSent } from './enter.ts'
import { findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { agreeToTransfer, fetchNewsHere, look, openCase, press } from './transfer-steps.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { say } from './words.ts'

let browser: Browser
let kiteline: StartedKiteline
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const child = '杨晓岚'
const receiver = '东莞市长安镇社工站'

async function sit(size: { readonly width: number; readonly height: number }): Promise<Seat> {
  const seat = await sitDown(browser, size)
  seat.page.setDefaultTimeout(20_000)
  return seat
}

async function draft(page: Page): Promise<void> {
  await page.getByRole('link', { name: say('transfer:new') }).click()
  await page.getByLabel(say('transfer:fields.receiverOrg')).fill(receiver)
  await page.getByLabel(say('transfer:fields.receiverPerson')).fill('周敏')
  await page.getByLabel(say('transfer:fields.reason')).fill('孩子要到母亲务工的东莞上学')
  await page.getByLabel(say('transfer:fields.purpose')).fill('继续做个案')
  await page.getByLabel(say('transfer:fields.followUpOn')).fill(dayFromToday(5))
  await press(page, 'transfer:form.save')
  await page.getByText(say('transfer:state.drafted'), { exact: true }).waitFor()
}

async function readLink(page: Page): Promise<{ readonly address: string; readonly code: string }> {
  const address = await page.getByLabel(say('transfer:step.address'), { exact: true }).inputValue()
  const code = await page.getByLabel(say('transfer:step.code'), { exact: true }).inputValue()
  return { address, code }
}

async function openPackage(page: Page, link: { address: string; code: string }): Promise<void> {
  await page.goto(link.address)
  expect(await page.locator('body').innerText()).not.toContain(child)
  await page.getByLabel(say('transfer:page.code')).fill(link.code)
  await press(page, 'transfer:page.go')
  await page.getByText(child).first().waitFor()
}

describe('a transfer to the city where the mother works', () => {
  let worker: Seat
  let supervisor: Seat
  let village: Seat
  let address = ''

  test('is drafted with the mother’s consent, agreed to by a supervisor and handed over', async () => {
    village = await sit(laptop)
    await openSampleVillage(village, kiteline)
    worker = await sit(laptop)
    const { page } = worker
    await setUpAgency(worker, kiteline)
    await importVillage(page)
    const link = await inviteColleague(page, {
      ...{ name: '孙督导', loginName: 'sun', role: 'supervisor' },
    })
    await waitUntilAllSent(page)
    await openFamily(page, child)
    await giveConsent(page, '刘桂芳', dayFromToday(0))
    await agreeToTransfer(page)
    const caseAddress = await openCase(page, child)
    await draft(page)
    await look(page)
    await press(page, 'transfer:step.ask')
    await page.getByText(say('transfer:state.asked'), { exact: true }).waitFor()
    address = page.url()
    await waitUntilAllSent(page)
    supervisor = await sit(phone)
    await activate(supervisor, link)
    await waitUntilAllSent(supervisor.page)
    const item = supervisor.page.getByRole('link', { name: say('transfer:due.approve') })
    await item.first().click()
    await supervisor.page.getByText(say('transfer:preview.hint')).waitFor()
    expect(await findOverflow(supervisor.page)).toEqual([])
    await press(supervisor.page, 'transfer:step.approve')
    await supervisor.page.getByText(say('transfer:state.approved'), { exact: true }).waitFor()
    await waitUntilAllSent(supervisor.page)
    expect(caseAddress).toContain('/casework/')
  })

  test('is opened in Dongguan on a phone, accepted, and the receipt is seen', async () => {
    const { page } = worker
    await fetchNewsHere(page)
    await page.getByText(say('transfer:state.approved'), { exact: true }).waitFor()
    await press(page, 'transfer:step.makeLink')
    const link = await readLink(page)
    const far = await sit(phone)
    await openPackage(far.page, link)
    expect(await findOverflow(far.page)).toEqual([])
    await far.page.getByLabel(say('transfer:page.name')).fill('周敏')
    await press(far.page, 'transfer:page.accept')
    await far.page.getByText(say('transfer:page.accepted')).first().waitFor()
    await fetchNewsHere(page)
    await page.getByText(say('transfer:state.accepted'), { exact: true }).first().waitFor()
    await look(page)
    await far.context.close()
    expect(far.complaints.concat(worker.complaints, supervisor.complaints)).toEqual([])
  })

  test('is taken in by the station there: seen first, then a family of its own without consents', async () => {
    const { page } = worker
    await press(page, 'transfer:step.again')
    const link = await readLink(page)
    const there = village.page
    await goInside(there, '/casework/transfers/take-in')
    await there
      .getByRole('textbox', { name: new RegExp(`^${say('transfer:take.address')}`) })
      .fill(link.address)
    await there
      .getByRole('textbox', { name: new RegExp(`^${say('transfer:take.code')}`) })
      .fill(link.code)
    await press(there, 'transfer:take.look')
    await there.getByText(say('transfer:take.consents')).waitFor()
    await look(there)
    await there.getByLabel(say('transfer:take.familyCode')).fill('D-07')
    await press(there, 'transfer:take.takeIn')
    await there.waitForURL('**/families/**')
    await fetchNewsHere(there)
    await there.getByRole('heading', { name: say('transfer:take.came') }).waitFor()
    await there.getByText(say('transfer:take.readWait')).waitFor()
    await there.getByText(child).first().waitFor()
    expect(village.complaints).toEqual([])
  })

  test('revoked, the link is dead like one that never was', async () => {
    const { page } = worker
    await press(page, 'transfer:step.again')
    const link = await readLink(page)
    const far = await sit(phone)
    await openPackage(far.page, link)
    await page.getByLabel(say('transfer:step.reason')).fill('母亲改变主意，留在老家')
    await press(page, 'transfer:step.revoke')
    await page.getByText(say('transfer:state.revoked'), { exact: true }).first().waitFor()
    await waitUntilAllSent(page)
    await far.page.reload()
    await far.page.getByText(say('family:ended.title')).first().waitFor()
    expect(await far.page.locator('body').innerText()).not.toContain(child)
    expect(address).toContain('/casework/transfers/')
  })
})
