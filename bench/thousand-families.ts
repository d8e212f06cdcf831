// A thousand mothers open their links within one minute, pass the check and tell of a call; every tenth sends the last tap
// again after the answer, every twentieth twice at one moment. Then the entries are counted in the database.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { printMachine } from './measure.ts'
import type { ServedFamily, ServedVillage } from './serve-village.ts'
import { startVillage } from './start-village.ts'

const { values: settings } = parseArgs({
  options: {
    families: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
  },
  strict: false,
})
const families = Number(settings.families)
const milliseconds = 1000 * Number(settings.seconds)
const agent = new Agent({ keepAlive: true, maxSockets: 500 })
const [lostEvery, twiceEvery] = [10, 20]

interface Answer {
  readonly status: number
  readonly text: string
  readonly location: string
  readonly cookie: string
  readonly took: number
}

interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie?: string
  readonly type?: string
  readonly body?: string
}

function ask(port: number, { method, path, cookie = '', type, body }: Asked): Promise<Answer> {
  const begun = performance.now()
  const headers = {
    ...{ cookie, 'x-kiteline': '1' },
    ...(path.startsWith('/f/') ? { 'accept-encoding': 'gzip' } : {}),
    ...(type === undefined ? {} : { 'content-type': type }),
  }
  return new Promise((resolve, reject) => {
    const sent = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          location: response.headers.location ?? '',
          cookie: (response.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; '),
          took: performance.now() - begun,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function makeLink(village: ServedVillage, of: ServedFamily): Promise<string> {
  const { familyId, childId, motherId, pairId } = of
  const { status, text } = await ask(village.port, {
    ...{ method: 'POST', path: '/api/family-links', cookie: village.cookies[0] ?? '' },
    type: 'application/json',
    body: JSON.stringify({
      ...{ familyId, personId: motherId, childId, purpose: 'contact', pairId },
      ...{ waveId: null, instrumentId: null, days: 90 },
    }),
  })
  const address = /"address":"([^"]+)"/.exec(text)?.[1]
  if (address === undefined) throw new Error(`no link: ${status} ${text.slice(0, 300)}`)
  return new URL(address).pathname
}

const steps = [
  'check page',
  'check passed',
  'home',
  'who began',
  'how',
  'how long',
  'receipt',
] as const
type Step = (typeof steps)[number]

class Tally {
  readonly took = new Map<Step, number[]>()
  readonly troubles: string[] = []
  add(step: Step, { status, took }: Answer, wanted: number): void {
    this.took.set(step, [...(this.took.get(step) ?? []), took])
    if (status !== wanted) this.troubles.push(`${step}: ${status}`)
  }
}

/** One mother: link, check, home, three taps, receipt. */
async function tell(port: number, path: string, nth: number, tally: Tally): Promise<void> {
  const type = 'application/x-www-form-urlencoded'
  const post = (cookie: string, form: Record<string, string>): Promise<Answer> =>
    ask(port, { method: 'POST', path, cookie, type, body: new URLSearchParams(form).toString() })
  tally.add('check page', await ask(port, { method: 'GET', path }), 200)
  const passed = await post('', { step: 'check', check: '2015' })
  tally.add('check passed', passed, 303)
  const { cookie } = passed
  tally.add('home', await ask(port, { method: 'GET', path: passed.location, cookie }), 200)
  const began = { step: 'log', ask: randomUUID(), l_began: 'adult' }
  tally.add('who began', await post(cookie, began), 200)
  const how = { ...began, l_how: 'videoCall' }
  tally.add('how', await post(cookie, how), 200)
  const last = { ...how, l_minutes: '15' }
  const times = nth % twiceEvery === 0 ? 2 : 1
  const told = await Promise.all(Array.from({ length: times }, () => post(cookie, last)))
  for (const answer of told) tally.add('how long', answer, 303)
  if (nth % lostEvery === 5) tally.add('how long', await post(cookie, last), 303)
  const location = told[0]?.location ?? path
  tally.add('receipt', await ask(port, { method: 'GET', path: location, cookie }), 200)
}

function show(step: string, took: readonly number[]): void {
  const sorted = took.toSorted((left, right) => left - right)
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)
  console.log(
    `  ${step.padEnd(14)} ${String(took.length).padStart(5)} answered: median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
  )
}

async function countEntries({ database, families: homes }: ServedVillage): Promise<void> {
  const pool = new Pool({ ...database, max: 1 })
  const { rows } = await pool.query<{ entries: string }>(
    'select count(*) as entries from contact_entry group by pair_id',
  )
  const doubled = rows.filter(({ entries }) => Number(entries) > 1).length
  console.log(
    `  ${rows.length} pairs of ${homes.length} have an entry: ${homes.length - rows.length} lost, ${doubled} doubled`,
  )
  await pool.end()
}

export async function benchThousandFamilies(): Promise<void> {
  const { village, stop } = await startVillage([], families)
  const paths: string[] = []
  for (const home of village.families) paths.push(await makeLink(village, home))
  printMachine()
  console.log(
    `${families} families of one agency within ${milliseconds / 1000} s, at even distances, one server and its PostgreSQL beside this client`,
  )
  const tally = new Tally()
  const begun = performance.now()
  await Promise.all(
    paths.map(async (path, nth) => {
      await wait((nth * milliseconds) / families)
      await tell(village.port, path, nth, tally).catch((trouble: unknown) =>
        tally.troubles.push(String(trouble)),
      )
    }),
  )
  console.log(`  all done after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  for (const step of steps) show(step, tally.took.get(step) ?? [])
  show('any of them', [...tally.took.values()].flat())
  console.log(`  ${tally.troubles.length} errors ${[...new Set(tally.troubles)].join(' · ')}`)
  await countEntries(village)
  agent.destroy()
  await stop()
}
