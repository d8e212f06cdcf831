// The report of a wave of known families: whose files it is made of, and what stands in it.
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { instrument } from '../../../core/inquiry/instrument.ts'
import { surveyReport } from '../../../core/paperwork/survey-report.ts'
import { surveyHeads } from '../../../core/paperwork/survey/survey-paper.ts'
import { aHome, type Home } from '../../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../../testing/house/open-test-house.ts'
import { aColleague, freshId, type Person } from '../../../testing/house/person.ts'
import { transact } from '../../database/transact.ts'
import { guardWordPackage } from '../../paperwork/guard-word-package.ts'
import { readKeptFile } from '../file-routes.ts'
import { lookAt } from '../record-store.ts'

let house: TestHouse
let home: Home
let stranger: Person
beforeAll(async () => {
  house = await openTestHouse()
  home = await aHome(house)
  stranger = await aColleague(home.worker, ['socialWorker'])
  const { worker, familyId, childId, motherId, pairId, waveId, instrumentId } = home
  const today = house.open.house.today()
  const its = await lookAt(house.open.house, worker.agencyId, (look) =>
    look.one(instrument, instrumentId),
  )
  const item = its?.items.find(({ response }) => response.kind === 'choice')
  const set = its?.responseSets.find(
    ({ id }) => item !== undefined && 'set' in item.response && id === item.response.set,
  )
  const sheetId = freshId()
  const sheet = { waveId, instrumentId, familyId, childId, respondentId: motherId, pairId }
  const called = { proof: 'witnessedCall', witness: '李站长', decidedOn: today }
  const { answers } = await worker.push(
    worker.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', givenById: motherId },
      ...{ ...called, textVersion: '1', decision: 'given', purpose: 'assessment' },
    }),
    worker.change('migration', freshId(), 'create', { familyId, personId: motherId }),
    worker.change('answerSheet', sheetId, 'create', {
      ...{ ...sheet, mode: 'paper', answeredOn: today },
      answers: { [item?.id ?? '']: set?.max ?? 1 },
    }),
    worker.change('answerSheet', sheetId, 'submit', {}),
  )
  expect(answers.filter(({ status }) => status !== 'applied')).toEqual([])
}, 120_000)
afterAll(() => house.close())

function ask(whose: Person, changes: object = {}) {
  return whose.post('/api/reports/survey', {
    ...{ waveId: home.waveId, afterWaveId: null, split: null, language: 'zh-CN' },
    ...{ texts: Object.fromEntries(surveyHeads.map((head) => [head, ''])), templateId: null },
    ...changes,
  })
}

const madeShape = z.object({ reportId: z.uuid(), fileId: z.uuid() })

/** The words of the document and the first number of it: sheets. */
async function read(whose: Person, body: unknown) {
  const { reportId, fileId } = madeShape.parse(body)
  const { agencyId, staffId } = whose
  const report = await lookAt(house.open.house, agencyId, (look) =>
    look.one(surveyReport, reportId),
  )
  const actor = { agencyId, staffId, roles: ['supervisor', 'socialWorker'] as const }
  const file = await readKeptFile(house.open.house, actor, fileId)
  const guarded = await guardWordPackage(file?.bytes ?? new Uint8Array())
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  const words = Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<[^>]*>/g, '')
  return { words, sheets: report?.numbers[0]?.value ?? null }
}

function readingsBy({ agencyId, staffId }: Person) {
  return transact(house.open.house.pool, agencyId, ({ rows }) =>
    rows<{ scope: string; form: string }>(
      "select scope, detail ->> 'form' as form from audit where agency_id = $1 and actor_id = $2 and action = 'read.paper'",
      [agencyId, staffId],
    ),
  )
}

describe('the survey report of a wave of families [EVA-39]', () => {
  it('counts the sheets of the families, names nobody, and each file shows that it was read', async () => {
    const { status, body } = await ask(home.worker)
    expect(status).toBe(200)
    const { words, sheets } = await read(home.worker, body)
    expect(sheets).toBe(1)
    expect(words).toContain('取自家庭档案')
    expect(words).not.toContain('只含制表人负责的家庭')
    for (const name of ['小明', '陈芳', '奶奶']) expect(words).not.toContain(name)
    expect(await readingsBy(home.worker)).toEqual([
      { scope: `family:${home.familyId}`, form: 'surveyReport' },
    ])
  })

  it('holds nothing of a family that whoever asks does not serve, and says whose families it is about', async () => {
    const { status, body } = await ask(stranger)
    expect(status).toBe(200)
    const { words } = await read(stranger, body)
    expect(words).toContain('只含制表人负责的家庭')
    expect(words).toContain('还没有答卷')
    expect(await readingsBy(stranger)).toEqual([])
  })

  it('takes the answers of one kind of respondent', async () => {
    const { body } = await ask(home.worker, { respondents: 'child' })
    expect((await read(home.worker, body)).words).toContain('还没有答卷')
  })

  it('tells no change over two waves: that is the group’s report', async () => {
    const { body } = await ask(home.worker, { afterWaveId: home.waveId })
    expect(body).toMatchObject({ id: 'WaveNotSurvey' })
  })
})
