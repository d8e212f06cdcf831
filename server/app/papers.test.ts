import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { availability, availabilityId } from '../../core/families/availability.ts'
import { meetingRecord } from '../../core/groupwork/meeting-record.ts'
import { meeting } from '../../core/groupwork/meeting.ts'
import { groupGoal } from '../../core/groupwork/planning/group-goal.ts'
import { groupPlan, groupPlanId, sumBudget } from '../../core/groupwork/planning/group-plan.ts'
import { seat } from '../../core/groupwork/seat.ts'
import { supportGroup } from '../../core/groupwork/support-group.ts'
import { groupPaperForms, type GroupPaperForm } from '../../core/paperwork/papers/paper-forms.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { newId } from '../access/accounts.ts'
import { transact } from '../database/transact.ts'
import { guardWordPackage } from '../paperwork/guard-word-package.ts'
import { actFor, lookAt } from './record-store.ts'

const languages = ['zh-CN', 'en'] as const
const handed = z.object({ name: z.string(), word: z.base64() })

let house: TestHouse
let cookie = ''
let agencyId = ''
let group: { id: string; title: string; team: Readonly<Record<string, string>> }
let member = { id: '', familyId: '', personId: '', displayName: '' }
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
  const texts = { publicity: '在村口和村民微信群里说明，不写家庭的名字' }
  const text = await readWords(await askFor('groupPlan', 'zh-CN', { texts }))
  expect(text).toContain(texts.publicity)
})

describe('what is written on the plan’s page and in the families’ files [PAP-15]', () => {
  let written: readonly string[] = []
  let total = ''
  const goal = { text: '孩子会主动打电话', baseline: '每周不到一次', hopedFor: '每周两次' }
  beforeAll(async () => {
    const leader = Object.keys(group.team).find((id) => group.team[id] === 'leader') ?? ''
    const groupId = group.id
    const times = { personId: member.personId, familyId: member.familyId }
    const answers = await actFor(house.open.house, agencyId, leader, [
      { kind: groupGoal, recordId: newId(), verb: 'create', fields: { groupId, ...goal } },
      {
        kind: availability,
        recordId: availabilityId(member.personId),
        verb: 'create',
        fields: { ...times, shift: 'rotating', slots: { '3 evening': 'free' } },
      },
    ])
    expect(answers.map(({ status }) => status)).toEqual(['applied', 'applied'])
    const kept = await lookAt(house.open.house, agencyId, (look) =>
      look.one(groupPlan, groupPlanId(groupId)),
    )
    if (kept === null) throw new Error('the sample has no plan')
    written = [kept.overallGoal, kept.selection, kept.risks, kept.evaluation, kept.opinion]
    total = (sumBudget(kept.budget) / 100).toFixed(2)
    expect(written.every((words) => words !== '')).toBe(true)
    expect(Number(total)).toBeGreaterThan(0)
  })

  it('stands on the plan, with the sum of the budget and the need counted from the files', async () => {
    const text = await readWords(await askFor('groupPlan', 'zh-CN'))
    for (const words of [...written, goal.text, goal.baseline]) expect(text).toContain(words)
    expect(text).toContain(`合计：${total}`)
    expect(text).toMatch(/按民政口径，\d+ 名儿童中 \d+ 名是农村留守儿童/)
  })

  it('stands on the review at half-way and on the list of materials', async () => {
    const review = await readWords(await askFor('midReview', 'zh-CN'))
    expect(review).toContain(goal.hopedFor)
    expect(await readWords(await askFor('supplies', 'zh-CN'))).toContain(`合计：${total}`)
  })

  it('says on the enrolment when the family is free', async () => {
    const text = await readWords(await askFor('enrolment', 'zh-CN'))
    expect(text).toContain('倒班')
    expect(text).toContain('周三傍晚')
  })
})

it('the review at half-way names nobody, also not in what people wrote [PAP-16]', async () => {
  const seats = await lookAt(house.open.house, agencyId, (look) =>
    look.many(seat, { groupId: group.id }),
  )
  const text = await readWords(
    await askFor('midReview', 'zh-CN', {
      texts: { goalProgress: `${member.displayName}先开口了` },
    }),
  )
  for (const { displayName } of seats) expect(text).not.toContain(displayName)
  expect(text).toContain('Z-01先开口了')
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

it('the family drawn stands on paper as a picture from its records [PAP-15]', async () => {
  const answer = await askFor('familyDrawing', 'zh-CN')
  const { word } = handed.parse(await answer.json())
  const guarded = await guardWordPackage(new Uint8Array(Buffer.from(word, 'base64')))
  if (!guarded.ok) throw new Error(guarded.refusal.id)
  expect(guarded.value.names.some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true)
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
