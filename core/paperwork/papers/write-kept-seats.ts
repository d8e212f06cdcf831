import type { Translate } from '../../evaluation/write-numbers.ts'
import type { AttendanceEntry } from '../../groupwork/attendance.ts'
import { type KeptSeatAt, listKeptSeats } from '../../groupwork/kept-seats.ts'
import type { MeetingEntry } from '../../groupwork/meeting.ts'
import type { SeatEntry } from '../../groupwork/seat.ts'
import type { GroupPaperInput } from './group-paper-input.ts'

/** GRP-47: a sentence for every seat kept beside these children: empty, or who sat there as what. */
export function writeKeptSeats(
  { attendance, pairs, wording }: Pick<GroupPaperInput, 'attendance' | 'pairs' | 'wording'>,
  meeting: MeetingEntry,
  children: readonly SeatEntry[],
): readonly string[] {
  return listKeptSeats(meeting, children, attendance, pairs).map((kept) =>
    writeKeptSeat(kept, wording.translate),
  )
}

function writeKeptSeat({ child, keptFor, said }: KeptSeatAt, translate: Translate): string {
  const place = { child: child.displayName, whom: translate(`groupwork:relation.${keptFor}`) }
  if (said === null) return translate('groupwork:kept.notSaid', place)
  if (said.filledBy === '') return translate('groupwork:kept.stayedEmpty', place)
  const sat = { ...place, name: said.filledBy }
  return said.filledAs === null
    ? translate('groupwork:kept.someoneSat', sat)
    : translate('groupwork:kept.someoneSatAs', {
        ...sat,
        as: translate(`groupwork:standInAs.${said.filledAs}`),
      })
}

/** Who came instead, and as what; empty when nobody did. */
export function writeStandIn(
  { representedBy, representedAs }: AttendanceEntry,
  translate: Translate,
): string {
  if (representedAs === null) return representedBy
  const as = translate(`groupwork:standInAs.${representedAs}`)
  return representedBy === ''
    ? as
    : translate('paperwork:paper.withNote', { name: representedBy, note: as })
}
