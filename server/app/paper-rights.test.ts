// Who of a group's team is told what stands in the families' files, by way of a paper.
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { seatId } from '../../core/groupwork/seat.ts'
import { aHome, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { guardWordPackage } from '../paperwork/guard-word-package.ts'

let house: TestHouse
let home: Home
let coLeader: Person
const groupId = freshId()
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  const { worker, familyId, childId, motherId } = home
  coLeader = await aColleague(worker, ['coLeader'])
  const today = house.open.house.today()
  const team = { [worker.staffId]: 'leader', [coLeader.staffId]: 'coLeader' }
  const whose = { familyId, personId: childId }
  const sits = { strand: 'child', displayName: '小明', joinedOn: today }
  const stay = { familyId, personId: motherId, province: '广东', leftOn: '2025-01-01' }
  const called = { proof: 'witnessedCall', witness: '李站长', decidedOn: today }
  const about = { familyId, subjectId: childId, subjectBornOn: '2015-02-03' }
  const decided = { ...about, ...called, givenById: motherId, textVersion: '1' }
  const given = ['service', 'group'].map((purpose) =>
    worker.change('consent', freshId(), 'create', { ...decided, purpose, decision: 'given' }),
  )
  const { answers } = await worker.push(
    ...given,
    worker.change('supportGroup', groupId, 'create', { title: '小组', code: 'P-1', team }),
    worker.change('seat', seatId(groupId, childId), 'create', { groupId, ...whose, ...sits }),
    worker.change('migration', freshId(), 'create', stay),
  )
  expect(answers.filter(({ status }) => status !== 'applied')).toEqual([])
}, 90_000)
afterAll(() => house.close())

async function makePlan(whose: Person): Promise<string> {
  const { body } = await whose.post('/api/papers/group', {
    ...{ form: 'groupPlan', groupId, meetingId: null, strand: null, seatId: null, familyId: null },
    ...{ texts: {}, language: 'zh-CN', templateId: null },
  })
  const { word } = z.object({ word: z.base64() }).parse(body)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<[^>]*>/g, '')
}

function readingsBy({ agencyId, staffId }: Person) {
  return transact(house.open.house.pool, agencyId, ({ rows }) =>
    rows<{ scope: string; form: string }>(
      "select scope, detail ->> 'form' as form from audit where agency_id = $1 and actor_id = $2 and action = 'read.paper'",
      [agencyId, staffId],
    ),
  )
}

describe('the plan of a group', () => {
  test('tells a co-leader nothing that is counted from the families’ files, and says why [PAP-16]', async () => {
    const text = await makePlan(coLeader)
    expect(text).not.toContain('广东')
    expect(text).toContain('有权查阅这些档案的社工')
    expect(await readingsBy(coLeader)).toEqual([])
  })

  test('gives the worker the need in figures, and each family’s file shows that it was read [PAP-16]', async () => {
    const text = await makePlan(home.worker)
    expect(text).toContain('广东')
    expect(text).not.toContain('有权查阅这些档案的社工')
    expect(await readingsBy(home.worker)).toEqual([
      { scope: `family:${home.familyId}`, form: 'groupPlan' },
    ])
  })
})
