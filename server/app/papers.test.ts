import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { groupPaperForms, type GroupPaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { transact } from '../database/transact.ts'
import { guardWordPackage } from '../paperwork/guard-word-package.ts'
import { lookAt } from './record-store.ts'

const languages = ['zh-CN', 'en'] as const
const handed = z.object({ name: z.string(), word: z.base64() })

let house: TestHouse
let cookie = ''
let agencyId = ''
let group = { id: '', title: '' }
let member = { id: '', familyId: '', displayName: '' }
let held = { id: '', strand: 'joint', theme: '' }
beforeAll(async () => {
  house = await openTestHouse()
  const answer = await send('/api/setup/sample', {
    token: house.open.setupCode,
    language: 'zh-CN',
  })
  cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  agencyId = z.object({ agency: z.object({ id: z.uuid() }) }).parse(await answer.json()).agency.id
  const found = await lookAt(house.open.house, agencyId, async (look) => {
    const [one] = await look.many(supportGroup, { state: 'closed' })
    const [record] = await look.many(meetingRecord, { groupId: one?.id ?? '' })
    const its = await look.one(meeting, record?.meetingId ?? '')
    const [own] = await look.many(seat, { groupId: one?.id ?? '' })
    return { one, record, its, own }
  })
  if (!found.one || !found.record || !found.its || !found.own)
    throw new Error('the sample has no finished group with a record')
  group = found.one
  member = found.own
  held = { id: found.its.id, strand: found.record.strand, theme: found.its.theme }
}, 120_000)
afterAll(() => house.close())

function send(path: string, body: unknown): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kiteline': '1', cookie },
    body: JSON.stringify(body),
  }
  const address = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return Promise.resolve(house.app.request(path, init, address))
}

function askFor(form: GroupPaperForm, language: 'zh-CN' | 'en', changes: object = {}) {
  return send('/api/papers/group', {
    form,
    groupId: group.id,
    meetingId: held.id,
    strand: held.strand,
    seatId: member.id,
    familyId: member.familyId,
    texts: {},
    language,
    templateId: null,
    ...changes,
  })
}

/** Everything the Word file says, a line per paragraph. */
async function readWords(answer: Response): Promise<string> {
  const json: unknown = await answer.json()
  const { word } = handed.parse(json)
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  const chunks: Buffer[] = []
  for await (const chunk of guarded.value.read('word/document.xml')) chunks.push(chunk)
  const xml = Buffer.concat(chunks).toString('utf8')
  return xml.replace(/<\/w:p>|<w:br\/>/g, '\n').replace(/<[^>]*>/g, '')
}

describe.each(languages)('a working paper of the sample village in %s', (language) => {
  it.each(
    groupPaperForms,
  )('%s is filled from the records without a field left over [PAP-15]', async (form) => {
    const text = await readWords(await askFor(form, language))
    expect(text).not.toMatch(/[{}]/)
    expect(text).toContain(group.title)
  })

  it('stationMonth is filled with the month’s own figures [PAP-15]', async () => {
    const month = house.open.house.today().slice(0, 7)
    const answer = await send('/api/papers/station-month', {
      month,
      texts: { problems: '雨季路不好走' },
      language,
      templateId: null,
    })
    const text = await readWords(answer)
    expect(text).not.toMatch(/[{}]/)
    expect(text).toContain('雨季路不好走')
  })
})

it('a sign-in sheet names the members and says that it is for internal use [PAP-16]', async () => {
  const text = await readWords(await askFor('signInSheet', 'zh-CN'))
  expect(text).toContain('内部资料')
  expect(text).toContain('Z-01')
  expect(text).toContain(held.theme)
})

it('what was typed before printing stands on the plan', async () => {
  const texts = { background: '十个孩子里有七个一个月没有和父母视频过' }
  const text = await readWords(await askFor('groupPlan', 'zh-CN', { texts }))
  expect(text).toContain(texts.background)
})

it('a blank enrolment opens no file; one for a family does, and that is noted [R59]', async () => {
  const blank = await readWords(await askFor('enrolment', 'zh-CN', { familyId: null }))
  const filled = await readWords(await askFor('enrolment', 'zh-CN'))
  expect(blank).not.toContain(member.displayName)
  expect(filled).toContain(member.displayName)
  const rows = await transact(house.open.house.pool, agencyId, (transaction) =>
    transaction.rows(
      "select 1 from audit where agency_id = $1 and action = 'read.paper' and scope = $2",
      [agencyId, `family:${member.familyId}`],
    ),
  )
  expect(rows.length).toBeGreaterThan(0)
})

it('the ledger of photographs names families by code, not by name [PAP-16]', async () => {
  const text = await readWords(await askFor('photoLedger', 'zh-CN'))
  expect(text).toContain('Z-01')
  expect(text).not.toContain(member.displayName)
})

it('a member of another group has no paper here', async () => {
  const answer = await askFor('memberGrowth', 'zh-CN', { seatId: group.id })
  expect(answer.status).toBe(404)
})

it('the same records make the same file, byte for byte', async () => {
  const [first, second] = [await askFor('groupPlan', 'en'), await askFor('groupPlan', 'en')]
  expect(await second.text()).toBe(await first.text())
})

it('a paper of a meeting needs a meeting of that group', async () => {
  const answer = await askFor('signInSheet', 'zh-CN', { meetingId: group.id })
  expect(answer.status).toBe(404)
})

it('taking a paper out is noted: who, which, of which group [R59]', async () => {
  await askFor('signInSheet', 'zh-CN')
  const rows = await transact(house.open.house.pool, agencyId, (transaction) =>
    transaction.rows<{ readonly form: string }>(
      "select detail->>'form' as form from audit where agency_id = $1 and action = 'export.paper' and scope = $2",
      [agencyId, `group:${group.id}`],
    ),
  )
  expect(rows).toContainEqual({ form: 'signInSheet' })
})

it.each([
  ...groupPaperForms,
  'stationMonth',
])('the list of fields of %s can be fetched', async (form) => {
  const answer = await house.app.request(
    `/api/templates/fields/${form}/zh-CN`,
    { headers: { cookie } },
    { incoming: { socket: { remoteAddress: '127.0.0.1' } } },
  )
  expect(await answer.text()).toContain('{机构名称}')
})
