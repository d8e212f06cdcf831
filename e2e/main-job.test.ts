// The main job, as one person does it from an empty agency to the Word report in hand.
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { laptop, openBrowser, phone, sitDown, type Seat } from './browser.ts'
import {
  dayFromToday,
  giveConsent,
  importAnswers,
  openFamily,
  openRoom,
  openWave,
  planGroup,
  readRegisterFile,
  seatFamily,
} from './desk-steps.ts'
import { pin, setUpAgency, waitUntilAllSent } from './enter.ts'
import { expected, exportedRows, members } from './group-answers.ts'
import {
  answerByLink,
  answerHandedOver,
  holdMeeting,
  markOthers,
  markPresence,
  openMeeting,
  openQuestionnaire,
  readAloud,
} from './group-steps.ts'
import { convertToPdf, readReport } from './read-report.ts'
import { makeXlsx } from './spreadsheets.ts'
import { startKiteline, type StartedKiteline } from './start-kiteline.ts'
import { households, registerMerges, registerRows } from './village.ts'
import { say } from './words.ts'

const group = 'Z村亲子平行小组'
const childTitle = '纸鸢亲子问卷·孩子版'
const parentTitle = '纸鸢亲子问卷·家长版'
const exportMerges = ['A1:K1', 'A2:C2', 'D2:K2', 'L2:S2', 'T2:AA2']

let browser: Browser
let kiteline: StartedKiteline
let seat: Seat
beforeAll(async () => {
  browser = await openBrowser()
  kiteline = await startKiteline()
  seat = await sitDown(browser, laptop)
  seat.page.setDefaultTimeout(15_000)
})
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail')
    process.stderr.write(`${await seat.page.locator('body').ariaSnapshot()}\n`)
})
afterAll(async () => {
  await browser.close()
  await kiteline.stop()
})

