// A mother asks what is held on her child; a colleague opens a file that is not hers, and somebody looks at it afterwards.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { importVillage, openFamily, openRoom } from './desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { fetchNews } from './fetch-news.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { households } from './village.ts'
import { say } from './words.ts'

let browser: Browser
let kiteline: StartedKiteline
let founder: Seat
let colleague: Seat
const [home] = households
const { child = '', mother = '', grandmother = '', phone: number = '', code = '' } = home ?? {}

beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  founder = await sitDown(browser, laptop)
  colleague = await sitDown(browser, phone)
  await setUpAgency(founder, kiteline)
  await importVillage(founder.page)
  const link = await inviteColleague(founder.page, {
    name: '李敏',
    loginName: 'limin',
    role: 'socialWorker',
  })
  await waitUntilAllSent(founder.page)
  await activate(colleague, link)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const press = (seat: Seat, key: string) =>
  seat.page.getByRole('button', { name: say(key), exact: true }).click()

/** `SHOTS` names a folder for pictures of what was seen; without it none are made. */
async function look({ page, complaints }: Seat, name: string): Promise<void> {
  expect(await findOverflow(page), name).toEqual([])
  expect(await findBarriers(page), name).toEqual([])
  expect(complaints, name).toEqual([])
  const folder = process.env['SHOTS']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

describe('a mother asks for a copy [RIG-1][RIG-2][RIG-3][RIG-4]', () => {
  test('the request is written down with the day by which it is answered, and waits on Today', async () => {
    const { page } = founder
    await openRoom(page, 'families')
    await openFamily(page, child)
    await page.getByRole('link', { name: say('rights:section.add') }).click()
    await page.getByText(say('rights:right.copy'), { exact: true }).click()
    await page.getByLabel(say('rights:add.who')).selectOption(mother)
    await page.getByLabel(say('rights:add.relation')).selectOption(say('rights:relation.parent'))
    await look(founder, 'request-new')
    await press(founder, 'kit:save')
    await page.getByText(say('rights:state.received')).first().waitFor()
    await openRoom(page, 'today')
    await page.getByText(say('rights:due.title')).waitFor()
    await page
      .getByRole('link', { name: new RegExp(`${mother}.*${say('rights:right.copy')}`) })
      .click()
  })

  test('nothing is proposed before it is sure who asks; then it is reviewed, and the copy holds hers and nobody else’s', async () => {
    const { page } = founder
    await page.getByText(say('rights:identity.callBack'), { exact: true }).click()
    await press(founder, 'rights:page.identitySave')
    await page.getByText(say('rights:outcome.granted'), { exact: true }).click()
    await press(founder, 'rights:page.submit')
    await waitUntilAllSent(page)
    await look(founder, 'request-review')
    await press(founder, 'rights:page.agree')
    await waitUntilAllSent(page)
    const saved = page.waitForEvent('download')
    await page
      .getByRole('button', { name: say('rights:page.saveCopy') })
      .last()
      .click()
    const copy = readFileSync(await (await saved).path(), 'utf8')
    expect(copy).toContain(child)
    expect(copy).toContain(number)
    expect(copy).not.toContain(grandmother)
    await press(founder, 'rights:page.answer.copy.save')
    await page.getByText(say('rights:state.answered')).first().waitFor()
    await page.getByRole('link', { name: say('rights:page.letter') }).click()
    await page.getByText(say('rights:letter.granted')).waitFor()
    await look(founder, 'letter')
  })
})

describe('a door opened in need [RIG-20][RIG-21]', () => {
  const reason = '孩子昨晚没有回家，负责的王静电话打不通，要找家长的电话'

  test('a colleague finds the file by the whole name only, says why, and reads it; nothing of it stays', async () => {
    const { page } = colleague
    await goInside(page, '/urgent-reading')
    await page.getByLabel(say('rights:urgent.wanted')).fill(child.slice(0, 2))
    await press(colleague, 'rights:urgent.find')
    await page.getByText(say('rights:urgent.notFound')).waitFor()
    await page.getByLabel(say('rights:urgent.wanted')).fill(child)
    await press(colleague, 'rights:urgent.find')
    await press(colleague, 'rights:urgent.choose')
    await page.getByText(say('rights:urgent.categories.childInDanger')).click()
    await page.getByLabel(say('rights:urgent.reason')).fill(reason)
    await look(colleague, 'urgent-open')
    await press(colleague, 'rights:urgent.open')
    await press(colleague, 'rights:urgent.read')
    await page.getByRole('link', { name: number }).waitFor()
    await look(colleague, 'urgent-read')
    expect(page.url()).toMatch(/urgent-reading$/)
    await openRoom(page, 'families')
    await page.getByText(say('families:list.empty')).waitFor()
    expect(await page.getByText(child).count()).toBe(0)
  })

  test('it stands on the supervisor’s Today with the reason, and is reviewed', async () => {
    const { page } = founder
    await fetchNews(page)
    await openRoom(page, 'today')
    await page.getByText(say('rights:urgent.review.title')).waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: /李敏/ }).click()
    await page.getByText(reason).waitFor({ timeout: 60_000 })
    await look(founder, 'urgent-review')
    await page.getByText(say('rights:urgent.review.verdicts.justified'), { exact: true }).click()
    await press(founder, 'rights:urgent.review.save')
    await page.getByText(say('rights:urgent.review.none')).waitFor()
    await waitUntilAllSent(page)
    expect(code).not.toBe('')
  })
})

describe('what the agency sets [P11]', () => {
  test('no period counts before somebody has confirmed it', async () => {
    const { page } = founder
    await goInside(page, '/families/retention')
    await page.getByText(say('rights:schedule.open')).first().waitFor()
    await look(founder, 'retention')
    await page
      .getByRole('listitem')
      .filter({ hasText: say('rights:schedule.classes.caseFile') })
      .getByRole('button', { name: say('rights:schedule.confirm') })
      .click()
    await page.getByText(say('rights:schedule.confirmed', { years: 10 })).waitFor()
    await waitUntilAllSent(page)
  })
})
