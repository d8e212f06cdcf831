import { presenceModes, type AttendanceEntry } from '../../groupwork/attendance.ts'
import type { AttendanceCount, AttendanceLine } from '../../groupwork/count-attendance.ts'
import type { Reconciliation } from './station-month.ts'

/** The month's person-times, counted again from the attendance lists. */
export function checkStationMonth(
  count: AttendanceCount,
  rows: readonly AttendanceEntry[],
  meetings: readonly { readonly live: number }[],
): readonly Reconciliation[] {
  const { total, byStrand } = count
  const marked = marksOf(total)
  return [
    compare('rowsAreCounted', marked, rows.length),
    compare('modesMakeTheTotal', total.expected + total.outside, marked + total.unmarked),
    compare(
      'meetingsMakeTheTotal',
      total.live,
      meetings.reduce((sum, { live }) => sum + live, 0),
    ),
    compare(
      'strandsMakeTheTotal',
      total.live,
      byStrand.reduce((sum, { live }) => sum + live, 0),
    ),
    compare('everybodyIsMarked', total.expected, total.expected - total.unmarked),
  ]
}

function marksOf({ byMode }: AttendanceLine): number {
  return presenceModes.reduce((sum, mode) => sum + byMode[mode], 0)
}

function compare(id: Reconciliation['id'], reported: number, found: number): Reconciliation {
  return { id, reported, found, agrees: reported === found }
}
