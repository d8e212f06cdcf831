import { describe, expect, it } from 'vitest'
import { deriveId } from '../kit/ids.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { approval, type Approval } from './approval.ts'
import { listApprovalsDue } from './list-approvals-due.ts'

const [me, other] = [deriveId('me'), deriveId('other')]
const now = '2026-03-10T08:00:00.000Z'

function requestOf(changes: Partial<Approval>): Approval {
  return approval.read(
    fieldsAsJson({
      ...{ action: 'changeKeys', subjectKind: 'agency', subjectId: deriveId('agency') },
      ...{ state: 'requested', requestedById: other, requestedAt: '2026-03-09T08:00:00.000Z' },
      ...changes,
    }),
  )
}

function whatOf(changes: Partial<Approval>, part: { approves?: boolean; isAlone?: boolean } = {}) {
  const who = { staffId: me, now, approves: true, isAlone: false, ...part }
  return listApprovalsDue({ requests: [requestOf(changes)], ...who })[0]?.what ?? null
}

describe('what two people agree to, on Today [ACC-45]', () => {
  it('waits for a second person who may agree, and for nobody else', () => {
    expect(whatOf({})).toBe('decide')
    expect(whatOf({}, { approves: false })).toBeNull()
    expect(whatOf({ requestedById: me })).toBeNull()
    expect(whatOf({ subjectKind: 'staff', subjectId: me })).toBeNull()
  })

  it('waits, once agreed to, for whoever asked, as long as the agreement holds', () => {
    const agreed = { state: 'approved', requestedById: me, decidedById: other } as const
    expect(whatOf({ ...agreed, decidedAt: '2026-03-10T07:00:00.000Z' })).toBe('carryOut')
    expect(whatOf({ ...agreed, decidedAt: '2026-03-03T07:59:00.000Z' })).toBeNull()
    expect(whatOf({ ...agreed, requestedById: other, decidedAt: now })).toBeNull()
  })

  it('waits for whoever is alone after a night', () => {
    expect(whatOf({ requestedById: me }, { isAlone: true })).toBe('carryOut')
    const justAsked = { requestedById: me, requestedAt: '2026-03-09T08:01:00.000Z' }
    expect(whatOf(justAsked, { isAlone: true })).toBeNull()
  })

  it.each(['drafted', 'refused', 'carriedOut'] as const)('is over when %s', (state) => {
    expect(whatOf({ state })).toBeNull()
    expect(whatOf({ state, requestedById: me }, { isAlone: true })).toBeNull()
  })

  it('names first what has waited longest', () => {
    const requests = ['2026-03-09', '2026-03-01'].map((day) =>
      requestOf({ requestedAt: `${day}T08:00:00.000Z` }),
    )
    const who = { staffId: me, now, approves: true, isAlone: false }
    const due = listApprovalsDue({ requests, ...who })
    expect(due.map(({ request }) => request.requestedAt?.slice(8, 10))).toEqual(['01', '09'])
  })
})
