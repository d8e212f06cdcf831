// A station with 200 groups of ten meetings: what the server needs for each list that a desk asks for, and the desk for the
// lists that it shows from its own copy.
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { programme, type Programme } from '../core/groupwork/programme.ts'
import { addDays } from '../core/kit/dates.ts'
import { pullAnswerShape, type PullAnswer } from '../core/sync/pull.ts'
import { openBrowser, phone, sitDown, type Seat } from '../e2e/browser.ts'
import { signIn, unlockHere } from '../e2e/device-steps.ts'
import { startKiteline } from '../e2e/start-kiteline.ts'
import { say } from '../e2e/words.ts'
import { foundStation, type Call, type Caller } from './call-station.ts'
import { printMachine } from './measure.ts'
import {
  clearStaff,
  draftFamily,
  draftGroup,
  meetingsPerGroup,
  openPlanter,
  pairsPerGroup,
} from './plant-station.ts'

const { values: settings } = parseArgs({
  options: { groups: { type: 'string', default: '200' }, times: { type: 'string', default: '9' } },
  strict: false,
})
const groups = Number(settings.groups)
const times = Number(settings.times)
const aim = 200

interface Device {
  readonly deviceId: string
  epoch: string | null
  sight: string | null
  cursors: Record<string, number>
}

function newDevice(): Device {
  return { deviceId: randomUUID(), epoch: null, sight: null, cursors: {} }
}

async function pull(caller: Caller, device: Device): Promise<Call & { answer: PullAnswer }> {
  const { deviceId, epoch, sight, cursors } = device
  const call = await caller.post('/api/sync/pull', {
    ...{ deviceId, epoch, sight, cursors },
    ...{ deviceSeq: 0, surveys: [], limit: 500 },
  })
  const answer = pullAnswerShape.parse(JSON.parse(call.body))
  Object.assign(device, { epoch: answer.epoch, sight: answer.sight, cursors: answer.cursors })
  return { ...call, answer }
}

interface Copy {
  readonly device: Device
  readonly programmes: readonly Programme[]
  readonly took: readonly number[]
  readonly records: number
}

/** Page after page, as a new device does it. */
async function copyAll(caller: Caller): Promise<Copy> {
  const device = newDevice()
  const took: number[] = []
  const programmes: Programme[] = []
  let records = 0
  for (;;) {
    const { answer, milliseconds } = await pull(caller, device)
    took.push(milliseconds)
    if (milliseconds > aim) {
      const kinds = Object.entries(Object.groupBy(answer.entries, ({ kind }) => kind))
      const words = kinds.map(([kind, found]) => `${found?.length ?? 0} ${kind}`).join(', ')
      console.log(`page ${took.length} took ${milliseconds.toFixed(0)} ms: ${words}`)
    }
    records += answer.entries.length
    const found = answer.entries.filter(({ kind }) => kind === programme.name)
    programmes.push(...found.map(programme.readEntry))
    if (!answer.more) return { device, programmes, took, records }
  }
}

function show(what: string, took: readonly number[]): void {
  const sorted = took.toSorted((left, right) => left - right)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  const most = sorted.at(-1) ?? 0
  const verdict =
    most <= aim ? '' : middle <= aim ? '  (slowest misses the aim)' : '  MISSES THE AIM'
  console.log(
    `${what}: ${middle.toFixed(0)} ms in the middle, ${most.toFixed(0)} ms at most, of ${took.length}${verdict}`,
  )
}

async function repeat(what: string, work: () => Promise<Call>): Promise<void> {
  const took: number[] = []
  await work()
  for (let nth = 0; nth < times; nth += 1) took.push((await work()).milliseconds)
  show(what, took)
}

async function plant(caller: Caller, today: string): Promise<void> {
  const { programmes } = await copyAll(caller)
  const shelf = programmes.find(({ sessions }) => sessions.length >= meetingsPerGroup)
  if (shelf === undefined) throw new Error('no programme is long enough')
  const plantDrafts = openPlanter(caller)
  await plantDrafts(clearStaff(caller.staffId, today))
  const begun = performance.now()
  let changes = 0
  for (let nth = 0; nth < groups; nth += 1)
    changes += await plantDrafts(draftGroup(nth, shelf, { staffId: caller.staffId, today }))
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `${groups} groups of ${pairsPerGroup} pairs, ${meetingsPerGroup} meetings each: ${changes} changes in ${seconds.toFixed(0)} s`,
  )
}

