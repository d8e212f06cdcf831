// Papers about one family without any group: what they print, who may make them, and what is left in the log.
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { starterCodeId } from '../../core/inquiry/coding/starter-codebook.ts'
import { pairProfileId } from '../../core/assessment/profile/profile-shape.ts'
import { servicePlanId } from '../../core/assessment/plan/service-plan.ts'
import { shippedSourceId } from '../../core/inquiry/evidence/shipped-source.ts'
import {
  type FamilyPaperForm,
  familyPaperForms,
  familyPapers,
} from '../../core/paperwork/papers/paper-forms.ts'
import { aHome, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { guardWordPackage } from '../paperwork/guard-word-package.ts'

let house: TestHouse
let home: Home
const visitId = freshId()
let planId = ''
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  const { worker, familyId, childId, motherId, pairId } = home
  const today = house.open.house.today()
  const called = { proof: 'witnessedCall', witness: '李站长', decidedOn: today }
  const about = { familyId, subjectId: childId, subjectBornOn: '2015-02-03' }
  const decided = { ...about, ...called, givenById: motherId, textVersion: '1' }
  const given = ['service', 'assessment'].map((purpose) =>
    worker.change('consent', freshId(), 'create', { ...decided, purpose, decision: 'given' }),
  )
  planId = servicePlanId({ familyId, pairId, personId: null, version: 1 })
  const words = {
    problem: '通话少',
    aim: '每周能好好说上话',
    evidenceIds: [shippedSourceId('law-minors')],
  }
  const visit = { familyId, childIds: [childId], visitorId: worker.staffId, onDay: today }
  const profile = { familyId, pairId, no: 1, begunOn: today, childWords: '想妈妈多打电话' }
  const { answers } = await worker.push(
    ...given,
    worker.change('servicePlan', planId, 'create', { familyId, pairId, begunOn: today, ...words }),
    worker.change('homeVisit', visitId, 'create', { ...visit, seen: '小明自己收拾书包' }),
    worker.change('pairProfile', pairProfileId(pairId, 1), 'create', profile),
  )
  expect(answers.filter(({ status }) => status !== 'applied')).toEqual([])
}, 90_000)
afterAll(() => house.close())

function subjectOf(form: FamilyPaperForm): string | null {
  switch (familyPapers[form].about) {
    case 'child':
      return home.childId
    case 'pair':
      return home.pairId
    case 'plan':
      return planId
    case 'visit':
      return visitId
    case 'family':
      return null
  }
}

function ask(whose: Person, form: FamilyPaperForm, changes: object = {}) {
  return whose.post('/api/papers/family', {
    ...{ form, familyId: home.familyId, subjectId: subjectOf(form), byCode: false },
    ...{ texts: {}, language: 'zh-CN', templateId: null },
    ...changes,
  })
}

async function readWords(answer: Awaited<ReturnType<typeof ask>>): Promise<string> {
  const { word } = z.object({ word: z.base64() }).parse(answer.body)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<[^>]*>/g, '')
}

function logOf({ agencyId }: Person, action: string) {
  return transact(house.open.house.pool, agencyId, ({ rows }) =>
    rows<{ scope: string; form: string }>(
      "select scope, detail ->> 'form' as form from audit where agency_id = $1 and action = $2",
      [agencyId, action],
    ),
  )
}

describe.each(['zh-CN', 'en'] as const)('a paper of a family in %s', (language) => {
  it.each(familyPaperForms)('%s is filled without a field left over [PAP-15]', async (form) => {
    const text = await readWords(await ask(home.worker, form, { language }))
    expect(text).not.toMatch(/[{}]/)
    expect(text).toContain('Z-1')
  })
})

it.each([
  ['servicePlan', '每周能好好说上话'],
  ['servicePlan', '中华人民共和国未成年人保护法'],
  ['homeVisit', '小明自己收拾书包'],
  ['needsAssessment', '想妈妈多打电话'],
] as const)('%s prints what was recorded: %s', async (form, words) => {
  expect(await readWords(await ask(home.worker, form))).toContain(words)
})

