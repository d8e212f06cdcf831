import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../kit/json.ts'
import { foundIn } from '../sync/find-needs.ts'
import { clearanceNeeds, clearanceOf, refuseUncleared } from './clearance.ts'

const today = '2026-11-22'
const founder = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

function found(clearanceCheckedOn: string | null, months: number | null = null) {
  const fields = { name: '李明', roles: ['coLeader'], state: 'active', clearanceCheckedOn }
  const entry = (kind: string, id: string, its: JsonObject) => ({
    kind,
    id,
    scope: 'agency',
    position: 1,
    version: 1,
    fields: its,
    conflicts: [],
    trail: [],
    removed: false,
  })
  const own =
    months === null ? [] : [entry('agency', founder, { name: '站', clearanceMonths: months })]
  return foundIn([...[founder, other].map((id) => entry('staff', id, fields)), ...own])
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
    expect(clearanceOf({ clearanceCheckedOn }, null, today)).toEqual({ state, until })
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

  test('an agency that asks every six months also bars after six', () => {
    expect(refuseUncleared([other], found('2026-05-21', 6), today)?.id).toBe('ClearanceExpired')
    expect(refuseUncleared([other], found('2026-05-22', 6), today)).toBe(null)
    expect(refuseUncleared([other], found('2026-05-21', 12), today)).toBe(null)
    // Of 31 August and six months February has no such day: the first of March is the last on which it holds.
    const rules = { clearanceMonths: 6 }
    const summer = { clearanceCheckedOn: '2026-08-31' }
    expect(clearanceOf(summer, rules, today).until).toBe('2027-03-01')
    expect(clearanceNeeds([other])).toEqual([
      { kind: 'staff', where: { id: other } },
      { kind: 'agency', where: {} },
    ])
    expect(clearanceNeeds([])).toEqual([])
  })

  test('whoever begins a file stands in it without', () => {
    expect(refuseUncleared([founder], found(null), today, founder)).toBe(null)
    expect(refuseUncleared([founder, other], found(null), today, founder)?.id).toBe(
      'ClearanceMissing',
    )
    expect(refuseUncleared([founder], found(null), today)?.id).toBe('ClearanceMissing')
  })
})
