// A plan goes to the supervisor and comes back: comments beside the paragraph written without a network, two versions compared,
// approved; a question noted on the way is talked about, the record signed by both sides; and who could use a hand is seen.
import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import { dayFromToday } from './desk-steps.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { fetchNews } from './fetch-news.ts'
import { findBarriers, findOverflow, goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague } from './team-steps.ts'
import { say } from './words.ts'

const child = '张浩'
const shots = process.env['SUPERVISION_SHOTS']
const chen = { name: '陈督导', loginName: 'chendudao', role: 'supervisor' } as const

let browser: Browser
let kiteline: StartedKiteline
let worker: Seat
let supervisor: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  worker = await sitDown(browser, laptop)
  worker.page.setDefaultTimeout(20_000)
  await openSampleVillage(worker, kiteline)
  await waitUntilAllSent(worker.page)
  const link = await inviteColleague(worker.page, chen)
  await waitUntilAllSent(worker.page)
  supervisor = await sitDown(browser, phone)
  supervisor.page.setDefaultTimeout(20_000)
  await activate(supervisor, link)
  await waitUntilAllSent(supervisor.page)
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const { page } of [worker, supervisor])
    process.stderr.write(`${page.url()}\n${await page.locator('main').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

const review = (key: string, details?: Record<string, string | number>) =>
  say(`supervision:review.${key}`, details)
const record = (key: string, details?: Record<string, string>) =>
  say(`supervision:record.${key}`, details)
const plan = (key: string) => say(`goals:plan.${key}`)
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click()

async function expectFit(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? laptop
  for (const [at, size] of [
    ['laptop', laptop],
    ['phone', phone],
  ] as const) {
    await page.setViewportSize(size)
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true })
      await page.screenshot({ path: `${shots}/${name}-${at}.png`, fullPage: true })
    }
    expect(await findOverflow(page)).toEqual([])
    expect(await findBarriers(page)).toEqual([])
  }
  await page.setViewportSize(before)
}

/** The button says what the state is called: only without it the state is meant. */
async function waitUntilSentBack(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: review('sendBack'), exact: true })
    .waitFor({ state: 'detached' })
  await page.getByText(review('state.returned'), { exact: true }).waitFor()
}

let planPath = ''
let reviewPath = ''

async function writeAim(page: Page, aim: string): Promise<void> {
  await goInside(page, planPath)
  const words = page.getByRole('textbox', { name: say('goals:fields.aim') })
  const edit = page.getByRole('button', { name: plan('editWords'), exact: true })
  await words.or(edit).first().waitFor()
  if ((await words.count()) === 0) await edit.click()
  await page
    .getByLabel(say('goals:fields.problem'))
    .fill('孩子很少接爸爸的电话，接通了也只听不说。')
  await words.fill(aim)
  await press(page, say('kit:save'))
  await page.getByText(aim, { exact: true }).waitFor()
}

describe('a plan under review', () => {
  test('is handed in as it stands', async () => {
    const { page } = worker
    await goInside(page, '/families')
    await page.getByRole('link', { name: child }).first().click()
    await page
      .getByRole('link', { name: plan('title') })
      .first()
      .click()
    await page.getByRole('combobox', { name: plan('whose') }).selectOption({ label: '张浩和刘芳' })
    await press(page, plan('begin'))
    await page
      .getByRole('link', { name: review('open'), exact: true })
      .or(page.getByRole('textbox', { name: say('goals:fields.aim') }))
      .first()
      .waitFor()
    planPath = new URL(page.url()).pathname + new URL(page.url()).search
    await writeAim(page, '每周通话一次，由爸爸打。')
    await page.getByRole('link', { name: review('open'), exact: true }).click()
    await page.getByText(review('emptyTitle')).waitFor()
    reviewPath = new URL(page.url()).pathname
    await page.getByLabel(review('note')).fill('目标定得合不合适？')
    await press(page, review('hand'))
    await page.getByText(review('state.waiting')).waitFor()
    await waitUntilAllSent(page)
  })

  test('is commented on beside the paragraph in a village without a network, and sent back', async () => {
    const { page, context } = supervisor
    await fetchNews(supervisor.page)
    await goInside(page, '/casework/supervision')
    await page.getByRole('heading', { name: say('supervision:home.reviews') }).waitFor()
    await page
      .getByRole('link', { name: new RegExp(`^${review('of.servicePlan')} · 张浩和刘芳`) })
      .click()
    await context.setOffline(true)
    await press(page, review('commentFor', { part: say('supervision:part.aim') }))
    const words = page.getByRole('textbox', {
      name: review('commentFor', { part: say('supervision:part.aim') }),
    })
    await words.fill('一次够吗？孩子自己想什么时候打？')
    await press(page, review('save'))
    await page.getByText('一次够吗？孩子自己想什么时候打？').first().waitFor()
    await page.getByLabel(review('opinion')).fill('请先问问孩子，再改目标。')
    await expectFit(page, 'review-comment')
    await press(page, review('sendBack'))
    await waitUntilSentBack(page)
    await context.setOffline(false)
    await waitUntilAllSent(page)
  })

  test('is changed, answered and handed in again', async () => {
    const { page } = worker
    await fetchNews(worker.page)
    await goInside(page, '/today')
    await page
      .getByRole('link', {
        name: new RegExp(say('supervision:today.returned', { what: review('of.servicePlan') })),
      })
      .and(page.locator(`[href="${reviewPath}"]`))
      .waitFor()
    await writeAim(page, '每周通话两次，由张浩自己打。')
    await goInside(page, reviewPath)
    await page.getByText('请先问问孩子，再改目标。').waitFor()
    await page.getByLabel(review('answer'), { exact: true }).fill('问过了，他想周三和周六打。')
    await page.getByLabel(review('answer'), { exact: true }).blur()
    await page.getByText('问过了，他想周三和周六打。').waitFor()
    await press(page, review('settle'))
    await expectFit(page, 'review-returned')
    await press(page, review('handAgain'))
    await page.getByText(review('state.waiting')).waitFor()
    await waitUntilAllSent(page)
  })

  test('is compared with the version before and approved; a later change shows', async () => {
    const { page } = supervisor
    await fetchNews(supervisor.page)
    await goInside(page, reviewPath)
    await page.locator('ins').first().waitFor()
    expect((await page.locator('ins').allTextContents()).join('')).toContain('两')
    expect((await page.locator('del').allTextContents()).join('')).toContain('一')
    await page.getByText(review('wordsChanged')).waitFor()
    await expectFit(page, 'review-compared')
    await press(page, review('approve'))
    await page.getByText(review('state.approved'), { exact: true }).waitFor()
    await waitUntilAllSent(page)
    await fetchNews(worker.page)
    await writeAim(worker.page, '每周通话三次。')
    await goInside(worker.page, reviewPath)
    await worker.page.getByText(review('drifted', { no: 2 })).waitFor()
  })
})

describe('a group plan under review [GRP-53]', () => {
  let groupPlan = ''

  test('is handed in, commented on and given back', async () => {
    const { page } = worker
    await goInside(page, '/groupwork')
    await page.locator('main a[href^="/groupwork/groups/"]').first().click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    const group = new URL(page.url()).pathname
    groupPlan = `${group}/plan`
    await goInside(page, groupPlan)
    await page.getByRole('link', { name: review('open'), exact: true }).click()
    await press(page, review('hand'))
    await page.getByText(review('state.waiting')).waitFor()
    reviewPath = new URL(page.url()).pathname
    await waitUntilAllSent(page)
    await fetchNews(supervisor.page)
    await goInside(supervisor.page, reviewPath)
    await supervisor.page.getByLabel(review('opinion')).fill('先写清楚谁带家长组。')
    await press(supervisor.page, review('sendBack'))
    await waitUntilSentBack(supervisor.page)
    await waitUntilAllSent(supervisor.page)
  })

  test('is handed in anew, approved, and counts as seen as it stands', async () => {
    await fetchNews(worker.page)
    await goInside(worker.page, reviewPath)
    // The plan itself says so too, and why.
    await goInside(worker.page, groupPlan)
    await worker.page.getByText(review('state.returned')).first().waitFor()
    await worker.page.getByText('先写清楚谁带家长组。').waitFor()
    await expectFit(worker.page, 'group-plan-returned')
    await goInside(worker.page, reviewPath)
    await press(worker.page, review('handAgain'))
    await worker.page.getByText(review('state.waiting')).waitFor()
    await waitUntilAllSent(worker.page)
    const { page } = supervisor
    await fetchNews(supervisor.page)
    await goInside(page, reviewPath)
    // GRP-65: the whole of form-F3, its flows at a tap.
    await page
      .getByRole('heading', { name: new RegExp(`^${say('supervision:part.planChild')} · 3`) })
      .waitFor()
    await page.getByText(say('supervision:review.meetings_other', { count: 8 })).waitFor()
    await page.getByLabel(review('opinion')).fill('可以开始。')
    await expectFit(page, 'group-plan')
    await press(page, review('approve'))
    await page.getByText(review('state.approved'), { exact: true }).waitFor()
    await waitUntilAllSent(page)
    await goInside(page, groupPlan)
    await page
      .getByText(
        new RegExp(
          `^${say('groupwork:planning.seenBy', { name: chen.name, day: '.+' }).replaceAll(/[()（）]/g, '.')}$`,
        ),
      )
      .waitFor()
  })

  test('leaves a line in the log of who read what, as the reading of a family’s plan does [PR9]', async () => {
    const { page } = supervisor
    await goInside(page, '/reading-log')
    await page
      .locator('main tr')
      .filter({ hasText: chen.name })
      .filter({ has: page.locator('a[href^="/families/"]') })
      .first()
      .waitFor()
  })
})

describe('supervision', () => {
  test('begins with a question noted without a network', async () => {
    const { page, context } = worker
    await goInside(page, '/groupwork')
    await page.locator('main a[href^="/groupwork/groups/"]').first().click()
    await context.setOffline(true)
    await page.getByRole('link', { name: say('supervision:question.open'), exact: true }).click()
    await page
      .getByLabel(say('supervision:question.placeholder'))
      .fill('外婆不愿意让孩子打电话，怎么谈？')
    await page.getByLabel(say('supervision:question.to')).selectOption({ label: chen.name })
    await expectFit(page, 'question')
    await press(page, say('supervision:question.save'))
    // Written here before the network is back: what “all sent” says is of now.
    await page
      .getByText(/只在这台设备上/)
      .first()
      .waitFor()
    await context.setOffline(false)
    await waitUntilAllSent(page)
  })

  test('is written down with the question taken up, and signed by both; new words want new signatures', async () => {
    const { page } = supervisor
    await fetchNews(supervisor.page)
    await goInside(page, '/casework/supervision/records/new')
    const others = page.getByRole('group', { name: record('supervisees') }).getByRole('button')
    await others.filter({ hasText: '林晓' }).click()
    await press(page, record('takeUp'))
    await page.getByLabel(record('suggestion')).fill('先听外婆担心什么，再一起定时间。')
    await page.getByLabel(record('strengths')).fill('愿意去听老人的想法。')
    await press(page, record('addAction'))
    await page.getByLabel(record('actionWhat')).fill('本周去看外婆')
    await page.getByLabel(record('actionDue')).fill(dayFromToday(2))
    const who = page.getByLabel(record('actionWho'))
    const names = await who.getByRole('option').allTextContents()
    await who.selectOption({ label: names.find((name) => name !== chen.name) ?? '' })
    await expectFit(page, 'record-form')
    await press(page, record('save'))
    await page.getByText('外婆不愿意让孩子打电话，怎么谈？').waitFor()
    await press(page, record('sign'))
    await page
      .getByRole('button', { name: record('sign'), exact: true })
      .waitFor({ state: 'detached' })
    await waitUntilAllSent(page)

    await fetchNews(worker.page)
    await goInside(worker.page, '/today')
    await worker.page.getByText(say('supervision:today.action', { what: '本周去看外婆' })).waitFor()
    await goInside(worker.page, '/casework/supervision')
    await expectFit(worker.page, 'home-worker')
    await worker.page
      .locator('main a[href^="/casework/supervision/records/"]:not([href$="/new"])')
      .first()
      .click()
    await press(worker.page, record('sign'))
    await worker.page
      .getByRole('button', { name: record('sign'), exact: true })
      .waitFor({ state: 'detached' })
    await expectFit(worker.page, 'record-signed')
    await worker.page.getByRole('link', { name: record('edit'), exact: true }).click()
    await worker.page.getByLabel(record('feelings')).fill('有点累，想休息一天。')
    await press(worker.page, record('save'))
    await worker.page.getByRole('button', { name: record('sign'), exact: true }).waitFor()
    expect(await worker.page.getByText(/文字改过，需要再签/).count()).toBe(2)
    await waitUntilAllSent(worker.page)
  })

  test('shows a supervisor what waits and with whom, each number with its list', async () => {
    const { page } = supervisor
    await fetchNews(supervisor.page)
    await goInside(page, '/casework/supervision')
    await page.getByText(say('supervision:loads.title')).first().waitFor()
    await expectFit(page, 'loads')
    await page.locator('main a[href*="/supervision/workers/"]').first().click()
    await page.getByRole('heading', { name: say('supervision:loads.waiting') }).waitFor()
    // SUP-13: a family by its children, the code beside.
    await page
      .getByText(/[\u4e00-\u9fff]{2,} · Z-\d\d/)
      .first()
      .waitFor()
    await expectFit(page, 'worker')
    expect([...worker.complaints, ...supervisor.complaints]).toEqual([])
  })
})
