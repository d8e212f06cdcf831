import { afterAll, beforeAll, expect, test } from 'vitest'
import { homeVisit } from '../../core/inquiry/observation/home-visit.ts'
import { episode } from '../../core/inquiry/observation/episode.ts'
import {
  observationSheet,
  observationSheetId,
} from '../../core/inquiry/observation/observation-sheet.ts'
import { transact } from '../database/transact.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'

let house: TestHouse
let worker: Person
let supervisor: Person
let colleague: Person
let fromOutside: Person
let elsewhere: Person
const [familyId, childId, motherId] = [freshId(), freshId(), freshId()]
const [episodeId, villageEpisodeId, visitId] = [freshId(), freshId(), freshId()]
const canary = '奶奶把电话递给孩子就出去了'
const occasion = {
  ...{ childId, adultId: motherId, checklistCode: 'call', checklistVersion: '1' },
  ...{ onDay: '2026-02-01', no: 1 },
}
let sheetId = ''

beforeAll(async () => {
  house = await openTestHouse()
  worker = await aFounder(house)
  supervisor = await aColleague(worker, ['supervisor'])
  colleague = await aColleague(worker, ['socialWorker'])
  fromOutside = await aColleague(worker, ['researcher', 'evaluator', 'manager', 'volunteer'])
  elsewhere = await aFounder(house)
  sheetId = observationSheetId({ ...occasion, observerId: worker.staffId })
  await applied(
    worker.change('family', familyId, 'create', {
      code: 'Z-1',
      registeredOn: '2026-01-01',
      staff: [worker.staffId],
    }),
    worker.change('person', childId, 'create', {
      familyId,
      name: '小强',
      role: 'child',
      bornOn: '2016-02-03',
    }),
    worker.change('person', motherId, 'create', { familyId, name: '陈芳', role: 'parent' }),
    worker.change('guardianship', freshId(), 'create', {
      familyId,
      childId,
      adultId: motherId,
      kind: 'legalGuardian',
      basis: 'parent',
      since: '2016-02-03',
    }),
    consent('assessment'),
    consent('service'),
  )
  await observe()
}, 60_000)
afterAll(() => house.close())

async function observe(): Promise<void> {
  await applied(
    worker.change('episode', episodeId, 'create', {
      familyId,
      childId,
      personIds: [childId, motherId],
      onDay: '2026-02-01',
      seen: canary,
      observerId: worker.staffId,
    }),
    worker.change('episode', villageEpisodeId, 'create', {
      onDay: '2026-02-01',
      setting: 'village',
      seen: '放学后有七个孩子自己走山路回家',
      observerId: worker.staffId,
    }),
    worker.change('homeVisit', visitId, 'create', {
      familyId,
      childIds: [childId],
      onDay: '2026-02-01',
      visitorId: worker.staffId,
      household: canary,
      safety: { electricity: 'no' },
    }),
    worker.change('observationSheet', sheetId, 'create', {
      ...{ ...occasion, familyId, observerId: worker.staffId },
      ratings: { childStarts: 0, calmTone: 'notSeen' },
    }),
  )
}

function consent(purpose: string) {
  return worker.change('consent', freshId(), 'create', {
    familyId,
    subjectId: childId,
    subjectBornOn: '2016-02-03',
    purpose,
    textVersion: '1',
    decision: 'given',
    givenById: motherId,
    decidedOn: '2026-01-02',
    proof: 'witnessedCall',
    witness: '李某',
  })
}

async function applied(...changes: readonly ReturnType<Person['change']>[]): Promise<void> {
  const { answers } = await worker.push(...changes)
  const refused = answers.filter(({ status }) => status !== 'applied')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}

const observed = new Set<string>([episode.name, homeVisit.name, observationSheet.name])

async function seenBy(person: Person): Promise<readonly string[]> {
  const { entries } = await person.pull()
  return entries.filter(({ kind }) => observed.has(kind)).map(({ id }) => id)
}

test('what was observed of a family is read by whoever serves it and by the supervisor, of the village by who works in the field [OBS-1]', async () => {
  const all = [episodeId, villageEpisodeId, visitId, sheetId].sort()
  expect([...(await seenBy(worker))].sort()).toEqual(all)
  expect([...(await seenBy(supervisor))].sort()).toEqual(all)
  expect(await seenBy(colleague)).toEqual([villageEpisodeId])
  expect(await seenBy(fromOutside)).toEqual([])
})

test('another agency sees nothing, and an attempt on what is there is answered like one on nothing [R44]', async () => {
  expect(await seenBy(elsewhere)).toEqual([])
  const place = { familyId, childIds: [childId], onDay: '2026-02-01', visitorId: worker.staffId }
  const attempt = async (id: string) => {
    const edit = elsewhere.change('homeVisit', id, 'edit', { household: 'x' }, place)
    return (await elsewhere.push(edit)).answers[0]?.status
  }
  expect(await attempt(visitId)).toBe(await attempt(freshId()))
  const finish = elsewhere.change('observationSheet', sheetId, 'finish', {})
  expect((await elsewhere.push(finish)).answers[0]?.status).not.toBe('applied')
})

test('nobody finishes or rewrites what somebody else has observed, also where they may read it [OBS-2] [OBS-5]', async () => {
  const finish = supervisor.change('observationSheet', sheetId, 'finish', {})
  const rewrite = supervisor.change(
    'episode',
    episodeId,
    'edit',
    { seen: '别的说法' },
    { seen: canary },
  )
  const { answers } = await supervisor.push(finish, rewrite)
  expect(answers.map(({ status }) => status)).toEqual(['refused', 'refused'])
  expect(JSON.stringify(answers)).toContain('ObservationOfSomebodyElse')
})

test('what somebody has observed is taken away by them or a supervisor; a rated sheet by nobody [OBS-2] [OBS-5]', async () => {
  const helper = await aColleague(worker, ['socialWorker'])
  const also = { add: [helper.staffId], remove: [] }
  const assign = supervisor.change('family', familyId, 'assign', {}, {}, also)
  expect((await supervisor.push(assign)).answers[0]?.status).toBe('applied')
  const status = async (person: Person, kind: string, id: string) =>
    (await person.push(person.change(kind, id, 'remove', {}))).answers[0]?.status
  for (const [kind, id] of [
    ['episode', episodeId],
    ['episode', villageEpisodeId],
    ['homeVisit', visitId],
    ['observationSheet', sheetId],
  ] as const)
    expect([kind, await status(helper, kind, id)]).toEqual([kind, 'refused'])
  expect(await status(worker, 'observationSheet', sheetId)).toBe('refused')
  expect(await status(supervisor, 'episode', villageEpisodeId)).toBe('applied')
  expect(await status(worker, 'episode', episodeId)).toBe('applied')
})

test('words about people lie sealed in the database [R44]', async () => {
  const bodies = await transact(house.open.house.pool, worker.agencyId, ({ rows }) =>
    rows(
      'select body::text as body from "episode" union all select body::text from "home_visit"',
      [],
    ),
  )
  expect(bodies).toHaveLength(3)
  expect(JSON.stringify(bodies)).not.toContain(canary)
})
