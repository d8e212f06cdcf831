// Half a sentence in the hand, and the tab is closed: it stands there again, with what had been chosen beside it.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { selectWords } from './coding-steps.ts'
import { unlockHere } from './device-steps.ts'
import { openSampleVillage, waitUntilAllSent } from './enter.ts'
import { goInside } from './look-around.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(30_000)
  await openSampleVillage(seat, kiteline)
  await waitUntilAllSent(seat.page)
}, 240_000)
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

/** Where somebody types: how the page is reached, what is typed or chosen there, and what stands there afterwards. */
interface Place {
  readonly path: string
  readonly type: (page: Page) => Promise<void>
  readonly expectThere: (page: Page) => Promise<void>
}

const field = (page: Page, key: string) =>
  page.getByRole('textbox', { name: say(key), exact: true })

function typedInto(path: string, key: string, words: string, open?: string): Place {
  return {
    path,
    type: async (page) => {
      if (open !== undefined) await page.getByRole('button', { name: open, exact: true }).click()
      await field(page, key).fill(words)
    },
    expectThere: async (page) => {
      await expect.poll(() => field(page, key).inputValue()).toBe(words)
    },
  }
}

/** A new form whose way is chosen; nothing else tells that somebody chose it. */
function wayChosen(path: string, way: string): Place {
  const ways = (page: Page) => page.getByRole('group', { name: say('casework:fields.mode') })
  const choice = (page: Page) => ways(page).getByRole('radio', { name: way, exact: true })
  return {
    path,
    type: async (page) => {
      await ways(page).getByText(way, { exact: true }).click()
      await expect.poll(() => choice(page).isChecked()).toBe(true)
    },
    expectThere: async (page) => {
      await page.getByText(say('observation:form.restored')).waitFor()
      await expect.poll(() => choice(page).isChecked()).toBe(true)
    },
  }
}

/** A circle of caregivers that somebody was planning with a theme of their own. */
function circlePlanned(group: string): Place {
  const words = '电话来了，先让孩子'
  const theme = (page: Page) => field(page, 'groupwork:fields.theme')
  return {
    path: `${group}?circle=1`,
    type: async (page) => {
      await page.getByLabel(say('groupwork:circle.which')).selectOption('')
      await theme(page).fill(words)
    },
    expectThere: async (page) => {
      await page.getByText(say('observation:form.restored')).waitFor()
      await expect.poll(() => theme(page).inputValue()).toBe(words)
    },
  }
}

/** The first link that carries a record's id. */
async function firstRecord(page: Page, room: string): Promise<string> {
  const link = page.locator(`main a[href^="${room}"][href*="-"]`).first()
  await link.waitFor()
  return (await link.getAttribute('href')) ?? ''
}

const lines = (page: Page) => page.locator('main ol li > button')

/** The first interview of which somebody wrote down what was said. */
async function findWrittenTalk(page: Page): Promise<string> {
  await firstRecord(page, '/inquiry/interviews/')
  const links = await page.locator('main a[href^="/inquiry/interviews/"][href*="-"]').all()
  const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
  for (const path of paths) {
    await goInside(page, '/inquiry/interviews')
    await goInside(page, `${path}/transcript`)
    await page
      .getByRole('heading', { name: say('interview:transcript.title') })
      .first()
      .waitFor()
    if ((await lines(page).count()) > 2) return path ?? ''
  }
  throw new Error('no interview with a transcript in the sample village')
}

/** The sample's round is finished; whoever marks on opens it again. */
async function goOnCoding(page: Page): Promise<void> {
  await page.locator('[data-from]').first().waitFor()
  const again = page.getByRole('button', { name: say('interview:pass.reopen'), exact: true })
  if ((await again.count()) === 0) return
  await again.click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('interview:pass.reopen') })
    .click()
  await page.getByRole('button', { name: say('interview:pass.finish'), exact: true }).waitFor()
}

async function findPaths(page: Page) {
  await goInside(page, '/families')
  const family = await firstRecord(page, '/families/')
  await goInside(page, '/groupwork')
  const group = await firstRecord(page, '/groupwork/groups/')
  await goInside(page, '/casework')
  const its = await firstRecord(page, '/casework/')
  await goInside(page, '/inquiry/interviews')
  const talk = await findWrittenTalk(page)
  await goInside(page, '/inquiry/waves/new')
  await field(page, 'inquiry:wave.title').fill('全镇摸底')
  await page.getByLabel(say('inquiry:wave.who')).selectOption('codes')
  await page.getByRole('main').getByRole('checkbox').first().check()
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('button', { name: say('inquiry:returns.edit') }).waitFor()
  return { family, group, its, talk, survey: new URL(page.url()).pathname }
}

test('what was half typed is there again after the tab was closed, in every form [S07]', async () => {
  const { family, group, its, talk, survey } = await findPaths(seat.page)
  const places: readonly Place[] = [
    typedInto(group, 'groupwork:contract.lines', '守时\n不笑', say('kit:edit')),
    typedInto(survey, 'inquiry:returns.field', '镇中心小学', say('inquiry:returns.edit')),
    typedInto(`${family}/rights/new`, 'rights:add.words', '想看看写了孩子什'),
    circlePlanned(group),
    wayChosen(`${its}/contacts/new`, say('casework:mode.phone')),
    wayChosen(`${its}/conferences/new`, say('casework:conference.mode.video')),
    {
      path: `${talk}/transcript`,
      type: async (page) => {
        await lines(page).first().click()
        await field(page, 'interview:transcript.correctLine').fill('听清楚了，是后')
      },
      expectThere: async (page) => {
        const line = field(page, 'interview:transcript.correctLine')
        await expect.poll(() => line.inputValue()).toBe('听清楚了，是后')
      },
    },
    {
      path: `${talk}/coding`,
      type: async (page) => {
        await goOnCoding(page)
        const words = await page.locator('[data-from]').nth(2).innerText()
        await selectWords(page, words.slice(0, 4))
        await page.getByText(say('interview:coding.memoOnly'), { exact: true }).click()
        await field(page, 'interview:coding.memoOnly').fill('这里她停了很')
      },
      expectThere: async (page) => {
        const memo = field(page, 'interview:coding.memoOnly')
        await expect.poll(() => memo.inputValue()).toBe('这里她停了很')
        expect(await memo.isVisible()).toBe(true)
      },
    },
  ]
  for (const { path, type } of places) {
    await goInside(seat.page, path)
    await type(seat.page)
  }
  // Longer than the pause after which words go to the disk.
  await seat.page.waitForTimeout(600)
  await seat.page.close()
  const page = await seat.context.newPage()
  await page.goto(kiteline.address)
  await unlockHere(page)
  for (const { path, expectThere } of places) {
    await goInside(page, path)
    await expectThere(page)
  }
}, 240_000)
