// Answer sheets accepted per second through HTTP, with full audit, beside a bare insert of the same JSON into the same
// database in the same run with the same number of clients.
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parseArgs } from 'node:util'
import { Pool } from 'pg'
import { freshId } from '../testing/house/person.ts'
import { describeRate, measureRate, percent, printMachine, type Rate } from './measure.ts'
import type { ServedVillage } from './serve-village.ts'
import { startVillage } from './start-village.ts'

const { values: settings } = parseArgs({
  options: {
    devices: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '8' },
    profile: { type: 'boolean', default: false },
  },
  strict: false,
})
const devices = Number(settings.devices)
const seconds = Number(settings.seconds)

export interface Phone {
  readonly deviceId: string
  seq: number
}

/** One filled-in questionnaire, as a device sends it. */
export function makeSheet(village: ServedVillage, phone: Phone, nth: number): object {
  const home = village.families[nth % village.families.length]
  if (home === undefined) throw new Error('no family')
  phone.seq += 1
  const fields = {
    waveId: village.waveId,
    instrumentId: village.instrumentId,
    familyId: home.familyId,
    childId: home.childId,
    respondentId: home.motherId,
    pairId: home.pairId,
    targetId: home.childId,
    mode: 'readAloud',
    language: 'zh-CN',
    answeredOn: village.today,
    state: 'submitted',
    submittedOn: village.today,
  }
  const answers = village.itemIds.map((id, index) => [`answers.${id}`, 1 + ((index + nth) % 5)])
  const changes = [...Object.entries(fields), ...answers].map(([path, to]) => [
    path,
    { from: null, to },
  ])
  return {
    id: freshId(),
    recordId: freshId(),
    kind: 'answerSheet',
    verb: 'create',
    input: {},
    fields: Object.fromEntries(changes),
    bundle: null,
    deviceSeq: phone.seq,
    schemaVersion: 1,
    actorId: village.staffId,
    deviceId: phone.deviceId,
    claimedAt: new Date().toISOString(),
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 })

function post(village: ServedVillage, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port: village.port,
        path: '/api/sync/push',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-kiteline': '1',
          cookie: village.cookies[0] ?? '',
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

async function measurePush(village: ServedVillage, perPush: number): Promise<Rate> {
  const phones = Array.from({ length: devices }, () => ({ deviceId: randomUUID(), seq: 0 }))
  let nth = 0
  return measureRate(devices, seconds, async (lane) => {
    const phone = phones[lane]
    if (phone === undefined) throw new Error('no phone')
    const changes = Array.from({ length: perPush }, () => {
      nth += 1
      return makeSheet(village, phone, nth)
    })
    const answer = await post(village, JSON.stringify({ changes, echo: false }))
    const applied = answer.text.match(/"status":"applied"/g)?.length ?? 0
    if (answer.status !== 200 || applied !== perPush) throw new Error(answer.text.slice(0, 400))
    return perPush
  })
}

async function measureInsert(village: ServedVillage, pool: Pool, perCall: number): Promise<Rate> {
  const phone = { deviceId: randomUUID(), seq: 0 }
  let nth = 0
  return measureRate(devices, seconds, async () => {
    const sheets = Array.from({ length: perCall }, () => {
      nth += 1
      return JSON.stringify(makeSheet(village, phone, nth))
    })
    await pool.query('insert into bare (sheet) select unnest($1::jsonb[])', [sheets])
    return perCall
  })
}

export async function benchSubmissions(): Promise<void> {
  printMachine()
  const { village, stop } = await startVillage(settings.profile === true ? ['--cpu-prof'] : [])
  const pool = new Pool({ ...village.database, max: devices })
  await pool.query('create table bare (id bigint generated always as identity, sheet jsonb)')
  const bytes = JSON.stringify(makeSheet(village, { deviceId: randomUUID(), seq: 0 }, 1)).length
  console.log(
    `sheet of ${village.itemIds.length} answers, ${bytes} bytes of JSON; ${devices} devices at once, ${village.families.length} families, ${seconds} s each`,
  )
  await measurePush(village, 1)
  for (const size of [1, 20]) {
    const first = await measureInsert(village, pool, size)
    const pushed = await measurePush(village, size)
    const second = await measureInsert(village, pool, size)
    const bare = (first.perSecond + second.perSecond) / 2
    console.log(`${size} a call`)
    console.log(`  bare insert before  ${describeRate(first)}`)
    console.log(`  pushed with audit   ${describeRate(pushed)}`)
    console.log(`  bare insert after   ${describeRate(second)}`)
    console.log(`  accepted sheets are ${percent(pushed.perSecond, bare)} of the bare inserts`)
  }
  await pool.end()
  agent.destroy()
  await stop()
}
