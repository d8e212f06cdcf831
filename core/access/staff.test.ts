import { expect, test } from 'vitest'
import { foundIn } from '../sync/find-needs.ts'
import { staff } from './staff.ts'

const before = staff.read({ name: '李明', roles: ['volunteer'], state: 'active' })
const nothing = foundIn([])
const other = '00000000-0000-4000-8000-000000000002'

function edit(role: string, after: Partial<typeof before>) {
  const now = '2026-11-22T00:00:00.000Z'
  return staff.rule({ ...before, ...after }, before, nothing, {
    actor: { agencyId: 'a', staffId: 's', roles: [role] },
    now,
    today: now.slice(0, 10),
    claimedAt: now,
  })
}

test('nobody but the administrator says when a record check was seen, not even about themselves [ACC-6]', () => {
  expect(edit('volunteer', { clearanceCheckedOn: '2026-11-01' })?.id).toBe('NotAllowed')
  expect(edit('volunteer', { name: '李小明', language: 'en' })).toBe(null)
  expect(edit('agencyAdmin', { clearanceCheckedOn: '2026-11-01' })).toBe(null)
})

test('a record check is not seen on a day to come: it would hold for years [ACC-25]', () => {
  expect(edit('agencyAdmin', { clearanceCheckedOn: '2026-11-22' })).toBe(null)
  expect(edit('agencyAdmin', { clearanceCheckedOn: '2062-11-01' })).toEqual({
    id: 'DateInFuture',
    details: { field: 'clearanceCheckedOn', day: '2062-11-01' },
  })
})

test('since when somebody holds an account is for the server to say [ACC-19]', () => {
  const setting = {
    actor: { agencyId: 'a', staffId: 's', roles: ['agencyAdmin'] },
    now: '2026-11-22T00:00:00.000Z',
    today: '2026-11-22',
    claimedAt: '2026-11-22T00:00:00.000Z',
    recordId: 't',
  }
  const founded = { ...before, activeSince: '2020-01-01T00:00:00.000Z' }
  expect(staff.rule(founded, null, nothing, setting)?.id).toBe('FieldNeedsVerb')
  const reinstate = (activeSince: string | null) =>
    staff.verbs['reinstate']?.run(
      { ...before, state: 'suspended', activeSince },
      {},
      nothing,
      setting,
    )
  expect(reinstate(null)).toEqual({ ok: true, value: { state: 'invited', suspendedAt: null } })
  expect(reinstate('2020-01-01T00:00:00.000Z')).toEqual({
    ok: true,
    value: { state: 'active', activeSince: setting.now, suspendedAt: null },
  })
  const suspended = staff.verbs['suspend']?.run(before, { staffId: other }, nothing, setting)
  expect(suspended).toEqual({ ok: true, value: { state: 'suspended', suspendedAt: setting.now } })
  expect(staff.rule({ ...before, suspendedAt: setting.now }, null, nothing, setting)?.id).toBe(
    'FieldNeedsVerb',
  )
  expect(staff.guarded).toContain('suspendedAt')
})
