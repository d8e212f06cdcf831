import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { approval } from '../../core/access/approval.ts'
import { disclosure } from '../../core/access/accountability/disclosure.ts'
import { impactAssessment } from '../../core/access/accountability/impact-assessment.ts'
import { incident } from '../../core/access/accountability/incident.ts'
import { urgentReading } from '../../core/access/break-glass.ts'
import { clearanceOf } from '../../core/access/clearance.ts'
import { staff } from '../../core/access/staff.ts'
import { stateOfReview } from '../../core/assessment/review/review-state.ts'
import { caseContact } from '../../core/casework/case-contact.ts'
import { caseFile } from '../../core/casework/case-file.ts'
import { caseFollowUp } from '../../core/casework/case-follow-up.ts'
import { stateOfCase } from '../../core/casework/case-shape.ts'
import { fileReview } from '../../core/casework/supervision/file-review.ts'
import {
  isSignedByAll,
  supervisionRecord,
} from '../../core/casework/supervision/supervision-record.ts'
import { transfer } from '../../core/casework/transfer/transfer.ts'
import { family } from '../../core/families/family.ts'
import { restrictedParty } from '../../core/families/restricted-party.ts'
import { rightsRequest } from '../../core/families/rights-request.ts'
import { addDays } from '../../core/kit/dates.ts'
import { findJudgingWords } from '../../core/inquiry/observation/judging-words.ts'
import { concernReport, waitsForAnswer } from '../../core/safety/concern-report.ts'
import { concern } from '../../core/safety/concern.ts'
import type { Actor } from '../../core/sync/actor.ts'
import type { TypedKind } from '../../core/sync/kind.ts'
import { pullRequestShape } from '../../core/sync/pull.ts'
import { openTestHouse, type TestHouse } from '../../testing/house/open-test-house.ts'
import { transact } from '../database/transact.ts'
import { listFrozen } from '../records/freeze-records.ts'
import { readFeed } from '../records/pull.ts'
import { actFor } from './record-store.ts'
import { layGround } from './sample-ground.ts'
import { readSample } from './sample-parse.ts'
import { plantSample } from './sample.ts'
import { draftSteps } from './sample-steps.ts'
import { dayNamed, momentOf } from './sample-words.ts'

const [agencyId, workerId] = [
  '0198a000-0000-7000-8000-000000000001',
  '0198a000-0000-7000-8000-000000000002',
]

describe.each(['zh-CN', 'en'] as const)('the steps of the sample village in %s', (language) => {
  const sample = readSample(language)
  const week = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-06', '2026-06-07']
  const onDay = (today: string) =>
    draftSteps(sample.steps, layGround(sample, agencyId, workerId, today))

  it.each(
    week,
  )('are at school on school days, and at nobody’s door at night, opened on %s', (today) => {
    const contacts = onDay(today).flatMap(({ kind, verb, fields }) =>
      kind === caseContact && verb === 'create' ? [caseContact.read(fields ?? {})] : [],
    )
    expect(contacts.length).toBeGreaterThan(6)
    const atSchool = contacts.filter(({ mode }) => mode === 'school').map(({ on }) => weekdayOf(on))
    expect(atSchool.filter((day) => day === 0 || day === 6)).toEqual([])
    expect(contacts.every(({ at }) => at >= '08:00' && at <= '21:00')).toBe(true)
    expect(contacts.every(({ on, writtenOn }) => on <= writtenOn && writtenOn <= today)).toBe(true)
  })

  it('write facts without judging words, and leave no word of the content files unread', () => {
    const drafts = onDay('2026-06-01')
    const facts = drafts.flatMap(({ fields }) =>
      String(fields?.['facts'] ?? fields?.['factsSeen'] ?? ''),
    )
    expect(facts.flatMap((words) => findJudgingWords(words))).toEqual([])
    expect(JSON.stringify(drafts.map(({ fields, input }) => ({ fields, input })))).not.toContain(
      '"@',
    )
  })
})

test('the steps are told in English without a Chinese sign', () => {
  expect(JSON.stringify(readSample('en').steps)).not.toMatch(/\p{Script=Han}/u)
})

describe('words of the content files', () => {
  it('name the last such day until then, and a moment by China’s clock', () => {
    expect(dayNamed('2026-06-07', 'workday')).toBe('2026-06-05')
    expect(dayNamed('2026-06-03', 'workday')).toBe('2026-06-03')
    expect(dayNamed('2026-06-06', 'sunday')).toBe('2026-05-31')
    expect(momentOf('2026-06-01', '07:30')).toBe('2026-05-31T23:30:00.000Z')
    expect(() => dayNamed('2026-06-01', 'someday')).toThrow('no day of the week')
  })
})

