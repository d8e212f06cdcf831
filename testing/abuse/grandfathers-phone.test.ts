// Story 1: on the worker's tablet, in a house without a network, a girl of ten says what happens at home. The grandfather with whom
// she lives has a phone and a link of his own. He opens everything, asks for all that is held on her, takes back what he can, and
// tries to get in. He sees what he saw before; her words arrive once; the worker has them and the clock runs.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { answerSheetIdOf } from '../../core/inquiry/answer-sheet.ts'
import { instrumentIdOf } from '../../core/inquiry/instrument.ts'
import { concern } from '../../core/safety/concern.ts'
import { listConcernsDue } from '../../core/safety/list-concerns-due.ts'
import type { Change } from '../../core/sync/change.ts'
import { applied } from '../house/ask-to-erase.ts'
import { aHome, aLink, aPhone, type Browser, type Home } from '../house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../house/person.ts'

const words = '金丝雀爷爷喝醉了打我'
const noticedAt = '2026-03-02T01:00:00.000Z'
const telling = /金丝雀|关切|担心孩子|安全|上报|报告|concern|report|safety/i

let house: TestHouse
let home: Home
let supervisor: Person
let worker: Person
let waveId: string
let sheet: { waveId: string; instrumentId: string; respondentId: string; pairId: string }
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  supervisor = home.worker
  worker = await aColleague(supervisor, ['socialWorker'])
  waveId = freshId()
  sheet = {
    ...{ waveId, instrumentId: instrumentIdOf('kiteline-child', '1') },
    ...{ respondentId: home.childId, pairId: home.pairId },
  }
  const { familyId, childId, motherId } = home
  const consent = (purpose: string) =>
    supervisor.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose, proof: 'link' },
      ...{ textVersion: '1', decision: 'given', givenById: motherId, decidedOn: '2026-01-02' },
    })
  const input = { add: [worker.staffId], remove: [] }
  await applied(
    supervisor,
    supervisor.change('family', familyId, 'assign', {}, {}, input),
    consent('service'),
    consent('assessment'),
    supervisor.change('wave', waveId, 'create', {
      ...{ title: '孩子的问卷', phase: 'before', opensOn: '2026-01-01' },
      instrumentIds: [sheet.instrumentId, instrumentIdOf('kiteline-caregiver', '1')],
    }),
  )
})
afterAll(() => house.close())

/** What the device of a worker without a network holds until it is sent. */
function disclose(): readonly Change[] {
  const { familyId, childId } = home
  const concernId = freshId()
  const bundle = { id: freshId(), of: 2 }
  const beginning = { familyId, childId, childName: '小明', noticedAt, childsWords: words }
  return [
    worker.change('answerSheet', answerSheetIdOf(sheet), 'create', {
      ...{ ...sheet, familyId, childId, targetId: home.motherId, mode: 'handover' },
      ...{ answers: { 'child-starts': 1 }, note: words, assent: 'given', assentOn: '2026-03-02' },
      answeredOn: '2026-03-02',
    }),
    { ...worker.change('concern', concernId, 'create', beginning), bundle },
    {
      ...worker.change('concernReporter', freshId(), 'create', {
        ...{ concernId, staffId: worker.staffId },
      }),
      bundle,
    },
  ]
}

interface HisPhone {
  readonly rights: string
  readonly asking: string
  readonly browser: Browser
}

async function openHisLinks(): Promise<HisPhone> {
  const { grandmotherId: grandfatherId } = home
  const rights = (await aLink(home, 'rights', grandfatherId)).path
  const reply = await worker.post('/api/family-links', {
    ...{ familyId: home.familyId, personId: grandfatherId, childId: home.childId, days: 14 },
    ...{ purpose: 'questionnaire', waveId, pairId: null },
    instrumentId: instrumentIdOf('kiteline-caregiver', '1'),
  })
  const address = /"address":"([^"]+)"/.exec(reply.text)?.[1] ?? ''
  const asking = new URL(address).pathname
  const browser = aPhone(house)
  for (const path of [rights, asking]) await browser.send(path, { step: 'check', check: '2015' })
  return { rights, asking, browser }
}

/** Drawn anew for each showing: what a form carries against being sent twice. */
const drawn = /name="ask" value="[^"]+"/g

async function everything({ rights, asking, browser }: HisPhone): Promise<readonly string[]> {
  const stranger = aPhone(house)
  const pages = [
    await browser.open(rights),
    await browser.open(asking),
    await browser.open(`${rights}?asked=${freshId()}`),
    await stranger.open(rights),
    await stranger.open(asking),
    await stranger.open('/'),
  ]
  return pages.map(({ status, text }) => `${status} ${text.replaceAll(drawn, '')}`)
}

let his: HisPhone
let before: readonly string[]

