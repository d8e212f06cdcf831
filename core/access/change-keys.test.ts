import { expect, test } from 'vitest'
import { changeKeysAction, refuseKeyChange } from './change-keys.ts'

const agencyId = '0198a000-0000-7000-8000-000000000001'
const request = {
  action: changeKeysAction,
  subjectKind: 'agency',
  subjectId: agencyId,
  state: 'approved',
  requestedAt: '2026-03-01T08:00:00.000Z',
  decidedAt: '2026-03-02T08:00:00.000Z',
  carriedOutAt: null,
} as const

test('a yes to changing keys is for this agency or one family, and for 7 days [ACC-36]', () => {
  const at = '2026-03-09T08:00:00.000Z'
  expect(refuseKeyChange(request, agencyId, at)).toBeNull()
  expect(
    refuseKeyChange({ ...request, subjectKind: 'family', subjectId: 'x' }, agencyId, at),
  ).toBeNull()
  const late = refuseKeyChange(request, agencyId, '2026-03-09T08:00:01.000Z')
  expect(late?.id).toBe('KeyAgreementOld')
  const others = [
    null,
    { ...request, action: 'eraseFamily' },
    { ...request, subjectKind: 'staff' },
    { ...request, subjectId: 'another' },
  ]
  for (const other of others)
    expect(refuseKeyChange(other, agencyId, at)?.id).toBe('SecondPersonNeeded')
  expect(
    refuseKeyChange({ ...request, requestedAt: null, decidedAt: null }, agencyId, at)?.id,
  ).toBe('KeyAgreementOld')
})
