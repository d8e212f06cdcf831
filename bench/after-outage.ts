// A thousand phones come back at one moment, each with a day's work: how long until all of it is in, and whether the
// server answers others meanwhile. Each client waits as the desk does: by the server's Retry-After and its own dice.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parseArgs } from 'node:util'
import { waitSeconds } from '../desk/sync/courier.ts'
import { printMachine } from './measure.ts'
import type { ServedVillage } from './serve-village.ts'
import { makeSheet } from './submissions.ts'
import { startVillage } from './start-village.ts'

const { values: settings } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000' },
    changes: { type: 'string', default: '20' },
  },
  strict: false,
})
const clients = Number(settings.clients)
const changesEach = Number(settings.changes)

interface Answered {
  readonly status: number
  readonly retryAfter: number | null
  readonly applied: number
}

const agent = new Agent({ keepAlive: true, maxSockets: clients })

function send(village: ServedVillage, path: string, body: object): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        host: '127.0.0.1',
        port: village.port,
        path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-kiteline': '1',
          cookie: village.cookies[0] ?? '',
        },
      },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8')
          const header = response.headers['retry-after']
          resolve({
            status: response.statusCode ?? 0,
            retryAfter: header === undefined ? null : Number(header),
            applied: text.split('"status":"applied"').length - 1,
          })
        })
      },
    )
    asked.on('error', reject)
    asked.end(JSON.stringify(body))
  })
}

function aDay(village: ServedVillage, nth: number): object {
  const phone = { deviceId: randomUUID(), seq: 0 }
  const changes = Array.from({ length: changesEach }, (_, index) =>
    makeSheet(village, phone, nth * changesEach + index),
  )
  return { changes, echo: false }
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

const tally = { turnedAway: 0, troubles: 0, applied: 0, tries: 0 }

async function comeBack(village: ServedVillage, nth: number, begun: number): Promise<number> {
  const body = aDay(village, nth)
  for (let failures = 1; ; failures += 1) {
    tally.tries += 1
    const answer = await send(village, '/api/sync/push', body).catch(() => null)
    if (answer?.status === 200) {
      tally.applied += answer.applied
      return (performance.now() - begun) / 1000
    }
    if (answer?.status === 503) tally.turnedAway += 1
    else tally.troubles += 1
    await pause(waitSeconds(failures, answer?.retryAfter ?? null, Math.random()))
  }
}

/** Somebody who works at the office meanwhile: what their screen asks is not among the crowd's. */
async function watchOthers(village: ServedVillage, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (goesOn()) {
    const begun = performance.now()
    await send(village, '/api/reads', { reads: [] })
    times.push(performance.now() - begun)
    await pause(0.2)
  }
  return times.sort((left, right) => left - right)
}

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

export async function benchAfterOutage(): Promise<void> {
  printMachine()
  const { village, stop } = await startVillage()
  try {
    await comeBackTogether(village)
  } finally {
    await stop()
  }
}

async function comeBackTogether(village: ServedVillage): Promise<void> {
  let over = false
  const watching = watchOthers(village, () => !over)
  const begun = performance.now()
  const ended = await Promise.all(
    Array.from({ length: clients }, (_, nth) => comeBack(village, nth, begun)),
  )
  over = true
  const others = await watching
  ended.sort((left, right) => left - right)
  for (const line of [
    `${clients} phones with ${changesEach} sheets each, all at one moment`,
    `applied ${tally.applied} of ${clients * changesEach}; ${tally.tries} tries, ${tally.turnedAway} asked to come again, ${tally.troubles} troubles`,
    `delivered: half after ${at(ended, 0.5).toFixed(1)} s, 95 % after ${at(ended, 0.95).toFixed(1)} s, all after ${at(ended, 1).toFixed(1)} s`,
    `others meanwhile: median ${at(others, 0.5).toFixed(0)} ms, p95 ${at(others, 0.95).toFixed(0)} ms, longest ${at(others, 1).toFixed(0)} ms`,
  ])
    console.log(line)
}
