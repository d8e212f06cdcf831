// A whole group of eight pairs in one run, as its worker leads it: the plan from what the files already say, eight meetings with
// attendance, marks, home tasks and records, who was missing asked after, measured twice, closed, and the papers in hand.
import { readFileSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, sitDown, type Seat } from './browser.ts'
import { sayFreeOnSunday } from './contact-steps.ts'
import {
  dayFromToday,
  dayInWords,
  giveConsent,
  importAnswers,
  importVillage,
  openFamily,
  openRoom,
  planGroup,
  seatFamily,
} from './desk-steps.ts'
import {
  addTallies,
  eightMeetings,
  nameOf,
  othersOf,
  presences,
  tallyOf,
  type MeetingAsHeld,
} from './eight-meetings.ts'
import { setUpAgency, waitUntilAllSent } from './enter.ts'
import { expected, exportedRows, members } from './group-answers.ts'
import { followUp, markOthers, markPresence, openMeeting, openView } from './group-steps.ts'
import { readReport, type Report } from './read-report.ts'
import { makeXlsx } from './spreadsheets.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const startsOn = dayFromToday(-50)
const exportMerges = ['A1:K1', 'A2:C2', 'D2:K2', 'L2:S2', 'T2:AA2']
const everybody = [0, 1, 2, 3, 4, 5, 6, 7]
const goal = '孩子会主动给外出的家长打电话'
const skipped = '网络断了二十分钟'

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  const { page } = seat
  page.setDefaultTimeout(20_000)
  await setUpAgency(seat, kiteline)
  await importVillage(page)
  for (const home of members) {
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(-60))
  }
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await seat.page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

async function openGroup(page: Page): Promise<void> {
  await openRoom(page, 'groupwork')
  await page.getByRole('link', { name: group }).first().click()
  await page.getByRole('heading', { name: say('groupwork:page.timeLine') }).waitFor()
}

async function openPlan(page: Page): Promise<void> {
  await openGroup(page)
  await page.getByRole('link', { name: say('groupwork:planning.toPlan') }).click()
  await page
    .getByRole('heading', { name: say('groupwork:planning.title', { group }), level: 1 })
    .waitFor()
}

