import { expect, test } from 'vitest'
import { clearanceOf } from './clearance.ts'
import { rolesInForce } from './lapsed-clearance.ts'
import type { Role } from './roles.ts'

const roles: Role[] = ['agencyAdmin', 'supervisor', 'socialWorker']
const suspended = { clearanceMonths: 12, lapsedClearance: 'suspended' } as const
const reminded = { clearanceMonths: 12, lapsedClearance: 'reminded' } as const

test('[RIG-31] a lapsed check leaves only what opens no child’s records, and only where the agency says so', () => {
  const lapsed = { roles, clearanceCheckedOn: '2025-11-21' }
  const valid = { roles, clearanceCheckedOn: '2025-11-22' }
  expect(rolesInForce(lapsed, suspended, '2026-11-22')).toEqual(['agencyAdmin'])
  expect(rolesInForce({ roles, clearanceCheckedOn: null }, suspended, '2026-11-22')).toEqual([
    'agencyAdmin',
  ])
  expect(rolesInForce(valid, suspended, '2026-11-22')).toEqual(roles)
  expect(rolesInForce(lapsed, reminded, '2026-11-22')).toEqual(roles)
  expect(rolesInForce(lapsed, null, '2026-11-22')).toEqual(roles)
})

test('[RIG-31] an agency may ask more often than the law, never more seldom', () => {
  const within = (clearanceMonths: number, clearanceCheckedOn: string) =>
    clearanceOf({ clearanceCheckedOn }, { clearanceMonths }, '2026-11-22').state
  expect(within(6, '2026-05-21')).toBe('expired')
  expect(within(6, '2026-05-22')).toBe('dueSoon')
  expect(within(6, '2026-08-31')).toBe('valid')
  expect(within(12, '2025-11-22')).toBe('dueSoon')
})
