import { describe, expect, test } from 'vitest'
import { approval } from '../access/approval.ts'
import { foundIn } from '../sync/find-needs.ts'
import type { Entry } from '../sync/entry.ts'
import type { JsonObject } from '../kit/json.ts'
import { family } from './family.ts'

const familyId = '0199f000-0000-8000-8000-000000000001'
const approvalId = '0199f000-0000-8000-8000-000000000002'
const staffId = '0199f000-0000-8000-8000-000000000003'
const fields = family.read({ code: 'Z-1', registeredOn: '2026-01-01', staff: [staffId] })
const setting = {
  actor: { agencyId: 'a', staffId, roles: ['supervisor'] },
  now: '2026-11-22T00:00:00.000Z',
  today: '2026-11-22',
  claimedAt: '2026-11-22T00:00:00.000Z',
  recordId: familyId,
}

function agreed(state: string, subjectId: string): Entry {
  const read = approval.parse({
    action: 'archiveFamily',
    subjectKind: 'family',
    subjectId,
    state,
    carriedOutAt: state === 'carriedOut' ? setting.now : null,
  })
  if (!read.ok) throw new Error(read.refusal.id)
  return {
    kind: 'approval',
    id: approvalId,
    scope: 'agency',
    position: 1,
    version: 1,
    fields: read.value,
    conflicts: [],
    trail: [],
    removed: false,
  }
}

function archive(entry: Entry, present: JsonObject = fields) {
  return family.verbs['archive']?.run(present, { approvalId }, foundIn([entry]), setting)
}

describe('[FAM-18] taking a family out of sight', () => {
  test('is done once a second person’s yes was carried out', () => {
    expect(archive(agreed('carriedOut', familyId))).toEqual({
      ok: true,
      value: { state: 'archived' },
    })
  })

  test('is refused while nobody has agreed, and on an agreement about another family', () => {
    const refused = { ok: false, refusal: { id: 'SecondPersonNeeded', details: {} } }
    expect(archive(agreed('requested', familyId))).toEqual(refused)
    expect(archive(agreed('approved', familyId))).toEqual(refused)
    expect(archive(agreed('carriedOut', staffId))).toEqual(refused)
  })

  test('is asked for anew after the family was brought back: an agreement is good for one time', () => {
    const reopened = family.verbs['reopen']?.run(
      { ...fields, state: 'archived' },
      {},
      foundIn([]),
      setting,
    )
    expect(reopened).toEqual({ ok: true, value: { state: 'open', reopenedAt: setting.now } })
    expect(archive(agreed('carriedOut', familyId), { ...fields, reopenedAt: setting.now })).toEqual(
      { ok: false, refusal: { id: 'SecondPersonNeeded', details: {} } },
    )
  })
})
