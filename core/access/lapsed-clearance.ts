import type { Day } from '../kit/dates.ts'
import type { Agency } from './agency.ts'
import { clearanceOf } from './clearance.ts'
import type { Role } from './roles.ts'
import type { Staff } from './staff.ts'

type Checked = Pick<Staff, 'clearanceCheckedOn'>
type Rules = Pick<Agency, 'clearanceMonths' | 'lapsedClearance'>

/** Roles whose work opens no child's records. */
const apartFromChildren: readonly Role[] = ['agencyAdmin', 'manager']

/** Whether this person sees no child's records until the check is renewed (P16); only where the agency has chosen so. */
export function isSuspendedByClearance(person: Checked, rules: Rules, today: Day): boolean {
  if (rules.lapsedClearance !== 'suspended') return false
  const { state } = clearanceOf(person, rules, today)
  return state === 'missing' || state === 'expired'
}

/**
 * RIG-31: the roles that count at this moment. Whoever is suspended by their record check keeps what opens no child's records, so
 * that an administrator can still note a renewed check.
 */
export function rolesInForce(
  person: Checked & Pick<Staff, 'roles'>,
  rules: Rules | null,
  today: Day,
): readonly Role[] {
  return rules !== null && isSuspendedByClearance(person, rules, today)
    ? person.roles.filter((role) => apartFromChildren.includes(role))
    : person.roles
}