describe('the rooms of the sample village', () => {
  let house: TestHouse
  let planted: { agencyId: string; staffId: string }
  let feed: Awaited<ReturnType<typeof pull>>
  beforeAll(async () => {
    house = await openTestHouse()
    planted = await plantSample(house.open.house, 'zh-CN')
    feed = await pull(['agencyAdmin', 'supervisor', 'socialWorker'], planted.staffId)
  }, 120_000)
  afterAll(() => house.close())

  async function pull(roles: Actor['roles'], staffId: string) {
    const request = { epoch: null, cursors: {}, surveys: [], limit: 2000, deviceSeq: 0 }
    const { entries } = await readFeed(
      house.open.house,
      { agencyId: planted.agencyId, staffId, roles },
      pullRequestShape.parse({ ...request, deviceId: '0198a000-0000-7000-8000-000000000003' }),
    )
    return entries
  }
  const all = <Fields extends object>(kind: TypedKind<Fields>) =>
    feed.filter((entry) => entry.kind === kind.name).map(kind.readEntry)

  test('hold cases in every state, a follow-up that is late, texts approved, returned and waiting', () => {
    expect(all(caseFile).map(stateOfCase).sort()).toEqual(
      ['closed', 'closing', 'closing', 'open', 'open', 'undecided'].sort(),
    )
    const today = house.open.house.today()
    const late = all(caseFollowUp).filter((one) => one.doneOn === null && one.plannedOn < today)
    expect(late).toHaveLength(1)
    expect(all(fileReview).map(stateOfReview).sort()).toEqual([
      'approved',
      'returned',
      'waiting',
      'waiting',
    ])
    expect(all(supervisionRecord).map(isSignedByAll)).toEqual([true])
    expect(
      all(transfer)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['accepted', 'drafted'])
  })

  test('hold two closings, one of them asked by a colleague: that one whoever enters may decide on [CAS-3]', () => {
    const asked = all(caseFile).filter((one) => stateOfCase(one) === 'closing')
    expect(asked.filter(({ closeAskedById }) => closeAskedById === planted.staffId)).toHaveLength(1)
    expect(asked.every(({ closeWords }) => closeWords !== '')).toBe(true)
  })

  test('hold a file whose destruction waits for whoever enters, and one that is only stored [FAM-32, RIG-10]', async () => {
    const archived = all(family).filter(({ state }) => state === 'archived')
    expect(archived.map(({ code }) => code)).toEqual(['Z-12'])
    const waiting = all(approval).filter(({ state }) => state === 'requested')
    expect(waiting.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['eraseFamily', archived[0]?.id],
    ])
    const { house: inside } = house.open
    const stored = await transact(inside.pool, planted.agencyId, listFrozen)
    expect(stored.map(({ code, ground, held }) => [code, ground, held])).toEqual([
      ['Z-13', 'dispute', false],
    ])
    expect(stored[0]?.lastServiceOn).toBe(addDays(inside.today(), -420))
    expect(JSON.stringify(feed)).not.toContain('Z-13')
    const agree = { kind: approval, recordId: waiting[0]?.id ?? '', verb: 'approve', input: {} }
    const answers = await actFor(inside, planted.agencyId, planted.staffId, [agree])
    expect(answers.map(({ status }) => status)).toEqual(['applied'])
  })

  test('hold what is owed and what was answered for', () => {
    const today = house.open.house.today()
    expect(all(rightsRequest).map(({ state, dueOn }) => [state, dueOn > today])).toEqual([
      ['received', true],
    ])
    expect(all(impactAssessment).map(({ state }) => state)).toEqual(['concluded'])
    expect(all(incident).map(({ state }) => state)).toEqual(['closed'])
    expect(all(disclosure).map(({ outcome, alone }) => [outcome, alone])).toEqual([
      ['refused', false],
    ])
    expect(all(urgentReading).map(({ verdict }) => verdict)).toEqual(['justified'])
    expect(all(restrictedParty).map(({ state }) => state)).toEqual(['standing'])
    const clearances = all(staff).map((one) => clearanceOf(one, null, today).state)
    expect(clearances.sort()).toEqual(['dueSoon', 'valid', 'valid', 'valid', 'valid'])
  })

  test('show the concerns to whoever answers for them, and to a colleague nothing of them [SAF-4]', async () => {
    expect(
      all(concern)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['followedUp', 'triaged'])
    expect(all(concernReport).map(waitsForAnswer)).toEqual([false])
    const colleague = all(staff).find(({ roles }) => roles.join() === 'socialWorker')
    const seen = await pull(['socialWorker'], colleague?.id ?? '')
    expect(seen.some(({ kind }) => kind === caseFile.name)).toBe(true)
    expect(seen.filter(({ kind }) => kind.startsWith('concern'))).toEqual([])
  })
})

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
