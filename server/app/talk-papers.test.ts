// The transcript of a talk and quotations on paper: what they print, who may have them made, and what is left in the log.
import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { codingPassId } from '../../core/inquiry/coding/coding-pass.ts'
import { transcriptId } from '../../core/inquiry/interview/transcript.ts'
import { aHome, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { aColleague, aFounder, freshId, type Person } from '../../testing/house/person.ts'
import { transact } from '../database/transact.ts'
import { guardWordPackage } from '../paperwork/guard-word-package.ts'

let house: TestHouse
let home: Home
let second: Person
const [talkId, villageTalkId, codeId] = [freshId(), freshId(), freshId()]

beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  const { worker, familyId, childId, motherId } = home
  second = await aColleague(worker, ['supervisor'])
  const heldOn = house.open.house.today()
  const consented = {
    ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'assessment' },
    ...{ textVersion: '1', decision: 'given', givenById: motherId, decidedOn: heldOn },
    ...{ proof: 'witnessedCall', witness: '李站长' },
  }
  await applied(worker, worker.change('consent', freshId(), 'create', consented))
  const talk = { familyId, childId, role: 'child', respondentId: childId, heldOn }
  const how = { agreed: 'given', minutes: 20, conditions: '奶奶在隔壁做饭' }
  await applied(
    worker,
    worker.change('interview', talkId, 'create', {
      ...{ ...talk, ...how, interviewerId: worker.staffId },
    }),
    worker.change('interview', villageTalkId, 'create', {
      ...{ role: 'village', interviewerId: worker.staffId, heldOn },
    }),
    worker.change('transcript', transcriptId(talkId), 'create', {
      interviewId: talkId,
      familyId,
      lines: { k0001: '[00:12] 社工：小明，多久通一次电话？', k0002: '小明：妈妈很久没打了。' },
    }),
    worker.change('codebookCode', codeId, 'create', { name: '联系少' }),
  )
  for (const coder of [worker, second])
    await applied(
      coder,
      ...[
        coder.change('codingPass', codingPassId(talkId, coder.staffId), 'create', {
          ...{ interviewId: talkId, familyId, coderId: coder.staffId },
        }),
        mark(coder, coder === worker ? '妈妈很久没打了' : '很久'),
      ],
    )
}, 90_000)
afterAll(() => house.close())

function mark(coder: Person, quote: string) {
  const at = '小明：妈妈很久没打了。'.indexOf(quote)
  const place = { fromLine: 'k0002', toLine: 'k0002', fromAt: at, toAt: at + quote.length }
  const its = { interviewId: talkId, familyId: home.familyId, codeId, coderId: coder.staffId }
  return coder.change('codedSpan', freshId(), 'create', { ...its, ...place, quote })
}

async function applied(whose: Person, ...changes: readonly ReturnType<Person['change']>[]) {
  const { answers } = await whose.push(...changes)
  expect(answers.filter(({ status }) => status !== 'applied')).toEqual([])
}

function ask(whose: Person, form: 'talkTranscript' | 'quotationList', changes: object = {}) {
  return whose.post('/api/papers/talk', {
    ...{ form, interviewIds: [talkId], codeId: null, byCode: false },
    ...{ texts: {}, language: 'zh-CN', templateId: null },
    ...changes,
  })
}

async function readWords(answer: Awaited<ReturnType<typeof ask>>): Promise<string> {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  const { word } = z.object({ word: z.base64() }).parse(answer.body)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/<[^>]*>/g, '')
}

describe.each(['zh-CN', 'en'] as const)('a paper of talks in %s', (language) => {
  test.each([
    'talkTranscript',
    'quotationList',
  ] as const)('%s is filled without a field left over [PAP-21]', async (form) => {
    const text = await readWords(await ask(home.worker, form, { language }))
    expect(text).not.toMatch(/[{}]/)
    expect(text).toContain('妈妈很久没打了')
    expect(text).toContain('联系少')
  })
})

test('the transcript has speakers, times, conditions and consent; names only where they are asked for [PAP-21]', async () => {
  const open = await readWords(await ask(home.worker, 'talkTranscript'))
  for (const words of ['00:12', '社工', '小明', '奶奶在隔壁做饭', '已同意', 'Z-1'])
    expect(open).toContain(words)
  const hidden = await readWords(await ask(home.worker, 'talkTranscript', { byCode: true }))
  expect(hidden).not.toContain('小明')
  expect(hidden).toContain('Z-1，多久通一次电话')
})

test('whoever still codes the text alone is printed only their own marks [INQ-34]', async () => {
  const text = await readWords(await ask(second, 'quotationList'))
  expect(text).toContain('“很久”')
  expect(text).not.toContain('“妈妈很久没打了”')
})

test('a talk that concerns no child needs no consent, and is printed for whoever may read it', async () => {
  const text = await readWords(
    await ask(home.worker, 'talkTranscript', { interviewIds: [villageTalkId] }),
  )
  expect(text).toContain('不涉及某个孩子')
})

test('who took it, and that the file was read, is in the family’s log [R59]', async () => {
  await ask(home.worker, 'talkTranscript')
  const scope = `family:${home.familyId}`
  for (const action of ['read.paper', 'export.paper']) {
    const log = await transact(house.open.house.pool, home.worker.agencyId, ({ rows }) =>
      rows<{ scope: string; form: string }>(
        "select scope, detail ->> 'form' as form from audit where agency_id = $1 and action = $2",
        [home.worker.agencyId, action],
      ),
    )
    expect(log).toContainEqual({ scope, form: 'talkTranscript' })
  }
})

test('one talk out of reach, and there is no paper at all: a colleague, a researcher, another agency', async () => {
  const colleague = await aColleague(home.worker, ['socialWorker'])
  const researcher = await aColleague(home.worker, ['researcher'])
  const stranger = await aFounder(house)
  for (const whose of [colleague, researcher, stranger]) {
    const both = await ask(whose, 'quotationList', { interviewIds: [villageTalkId, talkId] })
    expect(both.status).toBe(404)
  }
  expect((await ask(researcher, 'talkTranscript', { interviewIds: [villageTalkId] })).status).toBe(
    404,
  )
})
