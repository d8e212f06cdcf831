import { type Staff, staff } from '../access/staff.ts'
import type { Found, Need } from '../sync/kind.ts'
import { type ExcludedStaff, excludedFrom, excludedStaff } from './excluded-staff.ts'

/** Who would decide, and whose file it is about; null for what is about no single family. */
interface Deciding {
  readonly actorId: string
  readonly familyId: string | null
  /** Whoever wrote the words that are decided on, or handed them in: no second pair of eyes. */
  readonly writers?: readonly (string | null)[]
}

export function needOtherSupervisors(familyId: string | null): readonly Need[] {
  return [
    { kind: staff.name, where: { state: 'active' } },
    ...(familyId === null ? [] : [{ kind: excludedStaff.name, where: { familyId } }]),
  ]
}

/**
 * SUP-3: active supervisors beside the one who asks who could decide. Who has to stay out of the family is none of them, nor who wrote
 * the words themselves: nobody waits for a colleague who may not decide either.
 */
export function otherSupervisors<One extends Pick<Staff, 'roles' | 'state'> & { id: string }>(
  colleagues: readonly One[],
  exclusions: readonly Pick<ExcludedStaff, 'familyId' | 'staffId' | 'state'>[],
  { actorId, familyId, writers = [] }: Deciding,
): readonly One[] {
  const out = new Set<string | null>([
    actorId,
    ...writers,
    ...(familyId === null ? [] : excludedFrom(exclusions, familyId)),
  ])
  return colleagues.filter(
    ({ id, roles, state }) => state === 'active' && roles.includes('supervisor') && !out.has(id),
  )
}

/** SUP-3: whether somebody else could decide. */
export function hasOtherSupervisor(found: Found, deciding: Deciding): boolean {
  const exclusions = deciding.familyId === null ? [] : found.of(excludedStaff)
  return otherSupervisors(found.of(staff), exclusions, deciding).length > 0
}
