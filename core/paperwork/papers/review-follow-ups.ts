import type { FieldValues } from '../field-values.ts'
import type { DeclaredField } from '../template-field.ts'
import type { GroupPaperInput } from './group-paper-input.ts'
import { byStrandAndCode, codesOf } from './order-seats.ts'

/** An absence, and whether and how somebody asked after it. */
export const followUpColumns: readonly DeclaredField[] = [
  ['missedCode', '家庭编号'],
  ['missedStrand', '组别'],
  ['missedAt', '缺席节次'],
  ['missedWhy', '缺席原因'],
  ['askedOn', '跟进日期'],
  ['askedBy', '跟进方式'],
  ['askedOutcome', '跟进结果'],
]

/** Every absence that still stands; nobody asked after it yet: room to write. */
export function fillFollowUps({
  meetings,
  seats,
  attendance,
  families,
  followUps,
  wording,
}: GroupPaperInput): readonly FieldValues[] {
  const { translate } = wording
  const codeOf = codesOf(families)
  const held = meetings
    .filter(({ state }) => state === 'held')
    .toSorted((left, right) => left.no - right.no)
  return seats.toSorted(byStrandAndCode(families)).flatMap((seat) =>
    held.flatMap(({ id, no }) => {
      const row = attendance.find((one) => one.meetingId === id && one.seatId === seat.id)
      if (row?.presence !== 'absent') return []
      const asked = followUps.find((one) => one.meetingId === id && one.seatId === seat.id)
      return [
        {
          missedCode: codeOf(seat.familyId),
          missedStrand: translate(`groupwork:strand.${seat.strand}`),
          missedAt: String(no),
          missedWhy:
            row.absenceReason === null
              ? ''
              : translate(`groupwork:absenceReason.${row.absenceReason}`),
          askedOn: asked?.on ?? '',
          askedBy: asked === undefined ? '' : translate(`groupwork:followUpWay.${asked.way}`),
          askedOutcome:
            asked?.outcome == null ? '' : translate(`groupwork:followUpOutcome.${asked.outcome}`),
        },
      ]
    }),
  )
}
