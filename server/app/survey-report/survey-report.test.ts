import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bigSurvey } from '../../../core/paperwork/cases/survey-world.ts'
import { buildSurveyPaper } from '../../../core/paperwork/survey/build-survey-paper.ts'
import { surveyHeads } from '../../../core/paperwork/survey/survey-paper.ts'
import { surveyReport } from '../../../core/paperwork/survey-report.ts'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { surveySheet } from '../../../core/inquiry/survey-sheet.ts'
import { wave } from '../../../core/inquiry/wave.ts'
import { fieldsAsJson } from '../../../core/kit/json-parse.ts'
import { openTestHouse, type TestHouse } from '../../../testing/house/open-test-house.ts'
import { newId } from '../../access/accounts.ts'
import { actFor, lookAt, type ServerDraft } from '../record-store.ts'
import { openSurveyWorker, surveyLimits } from './open-survey-worker.ts'
import type { SurveyOrder } from './survey-order.ts'

const welcome = z.object({
  agency: z.object({ id: z.uuid() }),
  staff: z.object({ id: z.uuid() }),
})
const here = new AbortController().signal
const people = bigSurvey('en').sheets.slice(0, 120)

let house: TestHouse
let cookie = ''
let agencyId = ''
let staffId = ''
const waveId = newId()
const instrumentId = newId()
beforeAll(async () => {
  house = await openTestHouse()
  const answer = await send('/api/setup/sample', { token: house.open.setupCode, language: 'en' })
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const json: unknown = await answer.json()
  const entered = welcome.parse(json)
  agencyId = entered.agency.id
  staffId = entered.staff.id
  await plantSurvey()
}, 120_000)
afterAll(() => house.close())

async function plantSurvey(): Promise<void> {
  const { id: _id, ...asked } = bigSurvey('en').instruments[0] ?? { id: '' }
  await act([
    {
      kind: instrument,
      recordId: instrumentId,
      verb: 'create',
      fields: fieldsAsJson({ ...asked, state: 'draft' }),
    },
    { kind: instrument, recordId: instrumentId, verb: 'publish' },
  ])
  const its = { title: 'Whole school', phase: 'survey', subject: 'codes', opensOn: '2026-03-01' }
  const fields = fieldsAsJson({ ...its, instrumentIds: [instrumentId] })
  await act([{ kind: wave, recordId: waveId, verb: 'create', fields }])
  await act(
    people.map(({ respondentCode, answers, extra }) => ({
      kind: surveySheet,
      recordId: newId(),
      verb: 'create',
      fields: fieldsAsJson({ waveId, instrumentId, respondentCode, answers, extra }),
    })),
  )
}

async function act(drafts: readonly ServerDraft[]): Promise<void> {
  for (const answer of await actFor(house.open.house, agencyId, staffId, drafts))
    expect(answer).toMatchObject({ status: 'applied' })
}

function send(path: string, body: unknown, signal = here): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kiteline': '1', cookie },
    body: JSON.stringify(body),
    signal,
  }
  const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return Promise.resolve(house.app.request(path, init, address))
}

function askReport(signal = here): Promise<Response> {
  return send(
    '/api/reports/survey',
    {
      waveId,
      afterWaveId: null,
      split: { by: 'extra', name: 'gender' },
      texts: Object.fromEntries(surveyHeads.map((head) => [head, ''])),
      language: 'en',
      templateId: null,
    },
    signal,
  )
}

function readReports() {
  return lookAt(house.open.house, agencyId, (look) => look.many(surveyReport, { waveId }))
}

function orderOf(): SurveyOrder {
  const { sheets: _sheets, wording, ...input } = bigSurvey('en')
  return { ...input, agencyId, language: wording.language, familySheets: null }
}

describe('the report of a survey [PAP-13]', () => {
  it('is computed from every sheet that is stored, as it would be in one piece', async () => {
    const answer = await askReport()
    expect(answer.status).toBe(200)
    const [report] = await readReports()
    const whole = buildSurveyPaper(bigSurvey('en', { sheets: people }))
    if (!whole.ok) throw new Error(whole.refusal.id)
    expect(report?.numbers.map(({ value }) => value)).toEqual(
      whole.value.numbers.map(({ value }) => value),
    )
  })

  it('is made while the server answers other people', async () => {
    const finished: string[] = []
    const report = askReport().then(() => finished.push('report'))
    const sync = { epoch: null, cursors: {}, surveys: [], limit: 100, deviceSeq: 0 }
    const deviceId = '0198a000-0000-7000-8000-000000000003'
    const pull = await send('/api/sync/pull', { ...sync, deviceId })
    expect(pull.status).toBe(200)
    finished.push('sync')
    await report
    expect(finished).toEqual(['sync', 'report'])
  })

  it('is given up when whoever asked has gone, and leaves its place to the next', async () => {
    const before = (await readReports()).length
    const leaving = new AbortController()
    const left = askReport(leaving.signal).catch(() => null)
    await send('/api/sync/who', {})
    leaving.abort()
    await left
    expect(await readReports()).toHaveLength(before)
    expect((await askReport()).status).toBe(200)
  })

  it('is refused with a clear reason when too many are being made', async () => {
    const leaving = new AbortController()
    const asked = Array.from({ length: 9 }, () => askReport(leaving.signal))
    const first = await Promise.race(asked)
    expect(first.status).toBe(429)
    expect(await first.json()).toMatchObject({ id: 'ReportsBusy' })
    leaving.abort()
    await Promise.allSettled(asked)
  })
})

describe('the process of a report', () => {
  it('computes while the server goes on', async () => {
    const worker = openSurveyWorker(orderOf(), here)
    await worker.begin()
    let turns = 0
    let over = false
    const turn = (): void => {
      turns += 1
      if (!over) setImmediate(turn)
    }
    setImmediate(turn)
    const paper = await worker.compute()
    over = true
    await worker.close()
    expect(paper.ok).toBe(true)
    // In the server itself there would be one turn or two.
    expect(turns).toBeGreaterThan(10)
  })

  it.each([
    ['took too long', { seconds: 0.001, megabytes: 512 }, 'ReportTookTooLong'],
    ['needs more memory than it may have', { seconds: 60, megabytes: 8 }, 'ReportTooLarge'],
  ])('says that it %s', async (_what, limits, id) => {
    const worker = openSurveyWorker(orderOf(), here, limits)
    await worker.begin()
    expect(await worker.compute()).toMatchObject({ refusal: { id } })
    await worker.close()
  })

  it('tells the person and the server’s log what went wrong', async () => {
    const lines: string[] = []
    const worker = openSurveyWorker(orderOf(), here, surveyLimits, (line) => lines.push(line))
    await worker.begin()
    // A page whose rows are of no kind that it knows.
    await Reflect.apply(worker.take, null, [{ rows: [{ sealed: null }], keys: new Map() }])
    expect(await worker.compute()).toMatchObject({
      refusal: { id: 'ReportNotMade', details: { reason: expect.stringMatching(/./) } },
    })
    expect(lines.join()).toMatch(/^survey report not made: \w*Error/)
    await worker.close()
  })
})