describe('the main job, from an empty agency to the report', () => {
  test('a register of twelve families is tried out, its bad cell named, its identity numbers left behind, and taken in', async () => {
    const { page } = seat
    await setUpAgency(seat, kiteline)
    const file = await makeXlsx('登记表.xlsx', '花名册', registerRows(), registerMerges)
    await readRegisterFile(page, file)
    await page.getByRole('button', { name: say('families:import.tryOut') }).click()
    await page
      .getByText(say('families:import.place', { sheet: '花名册', row: 6, column: 'I' }))
      .waitFor()
    await page.getByText(say('families:import.reason.phoneNotValid')).waitFor()
    await page.getByText(say('families:import.unusedWhy.identity')).waitFor()
    expect(await page.getByText('433101').count()).toBe(0)
    await page.getByText(say('families:import.leaveCellEmpty')).click()
    await page.getByRole('button', { name: say('families:import.agree', { count: 12 }) }).click()
    await page
      .getByRole('heading', { name: say('families:import.resultTitle', { count: 12 }) })
      .waitFor()
  })

  test('guardians consent on the screen, purpose by purpose; nine children are ready for the group', async () => {
    for (const home of households.slice(0, 9)) {
      await openFamily(seat.page, home.child)
      await giveConsent(seat.page, home.mother, dayFromToday(-20))
    }
  })

  test('eight meetings come from the programme, and eight children and parents take their seats', async () => {
    const { page } = seat
    await planGroup(page, group, dayFromToday(-15))
    await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
    await page.getByLabel(say('groupwork:seats.joinedOn')).fill(dayFromToday(-15))
    for (const home of members) await seatFamily(page, home.child)
    await page.getByRole('link', { name: group }).click()
    await page.getByRole('heading', { name: say('groupwork:page.timeLine') }).waitFor()
    await page
      .getByRole('link', { name: /^第 8 节 ·/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: say('groupwork:waves.create.before') }).click()
    await page.getByRole('link', { name: `${group} · 前测` }).click()
    await page
      .getByText(say('inquiry:waves.response', { expected: 16, submitted: 0, rate: '0%' }))
      .waitFor()
  })

  test('one child is read to, one holds the locked device, one parent answers on a phone far away, the rest come as a table', async () => {
    const { page } = seat
    await openQuestionnaire(page, members[0]?.child ?? '')
    await readAloud(page, 0, 'before')
    await openWave(page, `${group} · 前测`)
    await openQuestionnaire(page, members[1]?.child ?? '')
    await page.getByRole('button', { name: say('inquiry:collect.start.handover') }).click()
    await page.getByRole('button', { name: say('inquiry:assent.yes'), exact: true }).click()
    await page.getByRole('button', { name: say('inquiry:handover.start'), exact: true }).waitFor()
    await page.goBack()
    expect(await page.getByRole('navigation').count()).toBe(0)
    await answerHandedOver(page, 1, 'before')
    await page.getByRole('button', { name: say('inquiry:handover.leave') }).click()
    await page.getByLabel(say('access:pin.label')).fill('111222')
    await page.getByRole('button', { name: say('inquiry:handover.takeBack') }).click()
    await page.getByText(say('access:refusals.PinWrong')).waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.getByLabel(say('access:pin.label')).fill(pin)
    await page.getByRole('button', { name: say('inquiry:handover.takeBack') }).click()
    await page.getByText(say('inquiry:collect.already')).waitFor()
    await waitUntilAllSent(page)
    await answerFarAway()
    await openWave(page, `${group} · 前测`)
    const children = exportedRows('child', [2, 3, 4, 5, 6, 7], 'before')
    await importAnswers(
      page,
      await makeXlsx('孩子.xlsx', '答卷', children, exportMerges),
      childTitle,
      6,
    )
    const parents = exportedRows('parent', [1, 2, 3, 4, 5, 6, 7], 'before')
    await importAnswers(
      page,
      await makeXlsx('家长.xlsx', '答卷', parents, exportMerges),
      parentTitle,
      7,
    )
    await page
      .getByText(say('inquiry:waves.response', { expected: 16, submitted: 16, rate: '100%' }))
      .waitFor()
  })

  async function answerFarAway(): Promise<void> {
    const { page } = seat
    const home = members[0]
    if (home === undefined) throw new Error('no family')
    await openWave(page, `${group} · 前测`)
    await openQuestionnaire(page, home.mother)
    await page.getByRole('button', { name: say('inquiry:link.make') }).click()
    const words = await page.getByLabel(say('access:link.words')).inputValue()
    expect(words).not.toContain(home.child)
    const parent = await sitDown(browser, phone)
    parent.page.setDefaultTimeout(15_000)
    await answerByLink(parent.page, /https?:\S+/.exec(words)?.[0] ?? '', 0, home.bornOn.slice(0, 4))
    const wide = await parent.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(phone.width)
    expect(parent.complaints).toEqual([])
    await parent.context.close()
  }

  test('two meetings are held, attendance in five ways, somebody joins late, a record is handed in', async () => {
    const { page } = seat
    await openMeeting(page, group, 1)
    await markPresence(page, members[0]?.mother ?? '', 'liveRemote')
    await markPresence(page, members[1]?.mother ?? '', 'watchedLater')
    await markPresence(page, members[2]?.mother ?? '', 'represented')
    await markPresence(page, members[3]?.mother ?? '', 'absent')
    await markPresence(page, members[4]?.child ?? '', 'absent')
    await markOthers(page, 'child', 'inPerson', 7)
    await markOthers(page, 'parent', 'liveRemote', 4)
    await holdMeeting(page)
    await openMeeting(page, group, 2)
    await page.getByRole('button', { name: say('groupwork:attendance.newcomer') }).click()
    const dialog = page.getByRole('dialog')
    const late = households[8]?.child ?? ''
    await dialog.getByLabel(say('groupwork:seats.search')).fill(late)
    await dialog
      .getByLabel(new RegExp(households[8]?.mother ?? ''))
      .selectOption({ label: say('groupwork:seats.asParent') })
    await dialog.getByRole('button', { name: say('groupwork:seats.add', { count: 2 }) }).click()
    await page.getByText(say('groupwork:seats.added', { name: late })).waitFor()
    await dialog.getByRole('button', { name: say('kit:close') }).click()
    await markOthers(page, 'child', 'inPerson', 9)
    await markOthers(page, 'parent', 'liveRemote', 9)
    await holdMeeting(page)
    await writeRecord()
    await waitUntilAllSent(page)
  })

  async function writeRecord(): Promise<void> {
    const { page } = seat
    await openMeeting(page, group, 1)
    await page.getByText(say('groupwork:meeting.views.plan'), { exact: true }).click()
    await page
      .getByRole('button', { name: /^其余 \d+ 个环节按计划完成/ })
      .first()
      .click()
    await page.getByText(say('groupwork:meeting.views.records'), { exact: true }).click()
    await page
      .getByRole('main')
      .getByRole('link', { name: /^过程记录：/ })
      .click()
    await page
      .getByRole('textbox', { name: say('groupwork:record.fields.goalAttainment'), exact: true })
      .fill(`八个孩子里七个到场，${households[1]?.child}说出了爸妈所在的城市。`)
    await page
      .getByRole('textbox', { name: say('groupwork:record.fields.evidence'), exact: true })
      .fill('六位家长在线说了一分钟问候，两个孩子当场回了话。')
    await page.getByRole('textbox', { name: say('groupwork:record.fields.reflection') }).click()
    await page.getByRole('button', { name: say('groupwork:record.submit') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('groupwork:record.submit') })
      .click()
    await page.getByText(say('groupwork:record.submittedOn', { day: '' }).trim()).waitFor()
  }

  test('the after wave comes as tables, and the evaluation says what changed and who is missing', async () => {
    const { page } = seat
    await openRoom(page, 'groupwork')
    await page.getByRole('link', { name: group }).first().click()
    await page.getByRole('button', { name: say('groupwork:waves.create.after') }).click()
    await page.getByRole('link', { name: `${group} · 后测` }).click()
    const children = exportedRows('child', [0, 1, 2, 3, 4, 5, 6], 'after')
    await importAnswers(
      page,
      await makeXlsx('孩子后.xlsx', '答卷', children, exportMerges),
      childTitle,
      7,
    )
    const parents = exportedRows('parent', [0, 1, 2, 3, 4, 5, 6, 7], 'after')
    await importAnswers(
      page,
      await makeXlsx('家长后.xlsx', '答卷', parents, exportMerges),
      parentTitle,
      8,
    )
    await waitUntilAllSent(page)
    await openRoom(page, 'evaluation')
    await page.locator('main a[href="/evaluation/groups"]').first().click()
    await page.getByRole('link', { name: group }).click()
    for (const { scale, n, all, change, low, high } of [
      { scale: '主动性和次数（儿童填答）', all: 9, ...expected.initiative },
      { scale: '沟通顺畅（儿童填答）', all: 9, ...expected.child },
      { scale: '亲子信任（家长填答）', all: 9, ...expected.parent },
    ])
      await page
        .getByRole('row', { name: `${scale} ${n}/${all} ${change} ${low} … ${high}` })
        .waitFor()
    await page.getByRole('link', { name: '沟通顺畅（儿童填答）' }).click()
    await page.getByRole('heading', { name: '沟通顺畅（儿童填答）' }).click()
    const lines = page.locator('details', { hasText: '“沟通顺畅”（儿童填答）' })
    await lines.getByRole('row', { name: /^Z-004 2.00 4.00 \+2.00/ }).waitFor()
    await lines.getByRole('row', { name: /^Z-008 3.00 没有答卷/ }).waitFor()
    await lines.getByRole('row', { name: /^Z-009 没有答卷/ }).waitFor()
  })

  test('the Word report holds the same figures, its pictures, and no name of a child', async () => {
    const { page } = seat
    await page.getByRole('link', { name: say('evaluation:group.toReport') }).click()
    await page.getByLabel(say('paperwork:head.memberChange')).fill('多数孩子开始主动说话。')
    await page.getByRole('button', { name: say('paperwork:make.go') }).click()
    const get = page.getByRole('link', { name: say('paperwork:make.get') })
    await get.waitFor({ timeout: 120_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), get.click()])
    const bytes = readFileSync(await download.path())
    const { words, pictures } = await readReport(bytes)
    const { n, change, low, high } = expected.child
    expect(words).toContain(`“沟通顺畅”（儿童填答）：${n} 对亲子前后都有得分`)
    expect(words).toContain(`变化 ${change} 分（95% 区间 +${low} 至 +${high}`)
    expect(words).toContain(`变化 ${expected.parent.change} 分`)
    expect(words).toContain('多数孩子开始主动说话。')
    expect(words).toMatch(/八个孩子里七个到场，Z-\d{3}说出了/)
    expect(words).toMatch(/举行节数\n+2\n/)
    expect(pictures.length).toBeGreaterThan(2)
    for (const picture of pictures) expect([...picture.subarray(1, 4)]).toEqual([80, 78, 71])
    for (const { child, mother } of households) {
      expect(words).not.toContain(child)
      expect(words).not.toContain(mother)
    }
    const pdf = convertToPdf(bytes)
    if (pdf === null) process.stdout.write('No office program here: the conversion is not tried.\n')
    else expect(Buffer.from(pdf.subarray(0, 4)).toString()).toBe('%PDF')
    expect(seat.complaints).toEqual([])
  })
})
