// A group as it is led: who came how, what was held, the record; and the ways of asking.
import type { Page } from 'playwright-core'
import { answerOf, childForm, optionWords, parentForm, type Moment } from './group-answers.ts'
import { say } from './words.ts'

export type Presence = 'inPerson' | 'liveRemote' | 'watchedLater' | 'represented' | 'absent'

/** The meeting's page is open at the list of names. */
export async function markPresence(page: Page, name: string, presence: Presence): Promise<void> {
  const row = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  await row.getByRole('radio', { name: say(`groupwork:presence.${presence}`) }).click()
  if (presence === 'represented') {
    await row.getByRole('textbox', { name: say('groupwork:attendance.standIn') }).fill('邻居张婶')
    await row.getByRole('button', { name: say('kit:done') }).click()
  }
  if (presence === 'absent')
    await row.getByRole('button', { name: say('groupwork:absenceReason.shift') }).click()
  const { late, leftEarly, takeBack } = {
    late: say('groupwork:attendance.late'),
    leftEarly: say('groupwork:attendance.leftEarly'),
    takeBack: say('groupwork:attendance.takeBack'),
  }
  await row
    .getByRole('button', { name: new RegExp(`^(${late}|${leftEarly}|${takeBack})`) })
    .first()
    .waitFor()
}

/** Children stand above parents. */
export async function markOthers(
  page: Page,
  strand: 'child' | 'parent',
  presence: 'inPerson' | 'liveRemote',
  count: number,
): Promise<void> {
  const buttons = page.getByRole('button', {
    name: say(`groupwork:attendance.others.${presence}`, { count }),
  })
  await (strand === 'child' ? buttons.first() : buttons.last()).click()
  const all = new RegExp(`^${say(`groupwork:strand.${strand}`)} (\\d+)/\\1$`)
  await page.getByText(all).waitFor()
}

export async function holdMeeting(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('groupwork:held.hold') }).click()
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page.getByRole('button', { name: say('groupwork:held.correct') }).waitFor()
}

type MeetingView = 'attendance' | 'plan' | 'marks' | 'pairs' | 'away' | 'records'

/** The meeting's page is open: another part of it. */
export async function openView(page: Page, view: MeetingView): Promise<void> {
  const named = page.getByText(say(`groupwork:meeting.views.${view}`), { exact: true })
  // Before its day a meeting has only people who asked to be excused.
  const excused = page.getByText(say('groupwork:meeting.excused'), { exact: true })
  await (view === 'away' ? named.or(excused) : named).first().click()
}

/** Those who did not come stand open: somebody was asked after, and what came of it. */
export async function followUp(
  page: Page,
  name: string,
  way: string,
  outcome: string,
): Promise<void> {
  const card = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  for (const words of [
    say(`groupwork:followUpWay.${way}`),
    say(`groupwork:followUpOutcome.${outcome}`),
  ]) {
    await card.getByRole('button', { name: words, exact: true }).click()
    await card.getByRole('button', { name: words, exact: true, pressed: true }).waitFor()
  }
}

export async function openMeeting(page: Page, group: string, no: number): Promise<void> {
  await page.locator('nav a[href="/groupwork"]:visible').first().click()
  await page.getByRole('link', { name: group }).first().click()
  await page
    .getByRole('link', { name: new RegExp(`^${say('groupwork:meeting.no', { no })} ·`) })
    .first()
    .click()
  await page.getByText(say('groupwork:meeting.views.records'), { exact: true }).waitFor()
}

/** The wave's page is open: the questionnaire that this person is to answer. */
export async function openQuestionnaire(page: Page, respondent: string): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(`^${respondent}`) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { name: say('inquiry:collect.how') }).waitFor()
}

/** The worker reads, the child answers, the worker presses number keys. */
export async function readAloud(page: Page, family: number, moment: Moment): Promise<void> {
  const count = childForm.items.length
  await page.getByRole('button', { name: say('inquiry:collect.start.readAloud') }).click()
  await page.getByRole('button', { name: say('inquiry:assent.yes'), exact: true }).click()
  for (let item = 0; item < count; item += 1) {
    await page.getByText(say('inquiry:collect.place', { at: item + 1, count })).waitFor()
    await page.keyboard.press(String(answerOf('child', family, moment, item)))
  }
  await page.getByRole('button', { name: say('inquiry:collect.submit') }).click()
  await page.getByRole('heading', { name: say('inquiry:sheet.scores') }).waitFor()
}

/** The child holds the device and taps; the last tap hands in. */
export async function answerHandedOver(page: Page, family: number, moment: Moment): Promise<void> {
  const count = childForm.items.length
  await page.getByRole('button', { name: say('inquiry:handover.start'), exact: true }).click()
  for (let item = 0; item < count; item += 1) {
    await page.getByText(say('inquiry:collect.place', { at: item + 1, count })).waitFor()
    const words = optionWords(childForm, answerOf('child', family, moment, item) ?? 0)
    await page.getByRole('radio', { name: words, exact: true }).click()
  }
  await page.getByRole('button', { name: say('inquiry:handover.finish') }).click()
  await page.getByRole('heading', { name: say('inquiry:handover.thanks') }).waitFor()
}

/** The parent's own phone, far away: the one question that lets somebody in. */
async function openLink(page: Page, address: string, birthYear: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel(say('family:check.birthYear')).fill(birthYear)
  await page.getByRole('button', { name: say('family:check.go') }).click()
}

/** What became of the task that went home, told on the parent's own phone. */
export async function tellByLink(
  page: Page,
  address: string,
  birthYear: string,
  told: { readonly state: 'done' | 'partly' | 'notDone'; readonly words: string },
): Promise<void> {
  await openLink(page, address, birthYear)
  await page.getByRole('radio', { name: say(`family:task.${told.state}`), exact: true }).check()
  await page.getByLabel(say('family:task.words')).fill(told.words)
  await page.getByRole('button', { name: say('family:task.send') }).click()
  await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
}

/** A questionnaire on the parent's own phone: one page without an account. */
export async function answerByLink(
  page: Page,
  address: string,
  family: number,
  birthYear: string,
): Promise<void> {
  await openLink(page, address, birthYear)
  for (const [index, item] of parentForm.items.entries()) {
    const words = optionWords(parentForm, answerOf('parent', family, 'before', index) ?? 0)
    await page
      .locator(`fieldset:has(input[name="q_${item.id}"])`)
      .getByRole('radio', { name: words, exact: true })
      .check()
  }
  await page.getByRole('button', { name: say('family:questionnaire.send') }).click()
  await page.getByRole('heading', { name: say('family:thanks.title') }).waitFor()
}
