import { describe, expect, test } from 'vitest'
import { foundIn } from '../sync/find-needs.ts'
import { clearanceOf, refuseUncleared } from './clearance.ts'

const today = '2026-11-22'
const founder = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

function found(clearanceCheckedOn: string | null) {
  const fields = { name: '李明', roles: ['coLeader'], state: 'active', clearanceCheckedOn }
  return foundIn(
    [founder, other].map((id) => ({
      kind: 'staff',
      id,
      scope: 'agency',
      position: 1,
      version: 1,
      fields,
      conflicts: [],
      trail: [],
      removed: false,
    })),
  )
}

describe('the yearly record check [ACC-25][LPM 62]', () => {
  test.each([
    [null, 'missing', null],
    ['2025-11-21', 'expired', '2026-11-21'],
    ['2025-11-22', 'dueSoon', '2026-11-22'],
    ['2025-12-21', 'dueSoon', '2026-12-21'],
    ['2025-12-22', 'valid', '2026-12-22'],
    ['2024-02-29', 'expired', '2025-03-01'],
  ] as const)('seen on %s is %s, until %s', (clearanceCheckedOn, state, until) => {
    expect(clearanceOf({ clearanceCheckedOn }, today)).toEqual({ state, until })
  })

  test('nobody is given children without one; the refusal says who, and since when', () => {
    const refuse = (checkedOn: string | null, ids: readonly string[]) =>
      refuseUncleared(ids, found(checkedOn), today)
    expect(refuse(null, [other])).toEqual({ id: 'ClearanceMissing', details: { name: '李明' } })
    expect(refuse('2025-10-01', [other])).toEqual({
      id: 'ClearanceExpired',
      details: { name: '李明', day: '2025-10-01' },
    })
    expect(refuse('2025-12-01', [other])).toBe(null)
    expect(refuse(null, [])).toBe(null)
  })

  test('whoever begins a file stands in it without', () => {
    expect(refuseUncleared([founder], found(null), today, founder)).toBe(null)
    expect(refuseUncleared([founder, other], found(null), today, founder)?.id).toBe(
      'ClearanceMissing',
    )
    expect(refuseUncleared([founder], found(null), today)?.id).toBe('ClearanceMissing')
  })
})
