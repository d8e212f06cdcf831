import { presenceModes, type PresenceMode } from '../groupwork/attendance.ts'
import { measureDose, type SeatDose } from '../groupwork/measure-dose.ts'
import { isSeatedFor } from '../groupwork/seat.ts'
import type { MeasuredLine } from './collect-lines.ts'
import type { GroupRecords } from './evaluation-records.ts'

/** How much of what was meant for a line's people reached them. Unmarked meetings are counted as unmarked, not as absent. */
export interface LineAttendance {
  readonly expected: number
  readonly unmarked: number
  readonly byMode: Readonly<Record<PresenceMode, number>>
  /** In the room or on the call, as a share of the expected meetings. */
  readonly liveShare: number | null
  readonly child: SeatDose | null
  readonly adult: SeatDose | null
}

export function measureDoses(records: GroupRecords): readonly SeatDose[] {
  return measureDose(records.meetings, records.seats, records.attendance)
}

/**
 * EVA-9: attendance of a line: child and adult of the pair together, or the one person whom the line is about. null
 * when neither sits in the group.
 */
export function attendanceOf(
  line: Pick<MeasuredLine, 'childId' | 'pairId' | 'side'> & { readonly adultId: string | null },
  doses: readonly SeatDose[],
): LineAttendance | null {
  const child = doses.find(({ seat }) => seat.personId === line.childId && seat.strand === 'child')
  const adult = doses.find(
    ({ seat }) =>
      seat.personId === line.adultId && seat.strand !== 'child' && isSeatedFor(seat, line.childId),
  )
  const both = [child, adult].filter((dose) => dose !== undefined)
  if (both.length === 0) return null
  const byMode = sumModes(both)
  const expected = both.reduce((sum, dose) => sum + dose.expected, 0)
  return {
    expected,
    unmarked: both.reduce((sum, dose) => sum + dose.unmarked, 0),
    byMode,
    liveShare: expected === 0 ? null : (byMode.inPerson + byMode.liveRemote) / expected,
    child: child ?? null,
    adult: adult ?? null,
  }
}

function sumModes(doses: readonly SeatDose[]): Readonly<Record<PresenceMode, number>> {
  const sum = { inPerson: 0, liveRemote: 0, watchedLater: 0, represented: 0, absent: 0 }
  for (const dose of doses) for (const mode of presenceModes) sum[mode] += dose.byMode[mode]
  return sum
}
