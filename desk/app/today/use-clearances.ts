import { useMemo } from 'react'
import { agency } from '../../../core/access/agency.ts'
import { type Clearance, clearanceOf } from '../../../core/access/clearance.ts'
import { type Staff, staff } from '../../../core/access/staff.ts'
import { family } from '../../../core/families/family.ts'
import { supportGroup } from '../../../core/groupwork/support-group.ts'
import { useRecord, useRecords } from '../../sync/records.ts'
import type { LocalRecord } from '../../sync/typed-record-parse.ts'
import { useActor } from '../../sync/use-act.ts'
import { useAccount, useToday } from '../../sync/use-state-of-desk.ts'

export interface DueClearance extends Clearance {
  readonly person: LocalRecord<Staff>
}

const seeAll: readonly string[] = ['agencyAdmin', 'supervisor', 'manager']

/** Whoever is in a family or a group as far as this device knows, and whose record check is missing, past or soon due. */
export function useClearances(): readonly DueClearance[] {
  const people = useRecords(staff)
  const families = useRecords(family, { state: 'open' })
  const groups = useRecords(supportGroup)
  const { staffId, roles } = useActor()
  const rules = useRecord(agency, useAccount().agency.id)
  const today = useToday()
  return useMemo(() => {
    const assigned = new Set([
      ...families.flatMap((one) => one.staff),
      ...groups.filter(({ state }) => state !== 'closed').flatMap(({ team }) => Object.keys(team)),
    ])
    const all = roles.some((role) => seeAll.includes(role))
    return people
      .filter(
        ({ id, state }) => state !== 'suspended' && assigned.has(id) && (all || id === staffId),
      )
      .map((person) => ({ person, ...clearanceOf(person, rules, today) }))
      .filter(({ state }) => state !== 'valid')
  }, [people, families, groups, staffId, roles, rules, today])
}
