import { describe, expect, it } from 'vitest'
import { staff } from '../access/staff.ts'
import { deriveId } from '../kit/ids.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import type { JsonObject } from '../kit/json.ts'
import { verbOf, type Found } from '../sync/kind.ts'
import { callList, chooseCallList, hoursOf } from './call-list.ts'
import { concern } from './concern.ts'
import { concernReport } from './concern-report.ts'
import { type Concern, concernShape } from './concern-shape.ts'
import { listConcernsDue } from './list-concerns-due.ts'

const [lin, wu] = [deriveId('staff', 'Lin'), deriveId('staff', 'Wu')]
const noticedAt = '2026-03-02T01:00:00.000Z'
const none: Found = { of: () => [] }

function aConcern(fields: Partial<Concern> = {}): Concern {
  return concernShape.parse({ noticedAt, ...fields })
}

function run(verb: string, fields: Partial<Concern>, input: JsonObject, by: By, found = none) {
  const actor = { agencyId: 'a', staffId: lin, roles: [by.role] }
  const context = { actor, now: by.at, today: by.at.slice(0, 10), claimedAt: by.at }
  const setting = { ...context, recordId: deriveId('concern', '1') }
  const outcome = verbOf(concern, verb)?.run(fieldsAsJson(aConcern(fields)), input, found, setting)
  return outcome?.ok === true ? outcome.value : outcome?.refusal.id
}
interface By {
  readonly role: string
  readonly at: string
}

describe('a concern that was raised', () => {
  const at = '2026-03-02T03:00:00.000Z'

  it('is taken notice of by whoever answers for it, once, and not by who raised it [SAF-11]', () => {
    expect(run('markSeen', {}, {}, { role: 'volunteer', at })).toBe('NotAllowed')
    expect(run('markSeen', {}, {}, { role: 'supervisor', at })).toEqual({ seenAt: at })
    expect(
      run('markSeen', { handlers: { [lin]: 'named' } }, {}, { role: 'volunteer', at }),
    ).toEqual({ seenAt: at })
    expect(run('markSeen', { seenAt: noticedAt }, {}, { role: 'supervisor', at })).toEqual({
      seenAt: noticedAt,
    })
  })

  it('is handed to a manager only when nobody has looked for the set time [SAF-12]', () => {
    const isManager = withStaff('manager')
    const call = (hours: string, fields: Partial<Concern> = {}, found = isManager) =>
      run('callManager', fields, { staffId: wu }, { role: 'volunteer', at: hours }, found)
    expect(call('2026-03-02T20:00:00.000Z')).toBe('ManagerNotYet')
    const day = '2026-03-03T01:00:00.000Z'
    expect(call(day)).toEqual({ handlers: { [wu]: 'named' } })
    expect(call(day, { seenAt: at })).toBe('ConcernWasSeen')
    expect(call(day, {}, withStaff('socialWorker'))).toBe('NoManager')
  })

  it('keeps every answer and every mark of an injury once it was reported; new ones may be added [SAF-7]', () => {
    const told = { asked: '怎么了？', words: '他打我' }
    const before = fieldsAsJson(
      aConcern({ reportedAt: noticedAt, state: 'reported', exchanges: { a: told } }),
    )
    const context = {
      actor: { agencyId: 'a', staffId: lin, roles: [] },
      now: at,
      today: '2026-03-02',
      claimedAt: at,
    }
    const edit = (exchanges: JsonObject) =>
      concern.rule({ ...before, exchanges }, before, none, context)?.id
    expect(edit({ a: { ...told, words: '没有' } })).toBe('ReportedWordsStay')
    expect(edit({})).toBe('ReportedWordsStay')
    expect(edit({ a: told, b: { asked: '还有谁在？', words: '奶奶' } })).toBeUndefined()
  })
})

describe('what is next in concerns', () => {
  const id = deriveId('concern', '1')
  const steps = (fields: Partial<Concern>, answersFor: boolean, now: string) =>
    listConcernsDue({
      ...{ reports: [], now, today: now.slice(0, 10), answersFor },
      concerns: [{ ...aConcern(fields), id }],
      hours: { unseen: 4, manager: 24 },
    }).map(({ step, late }) => (late ? `${step} late` : step))

  it('is for supervisors to look, late after the set hours, and for everybody to call a manager after that [SAF-12]', () => {
    const harm = { sort: 'suspectedHarm' } as const
    expect(steps(harm, true, '2026-03-02T02:00:00.000Z')).toEqual(['report late', 'look'])
    expect(steps(harm, true, '2026-03-02T06:00:00.000Z')).toEqual(['look late', 'report late'])
    expect(steps(harm, false, '2026-03-02T06:00:00.000Z')).toEqual(['report late'])
    expect(steps(harm, false, '2026-03-03T06:00:00.000Z')).toEqual([
      'callManager late',
      'report late',
    ])
  })

  it('is to ask the authority until its answer is written down, and to look after the child on the day set [SAF-13]', () => {
    const told = { seenAt: noticedAt, reportedAt: noticedAt, state: 'reported' } as const
    expect(steps(told, false, '2026-03-03T02:00:00.000Z')).toEqual([])
    expect(steps(told, false, '2026-03-04T02:00:00.000Z')).toEqual(['ask'])
    expect(steps(told, false, '2026-03-06T02:00:00.000Z')).toEqual(['ask late'])
    const answered = { ...told, state: 'followedUp', nextCheckOn: '2026-03-05' } as const
    expect(steps(answered, false, '2026-03-06T02:00:00.000Z')).toEqual(['check late'])
    expect(steps(answered, true, '2026-03-03T02:00:00.000Z')).toEqual(['close'])
    expect(steps({ ...answered, state: 'closed' }, true, '2026-03-06T02:00:00.000Z')).toEqual([])
  })
})

