import type { Seat } from '../../groupwork/seat.ts'
import { strands } from '../../groupwork/strand.ts'

type FamilyCodes = readonly { readonly id: string; readonly code: string }[]

export function codesOf(families: FamilyCodes): (familyId: string) => string {
  const codes = new Map(families.map(({ id, code }) => [id, code]))
  return (familyId) => codes.get(familyId) ?? ''
}

/** As lists on paper are read: strand by strand, within it by the families' codes. */
export function byStrandAndCode(families: FamilyCodes): (left: Seat, right: Seat) => number {
  const codeOf = codesOf(families)
  return (left, right) =>
    strands.indexOf(left.strand) - strands.indexOf(right.strand) ||
    codeOf(left.familyId).localeCompare(codeOf(right.familyId)) ||
    left.displayName.localeCompare(right.displayName)
}
