// One group led by two people on phones of their own: the worker's far from any network for three meetings, somebody who joins
// at the third, and a father who only ever catches up by voice.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  openRoom,
  planGroup,
  seatFamily,
} from './desk-steps.ts'
import { signIn, unlockHere, waitUntilProgramKept } from './device-steps.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { holdMeeting, markPresence, openMeeting, openView, tellByLink } from './group-steps.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { activate, inviteColleague, joinTeam } from './team-steps.ts'
import { households, type Household } from './village.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const startsOn = dayFromToday(-22)
const father = '杨建军'
const suNing = { name: '苏宁', loginName: 'suning', role: 'coLeader' } as const
const three = [1, 2, 3] as const

let browser: Browser
let kiteline: StartedKiteline
let table: Seat
let hand: Seat
let other: Seat
let first: Household
let late: Household
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  table = await sitDown(browser, laptop)
  hand = await sitDown(browser, phone)
  other = await sitDown(browser, phone)
  for (const { page } of [table, hand, other]) page.setDefaultTimeout(20_000)
  const [one, two] = households
  if (one === undefined || two === undefined) throw new Error('no households')
  first = one
  late = two
  await settleGroup()
  const link = await inviteColleague(table.page, suNing)
  await joinTeam(table.page, group, suNing)
  await waitUntilAllSent(table.page)
  await signIn(hand, kiteline.address)
  await activate(other, link)
  for (const { page } of [hand, other]) {
    await waitUntilAllSent(page)
    await waitUntilProgramKept(page)
  }
})
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  for (const { page } of [table, hand, other])
    process.stderr.write(`${await page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

/** A child with both parents sits in a group that has started. */
async function settleGroup(): Promise<void> {
  const { page } = table
  await setUpAgency(table, kiteline)
  await importVillage(page)
  for (const home of [first, late]) {
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(-25))
  }
  await openFamily(page, first.child)
  await page.getByRole('link', { name: say('families:file.addPerson') }).click()
  await page.getByLabel(say('families:new.relation')).selectOption(say('families:relation.father'))
  await page.getByLabel(say('families:fields.name')).fill(father)
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
  await planGroup(page, group, startsOn)
  await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
  await page.getByLabel(say('groupwork:seats.joinedOn')).fill(startsOn)
  await seatFamily(page, first.child, 3)
  await page.getByRole('link', { name: group }).click()
  await page.getByRole('button', { name: say('groupwork:page.start'), exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say('groupwork:page.day')).fill(startsOn)
  await dialog.getByRole('button', { name: say('groupwork:page.start'), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

function rowOf(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
}

async function markParticipation(page: Page, level: number): Promise<void> {
  await openView(page, 'marks')
  const words = say(`groupwork:participation.${level}`)
  const row = rowOf(page, first.child)
  await row.getByRole('radio', { name: words }).click()
  await row.getByRole('radio', { name: words, checked: true }).waitFor()
}

async function writeGoals(page: Page, no: number, words: string): Promise<void> {
  await openMeeting(page, group, no)
  await openView(page, 'records')
  const link = say('groupwork:record.of', { strand: say('groupwork:strand.child') })
  await page.getByRole('main').getByRole('link', { name: link, exact: true }).click()
  const field = goalsOf(page)
  await field.fill(words)
  await field.blur()
}

function goalsOf(page: Page): Locator {
  return page.getByRole('textbox', {
    name: say('groupwork:record.fields.goalAttainment'),
    exact: true,
  })
}

/** The mark of two versions is on the screen: this one shall count. */
async function choose(mark: Locator, version: (dialog: Locator) => Locator): Promise<void> {
  const page = mark.page()
  await mark.click()
  const dialog = page.getByRole('dialog')
  await version(dialog).click()
  await dialog.getByRole('button', { name: say('sync:conflict.keepThis') }).click()
  await dialog.waitFor({ state: 'detached' })
}

const hers = '苏宁：五个孩子都练了一遍。'
const ours = '王静：四个孩子练了，一个在旁边看。'

describe('a group on two phones', () => {
  test('three meetings are recorded without a network while a colleague records the same ones', async () => {
    await hand.context.setOffline(true)
    const seen = [
      { at: hand.page, marks: ['inPerson', 'inPerson', 'liveRemote'], level: 3, words: ours },
      { at: other.page, marks: ['absent', 'liveRemote', 'inPerson'], level: 1, words: hers },
    ] as const
    for (const { at, marks, level, words } of seen) {
      for (const no of three) {
        await openMeeting(at, group, no)
        await markPresence(at, first.child, marks[no - 1] ?? 'inPerson')
        await holdMeeting(at)
        if (no > 1) await markParticipation(at, level)
      }
      await writeGoals(at, 3, words)
    }
    await waitUntilAllSent(other.page)
    await hand.context.setOffline(false)
    await waitUntilAllSent(hand.page)
  })

  test('whatever differs is shown to both, chosen by one, and then the same on both phones', async () => {
    const { page } = hand
    await openRoom(page, 'today')
    await page
      .getByText(say('sync:line.conflicts', { count: 6 }))
      .first()
      .waitFor()
    for (const [no, presence] of [
      [1, 'inPerson'],
      [2, 'liveRemote'],
      [3, 'liveRemote'],
    ] as const) {
      await openMeeting(page, group, no)
      const mark = rowOf(page, first.child).getByRole('button', {
        name: say('groupwork:attendance.twoMarks'),
      })
      const words = new RegExp(say(`groupwork:presence.${presence}`))
      await choose(mark, (dialog) => dialog.getByRole('radio', { name: words }))
      if (no > 1) await chooseParticipation(no)
    }
    await openRecord(page)
    const field = say('groupwork:fields.goalAttainment')
    await choose(
      page.getByRole('button', { name: say('sync:conflict.mark', { field }) }),
      (dialog) => dialog.getByText(ours),
    )
    await waitUntilAllSent(page)
    await openRoom(page, 'today')
    await page.getByText(say('sync:line.conflicts', { count: 6 })).waitFor({ state: 'detached' })
    await other.page.reload()
    await unlockHere(other.page)
    await waitUntilAllSent(other.page)
    for (const at of [hand.page, other.page]) await expectSettled(at)
  })

  async function chooseParticipation(no: number): Promise<void> {
    const { page } = hand
    await openView(page, 'marks')
    const field = say('groupwork:fields.participation')
    await choose(
      rowOf(page, first.child).getByRole('button', { name: say('sync:conflict.mark', { field }) }),
      (dialog) => dialog.getByText(no === 2 ? '1' : '3', { exact: true }),
    )
  }

  async function openRecord(page: Page): Promise<void> {
    await openMeeting(page, group, 3)
    await openView(page, 'records')
    const link = say('groupwork:record.of', { strand: say('groupwork:strand.child') })
    await page.getByRole('main').getByRole('link', { name: link, exact: true }).click()
  }

  async function expectSettled(page: Page): Promise<void> {
    for (const [no, presence, level] of [
      [1, 'inPerson', null],
      [2, 'liveRemote', 1],
      [3, 'liveRemote', 3],
    ] as const) {
      await openMeeting(page, group, no)
      const name = say(`groupwork:presence.${presence}`)
      const row = rowOf(page, first.child)
      await row.getByRole('radio', { name, checked: true }).waitFor()
      expect(await page.getByText(say('groupwork:attendance.twoMarks')).count()).toBe(0)
      if (level === null) continue
      await openView(page, 'marks')
      const words = say(`groupwork:participation.${level}`)
      await row.getByRole('radio', { name: words, checked: true }).waitFor()
    }
    await openRecord(page)
    await expect.poll(() => goalsOf(page).inputValue()).toBe(ours)
  }

  test('whoever joins at the third meeting is expected from then on and missing at none before', async () => {
    const { page } = hand
    await openMeeting(page, group, 3)
    await page.getByRole('button', { name: say('groupwork:attendance.newcomer') }).click()
    await page.getByLabel(say('groupwork:seats.search')).fill(late.child)
    await page
      .getByRole('listitem')
      .filter({ hasText: late.child })
      .getByLabel(new RegExp(late.mother))
      .selectOption({ label: say('groupwork:seats.asParent') })
    await seatFamily(page, late.child)
    await page.keyboard.press('Escape')
    await markPresence(page, late.child, 'inPerson')
    await openMeeting(page, group, 1)
    await rowOf(page, first.child).waitFor()
    expect(await page.getByText(late.child, { exact: true }).count()).toBe(0)
    await waitUntilAllSent(page)
  })

  test('a father who only catches up by voice and tells of the task by a link is counted as having caught up, never as present', async () => {
    const { page } = table
    for (const no of three) {
      await openMeeting(page, group, no)
      await openView(page, 'away')
      const card = rowOf(page, father)
      for (const stage of ['sentOn', 'listenedOn', 'triedOn', 'talkedOn'] as const) {
        const name = say(`groupwork:asyncStage.${stage}`)
        expect(
          await card.getByRole('button', { name: say('groupwork:away.countAs') }).count(),
        ).toBe(0)
        await card.getByRole('button', { name }).click()
        await card.getByRole('button', { name: new RegExp(name), pressed: true }).waitFor()
      }
      await card.getByRole('button', { name: say('groupwork:away.countAs') }).click()
      await card.getByText(say('groupwork:presence.watchedLater')).waitFor()
    }
    await tellOfTask()
    await page
      .getByRole('row', { name: new RegExp(`^${first.child} — ${father} 3/3 0/3 3 `) })
      .waitFor()
    await page
      .getByRole('row', { name: new RegExp(`^${say('groupwork:strand.parent')} \\d+ 0 0 3 0 0 `) })
      .waitFor()
    for (const seat of [table, hand, other]) expect(seat.complaints).toEqual([])
  })

  /** The last task of the parents' strand, on the father's own phone. */
  async function tellOfTask(): Promise<void> {
    const { page } = table
    await openRoom(page, 'groupwork')
    await page.getByRole('link', { name: group }).first().click()
    const part = page.locator('details').filter({ hasText: father })
    await part.locator('summary').click()
    const member = rowOf(page, father).filter({ has: page.getByRole('radio') })
    await member.getByRole('button', { name: say('groupwork:tasks.makeLink') }).click()
    const words = await member.getByLabel(say('access:link.words')).inputValue()
    expect(words).not.toContain(first.child)
    const far = await sitDown(browser, phone)
    far.page.setDefaultTimeout(20_000)
    const address = /https?:[^（\s]+/.exec(words)?.[0] ?? ''
    await tellByLink(far.page, address, first.bornOn.slice(0, 4), {
      state: 'done',
      words: '打了两次，她问我食堂的菜。',
    })
    expect(far.complaints).toEqual([])
    await far.context.close()
    await page.reload()
    await unlockHere(page)
    await waitUntilAllSent(page)
    await openRoom(page, 'groupwork')
    await page.getByRole('link', { name: group }).first().click()
    await page.locator('details').filter({ hasText: father }).locator('summary').click()
    await page
      .getByText(say('groupwork:tasks.toldBy.family', { day: '' }))
      .first()
      .waitFor()
  }
})
