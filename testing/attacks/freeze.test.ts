// A family that is only stored: for everybody and every route as if it were not there, but for the list that names its number.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seatId } from '../../core/groupwork/seat.ts'
import type { PullAnswer } from '../../core/sync/pull.ts'
import type { DeclaredRoute } from '../../server/app/route.ts'
import { transact } from '../../server/database/transact.ts'
import { anOldColleague, applied, askFor } from '../house/ask-to-erase.ts'
import { openTestHouse, type TestHouse } from '../house/open-test-house.ts'
import { freshId, noteClearance, onAnotherDevice, type Person } from '../house/person.ts'
import { samples } from './sample-inputs.ts'
import { sendRaw, type Sent } from './send.ts'
import { canaries, openVillage, type Home, type Village } from './village.ts'

let house: TestHouse
let village: Village
let second: Person
let seat = ''
let before: ReadonlyMap<Person, PullAnswer>
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  village = await openVillage(house, [
    'supervisor',
    'socialWorker',
    'coLeader',
    'manager',
    'evaluator',
  ])
  const { founder, home } = village
  second = await anOldColleague(founder)
  await noteClearance(founder, '2026-11-01')
  seat = await takeSeat(founder, home)
  before = await everybodyPulls()
  const asked = await agreed('archiveFamily', '一家人搬到了外省')
  await applied(
    founder,
    founder.change('approval', asked, 'carryOut', {}),
    founder.change('family', home.familyId, 'archive', {}, {}, { approvalId: asked }),
  )
})
afterAll(() => house.close())

async function agreed(action: string, reason: string): Promise<string> {
  const id = await askFor(village.founder, action, village.home.familyId, reason)
  await applied(second, second.change('approval', id, 'approve', {}))
  return id
}

async function takeSeat(founder: Person, home: Home): Promise<string> {
  const { familyId, childId, motherId, groupId } = home
  const consent = (purpose: string) =>
    founder.change('consent', freshId(), 'create', {
      familyId,
      subjectId: childId,
      subjectBornOn: '2015-02-03',
      purpose,
      textVersion: '1',
      decision: 'given',
      givenById: motherId,
      decidedOn: '2026-01-02',
      proof: 'witnessedCall',
      witness: '李主任',
      assent: { answer: 'given', on: '2026-01-02', how: '口头' },
    })
  const id = seatId(groupId, childId)
  await applied(
    founder,
    founder.change('guardianship', freshId(), 'create', {
      familyId,
      childId,
      adultId: motherId,
      kind: 'legalGuardian',
      basis: 'parent',
    }),
    consent('service'),
    consent('group'),
    founder.change('seat', id, 'create', {
      groupId,
      familyId,
      personId: childId,
      strand: 'child',
      displayName: canaries.child,
      joinedOn: '2026-02-01',
    }),
  )
  return id
}

const everybody = (): readonly Person[] => [
  village.founder,
  ...village.members.map(({ person }) => person),
]

async function everybodyPulls(): Promise<ReadonlyMap<Person, PullAnswer>> {
  const pulled = new Map<Person, PullAnswer>()
  for (const person of everybody()) pulled.set(person, await onAnotherDevice(person).pull())
  return pulled
}

/** What is the family's own door: whoever may take it out again knows that it is there. */
const ownDoors: readonly string[] = ['/api/retention', '/api/families/thaw']

async function ask(route: DeclaredRoute, person: Person, home: Home): Promise<Sent> {
  const sample = samples[`${route.method} ${route.path}`]?.(home, person)
  if (sample === undefined) throw new Error(`${route.path} has no sample input`)
  return sendRaw(house, {
    method: route.method.toUpperCase(),
    path: sample.path,
    cookie: person.cookie,
    ...(sample.headers === undefined ? {} : { headers: sample.headers }),
    ...(sample.body === undefined ? {} : { body: sample.body }),
  })
}

const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)/g
const plain = ({ status, text }: Sent): string =>
  `${status} ${text.replaceAll(instant, '').replaceAll(/[0-9a-f-]{36}/g, 'id')}`

test('freezing is refused without archive, second person or ground [RIG-10]', async () => {
  const { founder, home } = village
  const freeze = async (approvalId: string) =>
    (await founder.post('/api/families/freeze', { familyId: home.familyId, approvalId })).body
  const asked = await askFor(founder, 'freezeFamily', home.familyId, 'periodRuns')
  expect(await freeze(asked)).toMatchObject({ id: 'SecondPersonNeeded' })
  expect(await freeze(await agreed('freezeFamily', '先放着'))).toMatchObject({ id: 'GroundNeeded' })
})

test('a frozen family is nowhere: in no feed, search, count, paper, link or file, for nobody [RIG-10, P10]', async () => {
  const { founder, home } = village
  const approvalId = await agreed('freezeFamily', 'periodRuns')
  const reply = await founder.post('/api/families/freeze', { familyId: home.familyId, approvalId })
  expect(reply.status, reply.text).toBe(200)
  const unknown: Home = {
    ...home,
    familyId: freshId(),
    childId: freshId(),
    motherId: freshId(),
    pairId: freshId(),
    fileId: freshId(),
    linkId: freshId(),
    linkPath: `/f/${'A'.repeat(home.linkPath.length - 3)}`,
  }
  const traces = [home.familyId, home.childId, seat, canaries.child, canaries.mother, '搬到了外省']
  const routes = house.declared.filter(
    ({ path, action }) =>
      !ownDoors.includes(path) && action !== 'open' && !/second-factor|staff|devices/.test(path),
  )
  for (const { person, role, near } of village.members) {
    for (const route of routes) {
      if (route.path === '/api/families/erase' && role === 'supervisor') continue
      const about = `${role} ${near} ${route.path}`
      const sent = await ask(route, person, home)
      if (['/api/staff', '/api/sync/push', '/api/sync/pull'].includes(route.path)) continue
      expect(plain(sent), about).toBe(plain(await ask(route, person, unknown)))
      for (const trace of [canaries.child, canaries.mother])
        expect(sent.text, about).not.toContain(trace)
    }
    const whole = JSON.stringify((await onAnotherDevice(person).pull()).entries)
    for (const trace of traces.slice(1)) expect(whole, `${role} ${near}`).not.toContain(trace)
  }
  const opened = await sendRaw(house, { path: home.linkPath })
  expect(plain(opened)).toBe(plain(await sendRaw(house, { path: unknown.linkPath })))
})