describe('each report', () => {
  const id = deriveId('concern', '1')
  const known = {
    id,
    ...aConcern({ seenAt: noticedAt, reportedAt: noticedAt, state: 'followedUp' }),
  }
  const aReport = (fields: JsonObject) =>
    concernReport.read({ concernId: id, to: 'police', reportedAt: noticedAt, ...fields })
  const context = {
    actor: { agencyId: 'a', staffId: lin, roles: [] },
    ...{ now: noticedAt, today: '2026-03-02', claimedAt: noticedAt },
  }
  const due = (reports: readonly JsonObject[], today: string) =>
    listConcernsDue({
      ...{ concerns: [known], reports: reports.map(aReport), now: noticedAt, today },
      ...{ hours: { unseen: 4, manager: 24 }, answersFor: true },
    }).map(({ step, on }) => [step, on])

  it('is asked about by itself: one authority’s answer does not speak for another [SAF-6, SAF-13]', () => {
    const police = { answer: '已立案' }
    const later = { to: 'civilAffairs', reportedAt: '2026-03-11T22:00:00.000Z' }
    expect(due([police, later], '2026-03-12')).toEqual([])
    // Six in the morning of the 12th in China: the third day after it is the 15th.
    expect(due([police, later], '2026-03-15')).toEqual([['ask', '2026-03-15']])
    expect(due([police, { ...later, noAnswer: '由派出所统一答复' }], '2026-03-15')).toEqual([
      ['close', null],
    ])
  })

  it('keeps its moment and its number, which may be gone on with, and did not happen after now [SAF-7]', () => {
    const rule = (fields: JsonObject, before: JsonObject | null = null) =>
      concernReport.rule(
        fieldsAsJson(aReport(fields)),
        before === null ? null : fieldsAsJson(aReport(before)),
        none,
        context,
      )?.id
    expect(rule({ reportedAt: '2099-01-01T00:00:00.000Z' })).toBe('DateInFuture')
    expect(rule({ supervisorToldAt: '2099-01-01T00:00:00.000Z' }, {})).toBe('DateInFuture')
    expect(rule({ reportedAt: '2026-03-02T20:00:00.000Z' })).toBeUndefined()
    expect(rule({ reportedAt: '2026-03-01T00:00:00.000Z' }, {})).toBe('ReportedWordsStay')
    expect(rule({ receiptNo: '' }, { receiptNo: '9' })).toBe('ReportedWordsStay')
    expect(rule({ receiptNo: '9 号' }, { receiptNo: '9' })).toBeUndefined()
    const ahead = { at: '2099-01-01T00:00:00.000Z' }
    expect(run('markReported', {}, ahead, { role: 'volunteer', at: noticedAt })).toBe(
      'DateInFuture',
    )
  })
})

describe('whom to call', () => {
  const list = (fields: JsonObject) => callList.read(fields)
  const lists = [
    list({ county: '', unseenHours: 2 }),
    list({ county: '舒城县', townships: ['Z 镇'] }),
    list({ county: '金寨县' }),
  ]

  it('is the list of the family’s township, else of the county, else of the agency', () => {
    expect(chooseCallList(lists, 'Z 镇', '')?.county).toBe('舒城县')
    expect(chooseCallList(lists, '别的镇', '金寨县')?.county).toBe('金寨县')
    expect(chooseCallList(lists, '', '')?.county).toBe('')
    expect(chooseCallList([], 'Z 镇', '舒城县')).toBeNull()
  })

  it('the set times are those of the agency’s own list', () => {
    expect(hoursOf(lists)).toEqual({ unseen: 2, manager: 24 })
    expect(hoursOf([])).toEqual({ unseen: 4, manager: 24 })
  })
})

function withStaff(role: string): Found {
  const fields = fieldsAsJson({ name: '吴', roles: [role], state: 'active' })
  return {
    of: (kind) =>
      kind.name === staff.name
        ? [
            kind.readEntry({
              ...{ kind: 'staff', id: wu, scope: 'agency', position: 1, version: 1, fields },
              ...{ conflicts: [], trail: [], removed: false },
            }),
          ]
        : [],
  }
}
