// A county's survey, sent to a running server as devices send it: 100,000 sheets of 60 items in 30 classes.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { freshId } from '../testing/house/person.ts'

export interface ServedDesk {
  readonly address: string
  readonly cookie: string
  readonly staffId: string
}

const itemIds = Array.from({ length: 60 }, (_, at) => `q${at}`)
const perPush = 500
const lanes = 3
const answered = z.object({ answers: z.array(z.looseObject({ status: z.string() })) })

export async function callDesk(desk: ServedDesk, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${desk.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kiteline': '1', cookie: desk.cookie },
    body: JSON.stringify(body),
  })
  const json: unknown = await response.json()
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(json).slice(0, 400)}`)
  return json
}

interface Device {
  readonly id: string
  seq: number
}

interface Draft {
  readonly kind: string
  readonly recordId: string
  readonly verb: string
  readonly fields: Readonly<Record<string, unknown>>
}

async function push(desk: ServedDesk, device: Device, drafts: readonly Draft[]): Promise<void> {
  const changes = drafts.map(({ fields, ...draft }) => {
    device.seq += 1
    return {
      ...draft,
      id: freshId(),
      input: {},
      fields: Object.fromEntries(
        Object.entries(fields).map(([path, to]) => [path, { from: null, to }]),
      ),
      bundle: null,
      deviceSeq: device.seq,
      schemaVersion: 1,
      actorId: desk.staffId,
      deviceId: device.id,
      claimedAt: new Date().toISOString(),
    }
  })
  const { answers } = answered.parse(
    await callDesk(desk, '/api/sync/push', { changes, echo: false }),
  )
  const refused = answers.find(({ status }) => status !== 'applied')
  if (refused !== undefined) throw new Error(JSON.stringify(refused))
}

/** Six scales of ten items and a total of all; every fifth item is reversed. */
function askedSixty(): Draft['fields'] {
  const part = (id: string, items: readonly string[], scoring: 'mean' | 'sum') => ({
    id,
    title: { 'zh-CN': `量表 ${id}`, en: `Scale ${id}` },
    items,
    scoring,
    direction: 'neutral',
  })
  return {
    code: 'county-sixty',
    version: '1',
    state: 'draft',
    title: { 'zh-CN': '六十题', en: 'Sixty items' },
    respondent: 'any',
    target: 'self',
    licence: { status: 'ours' },
    provenance: { reference: 'made for this measurement' },
    validation: { status: 'notValidated' },
    responseSets: [{ id: 'five', min: 1, max: 5 }],
    items: itemIds.map((id, at) => ({
      id,
      number: at + 1,
      text: { 'zh-CN': `第 ${at + 1} 题`, en: `Item ${at + 1}` },
      response: { kind: 'choice', set: 'five' },
      reversed: at % 5 === 0,
    })),
    subscales: [0, 1, 2, 3, 4, 5].map((at) =>
      part(`s${at}`, itemIds.slice(at * 10, at * 10 + 10), 'mean'),
    ),
    total: part('all', itemIds, 'sum'),
  }
}

/** The same numbers in every run. */
function openDice(): () => number {
  let seed = 1
  return () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
}

/** Sends the questionnaire, the wave and so many sheets; the wave's id. */
export async function plantSurvey(desk: ServedDesk, people: number): Promise<string> {
  const device = { id: randomUUID(), seq: 0 }
  const [instrumentId, waveId] = [freshId(), freshId()]
  const draft = { kind: 'instrument', recordId: instrumentId, fields: {} }
  await push(desk, device, [{ ...draft, verb: 'create', fields: askedSixty() }])
  await push(desk, device, [{ ...draft, verb: 'publish' }])
  const wave = { title: '全县调查', phase: 'survey', subject: 'codes', opensOn: '2026-03-01' }
  const fields = { ...wave, instrumentIds: [instrumentId] }
  await push(desk, device, [{ kind: 'wave', recordId: waveId, verb: 'create', fields }])
  const dice = openDice()
  let sent = 0
  const nextPage = (): readonly Draft[] =>
    Array.from({ length: Math.min(perPush, people - sent) }, () => {
      sent += 1
      const own = dice()
      const answers = itemIds.map((id) => [
        `answers.${id}`,
        1 + Math.floor(((own + dice()) / 2) * 5),
      ])
      const who = {
        waveId,
        instrumentId,
        respondentCode: `c${sent}`,
        groupLabel: `班 ${sent % 30}`,
      }
      const sheet = { ...who, 'extra.gender': sent % 2, ...Object.fromEntries(answers) }
      return { kind: 'surveySheet', recordId: freshId(), verb: 'create', fields: sheet }
    })
  const runLane = async (): Promise<void> => {
    const own = { id: randomUUID(), seq: 0 }
    while (sent < people) await push(desk, own, nextPage())
  }
  await Promise.all(Array.from({ length: lanes }, runLane))
  return waveId
}
