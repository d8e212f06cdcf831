// Papers of a case: to write on before there is one, and by code, where nobody is named.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applied } from '../../testing/house/ask-to-erase.ts'
import { aHome, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../../testing/house/person.ts'
import { readPaperWords } from '../../testing/house/read-paper-words.ts'

let house: TestHouse
let home: Home
let stranger: Person
const caseId = freshId()
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  stranger = await aColleague(home.worker, ['socialWorker'])
  const { worker, familyId, childId, motherId, pairId } = home
  const on = '2026-03-01'
  await applied(
    worker,
    worker.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
      ...{ textVersion: '2026-3', decision: 'given', givenById: motherId },
      ...{ decidedOn: on, proof: 'witnessedCall', witness: '李主任' },
    }),
    worker.change('caseFile', caseId, 'create', {
      ...{ familyId, pairId, workerId: worker.staffId, openedOn: on, openedById: worker.staffId },
      ...{ problem: '陈芳说作业没人管', urgency: 'none' },
    }),
  )
})
afterAll(() => house.close())

interface Asked {
  readonly caseId: string | null
  readonly byCode?: boolean
  readonly form?: string
}

function ask(by: Person, asked: Asked) {
  return by.post('/api/papers/case', {
    ...{ form: 'caseIntake', familyId: home.familyId, recordId: null, texts: {} },
    ...{ language: 'zh-CN', templateId: null, ...asked },
  })
}

test('[PAP-28] before there is a case the intake form has the people of the family and is empty otherwise', async () => {
  const words = await readPaperWords(await ask(home.worker, { caseId: null }))
  expect(words).toContain('小明')
  expect(words).toContain('陈芳')
  expect(words).toContain('Z-1')
  expect(words).not.toContain('作业没人管')
  expect(words).not.toMatch(/[{}]/)
  const record = await readPaperWords(
    await ask(home.worker, { caseId: null, form: 'caseContacts' }),
  )
  expect(record).toContain('看到的事实')
  expect(record).not.toContain('小明')
})

test('[PAP-23] by code everybody is a role and a number, also in what the worker wrote', async () => {
  const named = await readPaperWords(await ask(home.worker, { caseId }))
  expect(named).toContain('陈芳说作业没人管')
  const coded = await readPaperWords(await ask(home.worker, { caseId, byCode: true }))
  expect(coded).toContain('说作业没人管')
  for (const name of ['小明', '陈芳']) expect(coded).not.toContain(name)
  expect(coded).not.toMatch(/[{}]/)
})

test('[PAP-23] the form of a family that is not theirs is handed to nobody, empty or not', async () => {
  for (const asked of [{ caseId }, { caseId: null }, { caseId, byCode: true }])
    expect((await ask(stranger, asked)).status).not.toBe(200)
})