describe('a group of eight pairs, from its plan to its summary', () => {
  test('seats are taken from the candidates, and the first measurement stands in the plan with its numbers', async () => {
    const { page } = seat
    await planGroup(page, group, startsOn)
    await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
    await page.getByLabel(say('groupwork:seats.joinedOn')).fill(startsOn)
    for (const home of members) await seatFamily(page, home.child)
    await openGroup(page)
    await page.getByRole('button', { name: say('groupwork:waves.create.before') }).click()
    await measure('before', everybody)
    await openPlan(page)
    await page
      .getByText(say('groupwork:planning.start.families', { families: 8, children: 8 }))
      .waitFor()
    const perScale = page.getByRole('row', { name: say('groupwork:planning.nOf', { n: 8, of: 8 }) })
    expect(await perScale.count()).toBeGreaterThan(10)
  })

  async function measure(phase: 'before' | 'after', families: readonly number[]): Promise<void> {
    const { page } = seat
    const title = `${group} · ${say(`groupwork:waves.phase.${phase}`)}`
    await page.getByRole('link', { name: title }).click()
    for (const [who, form, those] of [
      ['child', '纸鸢亲子问卷·孩子版', families],
      ['parent', '纸鸢亲子问卷·家长版', everybody],
    ] as const) {
      const rows = exportedRows(who, those, phase)
      const file = await makeXlsx(`${who}.xlsx`, '答卷', rows, exportMerges)
      await importAnswers(page, file, form, those.length)
    }
    await waitUntilAllSent(page)
  }

  test('when parents are free is asked, the plan says which times reach most, and a meeting is moved with those after it', async () => {
    const { page } = seat
    for (const home of members.slice(0, 3)) await freeOnSunday(home.child, home.mother)
    await openMeeting(page, group, 7)
    await page.getByRole('button', { name: say('groupwork:move.open') }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('groupwork:move.day')).first().fill(dayFromToday(-7))
    await dialog.getByRole('checkbox', { name: say('groupwork:move.following') }).check()
    await dialog.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await openMeeting(page, group, 8)
    await page.getByText(dayInWords(0)).first().waitFor()
  })

  async function freeOnSunday(child: string, mother: string): Promise<void> {
    const { page } = seat
    await openFamily(page, child)
    await sayFreeOnSunday(page, mother)
  }

  test('the check names what the plan lacks with its remedy; goal, words and budget are written, and the warning goes', async () => {
    const { page } = seat
    await openPlan(page)
    await page.getByText(say('groupwork:planning.hint.GoalsMissing')).waitFor()
    await page.getByText(say('groupwork:planning.remedy.TwoAdultsMissing')).waitFor()
    const weekTime = say('groupwork:planning.weekTime', {
      weekday: say('families:availability.weekday.7'),
      part: say('families:availability.part.evening'),
    })
    await page.getByText(weekTime).first().waitFor()
    await page.getByRole('button', { name: say('groupwork:planning.edit') }).click()
    await page
      .getByRole('textbox', { name: say('groupwork:planning.words.overallGoal') })
      .fill('八对亲子每周至少好好说一次话。')
    await writeGoal()
    await writeBudget('耳机', '8', '25.5')
    await writeBudget('话题卡', '16', '1.25')
    await page.getByRole('button', { name: say('groupwork:planning.stopEditing') }).click()
    await page.getByText('八对亲子每周至少好好说一次话。').waitFor()
    await page.getByRole('row', { name: `${say('groupwork:planning.sum')} 224.00` }).waitFor()
    await page.getByText(say('groupwork:planning.hint.GoalsMissing')).waitFor({ state: 'detached' })
  })

  async function writeGoal(): Promise<void> {
    const { page } = seat
    await page.getByRole('button', { name: say('groupwork:planning.addGoal') }).click()
    const form = page.getByRole('form', { name: say('groupwork:planning.goal') })
    await form.getByLabel(say('groupwork:planning.goalText')).fill(goal)
    await form
      .getByLabel(say('groupwork:planning.goalTarget'))
      .selectOption(say('groupwork:target.initiative'))
    await form
      .getByLabel(say('groupwork:planning.goalSource'))
      .selectOption(say('groupwork:planning.source.contactLog'))
    const words = { indicator: '主动打电话的次数，每周', baseline: '不到一次', hopedFor: '两次' }
    for (const [field, value] of Object.entries(words))
      await form
        .getByRole('textbox', { name: say(`groupwork:planning.goalWords.${field}`) })
        .fill(value)
    await form.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page.getByText(goal).first().waitFor()
  }

  async function writeBudget(item: string, quantity: string, price: string): Promise<void> {
    const { page } = seat
    const form = page.getByRole('form', { name: say('groupwork:planning.addLine') })
    for (const [field, value] of [
      ['item', item],
      ['quantity', quantity],
      ['unitPrice', price],
    ] as const)
      await form.getByLabel(say(`groupwork:planning.${field}`)).fill(value)
    await form.getByRole('button', { name: say('groupwork:planning.addLine') }).click()
    await page.getByRole('rowheader', { name: item }).waitFor()
  }

  test('the group starts; each of the eight meetings has its attendance, marks, home tasks, follow-ups and records', async () => {
    const { page } = seat
    await openGroup(page)
    await page.getByRole('button', { name: say('groupwork:page.start'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('groupwork:page.day')).fill(startsOn)
    await dialog.getByRole('button', { name: say('groupwork:page.start'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    for (const held of eightMeetings) {
      await runMeeting(held)
      for (const strand of held.strands) await writeRecord(held, strand)
    }
    await waitUntilAllSent(page)
    expect(seat.complaints).toEqual([])
  }, 900_000)

  async function runMeeting(held: MeetingAsHeld): Promise<void> {
    const { page } = seat
    await openMeeting(page, group, held.no)
    for (const one of held.different) await markPresence(page, nameOf(one), one.presence)
    await markOthers(page, 'child', 'inPerson', othersOf(held, 'child'))
    await markOthers(page, 'parent', 'liveRemote', othersOf(held, 'mother'))
    await page.getByRole('button', { name: say('groupwork:held.hold') }).click()
    await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
    await page.getByRole('button', { name: say('groupwork:held.correct') }).waitFor()
    await markMembers(held.no)
    const absent = held.different.filter(({ presence }) => presence === 'absent')
    if (absent.length > 0) await openView(page, 'away')
    for (const one of absent) await followUp(page, nameOf(one), 'phone', 'comesNext')
  }

  /** Two children each time; from the second meeting on, what became of the task that went home. */
  async function markMembers(no: number): Promise<void> {
    const { page } = seat
    await openView(page, 'marks')
    const item = (name: string): Locator =>
      page.getByText(say(`groupwork:marks.items.${name}`), { exact: true })
    await choose(1, say('groupwork:participation.3'))
    await choose(3, say('groupwork:participation.2'))
    if (no === 1) return
    await item('homeTask').click()
    await choose(1, say('groupwork:taskState.done'))
    await choose(3, say(`groupwork:taskState.${no % 2 === 0 ? 'partly' : 'notDone'}`))
  }

  async function choose(pair: number, level: string): Promise<void> {
    const name = members[pair]?.child ?? ''
    const row = seat.page
      .getByRole('listitem')
      .filter({ has: seat.page.getByText(name, { exact: true }) })
    await row.getByRole('radio', { name: level, exact: true }).click()
    await row.getByRole('radio', { name: level, exact: true, checked: true }).waitFor()
  }

  async function writeRecord(held: MeetingAsHeld, strand: string): Promise<void> {
    const { page } = seat
    await openMeeting(page, group, held.no)
    await openView(page, 'records')
    const link = say('groupwork:record.of', { strand: say(`groupwork:strand.${strand}`) })
    await page.getByRole('main').getByRole('link', { name: link, exact: true }).click()
    if (held.no === 3 && strand === 'child') await dropFirstSegment()
    await page.getByRole('button', { name: /^其余 \d+ 个环节按计划完成/ }).click()
    const field = (name: string): Locator =>
      page.getByRole('textbox', { name: say(`groupwork:record.fields.${name}`), exact: true })
    const words = `第 ${held.no} 节${strand}：多数人说出了自己的一件事。`
    await field('goalAttainment').fill(words)
    await field('evidence').fill('卡片收了，话记下来了。')
    await field('evidence').blur()
    await page.getByRole('button', { name: say('groupwork:record.takeFromPlan') }).click()
    await page
      .getByRole('button', { name: say('groupwork:record.takeFromPlan') })
      .waitFor({ state: 'detached' })
    await page.getByRole('button', { name: say('groupwork:record.submit') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('groupwork:record.submit') })
      .click()
    await page.getByText(say('groupwork:record.submittedOn', { day: '' }).trim()).waitFor()
  }

  async function dropFirstSegment(): Promise<void> {
    const { page } = seat
    await page.getByText(say('groupwork:tick.dropped'), { exact: true }).first().click()
    const reason = page.getByRole('textbox', { name: say('groupwork:run.reason') })
    await reason.fill(skipped)
    await reason.blur()
  }

  test('what was tapped is what the group, the evaluation and the summary count', async () => {
    const { page } = seat
    await openGroup(page)
    for (const [who, strand] of [
      ['child', 'child'],
      ['mother', 'parent'],
    ] as const) {
      const tally = tallyOf(who)
      const cells = [64, ...presences.map((presence) => tally[presence]), 0, 0, 8]
      const name = [say(`groupwork:strand.${strand}`), ...cells].join(' ')
      await page.getByRole('row', { name, exact: true }).waitFor()
    }
    await page.getByText(/做了 7，做了一点 4，没做成 3；/).waitFor()
    await page.getByRole('button', { name: say('groupwork:waves.create.after') }).click()
    await measure('after', everybody.slice(0, 7))
    await openGroup(page)
    await page.getByRole('button', { name: say('groupwork:page.close'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: say('groupwork:page.close'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await waitUntilAllSent(page)
    await page.getByRole('link', { name: say('groupwork:page.toEvaluation') }).click()
    for (const [scale, { n, change, low, high }] of [
      ['沟通顺畅（儿童填答）', expected.child],
      ['亲子信任（家长填答）', expected.parent],
    ] as const)
      await page.getByRole('row', { name: `${scale} ${n}/8 ${change} ${low} … ${high}` }).waitFor()
  })

  test('the Word summary holds the same person-times, the process record what differed from the plan', async () => {
    const { page } = seat
    const both = addTallies(tallyOf('child'), tallyOf('mother'))
    await page.getByRole('link', { name: say('evaluation:group.toReport') }).click()
    await page.getByRole('button', { name: say('paperwork:make.go') }).click()
    const get = page.getByRole('link', { name: say('paperwork:make.get') })
    await get.waitFor({ timeout: 120_000 })
    const summary = await download(get)
    const live = both.inPerson + both.liveRemote
    const liveShare = `${Math.round((100 * live) / 128)}%`
    expect(summary.words).toMatch(/举行节数\n+8\n/)
    expect(summary.words).toContain(
      say('paperwork:summary.attendance', {
        ...both,
        ...{ expected: 128, outside: 0, unmarked: 0, live, liveShare },
      }),
    )
    for (const { child, mother } of members) {
      expect(summary.words).not.toContain(child)
      expect(summary.words).not.toContain(mother)
    }
    await page.getByRole('link', { name: say('paperwork:paper.title') }).click()
    await page
      .getByLabel(say('paperwork:paper.whichMeeting'))
      .selectOption(await meetingLabel(/^第 3 节/))
    await page
      .getByLabel(say('paperwork:paper.whichStrand'))
      .selectOption(say('groupwork:strand.child'))
    const form = say('paperwork:formName.processRecord')
    const record = await download(
      page.getByRole('button', { name: say('paperwork:paper.take', { form }) }),
    )
    expect(record.words).toContain('第 3 节child：多数人说出了自己的一件事。')
    expect(record.words).toContain(skipped)
    expect(record.words).toContain('卡片收了，话记下来了。')
    expect(seat.complaints).toEqual([])
  })

  async function meetingLabel(start: RegExp): Promise<string> {
    const choice = seat.page.getByLabel(say('paperwork:paper.whichMeeting'))
    const labels = await choice.locator('option').allTextContents()
    return labels.find((label) => start.test(label)) ?? ''
  }

  async function download(button: Locator): Promise<Report> {
    const [file] = await Promise.all([
      seat.page.waitForEvent('download', { timeout: 120_000 }),
      button.click(),
    ])
    return readReport(readFileSync(await file.path()))
  }
})