async function measureServer(caller: Caller, today: string): Promise<void> {
  const { device, took, records } = await copyAll(caller)
  console.log(`a new device: ${records} records in ${took.length} pages of 500`)
  show('one page of them', took)
  await repeat('pull with nothing new', () => pull(caller, device))
  const plantDrafts = openPlanter(caller)
  let more = 0
  await repeat('pull after a family was registered', async () => {
    more += 1
    const [, drafts] = draftFamily(groups * pairsPerGroup + more, caller.staffId, today)
    await plantDrafts(drafts)
    return pull(caller, device)
  })
  const month = today.slice(0, 7)
  for (const [what, path, body] of [
    ['figures of this month', '/api/station-month', { month }],
    [
      'figures of the month before',
      '/api/station-month',
      { month: addDays(`${month}-01`, -1).slice(0, 7) },
    ],
    ['links that wait (Today)', '/api/family-links/waiting', {}],
    ['files whose keeping ends', '/api/retention', {}],
  ] as const)
    await repeat(what, () => caller.post(path, body))
}

interface Wish {
  readonly what: string
  /** A link that is followed. */
  readonly link: string
  /** What stands there when the list does. */
  readonly shown: string
  readonly count: number
}

/** From the tap to the frame in which the list stands, as the page itself sees it. */
async function timeTap(page: Page, { link, shown, count }: Wish): Promise<number> {
  const found: unknown = await page.evaluate(
    async ([from, to, wanted]) => {
      const begun = performance.now()
      const element = [...document.querySelectorAll(from)].find(
        (one) => one instanceof HTMLElement && one.offsetParent !== null,
      )
      if (!(element instanceof HTMLElement)) throw new Error(`no ${from}`)
      element.click()
      while (document.querySelectorAll(to).length < wanted)
        await new Promise((resolve) => requestAnimationFrame(resolve))
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      return performance.now() - begun
    },
    [link, shown, count] as const,
  )
  return z.number().parse(found)
}

async function measureDesk(seat: Seat, address: string): Promise<void> {
  const { page } = seat
  page.setDefaultTimeout(600_000)
  const begun = performance.now()
  await signIn(seat, address)
  await page.getByText(say('sync:line.allSent'), { exact: true }).first().waitFor()
  console.log(`copied to the device: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  await page.reload()
  await page.getByLabel(say('access:pin.label')).waitFor()
  const locked = performance.now()
  await unlockHere(page)
  console.log(`unlocked: ${((performance.now() - locked) / 1000).toFixed(1)} s`)
  await page.getByRole('heading', { name: say('access:today.title') }).waitFor()
  const groupLink = 'main a[href^="/groupwork/groups/"]'
  const toGroups = { link: 'nav a[href="/groupwork"]', shown: groupLink, count: groups }
  const wishes: readonly Wish[] = [
    { what: 'list of groups', ...toGroups },
    {
      what: 'one group',
      link: groupLink,
      shown: 'main a[href^="/groupwork/meetings/"]',
      count: meetingsPerGroup,
    },
    { what: 'Today', link: 'nav a[href="/today"]', shown: 'main section a', count: 1 },
  ]
  const took = wishes.map((): number[] => [])
  for (let nth = 0; nth <= times; nth += 1)
    for (const [at, wish] of wishes.entries()) {
      const milliseconds = await timeTap(page, wish)
      if (nth > 0) took[at]?.push(milliseconds)
    }
  wishes.forEach(({ what }, at) => {
    show(`desk, ${what}`, took[at] ?? [])
  })
}

export async function benchStationLists(): Promise<void> {
  printMachine()
  const kiteline = await startKiteline()
  try {
    const caller = await foundStation(kiteline.address, kiteline.token)
    const today = new Date().toISOString().slice(0, 10)
    await plant(caller, today)
    await measureServer(caller, today)
    const browser = await openBrowser()
    try {
      await measureDesk(await sitDown(browser, phone), kiteline.address)
    } finally {
      await browser.close()
    }
  } finally {
    await kiteline.stop()
  }
}
