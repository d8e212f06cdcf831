// The agency's own Word form of every paper of a case: taken, filled from the file, and by code without a name.
import { Document, Packer, Paragraph } from 'docx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { casePaperForms } from '../../core/paperwork/papers/paper-forms.ts'
import { applied } from '../../testing/house/ask-to-erase.ts'
import { aHome, type Home } from '../../testing/house/family-at-phone.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { freshId } from '../../testing/house/person.ts'
import { readPaperWords } from '../../testing/house/read-paper-words.ts'

let house: TestHouse
let home: Home
const caseId = freshId()
beforeAll(async () => {
  house = await openTestHouse({ publicOrigin: 'https://station.example' })
  home = await aHome(house)
  const { worker, familyId, childId, motherId, pairId } = home
  await applied(
    worker,
    worker.change('consent', freshId(), 'create', {
      ...{ familyId, subjectId: childId, subjectBornOn: '2015-02-03', purpose: 'service' },
      ...{ textVersion: '2026-3', decision: 'given', givenById: motherId },
      ...{ decidedOn: '2026-03-01', proof: 'witnessedCall', witness: '李主任' },
    }),
    worker.change('caseFile', caseId, 'create', {
      ...{ familyId, pairId, workerId: worker.staffId, openedById: worker.staffId },
      ...{ openedOn: '2026-03-01', problem: '作业没人管', urgency: 'none' },
    }),
  )
})
afterAll(() => house.close())

const head = '本机构自己的表'
const fields = ['{机构名称}', '{家庭编号}', '{个案对象}', '{负责社工}', '{openedOn}']

/** Both steps of the screen: the file is stored, then taken as the form's template. */
async function takeOwnForm(form: string): Promise<string> {
  const children = [head, ...fields].map((line) => new Paragraph(line))
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const stored = await house.app.request(
    '/api/files/template/agency',
    {
      method: 'POST',
      headers: {
        ...{ 'x-kiteline': '1', cookie: home.worker.cookie },
        ...{ 'content-type': 'application/octet-stream', 'x-file-name': 'own.docx' },
      },
      body: new Uint8Array(bytes),
    },
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
  const { id: fileId } = z.object({ id: z.uuid() }).parse(await stored.json())
  const asked = { fileId, title: head, form, language: 'zh-CN' }
  const taken = await home.worker.post('/api/templates', asked)
  const { templateId } = z.object({ templateId: z.uuid() }).parse(taken.body)
  return templateId
}

test.each(
  casePaperForms,
)('[PAP-7] the agency’s own form of %s is filled from the file', async (form) => {
  const templateId = await takeOwnForm(form)
  const ask = (byCode: boolean) =>
    home.worker.post('/api/papers/case', {
      ...{ form, familyId: home.familyId, caseId, recordId: null, byCode, texts: {} },
      ...{ language: 'zh-CN', templateId },
    })
  const named = await readPaperWords(await ask(false))
  for (const said of [head, '测试社工站', 'Z-1', '小明', '2026年3月1日'])
    expect(named).toContain(said)
  expect(named).not.toMatch(/[{}]/)
  const coded = await readPaperWords(await ask(true))
  expect(coded).toContain(head)
  for (const name of ['小明', '陈芳']) expect(coded).not.toContain(name)
})
