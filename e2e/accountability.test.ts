// What an agency answers for: a lost phone from its report to its end, an impact assessment, the year's figures, a request from outside.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  assessedRisks,
  assessmentQuestions,
} from '../core/access/accountability/impact-assessment.ts'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { importVillage, openFamily, openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { fetchNews } from './fetch-news.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { households } from './village.ts'
import { say } from './words.ts'

const liMin = { name: '李敏', loginName: 'limin', role: 'socialWorker' } as const
const lost = '赶集时工作手机掉了，找了一圈没有找到。'
const child = households[0]?.child ?? ''

let browser: Browser
let kiteline: StartedKiteline
let founder: Seat
let colleague: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  founder = await sitDown(browser, laptop)
  colleague = await sitDown(browser, phone)
  await setUpAgency(founder, kiteline)
  await importVillage(founder.page)
  const link = await inviteColleague(founder.page, liMin)
  await waitUntilAllSent(founder.page)
  await activate(colleague, link)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const press = ({ page }: Seat, key: string) =>
  page.getByRole('button', { name: say(key), exact: true }).click()

async function expectFit({ page, complaints }: Seat): Promise<void> {
  expect(await findOverflow(page)).toEqual([])
  expect(await findBarriers(page)).toEqual([])
  expect(complaints).toEqual([])
}

describe('a lost phone [ACC-42]', () => {
  test('is told by a worker in half a minute; what follows is not theirs to see', async () => {
    const { page } = colleague
    await goInside(page, '/report-incident')
    await page.getByLabel(say('accountability:incident.factsLabel')).waitFor()
    await page.getByLabel(say('accountability:incident.factsLabel')).fill(lost)
    await expectFit(colleague)
    await press(colleague, 'accountability:incident.send')
    await page.waitForURL(/\/more$/)
    await waitUntilAllSent(page)
    await goInside(page, '/accountability/incidents')
    expect(await page.getByText(lost).count()).toBe(0)
  })

  test('is on Today of whoever answers for it; the reading log says which families it may touch', async () => {
    const { page } = founder
    await openRoom(page, 'families')
    await openFamily(page, child)
    // Both come at once: what the colleague reported, and that this file was opened goes out.
    await fetchNews(page)
    await openRoom(page, 'today')
    await page
      .getByText(say('access:accountabilityDue.incidents_other', { count: 1 }))
      .first()
      .waitFor()
    await goInside(page, '/accountability/incidents')
    await page.getByRole('link', { name: say('accountability:sort.lostDevice') }).click()
    await page.getByText(lost).waitFor()
    await page.getByLabel(say('accountability:incident.whose')).selectOption({ label: '王静' })
    await press(founder, 'accountability:incident.trace')
    await press(founder, 'accountability:incident.takeTraced')
    await page.getByLabel(say('accountability:incident.telling')).first().waitFor()
    // One line for all at once above those of the families.
    expect(await page.getByLabel(say('accountability:incident.telling')).count()).toBe(
      households.length + 1,
    )
    await expectFit(founder)
  })

  test('is closed only when it was stopped, weighed, reported, told and learnt from', async () => {
    const { page } = founder
    await page.getByText(say('accountability:incident.notReady')).waitFor()
    await page
      .getByLabel(say('accountability:incident.stepLabel'))
      .fill('已在设备列表里结束这台手机')
    await press(founder, 'accountability:incident.addStep')
    await page.getByRole('listitem').filter({ hasText: '已在设备列表里结束这台手机' }).waitFor()
    await page.getByText(say('accountability:harm.unlikely'), { exact: true }).click()
    await page
      .getByLabel(say('accountability:incident.notTold'))
      .fill('整机加密，十分钟内已远程结束')
    await page
      .getByRole('textbox', { name: say('accountability:incident.lessons') })
      .fill('工作手机挂绳')
    await page
      .getByRole('form', { name: say('accountability:step.assess') })
      .getByRole('button', { name: say('accountability:save'), exact: true })
      .click()
    await page.getByText(say('accountability:saved')).first().waitFor()
    const telling = page.getByLabel(say('accountability:incident.telling'))
    await telling.first().selectOption('notNeeded')
    await page
      .getByLabel(say('accountability:incident.words.notNeeded'))
      .first()
      .fill('手机整机加密，没有密码打不开')
    await page
      .getByRole('button', {
        name: say('accountability:incident.allSave_other').replace(
          '{{count}}',
          String(households.length),
        ),
      })
      .click()
    await press(founder, 'accountability:incident.close')
    await page.getByText(say('accountability:incident.reopenHint')).waitFor()
    await waitUntilAllSent(page)
  })
})

describe('before children’s data are collected [ACC-40]', () => {
  test('an impact assessment is written, concluded with a name, and stays as it is', async () => {
    const { page } = founder
    await goInside(page, '/accountability/assessments')
    await press(founder, 'accountability:assessment.start')
    await page.getByRole('heading', { name: say('accountability:processing.title') }).waitFor()
    for (const question of assessmentQuestions)
      await page.getByLabel(say(`accountability:question.${question}`)).fill('已和同事商量')
    for (const risk of assessedRisks) {
      const group = page.getByRole('group', { name: say(`accountability:risks.${risk}.name`) })
      for (const degree of await group.getByRole('combobox').all()) await degree.selectOption('1')
    }
    await page.getByText(say('accountability:decision.proceedWithMeasures')).click()
    await press(founder, 'accountability:save')
    await page.getByText(say('accountability:assessment.ready')).waitFor()
    await expectFit(founder)
    await press(founder, 'accountability:assessment.conclude')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('accountability:assessment.conclude'), exact: true })
      .click()
    await page.getByRole('button', { name: say('accountability:year.print') }).waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
  })
})

describe('the year and what leaves the house', () => {
  test('the figures of the year are counted in one press, agree with the log, and are saved [ACC-41]', async () => {
    const { page } = founder
    await waitUntilAllSent(page)
    await goInside(page, '/accountability/year')
    await page.getByText(say('accountability:year.children.under14'), { exact: true }).waitFor()
    await page.getByText(new RegExp(`^${say('accountability:year.agrees').slice(0, 3)}`)).waitFor()
    await expectFit(founder)
    const saved = page.waitForEvent('download')
    await press(founder, 'accountability:year.download')
    const csv = readFileSync(await (await saved).path(), 'utf8')
    expect(csv).toContain(say('accountability:year.children.under14'))
    expect(csv).not.toContain(child)
  })

  test('a request from outside is entered first; without a ground it is not granted [ACC-43]', async () => {
    const { page } = founder
    await goInside(page, '/accountability/requests/new')
    await page.getByLabel(say('accountability:request.organisation')).fill('石桥村委会')
    await page.getByLabel(say('accountability:request.wanted')).fill('留守儿童名单')
    const named = page.getByLabel(say('accountability:request.families'), { exact: true })
    await named.first().fill(child)
    await page.getByRole('option', { name: new RegExp(child) }).click()
    await page.keyboard.press('Escape')
    await press(founder, 'accountability:save')
    await page.getByLabel(say('accountability:request.outcomeWords')).fill('没有依据')
    await page.getByText(say('accountability:outcome.given'), { exact: true }).click()
    await press(founder, 'accountability:request.decide')
    await page.getByText(say('accountability:refusals.DisclosureWithoutGround')).waitFor()
    await page.getByText(say('accountability:outcome.refused'), { exact: true }).click()
    await press(founder, 'accountability:request.decide')
    await page.getByText(say('accountability:request.decidedBy')).waitFor()
    await page.getByText(new RegExp(child)).waitFor()
    await expectFit(founder)
  })
})
