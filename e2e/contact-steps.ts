// What a worker does in the contact room, by the words on the screen.
import type { Locator, Page } from 'playwright-core'
import { say } from './words.ts'

export const button = (page: Page, name: string): Locator =>
  page.getByRole('button', { name, exact: true })

export const choose = (page: Page, group: string, name: string): Promise<void> =>
  page.getByRole('group', { name: group }).getByText(name, { exact: true }).click()

/** The family's file is open: somebody says that Sunday evenings are free, and the file is open again. */
export async function sayFreeOnSunday(page: Page, name: string): Promise<void> {
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(name) })
    // Their profile with each other and their cases are called by their names too.
    .and(page.locator('a[href*="/people/"]'))
    .first()
    .click()
  const weekday = say('families:availability.weekday.7')
  const part = say('families:availability.part.evening')
  const slot = (state: string): Locator =>
    page.getByRole('button', {
      name: say('families:availability.slot', {
        weekday,
        part,
        state: say(`families:availability.state.${state}`),
      }),
    })
  await slot('no').click()
  await slot('free').waitFor()
  await button(page, say('families:availability.save')).click()
  await page.getByText(say('kit:savedHere')).first().waitFor()
}

export async function tellContact(
  page: Page,
  by: string,
  began: string,
  minutes: number,
): Promise<void> {
  await button(page, say('contact:log.add')).click()
  await choose(page, say('contact:told.by'), by)
  await choose(page, say('contact:quick.startedBy'), began)
  await button(page, say('contact:quick.saveMinutes', { count: minutes })).click()
  await button(page, say('contact:log.add')).waitFor()
}
