// What people do on the desk again and again, as they do it: by links, labels and buttons.
import { addDays, dayInChina } from '../core/kit/dates.ts'
import { programmeId } from '../core/groupwork/programme-parse.ts'
import type { Page } from 'playwright-core'
import { registerMerges, registerRows } from './village.ts'
import { makeXlsx, type UploadFile } from './spreadsheets.ts'
import { say } from './words.ts'

export const purposes = {
  service: '建立档案，提供帮助',
  assessment: '请孩子和家长填问卷、聊一聊',
  group: '参加亲子小组',
} as const
/** The same points as they are put to the child. */
const forChild = [
  '我常来看看你，把要紧的事记下来。',
  '我问你一些问题，不是考试，不想答就不答。',
  '和别的小朋友一起做活动，爸爸妈妈有几次也来。',
] as const

/** A calendar day as a field takes it, counted from the day where the agency works: `2026-11-22`. */
export function dayFromToday(days: number): string {
  return addDays(dayInChina(new Date().toISOString()), days)
}

/** The year in which the child of the sample was born: it had its 11th birthday forty days ago. */
export function birthYear(): string {
  return String(Number(dayFromToday(-40).slice(0, 4)) - 11)
}

/** A calendar day as the desk writes it: `2026年11月22日`. */
export function dayInWords(days: number): string {
  const [year, month, day] = dayFromToday(days).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

type Room = 'today' | 'families' | 'inquiry' | 'groupwork' | 'evaluation' | 'paperwork'

export async function openRoom(page: Page, room: Room): Promise<void> {
  await page.locator(`nav a[href="/${room}"]:visible`).first().click()
  await page.waitForURL(`**/${room}`)
  // The address changes before the old page leaves; the door is marked with the page that is shown.
  await page.locator(`nav a[href="/${room}"][aria-current="page"]:visible`).first().waitFor()
}

/** Opens the register import and reads a file; what then appears is the caller's. */
export async function readRegisterFile(page: Page, file: UploadFile): Promise<void> {
  await openRoom(page, 'families')
  await page.getByRole('link', { name: say('families:list.import') }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: say('families:import.read') }).click()
}

/** The twelve households of the village, with the proposal taken as it comes. */
export async function importVillage(page: Page): Promise<void> {
  const file = await makeXlsx('登记表.xlsx', '花名册', registerRows('13900001003'), registerMerges)
  await readRegisterFile(page, file)
  await page.getByRole('button', { name: say('families:import.tryOut') }).click()
  await page.getByRole('button', { name: say('families:import.agree', { count: 12 }) }).click()
  await page
    .getByRole('heading', { name: say('families:import.resultTitle', { count: 12 }) })
    .waitFor()
}

export async function openFamily(page: Page, name: string): Promise<void> {
  await openRoom(page, 'families')
  await page
    .getByRole('searchbox')
    .or(page.getByLabel(say('families:list.search')))
    .first()
    .fill(name)
  await page.getByRole('main').getByRole('link', { name }).first().click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
}

/** The guardian, by telephone with a witness, agrees to being helped, asked and invited; the child wants to. */
/** `more`: a purpose beyond the usual three, as it is put to the guardian and to the child. */
export async function giveConsent(
  page: Page,
  guardian: string,
  day: string,
  more: { readonly purpose: string; readonly forChild: string } | null = null,
): Promise<void> {
  await page
    .getByRole('link', { name: say('families:consent.open') })
    .first()
    .click()
  await page.getByRole('radio', { name: guardian }).check()
  await page.getByLabel(say('families:consent.day')).fill(day)
  for (const purpose of [...Object.values(purposes), ...(more === null ? [] : [more.purpose])])
    await page
      .getByRole('group', { name: purpose })
      .getByText(say('families:consent.agree'), { exact: true })
      .click()
  for (const point of [...forChild, ...(more === null ? [] : [more.forChild])])
    await page
      .getByRole('group', { name: point })
      .getByText(say('families:assent.answer.given'), { exact: true })
      .click()
  await page.getByText(say('families:proof.witnessedCall')).click()
  await page.getByLabel(say('families:consent.witness')).fill('村儿童主任 李某')
  await page.getByRole('button', { name: say('families:consent.save') }).click()
  await page.getByRole('heading', { name: say('families:file.children'), exact: true }).waitFor()
}

/** Eight meetings from the shortest of the parallel programmes on the shelf. */
export async function planGroup(page: Page, title: string, startsOn: string): Promise<void> {
  await openRoom(page, 'groupwork')
  await page
    .getByRole('link', { name: say('groupwork:list.new') })
    .first()
    .click()
  await page
    .getByRole('combobox', { name: say('groupwork:new.programme') })
    .selectOption(programmeId({ code: 'parallel-group-8', version: '1.0', language: 'zh-CN' }))
  await page.getByLabel(say('groupwork:fields.title')).fill(title)
  await page.getByLabel(say('groupwork:fields.place')).fill('村委会活动室')
  await page.getByLabel(say('groupwork:new.startsOn')).fill(startsOn)
  await page.getByRole('button', { name: say('groupwork:new.save', { count: 8 }) }).click()
  await page.getByRole('heading', { name: say('groupwork:page.timeLine') }).waitFor()
}

/** The candidate list is open: a child and its parent take their seats, or both its parents. */
export async function seatFamily(page: Page, child: string, count = 2): Promise<void> {
  await page.getByLabel(say('groupwork:seats.search')).fill(child)
  const card = page.getByRole('listitem').filter({ hasText: child })
  await card.getByRole('button', { name: say('groupwork:seats.add', { count }) }).click()
  await page.getByText(say('groupwork:seats.added', { name: child })).waitFor()
}

export async function openWave(page: Page, title: string): Promise<void> {
  await openRoom(page, 'inquiry')
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { name: say('inquiry:wave.facts') }).waitFor()
}

/** The wave's page is open: an exported table for one of its instruments is read and agreed to. */
export async function importAnswers(
  page: Page,
  file: UploadFile,
  instrument: string,
  count: number,
): Promise<void> {
  await page.getByRole('link', { name: say('inquiry:wave.import') }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByLabel(say('inquiry:line.instrument')).selectOption({ label: instrument })
  await page.getByRole('button', { name: say('inquiry:importing.agree', { count }) }).click()
  await page
    .getByText(say('inquiry:importing.done', { written: count, all: count }))
    .waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: say('inquiry:collect.toWave') }).click()
  await page.getByRole('heading', { name: say('inquiry:wave.facts') }).waitFor()
}
