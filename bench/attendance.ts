// Attendance of sixteen on a phone: taps and seconds, as a leader marks them, on a processor four times slower than this one.
// A tap counts when the device has kept it; looking for a name and deciding are the person's own and are not in it.
import type { Page } from 'playwright-core'
import { openBrowser, phone, sitDown, type Seat } from '../e2e/browser.ts'
import {
  dayFromToday,
  giveConsent,
  importVillage,
  openFamily,
  planGroup,
  seatFamily,
} from '../e2e/desk-steps.ts'
import { setUpAgency, waitUntilAllSent } from '../e2e/enter.ts'
import { openMeeting } from '../e2e/group-steps.ts'
import { startKiteline } from '../e2e/start-kiteline.ts'
import { households } from '../e2e/village.ts'
import { say } from '../e2e/words.ts'
import { printMachine } from './measure.ts'

const group = 'Z村亲子平行小组'
const slowdown = 4
const homes = households.slice(0, 8)

async function seatEight({ page }: Seat): Promise<void> {
  await importVillage(page)
  for (const home of homes) {
    await openFamily(page, home.child)
    await giveConsent(page, home.mother, dayFromToday(-20))
  }
  await planGroup(page, group, dayFromToday(-15))
  await page.getByRole('link', { name: say('groupwork:page.toSeats') }).click()
  await page.getByLabel(say('groupwork:seats.joinedOn')).fill(dayFromToday(-15))
  for (const home of homes) await seatFamily(page, home.child)
  await waitUntilAllSent(page)
}

function rowOf(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
}

/** One tap on one of the five buttons, until the mark is kept. */
async function tap(page: Page, name: string, presence: 'inPerson' | 'liveRemote' | 'absent') {
  const row = rowOf(page, name)
  await row.getByRole('radio', { name: say(`groupwork:presence.${presence}`) }).click()
  await row.getByRole('button', { name: say('groupwork:attendance.takeBack') }).waitFor()
}

async function timed(what: string, taps: number, work: () => Promise<void>): Promise<void> {
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  console.log(`${what}: ${taps} taps, ${seconds.toFixed(1)} s`)
}

async function markOneByOne(page: Page): Promise<void> {
  for (const { child } of homes) await tap(page, child, 'inPerson')
  for (const { mother } of homes) await tap(page, mother, 'liveRemote')
}

/** Three are not like the others; the rest of each strand is one tap. */
async function markOthersTogether(page: Page): Promise<void> {
  const [one, two, three] = homes
  if (one === undefined || two === undefined || three === undefined) throw new Error('no homes')
  await tap(page, one.child, 'absent')
  await tap(page, two.mother, 'absent')
  await tap(page, three.mother, 'inPerson')
  const others = (presence: 'inPerson' | 'liveRemote', count: number) =>
    page.getByRole('button', { name: say(`groupwork:attendance.others.${presence}`, { count }) })
  await others('inPerson', 7).first().click()
  await page.getByText(new RegExp(`^${say('groupwork:strand.child')} 8/8$`)).waitFor()
  await others('liveRemote', 6).last().click()
  await page.getByText(new RegExp(`^${say('groupwork:strand.parent')} 8/8$`)).waitFor()
}

export async function benchAttendance(): Promise<void> {
  printMachine()
  const kiteline = await startKiteline()
  const browser = await openBrowser()
  try {
    const seat = await sitDown(browser, phone)
    seat.page.setDefaultTimeout(30_000)
    await setUpAgency(seat, kiteline)
    await seatEight(seat)
    const session = await seat.context.newCDPSession(seat.page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await openMeeting(seat.page, group, 1)
    await seat.context.setOffline(true)
    await timed('sixteen, each by hand', 16, () => markOneByOne(seat.page))
    await openMeeting(seat.page, group, 2)
    await timed('three by hand, all others together', 5, () => markOthersTogether(seat.page))
  } finally {
    await browser.close()
    await kiteline.stop()
  }
}