test('a device drops what it held of it at its next contact, in the group too, and nothing else [P10]', async () => {
  const { founder, home } = village
  const held = before.get(founder)
  if (held === undefined) throw new Error('nobody had pulled')
  expect(JSON.stringify(held.entries)).toContain(seat)
  const next = await founder.post('/api/sync/pull', {
    epoch: held.epoch,
    cursors: held.cursors,
    sight: held.sight,
    surveys: [],
    limit: 2000,
    deviceId: freshId(),
    deviceSeq: 0,
  })
  expect(next.body).toMatchObject({
    lost: [`family:${home.familyId}`],
    afresh: [`group:${home.groupId}`],
    erased: [],
  })
})

test('the group says that its figures are without one family, and not which [RIG-14]', async () => {
  const { founder, home } = village
  const entries = (await onAnotherDevice(founder).pull()).entries
  const own = entries.find(({ id }) => id === home.groupId)
  expect(own?.fields['frozenFamilies']).toBe(1)
  expect(JSON.stringify(own)).not.toContain(home.familyId)
  const { answers } = await founder.push(
    founder.change(
      'supportGroup',
      home.groupId,
      'edit',
      { frozenFamilies: 0 },
      { frozenFamilies: 1 },
    ),
  )
  expect(answers).toMatchObject([{ status: 'refused' }])
})

test('what a device that was away sends about it is refused and stays on that device [S10]', async () => {
  const { founder, home } = village
  const { answers } = await founder.push(
    founder.change('person', home.childId, 'edit', { name: '小亮' }, { name: canaries.child }),
    founder.change('person', freshId(), 'create', {
      familyId: home.familyId,
      name: '妹妹',
      role: 'child',
    }),
  )
  expect(answers.map(({ status, refusal }) => [status, refusal])).toEqual([
    ['refused', { id: 'RecordMissing', details: { kind: 'person' } }],
    ['refused', { id: 'RecordMissing', details: { kind: 'person' } }],
  ])
})

test('whoever answers for retention sees its number, its ground and its day, and nobody’s name [RIG-10]', async () => {
  const seen = await second.post('/api/retention', {})
  expect(seen.body).toMatchObject({
    families: 0,
    archived: [],
    frozen: [
      { familyId: village.home.familyId, code: canaries.code, ground: 'periodRuns', held: false },
    ],
  })
  expect(seen.text).not.toContain(canaries.child)
})

test('two people take it out again for a reason, and everything is where it was [RIG-11]', async () => {
  const { founder, home } = village
  const thaw = (approvalId: string) =>
    founder.post('/api/families/thaw', { familyId: home.familyId, approvalId })
  const short = await agreed('thawFamily', '要看')
  expect((await thaw(short)).body).toMatchObject({ id: 'ReasonTooShort' })
  const alone = await askFor(founder, 'thawFamily', home.familyId, '法院来函调取这个孩子的档案')
  expect((await thaw(alone)).body).toMatchObject({ id: 'SecondPersonNeeded' })
  await applied(second, second.change('approval', alone, 'approve', {}))
  const reply = await thaw(alone)
  expect(reply.status, reply.text).toBe(200)
  const bare = (answer: PullAnswer | undefined) =>
    (answer?.entries ?? [])
      .filter(({ kind }) => kind !== 'approval' && kind !== 'family' && kind !== 'staff')
      .map(({ kind, id, fields }) => ({ kind, id, fields }))
      .sort((left, right) => left.id.localeCompare(right.id))
  const after = await onAnotherDevice(founder).pull()
  expect(bare(after)).toEqual(bare(before.get(founder)))
  expect(JSON.stringify(after.entries)).toContain('搬到了外省')
  expect(after.entries.find(({ id }) => id === home.familyId)?.fields).toMatchObject({
    state: 'archived',
    code: canaries.code,
  })
  const left = await transact(house.open.house.pool, founder.agencyId, ({ rows }) =>
    rows('select 1 from frozen_row where agency_id = $1', [founder.agencyId]),
  )
  expect(left).toEqual([])
})

test('a frozen family is erased out of its drawer; where it may not be, it stays in it [FAM-32]', async () => {
  const { founder, home } = village
  const frozen = await agreed('freezeFamily', 'periodRuns')
  await founder.post('/api/families/freeze', { familyId: home.familyId, approvalId: frozen })
  const erase = (approvalId: string) =>
    founder.post('/api/families/erase', { familyId: home.familyId, approvalId })
  expect((await erase(freshId())).body).toMatchObject({ id: 'SecondPersonNeeded' })
  expect((await second.post('/api/retention', {})).body).toMatchObject({ frozen: [{}] })
  const reply = await erase(await agreed('eraseFamily', 'periodEnded'))
  expect(reply.status, reply.text).toBe(200)
  expect(reply.body).toMatchObject({ counts: { family: 1, seat: 1, files: 1, links: 1 } })
  expect((await second.post('/api/retention', {})).body).toMatchObject({ frozen: [] })
})
