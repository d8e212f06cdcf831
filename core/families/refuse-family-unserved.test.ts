import { describe, expect, it } from 'vitest'
import { decided, idOf } from './cases/family-world.ts'
import type { Consent } from './consent.ts'
import { refuseFamilyUnserved } from './refuse-family-unserved.ts'

const day = '2026-03-10'
const sibling = idOf(98)

function refused(...decisions: readonly Partial<Consent>[]) {
  return refuseFamilyUnserved(
    decisions.map((changes) => decided(changes)),
    day,
  )
}

describe('whether anything of a family may be kept (FAM-4)', () => {
  it('may while one of its children is served', () => {
    expect(refused({})).toBeNull()
    expect(refused({ withdrawnOn: day }, { subjectId: sibling })).toBeNull()
  })

  it('says when the help was taken back, of several children the last day', () => {
    expect(refused({ withdrawnOn: '2026-03-03' })).toEqual({
      id: 'ServiceWithdrawn',
      details: { on: '2026-03-03' },
    })
    expect(
      refused({ withdrawnOn: '2026-03-03' }, { subjectId: sibling, withdrawnOn: '2026-03-05' }),
    ).toMatchObject({ details: { on: '2026-03-05' } })
  })

  it('says that it was refused or has run out, and never asked only where nobody was', () => {
    expect(refused({ decision: 'refused' })?.id).toBe('ConsentRefused')
    expect(refused({ validUntil: '2026-03-09' })?.id).toBe('ConsentExpired')
    expect(refused()?.id).toBe('ConsentNotAsked')
    expect(refused({ purpose: 'photo' })?.id).toBe('ConsentNotAsked')
  })
})