test('a profile is printed by its number, with passages whose code stands under one of ours [PAP-15]', async () => {
  const { worker, familyId, pairId, childId } = home
  const [headId, ownId] = [starterCodeId('trustBroken'), freshId()]
  const talkId = freshId()
  const today = house.open.house.today()
  const talk = { familyId, childId, role: 'child', respondentId: childId, heldOn: today }
  const place = { fromLine: 'a0', fromAt: 0, toLine: 'a0', toAt: 10 }
  const marked = { interviewId: talkId, familyId, codeId: ownId, coderId: worker.staffId }
  const { answers } = await worker.push(
    worker.change('interview', talkId, 'create', { ...talk, interviewerId: worker.staffId }),
    worker.change('codebookCode', headId, 'create', { name: '信任受损' }),
    worker.change('codebookCode', ownId, 'create', { name: '失约', parentId: headId }),
    worker.change('codedSpan', freshId(), 'create', {
      ...{ ...marked, ...place, quote: '她说好回来又没回来' },
    }),
  )
  expect(answers.filter(({ status }) => status !== 'applied')).toEqual([])
  const first = await readWords(await ask(worker, 'needsAssessment', { profileNo: 1 }))
  expect(first).toContain('想妈妈多打电话')
  expect(first).toContain('她说好回来又没回来')
  expect((await ask(worker, 'needsAssessment', { profileNo: 2 })).status).toBe(404)
  expect((await ask(worker, 'needsAssessment', { subjectId: pairId })).status).toBe(200)
})

it.each(['servicePlan', 'homeVisit'] as const)('%s is a form to write on as well', async (form) => {
  const text = await readWords(await ask(home.worker, form, { subjectId: null }))
  expect(text).not.toContain('每周能好好说上话')
  expect(text).not.toContain('小明自己收拾书包')
  expect(text).toContain('小明')
})

it('a paper by code names nobody [PAP-20]', async () => {
  const text = await readWords(await ask(home.worker, 'homeVisit', { byCode: true }))
  expect(text).not.toContain('小明')
  expect(text).toContain('儿童1')
})

test('who took which paper, and that the file was read, is in the family’s log [R59]', async () => {
  await ask(home.worker, 'childRegister')
  const scope = `family:${home.familyId}`
  for (const action of ['read.paper', 'export.paper'])
    expect(await logOf(home.worker, action)).toContainEqual({ scope, form: 'childRegister' })
})

describe('a paper of a family is refused', () => {
  test('to a worker who is not assigned, and to whoever leads groups only [PAP-20]', async () => {
    const colleague = await aColleague(home.worker, ['socialWorker'])
    const coLeader = await aColleague(home.worker, ['coLeader'])
    for (const whose of [colleague, coLeader])
      expect((await ask(whose, 'childRegister')).status).toBe(403)
  })

  test('to another agency, as if there were no such family', async () => {
    const stranger = await aFounder(house)
    const known = await ask(stranger, 'childRegister')
    const unknown = await ask(stranger, 'childRegister', { familyId: freshId() })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  })

  it.each([
    'childRegister',
    'needsAssessment',
    'servicePlan',
    'homeVisit',
  ] as const)('about a record that the family does not have: %s', async (form) => {
    expect((await ask(home.worker, form, { subjectId: freshId() })).status).toBe(404)
  })

  test('about another family’s visit, plan or pair', async () => {
    const { worker } = home
    const familyId = freshId()
    const own = { code: 'Z-9', registeredOn: '2026-01-01', staff: [worker.staffId] }
    const child = { familyId, name: '小红', role: 'child', bornOn: '2016-01-01' }
    await worker.push(
      worker.change('family', familyId, 'create', own),
      worker.change('person', freshId(), 'create', child),
    )
    for (const form of ['needsAssessment', 'servicePlan', 'homeVisit', 'childRegister'] as const)
      expect((await ask(worker, form, { familyId })).status).toBe(404)
  })
})