test('her words arrive once, however often the tablet sends them, and the clock runs until somebody has seen them', async () => {
  his = await openHisLinks()
  before = await everything(his)
  const unsent = disclose()
  await applied(worker, ...unsent)
  for (let again = 0; again < 2; again += 1)
    expect((await worker.push(...unsent)).answers.map(({ status }) => status)).toEqual(
      unsent.map(() => 'applied'),
    )
  const { entries } = await supervisor.pull()
  const raised = entries.filter(({ kind }) => kind === 'concern').map(concern.readEntry)
  expect(raised.map(({ childsWords }) => childsWords)).toEqual([words])
  expect(entries.filter(({ kind }) => kind === 'answerSheet')).toHaveLength(1)
  const due = listConcernsDue({
    ...{ concerns: raised, reports: [], today: '2026-03-02', answersFor: true },
    ...{ now: '2026-03-02T06:00:00.000Z', hours: { unseen: 4, manager: 24 } },
  })
  expect(due).toContainEqual(expect.objectContaining({ step: 'look', late: true, hoursUnseen: 5 }))
})

test('[S20] on his phone every page is what it was, before the light check and after it', async () => {
  const after = await everything(his)
  expect(after).toEqual(before)
  for (const page of after) expect(page).not.toMatch(/金丝雀/)
})

const requestShape = z.object({ id: z.uuid(), fields: z.looseObject({ right: z.string() }) })

test('[RIG-4][D10] he asks for all that is held on her: it waits for a worker, and no copy holds her answers or her words', async () => {
  const { rights, browser } = his
  const page = (await browser.open(rights)).text
  const ask = /name="ask" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const form = { step: 'rights', ask, q_right: 'copy', q_about: home.childId, q_words: '全部' }
  const receipt = await browser.send(rights, { ...form, send: '1' })
  expect([receipt.status, receipt.text]).toEqual([200, expect.not.stringMatching(telling)])
  const { entries } = await worker.pull()
  const requests = entries.filter(({ kind }) => kind === 'rightsRequest')
  expect(requests).toHaveLength(1)
  const { id: requestId } = requestShape.parse(requests[0])
  // A worker who believes him and does everything wrong that can be done.
  const identity = { identity: 'callBack' }
  await worker.push(worker.change('rightsRequest', requestId, 'checkIdentity', {}, {}, identity))
  const copy = { familyId: home.familyId, requestId, language: 'zh-CN' }
  const made = await worker.post('/api/rights/copy', copy)
  expect(made.status).toBe(200)
  expect(made.text).toContain('小明')
  expect(made.text).not.toMatch(/金丝雀|concern|关切/)
})

test('[FAM-8] what he says against the service ends nothing: it is not his to take back, and the concern asks for no consent', async () => {
  const consent = await aLink(home, 'consent', home.grandmotherId)
  expect(consent.body).toMatchObject({ id: 'LinkNeedsGuardian' })
  const { rights, browser } = his
  await browser.send(rights, { step: 'consent', c_service: 'refused', c_assessment: 'refused' })
  const { entries } = await supervisor.pull()
  const decisions = entries.filter(({ kind }) => kind === 'consent').map(({ fields }) => fields)
  expect(decisions.map(({ decision, withdrawnOn }) => [decision, withdrawnOn])).toEqual([
    ['given', null],
    ['given', null],
  ])
  expect(entries.filter(({ kind }) => kind === 'concern')).toHaveLength(1)
})

test('he gets in nowhere with what is on his phone: no feed, no sign-in, no device of his own', async () => {
  const { rights } = his
  const token = rights.split('/').at(-1) ?? ''
  const { agencyId, staffId } = worker
  for (const cookie of [`kiteline=${token}`, `session=${token}`, '']) {
    const headers = { 'content-type': 'application/json', 'x-kiteline': '1', cookie }
    for (const path of [
      '/api/sync/pull',
      '/api/sync/push',
      '/api/rights/copy',
      '/api/devices/list',
    ]) {
      const init = { method: 'POST', headers, body: JSON.stringify({ agencyId, staffId }) }
      const address = { incoming: { socket: { remoteAddress: '10.7.7.7' } } }
      const response = await house.app.request(path, init, address)
      expect([path, [401, 404].includes(response.status)]).toEqual([path, true])
      expect(await response.text()).not.toMatch(/金丝雀|小明/)
    }
  }
})

test('a link of her own, opened on his phone after she has answered on the tablet, shows none of it', async () => {
  const reply = await worker.post('/api/family-links', {
    ...{ familyId: home.familyId, personId: home.childId, childId: home.childId, days: 14 },
    ...{ purpose: 'questionnaire', waveId, pairId: home.pairId },
    instrumentId: sheet.instrumentId,
  })
  const address = /"address":"([^"]+)"/.exec(reply.text)?.[1] ?? ''
  const { browser } = his
  const path = new URL(address).pathname
  const shown = await browser.send(path, { step: 'check', check: '2015' })
  expect(shown.status).toBe(200)
  expect(shown.text).not.toMatch(/金丝雀|checked/)
})
