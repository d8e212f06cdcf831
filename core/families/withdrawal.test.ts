import { describe, expect, it } from 'vitest'
import { decided, ids, today } from './cases/family-world.ts'
import { refuseWithdrawalDay, whatIsTakenBack } from './withdrawal.ts'

describe('the day on which a consent was taken back [FAM-73]', () => {
  it('lies between the consent and today', () => {
    expect(refuseWithdrawalDay(today, '2026-03-01', today)).toBeNull()
    expect(refuseWithdrawalDay('2026-03-01', '2026-03-01', today)).toBeNull()
    expect(refuseWithdrawalDay('2026-02-28', '2026-03-01', today)).toEqual({
      id: 'WithdrawnBeforeGiven',
      details: { day: '2026-02-28', given: '2026-03-01' },
    })
    expect(refuseWithdrawalDay('2026-03-11', '2026-03-01', today)?.id).toBe('WithdrawnInFuture')
  })

  it('has to be said, and is never kept from being today by a clock that lags', () => {
    expect(refuseWithdrawalDay(null, '2026-03-01', today)?.id).toBe('WithdrawalDayMissing')
    expect(refuseWithdrawalDay(today, '2026-03-11', today)).toBeNull()
  })
})

describe('what goes when one consent is taken back [FAM-11]', () => {
  it('is every yes of that person to that purpose that stands, not before the last of them', () => {
    const first = decided({ decidedOn: '2026-02-01' })
    const second = decided({ decidedOn: '2026-03-04' })
    const others = [
      decided({ givenById: ids.father }),
      decided({ purpose: 'photo' }),
      decided({ decision: 'refused' }),
      decided({ withdrawnOn: '2026-03-02' }),
    ]
    const { live, notBefore } = whatIsTakenBack([first, ...others, second], first)
    expect(live).toEqual([first, second])
    expect(notBefore).toBe('2026-03-04')
  })
})
