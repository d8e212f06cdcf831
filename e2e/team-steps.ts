// A colleague comes to the station: invited, checked, in the group's team, signed in on a phone of their own.
import type { Page } from 'playwright-core'
import type { Seat } from './browser.ts'
import { dayFromToday, openRoom } from './desk-steps.ts'
import { choosePin, password } from './enter.ts'
import { goInside } from './look-around.ts'
import { say } from './words.ts'

interface Colleague {
  readonly name: string
  readonly loginName: string
  readonly role: 'coLeader' | 'supervisor' | 'socialWorker' | 'volunteer'
}

/** Answers the link with which the colleague sets up an account. */
export async function inviteColleague(page: Page, one: Colleague): Promise<string> {
  await goInside(page, '/staff')
  await page.getByRole('button', { name: say('access:staff.invite'), exact: true }).click()
  await page.getByLabel(say('access:name')).fill(one.name)
  await page.getByLabel(say('access:loginName')).fill(one.loginName)
  await page.getByRole('checkbox', { name: say(`access:roles.${one.role}`), exact: true }).check()
  await page.getByRole('button', { name: say('access:staff.inviteSubmit') }).click()
  const link = (await page.getByText(/#activate=/).textContent()) ?? ''
  await page.getByRole('button', { name: say('kit:done'), exact: true }).click()
  await page
    .getByRole('row', { name: new RegExp(one.name) })
    .getByRole('button', { name: say('kit:edit') })
    .click()
  // The dialog has forms beside this one, each with a button of its own.
  const form = page.locator('form').filter({ has: page.getByLabel(say('access:staff.clearance')) })
  const save = form.getByRole('button', { name: say('kit:save'), exact: true })
  await form.getByLabel(say('access:staff.clearance')).fill(dayFromToday(-30))
  await save.click()
  await save.waitFor({ state: 'detached' })
  return link
}

export async function joinTeam(page: Page, group: string, { name, role }: Colleague) {
  await openRoom(page, 'groupwork')
  await page.getByRole('link', { name: group }).first().click()
  await page.getByRole('button', { name: say('groupwork:page.editFacts') }).click()
  await page.getByLabel(name, { exact: true }).selectOption(say(`groupwork:teamRole.${role}`))
  await page.getByRole('button', { name: say('kit:save'), exact: true }).click()
  await page
    .getByText(say('groupwork:page.member', { name, role: say(`groupwork:teamRole.${role}`) }))
    .first()
    .waitFor()
}

export async function activate({ page }: Seat, link: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel(say('access:newPassword')).fill(password)
  await page.getByRole('button', { name: say('access:activate.submit') }).click()
  await choosePin(page)
}
