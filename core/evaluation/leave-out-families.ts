import type { GroupRecords } from './evaluation-records.ts'

/**
 * EVA-21: a family is counted on one side of a comparison. Whoever is in both groups stays with those who were served, and
 * is taken out of those who waited.
 */
export function leaveOutFamilies(
  waited: GroupRecords,
  served: Pick<GroupRecords, 'families'>,
): { readonly records: GroupRecords; readonly inBoth: number } {
  const there = new Set(served.families.map(({ id }) => id))
  const keep = <Row extends { readonly familyId: string }>(rows: readonly Row[]) =>
    rows.filter(({ familyId }) => !there.has(familyId))
  const families = waited.families.filter(({ id }) => !there.has(id))
  return {
    records: {
      ...waited,
      families,
      people: keep(waited.people),
      pairs: keep(waited.pairs),
      seats: keep(waited.seats),
      sheets: keep(waited.sheets),
      attendance: keep(waited.attendance),
    },
    inBoth: waited.families.length - families.length,
  }
}
